using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilder.Linking.Assembly;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Linking.Assembly;

public sealed class GraphAssemblerTests
{
    private static readonly LexiconEntry[] Lexicon =
        [new("direct-preference-optimization", "Direct Preference Optimization", ["DPO"], [ConceptType.Method], LexiconFlags.None)];

    [Fact]
    public void A_paper_builds_on_the_paper_that_introduced_what_it_builds_on()
    {
        var graph = Assemble(Original(), Follower());

        Assert.Equal(
            ["arxiv:2 BUILDS_ON arxiv:1", "arxiv:2 BUILDS_ON direct-preference-optimization", "step-dpo BUILDS_ON direct-preference-optimization"], graph.Arrows("BUILDS_ON"));
        var derived = graph.Relationship("arxiv:2 BUILDS_ON arxiv:1");
        Assert.Equal("direct-preference-optimization", derived["via"].AsString());
        Assert.Equal(0.6, derived["confidence"].AsNumber());
        Assert.Equal("Step-DPO extends DPO to steps.", derived["evidence"].AsString());
    }

    [Fact]
    public void Contrast_is_never_descent()
    {
        var rival = new PaperDraft("arxiv:3", "A rival", "We propose RivalNet. It outperforms DPO.", 2024)
            .Names("RivalNet", ConceptRole.Introduces).Names("DPO", ConceptRole.ComparesWith, lexiconId: "direct-preference-optimization");

        var graph = Assemble(Original(), rival);

        Assert.Empty(graph.Arrows("BUILDS_ON"));
        Assert.Contains("rivalnet COMPARES_WITH direct-preference-optimization", graph.Arrows());
    }

    [Fact]
    public void Nothing_builds_on_a_later_paper_or_on_itself()
    {
        var graph = Assemble(
            new PaperDraft("arxiv:1", "Old", "Our model extends FooNet.", 2020).Names("FooNet", ConceptRole.BuildsOn),
            new PaperDraft("arxiv:2", "New", "We propose FooNet.", 2021).Names("FooNet", ConceptRole.Introduces));

        Assert.Equal(["arxiv:1 BUILDS_ON foonet"], graph.Arrows("BUILDS_ON"));
    }

    [Fact]
    public void Of_several_claims_the_earliest_introduced_it()
    {
        var graph = Assemble(
            Claim("arxiv:1", 2022),
            Claim("arxiv:2", 2021),
            new PaperDraft("arxiv:3", "Widgets", "Our BarNet extends DPO for widgets.", 2023)
                .Names("BarNet", ConceptRole.Introduces).Names("DPO", ConceptRole.BuildsOn, lexiconId: "direct-preference-optimization"));

        Assert.Contains("arxiv:3 BUILDS_ON arxiv:2", graph.Arrows());
        Assert.DoesNotContain("arxiv:3 BUILDS_ON arxiv:1", graph.Arrows());
    }

    [Fact]
    public void A_claim_to_introduce_what_many_named_before_is_read_as_building_on_it()
    {
        var graph = Assemble([.. Enumerable.Range(1, 6).Select(n => Claim($"arxiv:{n}", 2015 + n))]);

        Assert.Equal(["arxiv:6 BUILDS_ON arxiv:1", "arxiv:6 BUILDS_ON direct-preference-optimization"], graph.Arrows("BUILDS_ON"));
        Assert.Equal(5, graph.Arrows("INTRODUCES").Length);
    }

    [Theory]
    [InlineData("DPO: rewards unsaid", true)]
    [InlineData("The DPO report", true)]
    [InlineData("Does DPO pay?", false)]
    public void A_claim_among_followers_of_its_year_is_believed_where_the_title_begins_with_the_name(string title, bool believed)
    {
        var followers = Enumerable.Range(2, 6).Select(n => Claim($"arxiv:{n}", 2024));
        var claim = new PaperDraft("arxiv:1", title, "We introduce DPO.", 2024).Names("DPO", ConceptRole.Introduces, lexiconId: "direct-preference-optimization");
        var graph = Assemble([claim, .. followers]);

        Assert.Equal(believed, graph.Arrows("INTRODUCES").Contains("arxiv:1 INTRODUCES direct-preference-optimization"));
    }

    [Fact]
    public void What_is_based_on_a_method_is_not_the_method()
    {
        var graph = Assemble(
            new PaperDraft("arxiv:1", "T", "We propose a DPO-based tuner.", 2024).Names("DPO-based", ConceptRole.Introduces),
            new PaperDraft("arxiv:2", "U", "DPO is known.", 2024).Names("DPO", ConceptRole.Mentions, lexiconId: "direct-preference-optimization"));

        Assert.Contains("arxiv:1 BUILDS_ON direct-preference-optimization", graph.Arrows());
    }

