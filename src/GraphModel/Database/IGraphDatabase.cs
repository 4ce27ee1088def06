using Stemma.GraphModel.Values;

namespace Stemma.GraphModel.Database;

/// <summary>Runs Cypher on a graph in any store. All code above the store accesses the graph through this interface alone. Safe for concurrent calls.</summary>
public interface IGraphDatabase : IAsyncDisposable
{
    /// <summary>Description for users: <c>graph.stemma</c>, or <c>Neo4j 5.26.31 at http://localhost:7474</c>.</summary>
    string Description { get; }

    /// <summary>
    /// Compiles and starts a query. Throws <see cref="QueryException"/> for an error in the text or its parameters, before any row; run-time errors are thrown while rows
    /// are read. Throws <see cref="GraphUnavailableException"/> if the store cannot be reached.
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

/// <summary>The rows of a running query. Disposing it stops the query and releases its graph.</summary>
public interface IQueryResult : IAsyncDisposable
{
    /// <summary>Column names; without an alias, the expression as written.</summary>
    IReadOnlyList<string> Columns { get; }

    /// <summary>Streams the rows, each with one value per column; entities are detached. Can be enumerated once.</summary>
    IAsyncEnumerable<IReadOnlyList<GraphValue>> ReadRowsAsync(CancellationToken cancellationToken);

    /// <summary>Counters, time and plan; complete once all rows were read.</summary>
    QuerySummary Summary { get; }
}

/// <summary>Access mode and limits of a query.</summary>
public sealed record QueryOptions
{
    /// <summary>Read access, at most 10,000 rows within 10 s and 512 MB.</summary>
    public static QueryOptions Reading { get; } = new();

    /// <summary>Write access with the same limits.</summary>
    public static QueryOptions Writing { get; } = new() { Access = AccessMode.Write };

    /// <summary>Whether writing is allowed. The default is reading, which refuses a write before it starts.</summary>
    public AccessMode Access { get; init; } = AccessMode.Read;

    /// <summary>Time limit from the start to the last row, or, for a statement that changes the graph, to its end, saving excluded. Null for none; the default is 10 s.</summary>
    public TimeSpan? Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Maximum number of rows; <see cref="QuerySummary.Truncated"/> reports whether the result was cut. Null for all; the default is 10,000.</summary>
    public int? MaxRows { get; init; } = 10_000;

    /// <summary>Maximum bytes for collecting, sorting, grouping and paths; null for no limit. The default is 512 MB.</summary>
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

/// <summary>Summary of a query's execution.</summary>
public sealed record QuerySummary
{
    /// <summary>Number of rows read so far.</summary>
    public int RowCount { get; init; }

    /// <summary>True if <see cref="QueryOptions.MaxRows"/> cut the result.</summary>
    public bool Truncated { get; init; }

    /// <summary>Time from the call to the last row read.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Changes to the graph.</summary>
    public UpdateCounters Counters { get; init; } = UpdateCounters.None;

    /// <summary>The plan as text, if the query began with EXPLAIN or PROFILE; else null.</summary>
    public string? Plan { get; init; }

    /// <summary>Hints for the author of the query, one sentence each: names that the graph does not contain, or a server's notifications.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];
}

/// <summary>What a query changed.</summary>
public sealed record UpdateCounters(
    int NodesCreated, int NodesDeleted, int RelationshipsCreated, int RelationshipsDeleted, int PropertiesSet, int LabelsAdded, int LabelsRemoved)
{
    /// <summary>Nothing changed.</summary>
    public static UpdateCounters None { get; } = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>True if anything changed.</summary>
    public bool ContainsUpdates => this != None;
}
