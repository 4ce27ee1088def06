using Stemma.GraphBuilder.Asking;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilderTests.Linking;
using Stemma.GraphModel.Papers;
using Stemma.GraphStore.Embedded;
using Stemma.Testing.Engines;
using Xunit;

namespace Stemma.GraphBuilderTests.Asking;

/// <summary>A researcher's questions about two names, about what came after one, and about who works on it.</summary>
public sealed class ResearchQuestionsTests
{
    [Theory]
    [InlineData("accuracy of Step-DPO on GSM8K")]
    [InlineData("what is the accuracy of Step-DPO on GSM8K?")]
    [InlineData("how well does Step-DPO do on GSM8K?")]
    [InlineData("how does Step-DPO perform on GSM8K")]
    [InlineData("what does Step-DPO score on GSM8K")]
    [InlineData("Step-DPO results on GSM8K")]
    public async Task Results_of_a_method_are_those_of_its_paper_and_then_of_what_is_made_from_it(string question)
    {
        var answer = await SmallAsker.AskAndRunAsync(question);

        Assert.Equal("results_of(step-dpo, gsm8k)", answer.Understood);
        Assert.Equal([("arxiv:2", null), ("arxiv:3", "step-dpo")], answer.Rows.Select(row => (row.Id, row.Via)));
        Assert.Equal("1 result of Step-DPO on GSM8K is reported: 82.5% accuracy, in “Steps” (2024). 1 further result is of what papers make from it or with it.", answer.Answer);
    }

    [Fact]
    public async Task Where_only_what_is_made_from_a_method_has_results_the_answer_says_whose_they_are() =>
        Assert.Equal(
            "No abstract in this graph reports a result of Direct Preference Optimization (DPO) itself on GSM8K. 1 result is of what papers make from it or with it: 82.5% accuracy by Step-DPO, in “Steps” (2024).",
            (await SmallAsker.AskAndRunAsync("accuracy of DPO on GSM8K")).Answer);

    [Theory]
    [InlineData("accuracy of PPO on MATH", "No abstract in this graph reports a result of Proximal Policy Optimization (PPO) on MATH. It may stand in the papers, of which only titles and abstracts are read.")]
    [InlineData("accuracy of DPO on Foobarizer", "Nothing in this graph is named “Foobarizer”.")]
    [InlineData("accuracy of Stp-DPO on GSM8K", "1 result of Step-DPO on GSM8K is reported: 82.5% accuracy, in “Steps” (2024). 1 further result is of what papers make from it or with it. (“Stp-DPO” was read as Step-DPO.)")]
    public async Task Results_that_are_not_there_and_names_that_are_not_known_are_said_to_be(string question, string sentence) =>
        Assert.Equal(sentence, (await SmallAsker.AskAndRunAsync(question)).Answer);

    [Theory]
    [InlineData("what replaced DPO?")]
    [InlineData("what came after DPO")]
    [InlineData("what comes after DPO")]
    [InlineData("successors of DPO")]
    public async Task Successors_stand_by_year_and_are_not_said_to_have_replaced_anything(string question)
    {
        var answer = await SmallAsker.AskAndRunAsync(question);

        Assert.Equal("successors(direct-preference-optimization)", answer.Understood);
        Assert.Equal(["step-dpo", "findpo"], answer.Rows.Select(row => row.Id));
        Assert.Equal("After Direct Preference Optimization (DPO) came Step-DPO (2024) and FinDPO (2025, less sure), by year. They build on it or are variants of it, which need not mean that they took its place.", answer.Answer);
    }

    [Fact]
    public async Task Of_many_successors_the_best_known_are_kept_and_told_by_year()
    {
        ExtractedPaper[] papers =
        [
            new PaperDraft("arxiv:51", "Early", "OldDPO is new.", 2023).Names("OldDPO", ConceptRole.Introduces).Build(),
            .. Enumerable.Range(52, 3).Select(at => new PaperDraft($"arxiv:{at}", $"Trial {at}", "We use FinDPO.", 2025).Names("FinDPO", ConceptRole.Uses).Build()),
        ];

        Assert.Equal(["step-dpo", "findpo"], (await SmallAsker.AskAndRunAsync("top 2 successors of DPO", papers)).Rows.Select(row => row.Id));
        Assert.Equal(["olddpo", "step-dpo", "findpo"], (await SmallAsker.AskAndRunAsync("successors of DPO", papers)).Rows.Select(row => row.Id));
    }

