namespace Stemma.GraphBuilder.Linking;

/// <summary>Words that name nothing by themselves: extraction may take one for a concept, and in a graph of a whole field it would become a hub that joins everything.</summary>
internal static class GenericNames
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "method", "model", "approach", "framework", "algorithm", "system", "network", "architecture", "module", "pipeline", "technique", "strategy", "procedure",
        "dataset", "data", "corpus", "benchmark", "task", "problem", "baseline", "experiment", "result", "code", "paper", "work", "study", "survey", "theory",
        "training", "learning", "inference", "evaluation", "analysis", "optimization", "loss", "objective", "policy", "agent", "environment", "state", "action", "reward",
        "performance", "efficiency", "quality", "score", "image", "text", "video", "audio", "graph", "user", "human", "test", "train", "encoder", "decoder", "layer",
        "sota", "stateoftheart", "ai", "ml", "dl", "id", "2d", "3d", "us", "uk", "eu",
    };

    /// <summary>True where the node's name is such a word and the lexicon does not know it.</summary>
    public static bool IsGeneric(ConceptUses uses, NameCensus census, AliasClusters clusters) =>
        clusters.LexiconOf(uses.Node) < 0 && Words.Contains(census.Names.KeyText(uses.Node).ToLowerInvariant()) && uses.LongForms.Count == 0;
}
