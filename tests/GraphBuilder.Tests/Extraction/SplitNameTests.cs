using Stemma.GraphBuilder.Extraction;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction;

public sealed class SplitNameTests
{
    private static readonly PaperExtractor Extractor = PaperExtractor.LoadShipped();

    [Fact]
    public void Atari_limited_to_100k_steps_is_Atari_100k()
    {
        var extraction = Extractor.Extract("Frugal agents", "We evaluate our agent on Atari in a setting that is limited to 100k steps of interaction.");
        var atari = Assert.Single(extraction.Concepts, concept => concept.LexiconId == "atari-100k");
        Assert.Equal("Atari 100k", Assert.Single(atari.Surfaces));
        Assert.Equal(5, Assert.Single(atari.Mentions).End - atari.Mentions[0].Start);
    }

    [Fact]
    public void Members_of_a_list_are_found_one_by_one()
    {
        var names = Extractor.Extract("On clips", "We evaluate it on HMDB-51 and UCF-101, and compare it with CQL, IQL and TD3+BC.").Concepts.Select(concept => concept.Name);
        Assert.Equal(["HMDB-51", "UCF-101", "CQL", "IQL", "TD3+BC"], names);
    }

    [Fact]
    public void Two_versions_behind_a_slash_are_two_models()
    {
        var names = Extractor.Extract("Zarvo: Steady Learning", "We propose Zarvo. We compare Zarvo with GPT-3.5/4 on long answers.").Concepts.Select(concept => concept.Name).ToArray();
        Assert.Contains("GPT-3.5", names);
        Assert.Contains("GPT-4", names);
    }
}
