using Stemma.GraphBuilder.Extraction.Lexicon;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction;

public sealed class ConceptLexiconTests
{
    private static readonly ConceptLexicon Lexicon = new(LexiconReader.Read(
        new StringReader(
            """
            # comment
            atari-100k	Atari 100k		Benchmark
            proximal-policy-optimization	Proximal Policy Optimization	PPO	Method
            math	MATH		Benchmark+Dataset	ambiguous
            retrieval-augmented-generation	Retrieval-Augmented Generation	RAG	Method	ambiguous case
            multipl-e	MultiPL-E		Benchmark	
            diffusion-model	diffusion models		Method	generic
            """),
        "test.tsv"));

    [Theory]
    [InlineData("Atari-100k", "atari-100k")]
    [InlineData("atari100K", "atari-100k")]
    [InlineData("PPO", "proximal-policy-optimization")]
    [InlineData("ppo", null)]
    [InlineData("proximal policy optimization", "proximal-policy-optimization")]
    [InlineData("MATH", "math")]
    [InlineData("math", null)]
    [InlineData("RAG", "retrieval-augmented-generation")]
    [InlineData("rag", null)]
    [InlineData("retrieval augmented generation", "retrieval-augmented-generation")]
    [InlineData("multiple", null)]
    [InlineData("diffusion model", "diffusion-model")]
    [InlineData("Diffusion Models", "diffusion-model")]
    [InlineData("diffusion", null)]
    public void Spelling_is_tolerated_but_capitals_of_acronyms_count(string name, string? id) => Assert.Equal(id, Lexicon.FindByName(name)?.Id);

    [Theory]
    [InlineData("only-an-id", "test.tsv:1: expected 4 or 5 tab-separated columns (id, name, aliases, type, flags), found 1")]
    [InlineData("\tname\t\tMethod", "test.tsv:1: expected an id and a name, found an empty cell")]
    [InlineData("id\tname\t\tModel", "test.tsv:1: unexpected type 'Model', expected Method, Dataset, Benchmark, Task, Metric")]
    [InlineData("id\tname\t\tMethod\tvague", "test.tsv:1: unexpected flag 'vague', expected ambiguous, generic or case")]
    public void A_malformed_line_is_reported_with_its_place(string line, string message)
        => Assert.Equal(message, Assert.Throws<LexiconException>(() => LexiconReader.Read(new StringReader(line), "test.tsv")).Message);
}
