using Stemma.GraphBuilder.Asking;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilderTests.Linking;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Asking;

/// <summary>Questions from people who look for a baseline, a similar dataset or earlier work.</summary>
public sealed class ResearcherQuestionsTests
{
    private static readonly ExtractedPaper[] Further =
    [
        new PaperDraft("arxiv:61", "Sums again", "For math reasoning PPO is the one to beat. BLEU is measured on GSM8K.", 2024).Names("math reasoning", ConceptRole.Addresses, ConceptType.Task, "mathematical-reasoning")
            .Names("PPO", ConceptRole.ComparesWith, lexiconId: "proximal-policy-optimization").Names("BLEU", ConceptRole.Measures, ConceptType.Metric).Names("GSM8K", ConceptRole.EvaluatesOn, ConceptType.Benchmark, "gsm8k").Build(),
    ];

    [Theory]
    [InlineData("datasets similar to GSM8K", "alike(gsm8k)", "Papers that evaluate on GSM8K also evaluate on MATH. That they are used together need not mean that they are alike.")]
    [InlineData("which benchmarks are like GSM8K?", "alike(gsm8k)", "Papers that evaluate on GSM8K also evaluate on MATH. That they are used together need not mean that they are alike.")]
    [InlineData("alternatives to GSM8K", "alike(gsm8k)", "Papers that evaluate on GSM8K also evaluate on MATH. That they are used together need not mean that they are alike.")]
    [InlineData("methods similar to DPO", "compared_to(direct-preference-optimization)", "Direct Preference Optimization (DPO) is compared with RivalPref.")]
    [InlineData("baselines for math reasoning", "baselines_for(mathematical-reasoning)", "Papers on Mathematical Reasoning compare with Proximal Policy Optimization.")]
    [InlineData("good baseline for math reasoning", "baselines_for(mathematical-reasoning)", "Papers on Mathematical Reasoning compare with Proximal Policy Optimization.")]
    [InlineData("which papers measure BLEU?", "measures(bleu)", "One paper measures BLEU: “Sums again” (2024).")]
    [InlineData("which papers report BLEU on GSM8K", "measures(bleu), also evaluates_on(gsm8k)", "One paper measures BLEU and evaluates on GSM8K: “Sums again” (2024).")]
    [InlineData("papers that measure math reasoning", "about(mathematical-reasoning)", "2 papers name Mathematical Reasoning; the surest are “Sums” (2025) and “Sums again” (2024).")]
    [InlineData("which metrics do papers on math reasoning report?", "metrics_for(mathematical-reasoning)", "Papers on Mathematical Reasoning measure BLEU.")]
    [InlineData("which metric should I report for math reasoning?", "metrics_for(mathematical-reasoning)", "Papers on Mathematical Reasoning measure BLEU.")]
    [InlineData("which datasets do papers on math reasoning use?", "benchmarks_for(mathematical-reasoning)", "Papers on Mathematical Reasoning use GSM8K.")]
    [InlineData("what do papers on math reasoning evaluate on in 2024?", "benchmarks_for(mathematical-reasoning), year ≥ 2024, year ≤ 2024", "Papers on Mathematical Reasoning in 2024 use GSM8K.")]
    [InlineData("most popular math reasoning methods", "methods_for(mathematical-reasoning)", "Papers on Mathematical Reasoning use Direct Preference Optimization.")]
    [InlineData("methods for math reasoning that do not use PPO", "methods_for(mathematical-reasoning), not uses(proximal-policy-optimization)", "Papers on Mathematical Reasoning use Direct Preference Optimization. Proximal Policy Optimization (PPO) is left out, but not what builds on it or uses it.")]
    [InlineData("which benchmark replaced GSM8K", "successors(gsm8k)", "Nothing in this graph builds on GSM8K or is a variant of it.")]
    public async Task It_is_answered_for_the_type_of_thing_it_is_about(string question, string understood, string sentence)
    {
        var answer = await SmallAsker.AskAndRunAsync(question, Further);

        Assert.Equal((understood, sentence), (answer.Understood, answer.Answer));
    }

