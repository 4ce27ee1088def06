using Stemma.GraphBuilder.Linking.Names;

namespace Stemma.GraphBuilderTests.Linking;

public sealed class NameKeyTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Atari-100k", "atari100k")]
    [InlineData("LLMs", "LLM")]
    [InlineData("MATH", "MATH")]
    [InlineData("DPO algorithm", "DPO")]
    [InlineData("DPO-based", "DPO")]
    [InlineData("UCB-Tuned", "ucbtuned")]
    [InlineData("GSM8K datasets", "GSM8K")]
    [InlineData("reinforcement learning from human feedback", "reinforcementlearninghumanfeedback")]
    [InlineData("Web of Agents", "webofagent")]
    [InlineData("behaviour modelling policies", "behaviormodelingpolicy")]
    [InlineData("optimisation boxes", "optimizationbox")]
    [InlineData("colour vigour catalogue", "colorvigorcatalog")]
    [InlineData("loss analysis", "lossanalysis")]
    [InlineData("GPT-3.5", "GPT3.5")]
    [InlineData("$\\beta$-VAEs", "betavae")]
    [InlineData("Semantic IDs", "semanticid")]
    [InlineData("bidirectional GRUs", "bidirectionalgru")]
    [InlineData("gender biases", "genderbias")]
    [InlineData("Gender Bias", "genderbias")]
    [InlineData("audio LMs", "audiolms")]
    [InlineData("SPD matrices", "spdmatrix")]
    [InlineData("hybrid automaton", "hybridautomata")]
    [InlineData("Key-Value (KV) caches", "keyvaluecache")]
    [InlineData("multi-point (kernel) clustering", "multipointkernelclustering")]
    [InlineData("robotic navigation", "robotnavigation")]
    [InlineData("soft robotics", "softrobotic")]
    [InlineData("Bayes filter", "bayesianfilter")]
    [InlineData("Computational Costs", "computationcost")]
    [InlineData("visual-language models", "visionlanguagemodel")]
    [InlineData("visual encoder", "visualencoder")]
    [InlineData("spatial-temporal graph", "spatiotemporalgraph")]
    [InlineData("multiple choice", "multichoice")]
    public void Spellings_of_a_name_have_one_key(string name, string key) => Assert.Equal(key, NameKey.Of(name));

    [Theory]
    [InlineData("CLIP-guided", true)]
    [InlineData("UCB-Tuned", false)]
    [InlineData("CLIP guide", false)]
    public void A_proper_name_with_a_participle_is_an_adjective(string name, bool isAdjective) => Assert.Equal(isAdjective, NameKey.IsAdjective(name));

    [Fact]
    public void A_name_that_is_too_long_for_the_stack_has_a_key()
    {
        Assert.Equal(new string('a', 400), NameKey.Of(new string('a', 400)));
        Assert.Equal(string.Concat(Enumerable.Repeat("model", 100)), NameKey.Of(string.Concat(Enumerable.Repeat("Models ", 100))));
        Assert.Equal(string.Concat(Enumerable.Repeat("bayesian", 99)) + "baye", NameKey.Of(string.Concat(Enumerable.Repeat("Bayes ", 100))));
        Assert.Equal(100, NameKey.Tokens(string.Concat(Enumerable.Repeat("Models ", 100))).Count);
    }
}
