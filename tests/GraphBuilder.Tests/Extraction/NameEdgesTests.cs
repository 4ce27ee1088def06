using Stemma.GraphBuilder.Extraction;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction;

/// <summary>Names without the punctuation at their edges that is not part of them.</summary>
public sealed class NameEdgesTests
{
    [Theory]
    [InlineData("FogNet", "FogNet")]
    [InlineData("FogNet -", "FogNet")]
    [InlineData("—FogNet", "FogNet")]
    [InlineData("-R", "-R")]
    [InlineData("FogNet\u201d", "FogNet")]
    [InlineData("\u201cFogNet", "FogNet")]
    [InlineData("\u2018Fog Net\u2019", "Fog Net")]
    [InlineData("``FogNet''", "FogNet")]
    [InlineData("'Soft' Fog", "'Soft' Fog")]
    [InlineData("Fog 'n' Mist", "Fog 'n' Mist")]
    [InlineData("'Soft' and 'Hard'", "'Soft' and 'Hard'")]
    [InlineData("Newton's Fog", "Newton's Fog")]
    [InlineData("Newton's Fog\u2019", "Newton's Fog")]
    [InlineData("networks'", "networks")]
    [InlineData("FogNet~", "FogNet")]
    [InlineData("**Fog Net", "Fog Net")]
    [InlineData("A*", "A*")]
    [InlineData("RRT\u2217", "RRT\u2217")]
    [InlineData("C++", "C++")]
    [InlineData("Fog (Net)", "Fog (Net)")]
    [InlineData("$\\pi_0$", "$\\pi_0$")]
    [InlineData("Fog, Mist,", "Fog, Mist")]
    [InlineData("-", "-")]
    [InlineData("\u201c\u201d", "\u201c\u201d")]
    public void Loose_signs_are_cut_off(string name, string cut) => Assert.Equal(cut, NameEdges.Cut(name));
}
