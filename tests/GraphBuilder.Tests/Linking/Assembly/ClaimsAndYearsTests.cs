using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilder.Linking.Assembly;
using Stemma.GraphModel;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Linking.Assembly;

/// <summary>Who introduced what, since when it is known, and what can descend from what.</summary>
public sealed class ClaimsAndYearsTests
{
    private static readonly LexiconEntry[] Lexicon =
    [
        new("quollnet", "QuollNet", [], [ConceptType.Method], LexiconFlags.None),
        new("wombat-search", "Wombat Search", ["WS"], [ConceptType.Method], LexiconFlags.None),
        new("attention-mechanism", "Attention Mechanism", ["attention"], [ConceptType.Method], LexiconFlags.None),
    ];

    [Theory]
    [InlineData("2008 2017 2018", 2008)]
    [InlineData("", null)]
    public void A_rare_name_is_dated_by_its_first_paper(string years, int? first) =>
        Assert.Equal(first, UsageYears.First([.. years.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)]));

    [Fact]
    public void A_common_name_is_dated_by_the_first_years_in_which_several_have_it()
    {
        int[] strays = [2008, 2012, 2015];
        Assert.Equal(2017, UsageYears.First([.. strays, .. Enumerable.Repeat(2017, 3), .. Enumerable.Repeat(2018, 900)]));
        Assert.Equal(2014, UsageYears.First([2014, 2015, 2015, .. Enumerable.Repeat(2016, 1000)]));
    }

    [Fact]
    public void A_paper_whose_own_name_has_the_concept_as_a_part_does_not_introduce_it()
    {
        var claim = new PaperDraft("arxiv:0", "QuollNet-Bench: how good is it?", "We propose to test QuollNet with care.", 2024).Names("QuollNet", ConceptRole.Introduces, lexiconId: "quollnet");

        Assert.Equal(["arxiv:0 BUILDS_ON quollnet"], Assemble(claim).Arrows());
    }

    [Fact]
    public void A_part_of_a_papers_own_name_that_nobody_else_names_is_its_own()
    {
        var claim = new PaperDraft("arxiv:0", "NUMBAT-QUOKKA: two ways to dig", "We propose QUOKKA with care.", 2024).Names("QUOKKA", ConceptRole.Introduces);

        Assert.Equal(["arxiv:0 INTRODUCES quokka"], Assemble(claim).Arrows());
    }

    [Theory]
    [InlineData("QuollNet", 2020, "INTRODUCES")]
    [InlineData("QuollNet: Deep Burrows by Digging", 2020, "INTRODUCES")]
    [InlineData("QuollNet: Deep Burrows by Digging", 2022, "BUILDS_ON")]
    [InlineData("QuollNet: How it Digs", 2020, "BUILDS_ON")]
    [InlineData("QuollNet: A Survey", 2020, "BUILDS_ON")]
    [InlineData("QuollNet++: Deep Burrows by Digging", 2020, "BUILDS_ON")]
    [InlineData("A Pack: QuollNet and Others", 2020, "BUILDS_ON")]
    [InlineData("QuollNet", 2023, "BUILDS_ON")]
    [InlineData("QuollNet", 2015, "BUILDS_ON")]
    public void A_paper_whose_title_is_the_name_introduced_it_when_it_came_into_use(string title, int year, string type)
    {
        var paper = new PaperDraft("arxiv:0", title, "Here QuollNet digs.", year).Names("QuollNet", ConceptRole.BuildsOn, lexiconId: "quollnet", confidence: 0.6);

        Assert.Contains($"arxiv:0 {type} quollnet", Assemble([paper, .. Users("QuollNet", "quollnet", 2020, 60)]).Arrows());
    }

    [Theory]
    [InlineData("Wombat Search for Moles", "definition.propose", 0.6, "BUILDS_ON")]
    [InlineData("Wombat Search for Moles", "role.introduce", 0.95, "BUILDS_ON")]
    [InlineData("Wombat Search for Moles", "definition.called", 0.6, "INTRODUCES")]
    [InlineData("Wombat Search for Moles", "definition.propose", 0.9, "INTRODUCES")]
    [InlineData("Wombat Search: Finding Moles", "definition.propose", 0.6, "INTRODUCES")]
    public void A_well_known_name_of_common_words_is_introduced_by_a_sure_definition_or_a_title(string title, string by, double confidence, string type)
    {
        var claim = new PaperDraft("arxiv:0", title, "Here Wombat Search (WS) is proposed.", 2020).Names("Wombat Search (WS)", ConceptRole.Introduces, lexiconId: "wombat-search", confidence: confidence, by: by);

        Assert.Contains($"arxiv:0 {type} wombat-search", Assemble([claim, .. Users("Wombat Search", "wombat-search", 2021, 30)]).Arrows());
    }

    [Fact]
    public void Of_what_a_paper_introduces_the_main_thing_descends_from_what_it_builds_on()
    {
        var paper = new PaperDraft("arxiv:0", "BoxNet for stars", "BoxNet, with a starry regulariser, extends QuollNet.", 2020)
            .Names("BoxNet", ConceptRole.Introduces).Names("starry regulariser", ConceptRole.Introduces).Names("QuollNet", ConceptRole.BuildsOn, lexiconId: "quollnet");

        Assert.Equal(["boxnet BUILDS_ON quollnet"], Assemble(paper).Arrows("BUILDS_ON").Where(arrow => !arrow.StartsWith("arxiv", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(0.3, 30, 0.8)]
    [InlineData(0.6, 30, 0.8)]
    [InlineData(0.95, 30, 0.5)]
    [InlineData(0.6, 3, 0.5)]
    public void How_sure_a_paper_builds_on_what_it_cannot_have_introduced_does_not_rest_on_its_claim(double claim, int others, double confidence)
    {
        var paper = new PaperDraft("arxiv:0", "QuollNet-Bench: how good is it?", "We propose to test QuollNet with care.", 2024).Names("QuollNet", ConceptRole.Introduces, lexiconId: "quollnet", confidence: claim);

        var link = Assemble([paper, .. Users("QuollNet", "quollnet", 2021, others)]).Relationship("arxiv:0 BUILDS_ON quollnet");

        Assert.Equal(confidence, link["confidence"].AsNumber());
    }

    [Fact]
    public void A_subtitle_describes_and_does_not_introduce_what_others_name_too()
    {
        var claim = new PaperDraft("arxiv:0", "STRAND: Wombat Search for planning", "Nothing more.", 2020).Names("Wombat Search", ConceptRole.Introduces, lexiconId: "wombat-search");

        Assert.DoesNotContain("arxiv:0 INTRODUCES wombat-search", Assemble([claim, .. Users("Wombat Search", "wombat-search", 2021, 6)]).Arrows());
    }

    [Theory]
    [InlineData("QuollNet: learning with quolls", "definition.title", 0.9, true)]
    [InlineData("Learning with quolls", "definition.propose", 0.9, true)]
    [InlineData("Learning with quolls", "definition.propose", 0.45, false)]
    [InlineData("Learning with quolls", "role.introduce", 0.7, true)]
    [InlineData("QuollNet helps to learn", "role.model", 0.9, true)]
    [InlineData("Learning with quolls", "role.model", 0.9, false)]
    public void A_claim_to_a_well_known_concept_must_be_plain(string title, string by, double confidence, bool believed)
    {
        var claim = new PaperDraft("arxiv:0", title, "Here QuollNet is proposed.", 2020).Names("QuollNet", ConceptRole.Introduces, lexiconId: "quollnet", confidence: confidence, by: by);

        Assert.Equal(believed, Assemble([claim, .. Users("QuollNet", "quollnet", 2021, 30)]).Arrows().Contains("arxiv:0 INTRODUCES quollnet"));
    }

    [Theory]
    [InlineData(4, "INTRODUCES")]
    [InlineData(5, "BUILDS_ON")]
    public void Up_to_four_papers_of_earlier_years_may_precede_the_paper_whose_title_begins_with_the_name(int earlier, string type)
    {
        var claim = new PaperDraft("arxiv:0", "QuollNet: learning with quolls", "We propose QuollNet.", 2020).Names("QuollNet", ConceptRole.Introduces, lexiconId: "quollnet");

        Assert.Contains($"arxiv:0 {type} quollnet", Assemble([claim, .. Users("QuollNet", "quollnet", 2019, earlier), .. Users("QuollNet", "quollnet", 2020, 4, "b")]).Arrows());
    }

    [Fact]
    public void A_paper_that_coins_a_known_name_long_before_it_was_known_coins_another()
    {
        var snake = new PaperDraft("arxiv:0", "QuollNet: a robot that climbs", "We propose QuollNet, a robot.", 2009).Names("QuollNet", ConceptRole.Introduces, lexiconId: "quollnet");
        var graph = Assemble([snake, .. Users("QuollNet", "quollnet", 2020, 60)]);

        Assert.Contains("arxiv:0 INTRODUCES quollnet-0", graph.Arrows());
        Assert.Equal(2020, graph.Node("quollnet")["firstYear"].AsInteger());
    }

    [Fact]
    public void A_concept_is_as_old_as_the_paper_that_introduced_it_however_few_follow_at_first()
    {
        var origin = new PaperDraft("arxiv:0", "QuollNet: learning with quolls", "We propose QuollNet.", 2018).Names("QuollNet", ConceptRole.Introduces, lexiconId: "quollnet");

        Assert.Equal(2018, Assemble([origin, .. Users("QuollNet", "quollnet", 2020, 60)]).Node("quollnet")["firstYear"].AsInteger());
    }

    [Fact]
    public void Nothing_descends_from_what_is_much_younger()
    {
        var stated = new PaperDraft("arxiv:0", "Both", "QuollNet builds on Wombat Search.", 2024)
            .Names("QuollNet", ConceptRole.Uses, lexiconId: "quollnet").Names("Wombat Search", ConceptRole.Uses, lexiconId: "wombat-search").States(0, GraphSchema.Types.BuildsOn, 1);

        Assert.Empty(Assemble([stated, .. Users("QuollNet", "quollnet", 2015, 2)]).Arrows(GraphSchema.Types.BuildsOn));
        Assert.Equal(["quollnet BUILDS_ON wombat-search"], Assemble([stated, .. Users("Wombat Search", "wombat-search", 2015, 2)]).Arrows(GraphSchema.Types.BuildsOn));
    }

    [Fact]
    public void A_well_known_concept_does_not_descend_from_a_lesser_one_because_a_paper_says_so_in_passing()
    {
        var stated = new PaperDraft("arxiv:0", "Both", "QuollNet builds on Wombat Search.", 2021)
            .Names("QuollNet", ConceptRole.Uses, lexiconId: "quollnet").Names("Wombat Search", ConceptRole.Uses, lexiconId: "wombat-search").States(0, GraphSchema.Types.BuildsOn, 1);

        Assert.Empty(Assemble([stated, .. Users("QuollNet", "quollnet", 2020, 20)]).Arrows(GraphSchema.Types.BuildsOn));
    }

    [Theory]
    [InlineData("graph-based methods")]
    [InlineData("graph-based")]
    [InlineData("noisy feedback")]
    [InlineData("model")]
    [InlineData("and alignment network")]
    public void A_name_that_names_nothing_is_no_concept(string name) =>
        Assert.Empty(Assemble(new PaperDraft("arxiv:0", "Title", $"We extend {name} here.", 2020).Names(name, ConceptRole.BuildsOn), new PaperDraft("arxiv:1", "Other", $"We extend {name} there.", 2020).Names(name, ConceptRole.Introduces)).Arrows());

    [Theory]
    [InlineData("attention-based models")]
    [InlineData("Attention-based")]
    public void An_adjective_of_a_known_name_stands_for_it(string name) =>
        Assert.Equal(["arxiv:0 BUILDS_ON attention-mechanism"], Assemble(new PaperDraft("arxiv:0", "Title", $"We extend {name} here.", 2020).Names(name, ConceptRole.BuildsOn)).Arrows());

    private static IEnumerable<PaperDraft> Users(string name, string id, int year, int count, string series = "a") =>
        Enumerable.Range(1, count).Select(at => new PaperDraft($"arxiv:{id}-{series}{at:00}", "Use", $"We run {name} on data.", year).Names(name, ConceptRole.Uses, lexiconId: id));

    private static RecordedGraph Assemble(params IEnumerable<PaperDraft> drafts)
    {
        var graph = new RecordedGraph();
        GraphAssembler.Assemble(new ConceptLinker(Lexicon, LinkOverrides.None).Link(drafts.Select(draft => draft.Build()), CancellationToken.None), graph, CancellationToken.None);
        return graph;
    }
}
