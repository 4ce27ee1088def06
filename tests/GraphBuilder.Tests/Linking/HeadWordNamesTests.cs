using Stemma.GraphBuilder.Linking;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Linking;

public sealed class HeadWordNamesTests
{
    private static readonly string[] Kinds = ["gated", "guided", "sparse", "shared", "local"];

    [Theory]
    [InlineData(5, 0, 1)]
    [InlineData(4, 0, 2)]
    [InlineData(5, 1, 2)]
    public void A_head_that_adds_nothing_in_the_texts_with_both_names_adds_nothing_in_others(int asOne, int asTwo, int concepts)
    {
        var together = Kinds.Take(asOne).Select((kind, at) => AsOne($"arxiv:1.{at}", $"{kind} attention", $"{kind} attention mechanism"));
        var apart = Enumerable.Range(0, asTwo).Select(at => AsTwo($"arxiv:2.{at}", "curved attention", "curved attention mechanism"));

        var corpus = Link([.. together, .. apart, ConceptLinkerTests.Uses("arxiv:3", "hidden attention"), ConceptLinkerTests.Uses("arxiv:4", "hidden attention mechanism")]);

        Assert.Equal(concepts, corpus.Concepts.Count(concept => concept.Name.StartsWith("hidden", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("iterative refinement", "iterative refinement method", ConceptType.Method, 1)]
    [InlineData("iterative refinement", "Iterative Refinement Strategies", ConceptType.Method, 1)]
    [InlineData("online prediction", "online prediction problem", ConceptType.Task, 1)]
    [InlineData("iterative refinement", "iterative refinement network", ConceptType.Method, 2)]
    [InlineData("graph coloring", "graph coloring algorithm", ConceptType.Method, 2)]
    [InlineData("virtual spring", "virtual spring framework", ConceptType.Method, 2)]
    [InlineData("refinement", "refinement method", ConceptType.Method, 2)]
    [InlineData("maximum entropy", "maximum entropy method", ConceptType.Method, 2)]
    public void Behind_what_is_done_some_heads_are_empty(string name, string longer, ConceptType type, int concepts)
    {
        var corpus = Link([ConceptLinkerTests.Uses("arxiv:1", name, type), ConceptLinkerTests.Uses("arxiv:2", name, type), ConceptLinkerTests.Uses("arxiv:3", longer, type)]);

        Assert.Equal(concepts, corpus.Concepts.Count);
    }

    [Fact]
    public void Names_of_two_types_are_two()
    {
        var corpus = Link([ConceptLinkerTests.Uses("arxiv:1", "graph alignment", ConceptType.Task), ConceptLinkerTests.Uses("arxiv:2", "graph alignment method")]);

        Assert.Equal(2, corpus.Concepts.Count);
    }

    [Fact]
    public void A_longer_name_that_a_paper_introduces_with_an_acronym_is_a_thing_of_its_own()
    {
        var own = new PaperDraft("arxiv:1", "Own", "We propose the Mutual Alignment Framework.").Names("Mutual Alignment Framework", ConceptRole.Introduces)
            .With(concept => concept with { Surfaces = ["Mutual Alignment Framework", "MAF"], LongForm = "Mutual Alignment Framework", ShortForm = "MAF" });

        Assert.Equal(2, Link([own, ConceptLinkerTests.Uses("arxiv:2", "mutual alignment")]).Concepts.Count);
    }

    [Fact]
    public void The_alias_says_that_it_is_a_long_form()
    {
        var corpus = Link([ConceptLinkerTests.Uses("arxiv:1", "self-refinement"), ConceptLinkerTests.Uses("arxiv:2", "self-refinement"), ConceptLinkerTests.Uses("arxiv:3", "self-refinement method")]);

        Assert.Contains(Assert.Single(corpus.Concepts).Aliases, alias => alias is { Text: "self-refinement method", Reason: MergeReason.LongForm, Papers: 1 });
    }

    [Fact]
    public void The_alias_says_so_too_if_the_longer_name_is_the_usual_one()
    {
        var corpus = Link([ConceptLinkerTests.Uses("arxiv:1", "self-refinement"), ConceptLinkerTests.Uses("arxiv:2", "self-refinement method"), ConceptLinkerTests.Uses("arxiv:3", "self-refinement method")]);

        Assert.Contains(Assert.Single(corpus.Concepts).Aliases, alias => alias is { Text: "self-refinement", Reason: MergeReason.LongForm, Papers: 1 });
    }

    private static PaperDraft AsOne(string id, string name, string longer) =>
        new PaperDraft(id, "One", $"We run {name}, and {longer} is it.").Names(name, ConceptRole.Uses).With(concept => concept with { Surfaces = [name, longer] });

    private static PaperDraft AsTwo(string id, string name, string longer) =>
        new PaperDraft(id, "Two", $"We run {name}, and {longer} too.").Names(name, ConceptRole.Uses).Names(longer, ConceptRole.Uses);

    private static LinkedCorpus Link(PaperDraft[] papers) => new ConceptLinker([], LinkOverrides.None).Link(papers.Select(paper => paper.Build()), TestContext.Current.CancellationToken);
}