    [Theory]
    [InlineData("papers without DPO for math reasoning", "arxiv:62")]
    [InlineData("papers on math reasoning that do not use DPO", "arxiv:62")]
    [InlineData("papers about math reasoning that don't use PPO", "arxiv:61 arxiv:62 arxiv:7")]
    public async Task Who_builds_on_a_thing_does_not_do_without_it(string question, string ids)
    {
        ExtractedPaper[] papers =
        [
            new PaperDraft("arxiv:61", "Sums by preference", "We extend DPO for math reasoning.", 2025).Names("DPO", ConceptRole.BuildsOn, lexiconId: "direct-preference-optimization")
                .Names("math reasoning", ConceptRole.Addresses, ConceptType.Task, "mathematical-reasoning").Build(),
            new PaperDraft("arxiv:62", "Sums by hand", "We study math reasoning, unlike DPO.", 2025).Names("DPO", ConceptRole.Mentions, lexiconId: "direct-preference-optimization")
                .Names("math reasoning", ConceptRole.Addresses, ConceptType.Task, "mathematical-reasoning").Build(),
        ];
        var answer = await SmallAsker.AskAndRunAsync(question, papers);

        Assert.Equal(ids.Split(' '), answer.Rows.Select(row => row.Id).Order(StringComparer.Ordinal));
        Assert.EndsWith(" Only titles and abstracts are read: what they do not name may still be used.", answer.Answer);
    }

    [Theory]
    [InlineData("which authors work on DPO?")]
    [InlineData("who works on DPO")]
    [InlineData("leading researchers on DPO")]
    public async Task Who_works_on_a_thing_is_answered_with_authors_and_what_shows_it(string question)
    {
        var papers = new PaperDraft("arxiv:71", "More steps", "We extend DPO.", 2025) { Authors = ["Bo Li", "Cy Fu"] }.Names("DPO", ConceptRole.BuildsOn, lexiconId: "direct-preference-optimization", confidence: 0.95).Build();
        var answer = await SmallAsker.AskAndRunAsync(question, papers, new PaperDraft("arxiv:72", "Uses", "We use DPO.", 2025) { Authors = ["Bo Li"] }.Names("DPO", ConceptRole.Uses, lexiconId: "direct-preference-optimization").Build());

        Assert.Equal("authors_on(direct-preference-optimization)", answer.Understood);
        Assert.Equal([("Bo Li", 2L, "We extend DPO."), ("Cy Fu", 1L, "We extend DPO."), ("Ana Pérez", 1L, "We introduce Direct Preference Optimization (DPO).")], answer.Rows.Select(row => (row.Title, row.Papers!.Value, row.Evidence)));
        Assert.Equal(
            "3 authors have papers that introduce, build on, use, address or evaluate on Direct Preference Optimization (DPO): Bo Li (2 papers), Cy Fu (1 paper) and Ana Pérez (1 paper). Authors are known by their names alone: people of one name count as one.",
            answer.Answer);
    }

    [Fact]
    public async Task What_two_have_in_common_is_told_by_how()
    {
        ExtractedPaper[] papers =
        [
            new PaperDraft("arxiv:81", "Kite", "KiteNet extends DPO. It is tried on MATH.", 2024).Names("KiteNet", ConceptRole.Introduces).Names("DPO", ConceptRole.BuildsOn, lexiconId: "direct-preference-optimization")
                .Names("MATH", ConceptRole.EvaluatesOn, ConceptType.Benchmark, "math", true).Build(),
            new PaperDraft("arxiv:82", "Crane", "CraneNet joins Step-DPO and KiteNet.", 2025).Names("CraneNet", ConceptRole.Introduces).Names("Step-DPO", ConceptRole.BuildsOn).Names("KiteNet", ConceptRole.BuildsOn).Build(),
        ];
        var answer = await SmallAsker.AskAndRunAsync("what do Step-DPO and KiteNet have in common?", papers);

        Assert.Equal("in_common(step-dpo, kitenet)", answer.Understood);
        Assert.Equal(["direct-preference-optimization", "cranenet", "math"], answer.Rows.Select(row => row.Id));
        Assert.Equal("Step-DPO and KiteNet have 3 things in common: both build on Direct Preference Optimization; CraneNet builds on both; their papers evaluate on MATH.", answer.Answer);
        Assert.Equal(["compare Step-DPO and KiteNet", "how are Step-DPO and KiteNet connected?"], answer.Suggestions);
        Assert.Equal(2, answer.Rows[0].Relationships.Count);
    }

