namespace Stemma.Benchmarks.Graphs;

/// <summary>A query that all engines run, with the words of each dialect.</summary>
/// <param name="Name">A row of the table.</param>
/// <param name="Kind">What is asked of it.</param>
/// <param name="Cypher">openCypher, as Stemma, Neo4j and Grafeo take it.</param>
/// <param name="Arguments">Values of its parameters, used in turn; at least one set.</param>
internal sealed record BenchmarkQuery(string Name, QueryKind Kind, string Cypher, IReadOnlyList<IReadOnlyDictionary<string, string>> Arguments)
{
    /// <summary>No parameters.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> None { get; } = [new Dictionary<string, string>()];

    /// <summary>The same for Kùzu and LadybugDB, where it reads otherwise; they mark a shortest path within the pattern.</summary>
    public string? Kuzu { get; init; }

    /// <summary>The text in a dialect.</summary>
    public string TextIn(string dialect) => dialect == "kuzu" && Kuzu is not null ? Kuzu : Cypher;
}

/// <summary>What a query is like.</summary>
internal enum QueryKind
{
    /// <summary>Costs nothing but the call.</summary>
    Call,

    /// <summary>Starts at a node that is named, as a person's click does.</summary>
    Interactive,

    /// <summary>Touches every node or relationship of a kind.</summary>
    Scan,
}
