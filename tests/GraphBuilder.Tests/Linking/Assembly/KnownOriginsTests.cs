using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilder.Linking.Assembly;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Linking.Assembly;

/// <summary>What is known of origins goes before what abstracts claim.</summary>
public sealed class KnownOriginsTests
{
    private const string Title = "Marsupials Are All You Need";

    private static readonly LexiconEntry[] Lexicon = [new("quollnet", "QuollNet", ["QN"], [ConceptType.Method], LexiconFlags.None)];

    private static readonly PaperDraft Claim = new PaperDraft("arxiv:1", "Other", "We propose QuollNet here.", 2019).Names("QuollNet", ConceptRole.Introduces, lexiconId: "quollnet");

    [Fact]
    public void A_paper_that_does_not_name_its_concept_introduces_it_by_its_title()
    {
        var graph = Assemble("QuollNet\t2017\t" + Title, new PaperDraft("arxiv:0", "Marsupials are all you need.", "A pouch is enough.", 2017), Claim);

        Assert.Equal(["arxiv:0 INTRODUCES quollnet", "arxiv:1 BUILDS_ON quollnet"], graph.Arrows("INTRODUCES", "BUILDS_ON").Where(arrow => arrow.EndsWith("quollnet", StringComparison.Ordinal)));
        var claim = graph.Relationship("arxiv:0 INTRODUCES quollnet");
        Assert.Equal("Marsupials are all you need.", claim["evidence"].AsString());
        Assert.Equal("origin", claim["by"].AsString());
        Assert.Equal(2017, graph.Node("quollnet")["firstYear"].AsInteger());
    }

    [Theory]
    [InlineData("quollnet\t2017\t")]
    [InlineData("QN\t2018\t")]
    public void A_concept_is_found_by_its_id_and_aliases(string origin) =>
        Assert.Contains("arxiv:0 INTRODUCES quollnet", Assemble(origin + Title, new PaperDraft("arxiv:0", Title, "A pouch is enough.", 2017), Claim).Arrows());

    [Theory]
    [InlineData("QuollNet\t2017\t" + Title, Title)]
    [InlineData("QuollNet\t2017\t-", null)]
    public void A_claim_of_another_paper_is_refused_where_the_corpus_lacks_the_right_one(string origin, string? title)
    {
        var graph = Assemble(origin, Claim);

        Assert.Equal(["arxiv:1 BUILDS_ON quollnet"], graph.Arrows());
        Assert.Equal(title, graph.Node("quollnet").TryGetValue("origin", out var value) ? value.AsString() : null);
        Assert.Equal(2017, graph.Node("quollnet")["firstYear"].AsInteger());
    }

    [Fact]
    public void A_paper_of_far_later_years_shares_only_the_title() =>
        Assert.DoesNotContain("arxiv:0 INTRODUCES quollnet", Assemble("QuollNet\t2017\t" + Title, new PaperDraft("arxiv:0", Title, "A pouch is enough.", 2025), Claim).Arrows());

    [Fact]
    public void What_the_user_says_goes_before_what_is_shipped()
    {
        var overrides = LinkOverrides.Read(new StringReader("introduce\tQuollNet\tOther"), "o.tsv");
        Assert.Contains("arxiv:1 INTRODUCES quollnet", Assemble("QuollNet\t2017\t" + Title, overrides, new PaperDraft("arxiv:0", Title, "A pouch is enough.", 2017), Claim).Arrows());
    }

    [Fact]
    public void What_the_user_says_holds_for_a_paper_older_than_the_shipped_year()
    {
        var overrides = LinkOverrides.Read(new StringReader("introduce\tQuollNet\tOther"), "o.tsv");
        var later = new PaperDraft("arxiv:4", "Later", "We use QuollNet.", 2023).Names("QuollNet", ConceptRole.Uses, lexiconId: "quollnet");
        Assert.Equal(["arxiv:1 INTRODUCES quollnet", "arxiv:4 USES quollnet"], Assemble("QuollNet\t2022\t" + Title, overrides, Claim, later).Arrows());
    }

    [Fact]
    public void A_paper_older_than_the_concept_means_something_else()
    {
        PaperDraft[] papers =
        [
            new PaperDraft("arxiv:2", "A robot", "We present QuollNet, a robot.", 2015).Names("QuollNet", ConceptRole.Introduces, lexiconId: "quollnet"),
            new PaperDraft("arxiv:3", "A walk", "We test QuollNet outside.", 2016).Names("QuollNet", ConceptRole.Uses, lexiconId: "quollnet"),
            new PaperDraft("arxiv:4", "A preprint", "We use QuollNet.", 2017).Names("QuollNet", ConceptRole.Uses, lexiconId: "quollnet"),
        ];
        var graph = Assemble("QuollNet\t2017\t-", [.. papers, Claim]);

        Assert.Equal(["arxiv:1 BUILDS_ON quollnet", "arxiv:2 INTRODUCES quollnet-2", "arxiv:3 USES quollnet-2", "arxiv:4 USES quollnet"], graph.Arrows("INTRODUCES", "BUILDS_ON", "USES").Where(arrow => !arrow.Contains("BUILDS_ON arxiv", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("QuollNet\tsoon\tTitle")]
    [InlineData("QuollNet\t2017")]
    [InlineData("QuollNet\t2017\t")]
    public void A_malformed_line_is_reported_with_its_place(string line)
    {
        var error = Assert.Throws<InvalidDataException>(() => ConceptOrigin.Read(new StringReader("# origins\n" + line), "x.tsv"));
        Assert.Equal($"x.tsv, line 2: expected a concept, a year and a title, tab-separated, found '{line}'.", error.Message);
    }

    [Fact]
    public void The_shipped_origins_name_each_concept_once()
    {
        var origins = ConceptOrigin.ReadShipped();
        Assert.Empty(origins.GroupBy(origin => origin.Concept, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.Equal("Attention Is All You Need", origins.Single(origin => origin.Concept == "Transformer").Title);
    }

    private static RecordedGraph Assemble(string origins, params IEnumerable<PaperDraft> drafts) => Assemble(origins, LinkOverrides.None, drafts);

    private static RecordedGraph Assemble(string origins, LinkOverrides overrides, params IEnumerable<PaperDraft> drafts)
    {
        var graph = new RecordedGraph();
        var linker = new ConceptLinker(Lexicon, overrides, ConceptOrigin.Read(new StringReader(origins), "test"));
        GraphAssembler.Assemble(linker.Link(drafts.Select(draft => draft.Build()), TestContext.Current.CancellationToken), graph, TestContext.Current.CancellationToken);
        return graph;
    }
}
