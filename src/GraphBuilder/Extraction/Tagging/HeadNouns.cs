using System.Collections.Frozen;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>Types a name by its last word: a learning algorithm is a method, a detection a task (annotation guidelines, settled conventions).</summary>
internal static class HeadNouns
{
    private static readonly FrozenDictionary<string, ConceptType> Types = new Dictionary<ConceptType, string[]>
    {
        [ConceptType.Method] = ["network", "model", "optimization", "optimisation", "learning", "transformer", "attention", "framework", "algorithm", "policy", "regression", "descent", "sampling", "search", "encoder", "autoencoder", "distillation", "gradient", "loss", "method", "module", "agent", "iteration", "tuning", "pretraining", "decoding", "inference", "regularization", "process", "machine", "forest", "tree", "diffusion", "augmentation", "programming", "system", "pipeline", "adaptation", "mechanism", "filter", "representation"],
        [ConceptType.Dataset] = ["dataset", "corpus", "corpora", "database", "collection", "treebank"],
        [ConceptType.Benchmark] = ["benchmark", "suite", "challenge", "leaderboard", "gym", "testbed", "environment"],
        [ConceptType.Task] = ["detection", "segmentation", "recognition", "classification", "translation", "answering", "generation", "summarization", "retrieval", "estimation", "prediction", "reconstruction", "tracking", "planning", "navigation", "recommendation", "forecasting", "understanding", "reasoning", "completion", "synthesis", "localization", "captioning", "parsing", "matching", "control", "alignment", "clustering", "editing", "extraction", "registration", "identification"],
        [ConceptType.Metric] = ["accuracy", "score", "rate", "error", "distance", "precision", "recall", "similarity", "perplexity", "latency"],
    }.SelectMany(pair => pair.Value.Select(noun => (noun, pair.Key))).ToFrozenDictionary(pair => pair.noun, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, ConceptType>.AlternateLookup<ReadOnlySpan<char>> Lookup = Types.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The type that the last word suggests, or null.</summary>
    public static ConceptType? TypeOf(ReadOnlySpan<char> word)
    {
        if (Lookup.TryGetValue(word, out var type) || (word.Length > 3 && word[^1] is 's' or 'S' && Lookup.TryGetValue(word[..^1], out type)))
        {
            return type;
        }

        return null;
    }
}
