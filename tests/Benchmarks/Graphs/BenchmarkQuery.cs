namespace Stemma.Benchmarks.Graphs;

/// <summary>A query that all engines run, with its text in each dialect.</summary>
/// <param name="Name">Its row in the table.</param>
/// <param name="Kind">What it measures.</param>
/// <param name="Cypher">openCypher, for Stemma, Neo4j and Grafeo.</param>
/// <param name="Arguments">Values of its parameters, used in turn; at least one set.</param>
internal sealed record BenchmarkQuery(string Name, QueryKind Kind, string Cypher, IReadOnlyList<IReadOnlyDictionary<string, string>> Arguments)
{
    /// <summary>No parameters.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> None { get; } = [new Dictionary<string, string>()];

    /// <summary>The text for Kùzu and LadybugDB, if it differs; they mark a shortest path within the pattern.</summary>
    public string? Kuzu { get; init; }

    /// <summary>The text in a dialect.</summary>
    public string TextIn(string dialect) => dialect == "kuzu" && Kuzu is not null ? Kuzu : Cypher;
}

/// <summary>What a query measures.</summary>
internal enum QueryKind
{
    /// <summary>The overhead of a call alone.</summary>
    Call,

    /// <summary>Starts at a given node, like a user's click.</summary>
    Interactive,

    /// <summary>Visits every node or relationship of a kind.</summary>
    Scan,
}
