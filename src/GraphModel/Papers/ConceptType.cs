namespace Stemma.GraphModel.Papers;

/// <summary>What kind of thing a concept is. The names are the node labels.</summary>
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
