using Stemma.GraphModel.Values;

namespace Stemma.GraphModel.Database;

/// <summary>
/// Runs Cypher on a graph, wherever it lives. Everything above the store speaks to the graph through this interface alone.
/// Safe for concurrent calls.
/// </summary>
public interface IGraphDatabase : IAsyncDisposable
{
    /// <summary>What a person is told of it: <c>graph.stemma</c>, or <c>Neo4j 5.26.31 at http://localhost:7474</c>.</summary>
    string Description { get; }

    /// <summary>
    /// Compiles and starts a query. Throws <see cref="QueryException"/> for a fault of the text or its parameters, before any row;
    /// faults at run time come while rows are read. Throws <see cref="GraphUnavailableException"/> where the store cannot be reached.
    /// </summary>
    /// <param name="cypher">One statement.</param>
    /// <param name="parameters">Values for <c>$name</c>, by name without the dollar sign.</param>
    /// <param name="options">Access mode and limits.</param>
    /// <param name="cancellationToken">Stops the query within 100 ms.</param>
    Task<IQueryResult> RunAsync(
        string cypher,
        IReadOnlyDictionary<string, GraphValue> parameters,
        QueryOptions options,
        CancellationToken cancellationToken);
}

/// <summary>The rows of a running query. Dispose it to stop the query and free its graph.</summary>
public interface IQueryResult : IAsyncDisposable
{
    /// <summary>Column names, as the text spells them where they have no alias.</summary>
    IReadOnlyList<string> Columns { get; }

    /// <summary>Streams the rows; each has one value a column; entities are detached. Can be enumerated once.</summary>
    IAsyncEnumerable<IReadOnlyList<GraphValue>> ReadRowsAsync(CancellationToken cancellationToken);

    /// <summary>Counters, time and plan; complete once all rows were read.</summary>
    QuerySummary Summary { get; }
}

/// <summary>What a query may do, and its limits.</summary>
public sealed record QueryOptions
{
    /// <summary>Reading, at most 10,000 rows within 10 s and 512 MB.</summary>
    public static QueryOptions Reading { get; } = new();

    /// <summary>Writing with the same limits.</summary>
    public static QueryOptions Writing { get; } = new() { Access = AccessMode.Write };

    /// <summary>Whether writing is allowed. The default is reading; a write is then refused before it starts.</summary>
    public AccessMode Access { get; init; } = AccessMode.Read;

    /// <summary>Time from start to last row, or, of a statement that changes the graph, to its end: saving does not count. Null for none; the default is 10 s.</summary>
    public TimeSpan? Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Rows after which the result is cut and <see cref="QuerySummary.Truncated"/> says so; null for all. The default is 10,000.</summary>
    public int? MaxRows { get; init; } = 10_000;

    /// <summary>Bytes that collecting, sorting, grouping and paths may hold, or null. The default is 512 MB.</summary>
    public long? MaxMemoryBytes { get; init; } = 512L << 20;
}

/// <summary>Whether a query may change the graph.</summary>
public enum AccessMode
{
    /// <summary>Reading only.</summary>
    Read,

    /// <summary>Reading and writing.</summary>
    Write,
}

/// <summary>What a query did.</summary>
public sealed record QuerySummary
{
    /// <summary>Number of rows read so far.</summary>
    public int RowCount { get; init; }

    /// <summary>True where <see cref="QueryOptions.MaxRows"/> cut the result.</summary>
    public bool Truncated { get; init; }

    /// <summary>Time from the call to the last row read.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>What was written.</summary>
    public UpdateCounters Counters { get; init; } = UpdateCounters.None;

    /// <summary>The plan as text, where the query asked by EXPLAIN or PROFILE; else null.</summary>
    public string? Plan { get; init; }

    /// <summary>What the author of the query may want to know: names that the graph does not know, or a server's notifications; a sentence each.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];
}

/// <summary>What a query changed.</summary>
public sealed record UpdateCounters(
    int NodesCreated, int NodesDeleted, int RelationshipsCreated, int RelationshipsDeleted, int PropertiesSet, int LabelsAdded, int LabelsRemoved)
{
    /// <summary>Nothing changed.</summary>
    public static UpdateCounters None { get; } = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>True where anything changed.</summary>
    public bool ContainsUpdates => this != None;
}
