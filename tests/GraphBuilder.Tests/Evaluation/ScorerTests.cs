using Stemma.GraphBuilder.Evaluation;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Evaluation;

public sealed class ScorerTests
{
    private const string Gold =
        """{"id":"p1","title":"Zarvo","abstract":"We propose Zarvo and test on Quoll-9.","concepts":[{"name":"Zarvo","aliases":[],"type":"Method","role":"introduces","required":true,"evidence":"We propose Zarvo"},{"name":"Quoll-9","aliases":[],"type":"Benchmark","role":"evaluates_on","also_type":["Dataset"],"required":true,"evidence":"on Quoll-9"},{"name":"noise","aliases":[],"type":"Task","role":"mentions","required":false,"evidence":""}],"results":[],"relations":[]}""";

    [Fact]
    public void Optional_concepts_neither_help_recall_nor_harm_precision()
    {
        var card = Score(Concept("Zarvo", ConceptType.Method, ConceptRole.Introduces), Concept("noise", ConceptType.Task, ConceptRole.Uses));
        Assert.Equal((1.0, 0.5), (card.Typed.Precision, card.Typed.Recall));
        Assert.Equal((1, 1, 1, 1), (card.Introduces.Found, card.Introduces.Right, card.Introduces.Wanted, card.Introduces.Recalled));
        Assert.Equal(1.0, card.RoleAccuracy);
    }

    [Fact]
    public void The_precision_of_a_role_is_also_told_without_optional_concepts()
    {
        var card = Score(Concept("Zarvo", ConceptType.Method, ConceptRole.Introduces), Concept("wombat", ConceptType.Method, ConceptRole.Introduces), Concept("noise", ConceptType.Task, ConceptRole.Introduces));
        Assert.Equal((3, 1), (card.Introduces.Found, card.Introduces.Right));
        Assert.Equal((2, 1), (card.ByRoleWithoutOptional[ConceptRole.Introduces].Found, card.ByRoleWithoutOptional[ConceptRole.Introduces].Right));
        Assert.Contains("  introduces          0.333   1.000  0.500       3         1                        0.500                          1.000   1.000  1.000\n", card.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Given_the_concepts_only_required_ones_that_were_found_count()
    {
        var card = Score(Concept("Zarvo", ConceptType.Method, ConceptRole.Uses), Concept("noise", ConceptType.Task, ConceptRole.Uses));
        Assert.Equal((0, 0, 1, 0), Counts(card.ByRoleGivenConcepts[ConceptRole.Introduces]));
        Assert.Equal((1, 0, 0, 0), Counts(card.ByRoleGivenConcepts[ConceptRole.Uses]));
        Assert.Equal((0, 0, 0, 0), Counts(card.ByRoleGivenConcepts[ConceptRole.EvaluatesOn]));
    }

    private static (int Found, int Right, int Wanted, int Recalled) Counts(Tally tally) => (tally.Found, tally.Right, tally.Wanted, tally.Recalled);

    [Fact]
    public void A_wrong_type_counts_for_names_only_and_Dataset_equals_Benchmark_in_the_headline()
    {
        var card = Score(Concept("Zarvo", ConceptType.Task, ConceptRole.Uses), Concept("quoll 9", ConceptType.Dataset, ConceptRole.EvaluatesOn));
        Assert.Equal((1.0, 0.5), (card.Names.Precision, card.Typed.Precision));
        Assert.Equal(0.5, card.RoleAccuracy);
    }

    [Fact]
    public void Each_error_is_kept_by_kind_with_its_place()
    {
        var errors = Score(Concept("Zarvo", ConceptType.Method, ConceptRole.Uses), Concept("wombat", ConceptType.Method, ConceptRole.Introduces)).Errors;
        Assert.Equal((1, 1, 1), (errors.CountOf("introduces taken for uses"), errors.CountOf("Method that no reader lists, as introduces"), errors.CountOf("Benchmark missed")));
        Assert.Contains("     1  Benchmark missed\n        p1: Quoll-9\n", errors.ToString(places: 1), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("81.8", null, true)]
    [InlineData(null, "+81.8%", true)]
    [InlineData("80-81.8", null, true)]
    [InlineData("1,081.8", null, false)]
    [InlineData("top-1", null, false)]
    public void A_number_matches_a_value_a_change_or_one_end_of_a_range(string? value, string? delta, bool matches)
        => Assert.Equal(matches, ResultMatch.IsSameNumber(81.8, new LabelledResult("Quoll-9", value, "%", null, delta, null)));

    [Fact]
    public void A_line_that_is_no_labelled_paper_is_reported_with_its_place()
        => Assert.StartsWith("gold.jsonl:2: not a labelled paper", Assert.Throws<InvalidDataException>(() => LabelledPaperReader.Read(new StringReader("\n{\"id\":1}"), "gold.jsonl")).Message, StringComparison.Ordinal);

    private static Scorecard Score(params ExtractedConcept[] concepts)
    {
        var card = new Scorecard();
        Scorer.Add(card, Assert.Single(LabelledPaperReader.Read(new StringReader(Gold), "gold.jsonl")), new PaperExtraction(concepts, [], []));
        return card;
    }

    private static ExtractedConcept Concept(string name, ConceptType type, ConceptRole role) => new()
    {
        Name = name,
        Surfaces = [name],
        Types = [type],
        Role = role,
        Confidence = 1,
        Evidence = default,
        By = "test",
        Mentions = [],
    };
}
