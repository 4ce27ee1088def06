using Stemma.GraphBuilder.Asking;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilderTests.Linking;
using Stemma.GraphModel.Papers;
using Stemma.GraphStore.Embedded;
using Stemma.Testing.Engines;
using Xunit;

namespace Stemma.GraphBuilderTests.Asking;

public sealed class AskerTests
{
    [Fact]
    public async Task What_builds_on_a_method_lists_followers_and_variants_but_no_rivals()
    {
        var answer = await SmallAsker.AskAsync("what builds on DPO?");

        Assert.Equal("builds_on(direct-preference-optimization)", answer.Understood);
        Assert.Equal(["arxiv:2", "arxiv:3", "arxiv:5"], answer.Rows.Select(row => row.Id));
        Assert.Equal([null, "step-dpo", "findpo"], answer.Rows.Select(row => row.Via));
        Assert.Equal("Step-DPO extends DPO to steps.", answer.Rows[0].Evidence);
        Assert.Equal((3, false), (answer.Total, answer.Truncated));
        Assert.StartsWith("3 papers build on Direct Preference Optimization (DPO), 2 of them through variants; the surest are “Steps” (2024)", answer.Answer);
    }

    [Theory]
    [InlineData("what builds on DPO since 2025", "arxiv:3 arxiv:5")]
    [InlineData("what builds on DPO as of 2024", "arxiv:2")]
    [InlineData("what builds on DPO at ICML", "arxiv:3")]
    [InlineData("newest papers that build on DPO", "arxiv:3 arxiv:5 arxiv:2")]
    [InlineData("top 1 papers that build on DPO", "arxiv:2")]
    [InlineData("which papers build on DPO and also evaluate on GSM8K", "arxiv:2 arxiv:3")]
    [InlineData("which papers evaluate on GSM8K", "arxiv:2 arxiv:3 arxiv:4")]
    [InlineData("which papers evaluate on GSM8K and MATH?", "arxiv:2")]
    [InlineData("which papers compare with DPO", "arxiv:4")]
    [InlineData("which papers use DPO", "arxiv:2 arxiv:7")]
    [InlineData("who introduced DPO", "arxiv:1")]
    [InlineData("when was PPO introduced?", "arxiv:6")]
    [InlineData("what does DPO build on?", "proximal-policy-optimization")]
    [InlineData("variants of DPO", "findpo step-dpo")]
    [InlineData("which benchmarks is Step-DPO evaluated on?", "gsm8k math")]
    [InlineData("what is DPO compared with", "rivalpref")]
    [InlineData("best results on GSM8K", "arxiv:3 arxiv:2")]
    [InlineData("which methods are used for mathematical reasoning", "direct-preference-optimization")]
    [InlineData("papers by Ana Perez", "arxiv:3 arxiv:1")]
    [InlineData("papers about PPO", "arxiv:6 arxiv:1")]
    [InlineData("whats built on top of direct preference optimization", "arxiv:2 arxiv:3 arxiv:5")]
    [InlineData("what uses GSM8K", "arxiv:2 arxiv:3 arxiv:4")]
    [InlineData("who wrote DPO?", "arxiv:1")]
    [InlineData("what is the lineage of DPO?", "proximal-policy-optimization findpo step-dpo")]
    public async Task Questions_of_each_kind_find_their_rows(string question, string ids)
    {
        var answer = await SmallAsker.AskAsync(question);

        Assert.Equal(ids.Split(' ').Order(StringComparer.Ordinal), answer.Rows.Select(row => row.Id).Order(StringComparer.Ordinal));
        Assert.NotEqual("", answer.Answer);
        Assert.NotNull(answer.Cypher);
    }

    [Fact]
    public async Task The_order_asked_for_is_the_order_given() =>
        Assert.Equal(["arxiv:3", "arxiv:5", "arxiv:2"], (await SmallAsker.AskAsync("newest papers that build on DPO")).Rows.Select(row => row.Id));

    [Fact]
    public async Task Who_introduced_it_names_the_authors() =>
        Assert.Equal(
            "Direct Preference Optimization (DPO) was introduced by “Preferences without rewards” (2023), by Ana Pérez.", (await SmallAsker.AskAsync("who introduced DPO?")).Answer);

    [Fact]
    public async Task A_connection_is_told_along_its_lineage()
    {
        var answer = await SmallAsker.AskAsync("how are PPO and Step-DPO connected?");

        Assert.Equal("connection(proximal-policy-optimization, step-dpo)", answer.Understood);
        Assert.Contains("Direct Preference Optimization builds on Proximal Policy Optimization; Step-DPO", answer.Answer);
        Assert.Equal("direct-preference-optimization", Assert.Single(answer.Paths).Nodes[1].Properties["id"].AsString());
    }