    [Fact]
    public void Evidence_offsets_cut_the_mention_out_of_its_field()
    {
        var graph = Assemble(Original(), Follower());

        var edge = graph.Relationship("arxiv:2 BUILDS_ON direct-preference-optimization");
        var text = graph.Node("arxiv:2")[edge["field"].AsString()].AsString();
        Assert.Equal("DPO", text[(int)edge["start"].AsInteger()..(int)edge["end"].AsInteger()]);
        Assert.Equal(["DPO"], edge["surface"].AsList().Select(s => s.AsString()));
    }

    [Fact]
    public void The_strongest_role_of_two_entries_for_one_concept_wins()
    {
        var graph = Assemble(
            new PaperDraft("arxiv:1", "T", "FooNet is known. Our method extends Foo-Net.", 2020).Names("FooNet", ConceptRole.Mentions).Names("Foo-Net", ConceptRole.BuildsOn));

        Assert.Equal(["arxiv:1 BUILDS_ON foo-net"], graph.Arrows());
        Assert.Equal(2, graph.Relationship("arxiv:1 BUILDS_ON foo-net")["surface"].AsList().Count);
    }

    [Fact]
    public void Results_references_authors_and_venues_become_relationships()
    {
        var graph = Assemble(
            new PaperDraft("arxiv:1", "T", "We propose FooNet. It reaches 81.8% on BarBench.", 2020)
            {
                Authors = ["Ana Pérez", " Bo Li"],
                Venue = "AAAI",
                References = ["arxiv:2", "doi:10.1/unknown"],
            }.Names("FooNet", ConceptRole.Introduces).Names("BarBench", ConceptRole.EvaluatesOn, ConceptType.Benchmark).Reports(1, 81.8, "accuracy", of: 0),
            new PaperDraft("arxiv:2", "U", "Nothing here.", 2019) { Authors = ["Bo Li"] });

        Assert.Equal(
            [
                "arxiv:1 CITES arxiv:2", "arxiv:1 EVALUATES_ON barbench", "arxiv:1 INTRODUCES foonet", "arxiv:1 PUBLISHED_IN venue:aaai", "arxiv:1 REPORTS barbench",
                "author:ana-perez WROTE arxiv:1", "author:bo-li WROTE arxiv:1", "author:bo-li WROTE arxiv:2",
            ], graph.Arrows());
        Assert.Equal(1, graph.Node("arxiv:2")["citedByCount"].AsInteger());
        Assert.Equal("foonet", graph.Relationship("arxiv:1 REPORTS barbench")["of"].AsString());
        Assert.Equal(["Concept", "Benchmark"], graph.LabelsOf("barbench"));
    }

    [Fact]
    public void The_same_papers_in_another_order_give_the_same_graph()
    {
        ExtractedPaper[] papers = [Original().Build(), Follower().Build(), ConceptLinkerTests.Uses("arxiv:9", "Step DPO").Build()];

        Assert.Equal(Assemble(papers).ToString(), Assemble([.. papers.Reverse()]).ToString());
    }

    private static PaperDraft Claim(string id, int year) =>
        new PaperDraft(id, "A claim", "We introduce DPO.", year).Names("DPO", ConceptRole.Introduces, lexiconId: "direct-preference-optimization");

    private static PaperDraft Original() =>
        new PaperDraft("arxiv:1", "Preferences", "We introduce Direct Preference Optimization (DPO).", 2023)
            .Names("Direct Preference Optimization (DPO)", ConceptRole.Introduces, lexiconId: "direct-preference-optimization");

    private static PaperDraft Follower() =>
        new PaperDraft("arxiv:2", "Steps", "Step-DPO extends DPO to steps.", 2024)
            .Names("Step-DPO", ConceptRole.Introduces).Names("DPO", ConceptRole.BuildsOn, lexiconId: "direct-preference-optimization", confidence: 0.6);

    private static RecordedGraph Assemble(params PaperDraft[] drafts) => Assemble([.. drafts.Select(d => d.Build())]);

    private static RecordedGraph Assemble(ExtractedPaper[] papers)
    {
        var graph = new RecordedGraph();
        var corpus = new ConceptLinker(Lexicon, LinkOverrides.None).Link(papers, TestContext.Current.CancellationToken);
        GraphAssembler.Assemble(corpus, graph, TestContext.Current.CancellationToken);
        return graph;
    }
}