    [Fact]
    public async Task Two_without_anything_in_common_are_said_to_have_none() =>
        Assert.StartsWith("Nothing in this graph is common to RivalPref and FinDPO", (await SmallAsker.AskAndRunAsync("what do RivalPref and FinDPO have in common")).Answer);

    [Theory]
    [InlineData("top 2 methods for math reasoning", "Of 4 methods that papers on Mathematical Reasoning use, these are in most of them: ")]
    public async Task Who_asks_for_so_many_is_told_of_so_many_and_of_no_more(string question, string sentence)
    {
        var papers = new[] { "KiteNet", "CraneNet", "CrowNet" }.Select((name, at) => new PaperDraft($"arxiv:9{at}", $"Work {at}", $"We use {name} for math reasoning.", 2025)
            .Names(name, ConceptRole.Uses).Names("math reasoning", ConceptRole.Addresses, ConceptType.Task, "mathematical-reasoning").Build()).ToArray();
        var answer = await SmallAsker.AskAndRunAsync(question, papers);

        Assert.StartsWith(sentence, answer.Answer);
        Assert.DoesNotContain("more", answer.Answer);
        Assert.Equal((2, 2), (answer.Rows.Count, answer.Total));
    }

    [Theory]
    [InlineData(0.3, "What KiteNet builds on is not sure; it may be CraneNet (less sure, 30 %). Nothing in this graph builds on it.")]
    [InlineData(0.5, "KiteNet builds on CraneNet (less sure, 50 %). Nothing in this graph builds on it.")]
    [InlineData(0.9, "KiteNet builds on CraneNet. Nothing in this graph builds on it.")]
    public async Task Of_doubtful_ancestors_the_sentence_says_so(double confidence, string sentence)
    {
        var paper = new PaperDraft("arxiv:31", "Kite", "KiteNet takes after CraneNet.", 2024).Names("KiteNet", ConceptRole.Introduces).Names("CraneNet", ConceptRole.BuildsOn, confidence: confidence).Build();

        Assert.Equal(sentence, (await SmallAsker.AskAndRunAsync("lineage of KiteNet", paper)).Answer);
    }

