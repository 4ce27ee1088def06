using Stemma.GraphApi.Wire;
using Stemma.GraphModel;
using Stemma.GraphModel.Values;

namespace Stemma.GraphApiTests.Wire;

public sealed class ShortNamesTests
{
    [Theory]
    [InlineData("Direct Preference Optimization", 589, "DPO", "DPO:517", "Direct Preference Optimisation:0")]
    [InlineData("Generative Adversarial Network", 1227, "GAN", "GAN:713", "GANs:547")]
    [InlineData("Diffusion Model", 1734, "Diffusion Model", "diffusion models:890", "DMs:57", "DM:21")]
    [InlineData("Neural Network", 4880, "Neural Network", "neural networks:2247", "NN:176", "NNs:81")]
    [InlineData("Graph Transformer", 108, "Graph Transformer", "GTs:11", "GT:5")]
    [InlineData("Masked Diffusion Model", 28, "MDM", "MDMs:17", "MDM:6")]
    [InlineData("Transformer", 4947, "Transformer", "TRF:4000")]
    [InlineData("Preference Optimization under Heavily Skewed Feedback", 9, "Preference Optimization under…")]
    public void A_concept_is_labelled_by_the_acronym_that_a_good_share_of_its_papers_says(string name, int papers, string label, params string[] aliases) =>
        Assert.Equal(label, EntityViews.Describe(Concept(name, papers, aliases), 0).Label);

    [Fact]
    public void Nodes_of_different_names_carry_different_labels_and_the_best_known_keeps_it()
    {
        var paper = new GraphNode("4:3", ["Paper"], Properties(("id", GraphValue.From("arxiv:1")), ("name", GraphValue.From("ADPO: Anchored Direct Preference Optimization"))));
        var nodes = new[] { Concept("Anchored Direct Preference Optimization", 3, "ADPO:3"), paper, Concept("Adaptive Data Preference Optimization", 9, "ADPO:9"), Concept("Adaptive Data Preference Optimization", 9, "ADPO:9") };
        var labels = ShortNames.Distinguish([.. nodes.Select((node, at) => EntityViews.Describe(node, 0) with { Key = $"{at}" })]).Select(node => node.Label);
        Assert.Equal(["Anchored Direct Preference…", "ADPO: Anchored Direct Preference…", "ADPO", "ADPO"], labels);
    }

    private static GraphNode Concept(string name, int papers, params string[] aliases)
    {
        var pairs = aliases.Select(alias => alias.Split(':')).ToArray();
        return new GraphNode($"4:{name}", ["Concept", "Method"], Properties(
            ("id", GraphValue.From(name)), ("name", GraphValue.From(name)), ("paperCount", GraphValue.From((long)papers)),
            (GraphSchema.Keys.Aliases, GraphValue.FromStrings(pairs.Select(pair => pair[0]))),
            (GraphSchema.Keys.AliasPapers, GraphValue.From([.. pairs.Select(pair => GraphValue.From(long.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture)))]))));
    }

    private static Dictionary<string, GraphValue> Properties(params (string Key, GraphValue Value)[] pairs) =>
        pairs.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
}
