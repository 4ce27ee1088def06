using System.Numerics;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Memory;
using Stemma.GraphBuilder.Text;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction.Memory;

public sealed class NameMemoryTests
{
    [Fact]
    public void What_was_stored_is_found_within_a_step_of_its_eight_bits()
    {
        var records = Enumerable.Range(1, 300).Select(at => (Name: (ulong)at * 0x9E3779B97F4A7C15UL, new NameRecord(at / 32f, at / 300f, new Vector4(0.5f, 0.25f, 0.25f, 0)))).ToArray();
        var memory = NameMemory.Of(records);
        Assert.All(records, stored =>
        {
            Assert.True(memory.TryFind(stored.Name, out var found));
            Assert.Equal(stored.Item2.Papers, found.Papers, 1 / 16f);
            Assert.Equal(stored.Item2.Share, found.Share, 1 / 255f);
            Assert.Equal(0.25f, found.Kinds.Y, 1 / 255f);
        });
        Assert.False(memory.TryFind(12345, out _));
    }

    [Fact]
    public void A_memory_of_one_name_has_no_other()
    {
        var memory = NameMemory.Of([(0x9E3779B97F4A7C15UL, new NameRecord(1, 1, Vector4.One))]);
        Assert.True(memory.TryFind(0x9E3779B97F4A7C15UL, out _));
        Assert.False(memory.TryFind(0x123456789ABCDEFUL, out _));
    }

    [Fact]
    public void An_empty_memory_knows_nothing() => Assert.False(NameMemory.Empty.TryFind(1, out _));

    [Theory]
    [InlineData("Atari 100k", "atari-100k")]
    [InlineData("graph neural networks", "Graph Neural Network")]
    [InlineData("self-play", "self play")]
    public void Spellings_of_one_name_have_one_hash(string left, string right) => Assert.Equal(HashOf(left), HashOf(right));

    [Fact]
    public void Different_names_have_different_hashes() => Assert.NotEqual(HashOf("policy gradient"), HashOf("policy gradient theorem"));

    private static ulong HashOf(string name)
    {
        var document = new PaperDocument();
        document.Reset("", name);
        new TokenFinder().Annotate(document);
        return PhraseHash.Of(document, new TokenRange(0, document.Tokens.Count));
    }
}
