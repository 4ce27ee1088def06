using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilder.Linking.Assembly;
using Stemma.GraphModel.Papers;
using Stemma.GraphModel.Values;
using Xunit;

namespace Stemma.GraphBuilderTests.Linking.Assembly;

public sealed class NameEvidenceTests
{
    private const string Arrow = "step-dpo VARIANT_OF direct-preference-optimization";

    private static readonly LexiconEntry[] Lexicon =
        [new("direct-preference-optimization", "Direct Preference Optimization", ["DPO"], [ConceptType.Method], LexiconFlags.None)];

    [Fact]
    public void A_variant_by_name_shows_the_sentence_of_the_paper_that_introduced_it()
    {
        var edge = Evidence(
            new PaperDraft("arxiv:1", "Use", "We run Step-DPO on data.", 2023).Names("Step-DPO", ConceptRole.Uses),
            new PaperDraft("arxiv:2", "Own", "Data is dear. We propose Step-DPO for steps.", 2024).Names("Step-DPO", ConceptRole.Introduces));

        Assert.Equal(("arxiv:2", "We propose Step-DPO for steps.", "abstract", "name.suffix"), (edge["paper"].AsString(), edge["evidence"].AsString(), edge["field"].AsString(), edge["by"].AsString()));
        Assert.Equal((14, 25, 33), (edge["sentenceStart"].AsInteger(), edge["start"].AsInteger(), edge["end"].AsInteger()));
        Assert.Equal(0, edge["papers"].AsInteger());
    }

    [Fact]
    public void Without_an_introducer_it_shows_the_earliest_paper_that_names_it()
    {
        var edge = Evidence(
            new PaperDraft("arxiv:1", "Late", "We run Step-DPO late.", 2025).Names("Step-DPO", ConceptRole.Uses),
            new PaperDraft("arxiv:2", "Early", "We run Step-DPO early.", 2024).Names("Step-DPO", ConceptRole.Uses));

        Assert.Equal(("arxiv:2", "We run Step-DPO early."), (edge["paper"].AsString(), edge["evidence"].AsString()));
    }

    [Fact]
    public void A_sentence_that_names_both_is_preferred()
    {
        var edge = Evidence(
            new PaperDraft("arxiv:1", "Step-DPO is here", "We run Step-DPO early.", 2024).Names("Step-DPO", ConceptRole.Uses),
            new PaperDraft("arxiv:2", "Step-DPO", "Step by step. Where DPO fails, we run Step-DPO instead. It holds.", 2025)
                .Names("DPO fails", ConceptRole.Mentions, lexiconId: "direct-preference-optimization").Names("Step-DPO", ConceptRole.Uses));

        Assert.Equal(("arxiv:2", "Where DPO fails, we run Step-DPO instead."), (edge["paper"].AsString(), edge["evidence"].AsString()));
        Assert.Equal((14, 38, 46), (edge["sentenceStart"].AsInteger(), edge["start"].AsInteger(), edge["end"].AsInteger()));
    }

    [Theory]
    [InlineData(ConceptType.Benchmark)]
    [InlineData(ConceptType.Task)]
    public void What_is_made_with_a_method_does_not_descend_from_it(ConceptType type)
    {
        var graph = Assemble(new PaperDraft("arxiv:1", "Own", "We collect HelpSet by means of DPO.", 2024)
            .Names("HelpSet", ConceptRole.Introduces, type).Names("DPO", ConceptRole.BuildsOn, lexiconId: "direct-preference-optimization").States(0, "BUILDS_ON", 1));

        Assert.Equal(["arxiv:1 BUILDS_ON direct-preference-optimization"], graph.Arrows("BUILDS_ON"));
    }

    private static Dictionary<string, GraphValue> Evidence(params PaperDraft[] drafts)
    {
        var known = new PaperDraft("arxiv:9", "Known", "DPO is known.", 2023).Names("DPO", ConceptRole.Mentions, lexiconId: "direct-preference-optimization");
        return Assemble([.. drafts, known, new PaperDraft("arxiv:8", "Known", "DPO is known.", 2023).Names("DPO", ConceptRole.Mentions, lexiconId: "direct-preference-optimization")]).Relationship(Arrow);
    }

    private static RecordedGraph Assemble(params PaperDraft[] drafts)
    {
        var graph = new RecordedGraph();
        var corpus = new ConceptLinker(Lexicon, LinkOverrides.None).Link(drafts.Select(draft => draft.Build()), TestContext.Current.CancellationToken);
        GraphAssembler.Assemble(corpus, graph, TestContext.Current.CancellationToken);
        return graph;
    }
}
