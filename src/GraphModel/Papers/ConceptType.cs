namespace Stemma.GraphModel.Papers;

/// <summary>The kind of a concept. The names are the node labels.</summary>
public enum ConceptType
{
    /// <summary>Model, algorithm, architecture, loss, training procedure, system, library, pre-trained model.</summary>
    Method,

    /// <summary>A named collection of data.</summary>
    Dataset,

    /// <summary>A named evaluation suite, environment suite, shared task or leaderboard.</summary>
    Benchmark,

    /// <summary>An established problem or setting.</summary>
    Task,

    /// <summary>A named measure.</summary>
    Metric,
}

/// <summary>Properties of concept types.</summary>
public static class ConceptTypes
{
    /// <summary>True for data for training or evaluation: a dataset or a benchmark.</summary>
    public static bool IsData(this ConceptType type) => type is ConceptType.Dataset or ConceptType.Benchmark;
}
