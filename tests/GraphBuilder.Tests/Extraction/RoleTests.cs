using Stemma.GraphBuilder.Extraction;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction;

public sealed class RoleTests
{
    private const string Title = "Zarvo: Steady Learning from Noisy Choices";

    private static readonly PaperExtractor Extractor = PaperExtractor.LoadShipped();

    [Theory]
    [InlineData("We propose Zarvo, a method that outperforms DPO and PPO on GSM8K.", "DPO")]
    [InlineData("We propose Zarvo, a method that outperforms DPO and PPO on GSM8K.", "PPO")]
    [InlineData("We propose Zarvo. Unlike DPO, Zarvo needs no reference model.", "DPO")]
    [InlineData("We propose Zarvo. In contrast to PPO, our method needs no critic.", "PPO")]
    [InlineData("We propose Zarvo. Compared with DPO, our method is far more stable.", "DPO")]
    public void Contrast_is_never_descent(string text, string name) => Assert.Equal(ConceptRole.ComparesWith, RoleOf(text, name));

    [Theory]
    [InlineData("We propose Zarvo, which builds upon DPO and learns from noisy choices.", "DPO")]
    [InlineData("We propose Zarvo, a novel method that extends DPO to noisy choices.", "DPO")]
    [InlineData("We propose Zarvo, a variant of DPO for noisy choices.", "DPO")]
    [InlineData("We propose Zarvo, a new method that combines DPO with self-play.", "DPO")]
    [InlineData("We introduce Zarvo, a DPO-based algorithm for noisy choices.", "DPO")]
    public void What_the_method_starts_from_is_descent(string text, string name) => Assert.Equal(ConceptRole.BuildsOn, RoleOf(text, name));

    [Theory]
    [InlineData("We propose Zarvo. We evaluate Zarvo on GSM8K.", "GSM8K", ConceptRole.EvaluatesOn)]
    [InlineData("We propose Zarvo. Zarvo reaches a higher win rate than its baselines.", "win rate", ConceptRole.Measures)]
    [InlineData("We propose Zarvo for machine translation.", "machine translation", ConceptRole.Addresses)]
    public void Data_tasks_and_metrics_have_the_roles_of_their_kind(string text, string name, ConceptRole role) => Assert.Equal(role, RoleOf(text, name));

    [Theory]
    [InlineData("Fading Weights for Direct Preference Optimization", "Direct Preference Optimization (DPO) has become popular. We propose FadeDPO, which extends DPO by a decay of the weights of later tokens.",
        "We propose FadeDPO, which extends DPO by a decay of the weights of later tokens.")]
    [InlineData("Learning Direct Preference Optimization with Decaying Weights", "Despite its success, Direct Preference Optimization (DPO) suffers from a length bias, so that answers grow. To this end, a decay of the weights of later tokens is proposed.",
        "Learning Direct Preference Optimization with Decaying Weights")]
    [InlineData("Steps of preference", "Recently, DPO has been widely adopted for aligning language models. StepTune is a DPO-based method that looks at every step.", "StepTune is a DPO-based method that looks at every step.")]
    public void What_a_paper_builds_on_is_shown_by_its_own_act_and_else_by_its_title(string title, string text, string shown)
    {
        var concept = Assert.Single(Extractor.Extract(title, text).Concepts, concept => concept.Role == ConceptRole.BuildsOn);
        var field = concept.Evidence.Mention.Field == TextField.Title ? title : text;

        Assert.Equal(shown, field[concept.Evidence.SentenceStart..concept.Evidence.SentenceEnd].Trim());
    }

    private static ConceptRole RoleOf(string text, string name)
        => Assert.Single(Extractor.Extract(Title, text).Concepts, concept => concept.Surfaces.Contains(name)).Role;
}
