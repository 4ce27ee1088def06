using Stemma.GraphBuilder.Linking.Names;

namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// Names that denote nothing specific by themselves: a generic term ("model"), one with a qualifier ("noisy feedback"), an adjective ("graph-based"), a fragment of a phrase ("and
/// alignment network"). Extraction may take one for a concept, and in a graph of a whole field it would become a hub that connects everything. The lists come from reading the
/// concepts that most others build on in 144,000 abstracts.
/// </summary>
internal static class GenericNames
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "method", "model", "approach", "framework", "algorithm", "system", "network", "architecture", "module", "pipeline", "technique", "strategy", "procedure",
        "dataset", "data", "corpus", "benchmark", "task", "problem", "baseline", "experiment", "result", "code", "paper", "work", "study", "survey", "theory",
        "training", "learning", "inference", "evaluation", "analysis", "optimization", "loss", "objective", "policy", "agent", "environment", "state", "action", "reward",
        "performance", "efficiency", "quality", "score", "image", "text", "video", "audio", "graph", "user", "human", "test", "train", "encoder", "decoder", "layer",
        "feedback", "kernel", "merging", "sota", "stateoftheart", "ai", "ml", "dl", "id", "2d", "3d", "us", "uk", "eu",
        "bayesian", "multiagent", "incontext", "adaptive", "hierarchical", "iterative", "online", "offline", "hybrid", "multimodal", "probabilistic", "generative", "recurrent", "convolutional",
        "parametric", "linear", "nonlinear", "stochastic", "decoderonly", "encoderonly", "modelfree", "pretrained", "supervised",
    };

    private static readonly HashSet<string> Qualifiers = new(StringComparer.Ordinal)
    {
        "novel", "new", "proposed", "our", "simple", "standard", "existing", "traditional", "conventional", "noisy", "general", "generic", "specific", "unified", "effective", "final", "main", "base", "original",
        "full", "vanilla", "naive", "previous", "prior", "current", "different", "various", "other", "several", "recent", "single", "multiple", "additional", "large", "small", "better", "best",
    };

    private static readonly HashSet<string> Joints = new(StringComparer.Ordinal) { "and", "or", "of", "for", "with", "via", "from", "by", "using" };

    /// <summary>True for the key of a generic term.</summary>
    public static bool IsWord(string key) => Words.Contains(key.ToLowerInvariant());

    /// <summary>True if the node's name is of this kind, and neither is it in the lexicon nor does a text define an acronym for it.</summary>
    public static bool IsGeneric(ConceptUses uses, NameCensus census, AliasClusters clusters)
    {
        if (clusters.LexiconOf(uses.Node) >= 0 || uses.LongForms.Count > 0)
        {
            return false;
        }

        var surface = uses.Anchors.MaxBy(pair => (pair.Value, -pair.Key)).Key;
        var name = census.Names.SurfaceText(surface);
        var tokens = NameKey.Tokens(name).ConvertAll(token => token.ToLowerInvariant());
        return IsWord(census.Names.KeyText(census.Names.KeyOf(surface))) || NameKey.AdjectiveStem(name) is not null
            || (tokens.Count > 1 && (Joints.Contains(tokens[0]) || Joints.Contains(tokens[^1]) || (Words.Contains(tokens[^1].TrimEnd('s')) && tokens.Take(tokens.Count - 1).All(Qualifiers.Contains))));
    }
}