    [Theory]
    [InlineData(0.3, "but 4 papers name both")]
    [InlineData(0.9, "FogPref builds on ZapNet")]
    public async Task A_way_over_a_doubtful_basis_gives_way_to_papers_that_name_both(double confidence, string told)
    {
        ExtractedPaper[] papers =
        [
            new PaperDraft("arxiv:21", "Fog", "FogPref joins ZapNet and ZipNet.", 2024)
                .Names("FogPref", ConceptRole.Introduces).Names("ZapNet", ConceptRole.BuildsOn, confidence: confidence).Names("ZipNet", ConceptRole.BuildsOn, confidence: confidence).Build(),
            .. Enumerable.Range(22, 3).Select(at => new PaperDraft($"arxiv:{at}", $"Trial {at}", "We try ZapNet and ZipNet.", 2024).Names("ZapNet", ConceptRole.Uses).Names("ZipNet", ConceptRole.Uses).Build()),
        ];

        Assert.Contains(told, (await SmallAsker.AskAsync("how are ZapNet and ZipNet connected?", papers)).Answer);
    }

    [Fact]
    public async Task A_name_of_unrelated_things_is_answered_for_one_and_names_the_others_as_choices()
    {
        var answer = await SmallAsker.AskAsync("who introduced SPO?");

        Assert.Equal("introduced_by(self-play-preference-optimization)", answer.Understood);
        Assert.Equal("arxiv:8", Assert.Single(answer.Rows).Id);
        Assert.EndsWith("“SPO” can also mean Self-supervised Preference Optimization (SPO), left out here.", answer.Answer);
        Assert.Equal(["who introduced Self-supervised Preference Optimization?"], answer.Suggestions);
        Assert.Equal("arxiv:9", Assert.Single((await SmallAsker.AskAsync(answer.Suggestions[0])).Rows).Id);
    }

    [Theory]
    [InlineData("what builds on Direct Preference Optimisation?")]
    [InlineData("what builds on direct-preference-optimization")]
    [InlineData("WHAT BUILDS ON dpo")]
    [InlineData("what builds on Dpo")]
    [InlineData("what builds on Direct Prefrence Optimization")]
    public async Task Names_are_found_however_they_are_spelled(string question) =>
        Assert.Equal("builds_on(direct-preference-optimization)", (await SmallAsker.AskAsync(question)).Understood);

    [Fact]
    public async Task A_corrected_name_is_said_to_be_one() =>
        Assert.Contains("“Direct Prefrence Optimization” was read as Direct Preference Optimization", (await SmallAsker.AskAsync("what builds on Direct Prefrence Optimization")).Answer);

    [Fact]
    public async Task An_unknown_name_is_understood_but_has_no_rows()
    {
        var answer = await SmallAsker.AskAsync("what builds on Foobarizer?");

        Assert.Equal("builds_on(“Foobarizer”)", answer.Understood);
        Assert.Equal("Nothing in this graph is named “Foobarizer”.", answer.Answer);
        Assert.Empty(answer.Rows);
    }

    [Fact]
    public async Task What_is_no_question_gets_suggestions()
    {
        var answer = await SmallAsker.AskAsync("lorem ipsum dolor");

        Assert.Null(answer.Understood);
        Assert.Contains("what builds on DPO?", answer.Suggestions);
    }

    [Fact]
    public async Task A_text_of_no_known_form_that_names_nothing_is_not_understood()
    {
        var answer = await SmallAsker.AskAsync("tell me a wish");

        Assert.Null(answer.Understood);
        Assert.Equal("This is no question of a known form, and nothing in this graph is named “a wish”.", answer.Answer);
        Assert.Equal(Asker.Examples, answer.Suggestions);
    }