    [Theory]
    [InlineData("which papers introduce a benchmark for math reasoning?", "sums-2", "new_data_for(mathematical-reasoning), newest first")]
    [InlineData("new methods for math reasoning", "kitenet", "new_methods_for(mathematical-reasoning), newest first")]
    [InlineData("which metrics are used for math reasoning?", "pass-rate", "metrics_for(mathematical-reasoning)")]
    [InlineData("math reasoning metrics", "pass-rate", "metrics_for(mathematical-reasoning)")]
    [InlineData("how do I evaluate KiteNet?", "sums-2", "benchmarks_for(kitenet)")]
    [InlineData("which methods work best for math reasoning", "kitenet direct-preference-optimization", "methods_for(mathematical-reasoning)")]
    [InlineData("papers by Ana Perez on math reasoning", "arxiv:61", "by_author(author:ana-perez), also about(mathematical-reasoning)")]
    [InlineData("what did Ana Pérez write about KiteNet", "arxiv:61", "by_author(author:ana-perez), also about(kitenet)")]
    [InlineData("KiteNet on Sums-2", "arxiv:62", "about(kitenet), also evaluates_on(sums-2)")]
    [InlineData("what is the most cited paper on KiteNet", "arxiv:61 arxiv:62", "about(kitenet), most cited first")]
    [InlineData("DPO variants", "step-dpo findpo", "variants(direct-preference-optimization)")]
    [InlineData("is KiteNet still used?", "arxiv:62", "uses(kitenet), by year")]
    public async Task What_is_new_measured_or_written_is_found(string question, string ids, string understood)
    {
        var paper = new PaperDraft("arxiv:61", "Sums", "KiteNet and Sums-2 are for math reasoning, by pass rate.", 2025) { Authors = ["Ana Pérez"] }
            .Names("KiteNet", ConceptRole.Introduces).Names("Sums-2", ConceptRole.Introduces, ConceptType.Benchmark).Names("math reasoning", ConceptRole.Addresses, ConceptType.Task, "mathematical-reasoning")
            .Names("pass rate", ConceptRole.Measures, ConceptType.Metric).Build();
        var user = new PaperDraft("arxiv:62", "Uses of kites", "We use KiteNet. It is tried on Sums-2.", 2025).Names("KiteNet", ConceptRole.Uses).Names("Sums-2", ConceptRole.EvaluatesOn, ConceptType.Benchmark).Build();
        var answer = await SmallAsker.AskAndRunAsync(question, paper, user);

        Assert.Equal(understood, answer.Understood);
        Assert.Equal(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), answer.Rows.Select(row => row.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_author_and_an_unknown_name_is_told_of_the_name() =>
        Assert.Equal("Nothing in this graph is named “Foobarizer”.", (await SmallAsker.AskAndRunAsync("papers by Ana Pérez on Foobarizer")).Answer);

    [Fact]
    public async Task Two_that_are_compared_are_told_apart_by_who_sets_one_against_the_other_and_by_how_they_stand()
    {
        ExtractedPaper[] papers =
        [
            new PaperDraft("arxiv:61", "Third", "We beat DPO and PPO.", 2025).Names("DPO", ConceptRole.ComparesWith, lexiconId: "direct-preference-optimization").Names("PPO", ConceptRole.ComparesWith, lexiconId: "proximal-policy-optimization").Build(),
            new PaperDraft("arxiv:62", "Duel", "We extend DPO and beat PPO.", 2025).Names("DPO", ConceptRole.BuildsOn, lexiconId: "direct-preference-optimization").Names("PPO", ConceptRole.ComparesWith, lexiconId: "proximal-policy-optimization").Build(),
        ];
        var answer = await SmallAsker.AskAndRunAsync("compare DPO and PPO", papers);

        Assert.Equal("arxiv:62", answer.Rows[0].Id);
        Assert.Equal(
            "Direct Preference Optimization (DPO) was introduced by “Preferences without rewards” (2023) and is named in this graph by 6 papers since 2023. "
            + "Proximal Policy Optimization (PPO) was introduced by “Clipping” (2017) and is named in this graph by 4 papers since 2017. Direct Preference Optimization builds on Proximal Policy Optimization. "
            + "3 papers name both, those that compare them first: “Duel” builds on Direct Preference Optimization and compares with Proximal Policy Optimization. What they found stands in their sentences.",
            answer.Answer);
        Assert.Contains("what do DPO and PPO have in common?", answer.Suggestions);
    }

    [Fact]
    public async Task Two_that_are_compared_are_told_apart_by_what_they_address_and_are_evaluated_on()
    {
        ExtractedPaper[] papers =
        [
            new PaperDraft("arxiv:61", "Kites", "KiteNet extends DPO for flying. It is tried on MATH and on AirBench.", 2024).Names("KiteNet", ConceptRole.Introduces).Names("DPO", ConceptRole.BuildsOn, lexiconId: "direct-preference-optimization")
                .Names("flying", ConceptRole.Addresses, ConceptType.Task).Names("MATH", ConceptRole.EvaluatesOn, ConceptType.Benchmark, "math", true).Names("AirBench", ConceptRole.EvaluatesOn, ConceptType.Benchmark).Build(),
            new PaperDraft("arxiv:62", "Cranes", "CraneNet beats KiteNet at flying and at math reasoning. It is tried on MATH and on SeaBench.", 2025).Names("CraneNet", ConceptRole.Introduces).Names("KiteNet", ConceptRole.ComparesWith)
                .Names("flying", ConceptRole.Addresses, ConceptType.Task).Names("math reasoning", ConceptRole.Addresses, ConceptType.Task, "mathematical-reasoning")
                .Names("MATH", ConceptRole.EvaluatesOn, ConceptType.Benchmark, "math", true).Names("SeaBench", ConceptRole.EvaluatesOn, ConceptType.Benchmark).Build(),
        ];

        Assert.Equal(
            "KiteNet was introduced by “Kites” (2024) and is named in this graph by 2 papers since 2024; it builds on Direct Preference Optimization. CraneNet was introduced by “Cranes” (2025) and is named in this graph by 1 paper since 2025. "
            + "Papers on either address flying, those on CraneNet also Mathematical Reasoning. Papers on either are evaluated on MATH, those on KiteNet also AirBench, those on CraneNet also SeaBench. "
            + "One paper names both: “Cranes” compares with KiteNet and introduces CraneNet. What they found stands in their sentences.",
            (await SmallAsker.AskAndRunAsync("difference between KiteNet and CraneNet", papers)).Answer);
    }
}
