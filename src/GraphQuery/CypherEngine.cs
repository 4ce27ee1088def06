using System.Collections.Concurrent;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Errors;
using Stemma.GraphQuery.Execution;
using Stemma.GraphQuery.Functions;
using Stemma.GraphQuery.Planning;
using Stemma.GraphQuery.Procedures;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery;

/// <summary>
/// Runs openCypher on an in-memory property graph. The entry point of the project; the stages of a query are
/// text → <see cref="QueryParser"/> → <see cref="Query"/> → <see cref="Binder"/> → <see cref="BoundStatement"/> → <see cref="Planner"/> →
/// <see cref="PlannedStatement"/> → <see cref="StatementCompiler"/> → <see cref="CompiledStatement"/> → <see cref="CypherRun"/>.
/// Compiled queries are cached by text. Thread-safe, provided that no query writes to a graph while another reads it.
/// </summary>
/// <param name="procedures">Procedures that CALL can run besides the built-in ones.</param>
/// <param name="clock">Time source of temporal functions and time limits.</param>
public sealed class CypherEngine(ProcedureCatalog procedures, TimeProvider clock)
{
    /// <summary>Maximum number of cached queries; an application sends some dozens of texts, and console queries are not worth more.</summary>
    private const int MaxKept = 512;

    private readonly ProcedureCatalog _procedures = procedures.WithBuiltIn();
    private readonly ConcurrentDictionary<(string Text, GraphShape Shape), PreparedQuery> _prepared = new();
    private readonly ConcurrentDictionary<string, bool> _writes = new(StringComparer.Ordinal);
    private int _runs;

    /// <summary>
    /// Compiles a query and starts it. Throws a <see cref="CypherException"/> of phase Compile, with a position, if the query is invalid; a writing query
    /// is completed here, so that its runtime errors are thrown here too and leave the graph unchanged.
    /// </summary>
    /// <param name="graph">Graph to query; an <see cref="IMutablePropertyGraph"/> for a query that writes.</param>
    /// <param name="cypher">One statement.</param>
    /// <param name="parameters">Values for <c>$name</c>.</param>
    /// <param name="options">Access mode and limits.</param>
    /// <param name="cancellationToken">Cancels the preparation and the run, also while its rows are enumerated.</param>
    public CypherRun Start(
        IPropertyGraph graph, string cypher, IReadOnlyDictionary<string, GraphValue> parameters, QueryOptions options, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        var limits = new RunLimits(clock, options.Timeout, options.MaxMemoryBytes, cancellationToken);
        var query = Prepare(graph, cypher, limits);
        RequireAccess(query, graph, options, cypher);
        RequireParameters(query, parameters, cypher);
        graph = query is { Mode: QueryMode.Profile, Writes: false } ? new CountedGraph(graph) : graph;
        var functions = new FunctionContext(graph, clock, Interlocked.Increment(ref _runs), cancellationToken);
        return new CypherRun(query, new RunContext(query.Compiled, graph, parameters, limits, functions), options.MaxRows, clock, start);
    }

    /// <summary>Whether a query changes the graph, judged by its clauses; used by a database to choose a lock. Throws like <see cref="Start"/> if the query is invalid.</summary>
    public bool IsWrite(string cypher)
    {
        if (_writes.TryGetValue(cypher, out var known))
        {
            return known;
        }

        var query = QueryParser.Parse(cypher);
        var writes = query.Mode != QueryMode.Explain && Binder.Bind(query, cypher, _procedures).Query.WritingClause is not null;
        if (_writes.Count >= MaxKept)
        {
            _writes.Clear();
        }

        return _writes.GetOrAdd(cypher, writes);
    }

    private static void RequireAccess(PreparedQuery query, IPropertyGraph graph, QueryOptions options, string cypher)
    {
        if (!query.Writes || query.IsExplained || (options.Access == AccessMode.Write && graph is IMutablePropertyGraph))
        {
            return;
        }

        var (keyword, span) = query.WritingClause!.Value;
        throw SyntaxFault.At(cypher, span.Start, CypherErrorType.AccessModeError, "WriteInReadMode", $"{keyword} would change the graph, but the query was started for reading only.");
    }

    private static void RequireParameters(PreparedQuery query, IReadOnlyDictionary<string, GraphValue> parameters, string cypher)
    {
        foreach (var (name, span) in query.Parameters)
        {
            if (!query.IsExplained && !parameters.ContainsKey(name))
            {
                throw SyntaxFault.At(cypher, span.Start, CypherErrorType.ParameterMissing, "MissingParameter", $"The parameter '{name}' was not given.");
            }
        }
    }

    private PreparedQuery Prepare(IPropertyGraph graph, string cypher, RunLimits limits)
    {
        var key = (cypher, GraphShape.Of(graph));
        if (_prepared.TryGetValue(key, out var kept))
        {
            return kept;
        }

        var syntax = QueryParser.Parse(cypher, limits.Ticker);
        var bound = Binder.Bind(syntax, cypher, _procedures, limits.Ticker);
        limits.Look();
        var planned = Planner.Plan(bound, graph);
        limits.Look();
        var prepared = new PreparedQuery(syntax.Mode, StatementCompiler.Compile(planned, syntax.Mode == QueryMode.Profile));
        if (syntax.Mode != QueryMode.Run)
        {
            // Not cached: a profile counts in the compiled query itself.
            return prepared;
        }

        if (_prepared.Count >= MaxKept)
        {
            _prepared.Clear();
        }

        return _prepared.GetOrAdd(key, prepared);
    }
}