    [Theory]
    [InlineData("what builds on DPO but not Step-DPO?", "arxiv:5", "builds_on(direct-preference-optimization), not builds_on(step-dpo)")]
    [InlineData("which papers build on DPO and do not evaluate on MATH", "arxiv:3 arxiv:5", "builds_on(direct-preference-optimization), not evaluates_on(math)")]
    [InlineData("papers that build on DPO without using GSM8K", "arxiv:5", "builds_on(direct-preference-optimization), not uses(gsm8k)")]
    [InlineData("which papers evaluate on GSM8K except those that build on DPO?", "arxiv:4", "evaluates_on(gsm8k), not builds_on(direct-preference-optimization)")]
    [InlineData("which papers evaluate on GSM8K but not on MATH or FinDPO?", "arxiv:3 arxiv:4", "evaluates_on(gsm8k), not evaluates_on(math|findpo)")]
    [InlineData("which papers evaluate on GSM8K but not on PPO, MATH and FinDPO?", "arxiv:3 arxiv:4", "evaluates_on(gsm8k), not evaluates_on(proximal-policy-optimization|math|findpo)")]
    [InlineData("which papers evaluate on GSM8K but not on PPO, MATH, or FinDPO?", "arxiv:3 arxiv:4", "evaluates_on(gsm8k), not evaluates_on(proximal-policy-optimization|math|findpo)")]
    [InlineData("variants of DPO other than FinDPO", "step-dpo", "variants(direct-preference-optimization), not variants(findpo)")]
    [InlineData("which papers build on DPO and evaluate on GSM8K but not MATH", "arxiv:3", "builds_on(direct-preference-optimization), also evaluates_on(gsm8k), not evaluates_on(math)")]
    public async Task An_exclusion_leaves_out_what_it_names(string question, string ids, string understood)
    {
        var answer = await SmallAsker.AskAsync(question);

        Assert.Equal(understood, answer.Understood);
        Assert.Equal(ids.Split(' '), answer.Rows.Select(row => row.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_exclusion_of_something_unknown_says_so() =>
        Assert.Equal("Nothing in this graph is named “Foobarizer”.", (await SmallAsker.AskAsync("what builds on DPO but not Foobarizer?")).Answer);

    [Fact]
    public async Task Which_methods_outperform_one_lists_methods_with_the_sentence_that_says_so()
    {
        var answer = await SmallAsker.AskAsync("which methods outperform DPO?");

        var row = Assert.Single(answer.Rows);
        Assert.Equal(("rivalpref", "RivalPref outperforms DPO on GSM8K."), (row.Id, row.Evidence));
        Assert.Equal("Papers say of these methods that they do better than Direct Preference Optimization (DPO): RivalPref.", answer.Answer);
    }

    [Theory]
    [InlineData("what builds on RivalPref before 1990?", "No paper up to 1989 is in this graph, so it cannot tell: those that it has are from 2017 to 2025.")]
    [InlineData("what builds on RivalPref at NeurIPS since 2024", "No paper of NeurIPS since 2024 is in this graph, so it cannot tell: those that it has of NeurIPS are from 2023.")]
    [InlineData("which papers compare with DPO in 2025", "One paper compares with Direct Preference Optimization (DPO) in 2025: “A rival” (2025).")]
    [InlineData("which papers outperform DPO?", "One paper compares with Direct Preference Optimization (DPO): “A rival” (2025). The graph knows what is compared, not which was better: read the sentences.")]
    [InlineData("what builds on DPO but not PPO?", "3 papers build on Direct Preference Optimization (DPO) but not on Proximal Policy Optimization (PPO), 2 of them through variants; the surest are “Steps” (2024), “Finer steps” (2025) and “Money” (2025).")]
    [InlineData("lineage of PPO", "Nothing in this graph says what Proximal Policy Optimization (PPO) builds on. Built on it are Direct Preference Optimization.")]
    public async Task The_sentence_says_what_was_asked_and_what_is_known(string question, string sentence) =>
        Assert.Equal(sentence, (await SmallAsker.AskAsync(question)).Answer);

    [Theory]
    [InlineData("compare PPO and DPO")]
    [InlineData("PPO vs DPO")]
    [InlineData("what is the difference between PPO and DPO?")]
    public async Task A_comparison_is_answered_as_a_connection(string question) =>
        Assert.Equal("connection(proximal-policy-optimization, direct-preference-optimization)", (await SmallAsker.AskAsync(question)).Understood);

    [Fact]
    public async Task Rows_of_results_say_their_value() =>
        Assert.Equal(["84% accuracy"], (await SmallAsker.AskAsync("best results on GSM8K in 2025")).Rows.Select(row => row.Result));

    [Fact]
    public async Task A_result_says_whose_it_is()
    {
        var answer = await SmallAsker.AskAsync("best results on GSM8K in 2024");

        Assert.Equal("Step-DPO", Assert.Single(answer.Rows).Of);
        Assert.Equal("1 result is reported on GSM8K in 2024; the highest is 82.5% accuracy by Step-DPO, in “Steps” (2024).", answer.Answer);
    }

    [Fact]
    public async Task A_suggestion_drops_the_quotation_marks_of_the_name_it_replaces()
    {
        var answer = await SmallAsker.AskAsync("what builds on 'Preference Opt //");

        Assert.NotEmpty(answer.Suggestions);
        Assert.All(answer.Suggestions, suggestion => Assert.DoesNotContain("'", suggestion));
    }

    [Theory]
    [InlineData("what builds on the DPO?", "builds_on(direct-preference-optimization)")]
    [InlineData("papers about the DPO algorithm", "about(direct-preference-optimization)")]
    [InlineData("who introduced the DPO method", "introduced_by(direct-preference-optimization)")]
    [InlineData("which papers evaluate on the GSM8K benchmark?", "evaluates_on(gsm8k)")]
    [InlineData("how are the PPO and the DPO connected?", "connection(proximal-policy-optimization, direct-preference-optimization)")]
    [InlineData("What builds upon DPO, but was published before 2025?", "builds_on(direct-preference-optimization), year ≤ 2024")]
    [InlineData("which methods outperform DPO on GSM8K?", "outperforms(direct-preference-optimization), also evaluates_on(gsm8k)")]
    [InlineData("list the newest mathematical reasoning methods", "methods_for(mathematical-reasoning), newest first")]
    [InlineData("most cited papers about PPO", "about(proximal-policy-optimization), most cited first")]
    [InlineData("which papers use DPO for math reasoning?", "uses(direct-preference-optimization), also about(mathematical-reasoning)")]
    public async Task A_question_is_understood_with_articles_kinds_and_clauses_around_its_names(string question, string understood)
    {
        var answer = await SmallAsker.AskAsync(question);

        Assert.Equal(understood, answer.Understood);
        Assert.NotEmpty(answer.Rows);
    }

    [Fact]
    public async Task Two_questions_in_one_are_answered_one_and_one()
    {
        var answer = await SmallAsker.AskAsync("Who introduced DPO and what builds on it?");

        Assert.Equal("introduced_by(direct-preference-optimization)", answer.Understood);
        Assert.EndsWith("Ask the second question by itself: “what builds on DPO?”", answer.Answer);
        Assert.Equal("what builds on DPO?", answer.Suggestions[0]);
    }

    [Theory]
    [InlineData("papers that use neither PPO nor DPO", "A question needs a name that the papers have something to do with; what they leave out comes after it.")]
    [InlineData("what are the limitations of GSM8K?", "The graph cannot answer this about GSM8K: it knows who introduces")]
    [InlineData("please could GSM8K sing", "This is no question of a known form, but GSM8K is known.")]
    public async Task What_cannot_be_asked_is_told_in_a_sentence(string question, string sentence)
    {
        var answer = await SmallAsker.AskAsync(question);

        Assert.Null(answer.Understood);
        Assert.StartsWith(sentence, answer.Answer);
        Assert.NotEmpty(answer.Suggestions);
        Assert.True(answer.Suggestions.Count == 1 || answer.Suggestions[0] == "what is GSM8K?");
    }

    [Fact]
    public async Task What_a_method_uses_is_read_from_the_papers_that_introduce_it() =>
        Assert.Equal("used_by(step-dpo)", (await SmallAsker.AskAsync("what does Step-DPO use?")).Understood);

    [Fact]
    public async Task Citations_of_a_concept_are_those_of_the_paper_that_introduced_it()
    {
        var answer = await SmallAsker.AskAsync("which papers cite ZapNet?", Cited);

        Assert.Equal("cites(zapnet)", answer.Understood);
        Assert.Equal(("arxiv:2501.00002", "CITES"), (Assert.Single(answer.Rows).Id, answer.Rows[0].Relation));
        Assert.Equal("One paper cites the paper that introduced ZapNet: “Afterwards” (2025).", answer.Answer);
        await using var database = EmbeddedGraphDatabase.Over(SmallCorpus.Graph([.. SmallCorpus.Papers, .. Cited]), TimeProvider.System);
        await ShownCypher.AssertGivesAsync(answer, database, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Without_citations_the_papers_that_name_it_are_offered()
    {
        var answer = await SmallAsker.AskAsync("which papers cite DPO?");

        Assert.Equal("about(direct-preference-optimization)", answer.Understood);
        Assert.StartsWith("No citation of a paper that introduced it is in this graph. 4 papers name Direct Preference Optimization (DPO)", answer.Answer);
    }

    [Theory]
    [InlineData("who introduced nets that zap sparks", "“Nets that zap: sparks” (2024) is a paper; it introduces ZapNet.", "zapnet")]
    [InlineData("which papers cite \"Nets that zap\"?", "1 paper cites “Nets that zap: sparks” (2024).", "arxiv:2501.00002")]
    public async Task A_title_in_the_place_of_a_name_is_told_as_the_paper(string question, string sentence, string row)
    {
        var answer = await SmallAsker.AskAsync(question, Cited);

        Assert.Equal(("paper(arxiv:2401.00001)", sentence), (answer.Understood, answer.Answer));
        Assert.Equal(row, Assert.Single(answer.Rows).Id);
    }

    [Fact]
    public async Task Names_are_values_never_text_of_the_query()
    {
        var answer = await SmallAsker.AskAsync("what builds on '}) DETACH DELETE x //");

        Assert.Empty(answer.Rows);
    }

    private static ExtractedPaper[] Cited =>
    [
        new PaperDraft("arxiv:2401.00001", "Nets that zap: sparks", "We introduce ZapNet.", 2024).Names("ZapNet", ConceptRole.Introduces).Build(),
        new PaperDraft("arxiv:2501.00002", "Afterwards", "Others zapped before us.", 2025) { References = ["arxiv:2401.00001"] }.Build(),
    ];
}
