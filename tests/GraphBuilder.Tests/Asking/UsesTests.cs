using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilderTests.Linking;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Asking;

/// <summary>Who uses a method: those that say so, and those that build on it.</summary>
public sealed class UsesTests
{
    private const string Dpo = "direct-preference-optimization";

    private const string Ppo = "proximal-policy-optimization";

    [Theory]
    [InlineData("which papers use DPO?", "3 papers use Direct Preference Optimization (DPO): 1 builds on it and 2 use it otherwise; the surest are “Steps” (2024), “Sums” (2025) and “Preferences: A Survey” (2025).")]
    [InlineData("which papers use DPO before 2025?", "One paper uses Direct Preference Optimization (DPO) up to 2024, by building on it: “Steps” (2024).")]
    [InlineData("which papers use PPO?", "One paper uses Proximal Policy Optimization (PPO), by building on it: “Preferences without rewards” (2023).")]
    public async Task Who_builds_on_a_method_uses_it_and_surveys_come_last(string question, string sentence)
    {
        var survey = new PaperDraft("arxiv:61", "Preferences: A Survey", "We describe DPO.", 2025).Names("DPO", ConceptRole.Uses, lexiconId: Dpo, confidence: 0.99).Build();

        Assert.Equal(sentence, (await SmallAsker.AskAndRunAsync(question, survey)).Answer);
    }

    [Theory]
    [InlineData("which papers combine DPO and PPO?", "arxiv:64 arxiv:63 arxiv:62 arxiv:61", "4 papers use Direct Preference Optimization (DPO) and also Proximal Policy Optimization (PPO): 2 build on Direct Preference Optimization (DPO) and 2 use it otherwise; ")]
    [InlineData("papers that use DPO and PPO but not GSM8K", "arxiv:64 arxiv:63 arxiv:62 arxiv:61", "4 papers use ")]
    public async Task What_combines_two_is_first_what_builds_on_both(string question, string ids, string begin)
    {
        ExtractedPaper[] papers =
        [
            Both("arxiv:61", "Two: A Survey", ConceptRole.Uses, ConceptRole.Uses, 0.99), Both("arxiv:62", "Tried", ConceptRole.Uses, ConceptRole.Uses, 0.98),
            Both("arxiv:63", "Made of one", ConceptRole.BuildsOn, ConceptRole.Uses, 0.9), Both("arxiv:64", "Made of both", ConceptRole.BuildsOn, ConceptRole.BuildsOn, 0.8),
            Both("arxiv:65", "Compared", ConceptRole.BuildsOn, ConceptRole.ComparesWith, 0.9),
        ];
        var answer = await SmallAsker.AskAndRunAsync(question, papers);

        Assert.Equal(ids.Split(' '), answer.Rows.Select(row => row.Id));
        Assert.StartsWith(begin, answer.Answer);
    }

    [Fact]
    public async Task A_doubtful_claim_of_building_on_it_is_no_use()
    {
        var paper = new PaperDraft("arxiv:61", "Fog", "FogNet recalls PPO.", 2025).Names("PPO", ConceptRole.BuildsOn, lexiconId: Ppo, confidence: 0.3).Build();

        Assert.DoesNotContain("arxiv:61", (await SmallAsker.AskAndRunAsync("which papers use PPO?", paper)).Rows.Select(row => row.Id));
    }

    private static ExtractedPaper Both(string id, string title, ConceptRole first, ConceptRole second, double confidence) =>
        new PaperDraft(id, title, "We take DPO and PPO.", 2025).Names("DPO", first, lexiconId: Dpo, confidence: confidence).Names("PPO", second, lexiconId: Ppo, confidence: confidence).Build();
}