    [Theory]
    [InlineData("is there prior work on DPO", "about(direct-preference-optimization)")]
    [InlineData("any work on DPO without PPO", "about(direct-preference-optimization), not about(proximal-policy-optimization)")]
    [InlineData("prior work on using DPO for math reasoning", "about(direct-preference-optimization), also about(mathematical-reasoning)")]
    [InlineData("does anything exist on DPO?", "about(direct-preference-optimization)")]
    [InlineData("novelty check: DPO", "about(direct-preference-optimization)")]
    [InlineData("has DPO been tried before?", "about(direct-preference-optimization)")]
    [InlineData("related work for DPO", "about(direct-preference-optimization)")]
    [InlineData("papers similar to DPO", "about(direct-preference-optimization)")]
    [InlineData("number of papers on DPO", "about(direct-preference-optimization)")]
    [InlineData("what happened in math reasoning in 2025?", "about(mathematical-reasoning), year ≥ 2025, year ≤ 2025")]
    [InlineData("what do people use instead of DPO these days", "compared_to(direct-preference-optimization)")]
    [InlineData("how often is DPO used?", "uses(direct-preference-optimization)")]
    [InlineData("which papers combine DPO and math reasoning", "uses(direct-preference-optimization), also uses(mathematical-reasoning), else words(“DPO math reasoning”)")]
    [InlineData("DPO papers not using PPO", "about(direct-preference-optimization), not uses(proximal-policy-optimization)")]
    [InlineData("list all variants of DPO and when they were published", "variants(direct-preference-optimization)")]
    [InlineData("explain the difference between DPO and PPO", "connection(direct-preference-optimization, proximal-policy-optimization)")]
    [InlineData("how many papers has Bo Li written?", "by_author(author:bo-li)")]
    [InlineData("what did Ana Perez work on?", "by_author(author:ana-perez)")]
    public async Task Who_looks_for_earlier_work_is_understood(string question, string understood) =>
        Assert.Equal(understood, (await SmallAsker.AskAndRunAsync(question)).Understood);

    [Theory]
    [InlineData("compare DPO, PPO and Step-DPO", "Two things are compared at a time.", "compare DPO and PPO")]
    [InlineData("is DPO still a good baseline?", "Nothing in this graph is named “good baseline”, so it cannot tell this about Direct Preference Optimization (DPO).", "papers about Direct Preference Optimization")]
    [InlineData("what builds on DPO but harder", "Nothing in this graph is named “DPO but harder”", "what builds on Direct Preference Optimization")]
    [InlineData("where can I download GSM8K?", "The graph cannot answer this: it is read from titles and abstracts, and holds no files to download.", "papers about GSM8K")]
    [InlineData("how many parameters does GSM8K have?", "The graph cannot answer this: it is read from titles and abstracts, and holds no sizes of models or datasets.", "papers about GSM8K")]
    [InlineData("what hyperparameters does DPO need?", "The graph cannot answer this: it is read from titles and abstracts, and holds no settings of experiments.", "papers about Direct Preference Optimization")]
    [InlineData("is GSM8K saturated?", "This is no question of a known form, but GSM8K is known.", "papers about GSM8K")]
    public async Task What_cannot_be_answered_says_what_can_be_asked(string question, string sentence, string instead)
    {
        var answer = await SmallAsker.AskAsync(question);

        Assert.StartsWith(sentence, answer.Answer);
        Assert.Contains(instead, answer.Suggestions);
    }

    [Theory]
    [InlineData("papers about finance in 2020", "No paper in this graph names finance in 2020. 1 paper has the word in the title or abstract in 2020: “Ledgers” (2020). What they do with them is not read.")]
    [InlineData("which papers apply DPO to dragons", "Nothing in this graph is named “dragons”. 1 paper has the words in the title or abstract: “Lairs” (2024). What they do with them is not read.")]
    public async Task What_no_name_gives_is_looked_for_by_words(string question, string sentence)
    {
        ExtractedPaper[] papers =
        [
            new PaperDraft("arxiv:61", "Banks", "We name finance.", 2024).Names("finance", ConceptRole.Mentions, ConceptType.Task).Build(),
            new PaperDraft("arxiv:62", "Ledgers", "All of it is finance.", 2020).Build(), new PaperDraft("arxiv:63", "Lairs", "Dragons like DPO.", 2024).Build(),
        ];

        Assert.Equal(sentence, (await SmallAsker.AskAndRunAsync(question, papers)).Answer);
    }

    [Theory]
    [InlineData("KITENET (KiteNet) is a network for winds.", "“Work” (2024) says: “KITENET (KiteNet) is a network for winds.”")]
    [InlineData("We train a KiteNet.", "No abstract here says what it is; “Work” (2024) names it: “We train a KiteNet.”")]
    public async Task A_sentence_that_only_names_a_thing_is_not_told_as_saying_what_it_is(string text, string end) =>
        Assert.EndsWith(end, (await SmallAsker.AskAndRunAsync("what is KiteNet?", new PaperDraft("arxiv:61", "Work", text, 2024).Names("KiteNet", ConceptRole.Uses).Build())).Answer);

    [Fact]
    public async Task A_name_with_a_number_that_the_concept_has_not_is_told()
    {
        var paper = new PaperDraft("arxiv:61", "Nets", "We use KiteNet (KN14).", 2024).Names("KiteNet (KN14)", ConceptRole.Uses).Build();

        Assert.EndsWith("(“KN14” counts as KiteNet here, whatever its number.)", (await SmallAsker.AskAndRunAsync("papers about KN14", paper)).Answer);
    }
}
