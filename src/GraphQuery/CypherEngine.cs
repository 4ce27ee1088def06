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
/// Runs openCypher on a property graph in memory. The front door of the project; the life of a query is
/// text → <see cref="QueryParser"/> → <see cref="Query"/> → <see cref="Binder"/> → <see cref="BoundStatement"/> → <see cref="Planner"/> →
/// <see cref="PlannedStatement"/> → <see cref="StatementCompiler"/> → <see cref="CompiledStatement"/> → <see cref="CypherRun"/>.
/// Compiled queries are kept by text. Safe for concurrent calls, as long as nobody writes to the graph that another query reads.
/// </summary>
/// <param name="procedures">Procedures that CALL can run beside the built-in ones.</param>
/// <param name="clock">Gives temporal functions their now, and measures time limits.</param>
public sealed class CypherEngine(ProcedureCatalog procedures, TimeProvider clock)
{
    /// <summary>Compiled queries kept; a product sends some dozens of texts, and a console's are not worth more.</summary>
    private const int MaxKept = 512;

    private readonly ProcedureCatalog _procedures = procedures.WithBuiltIn();
    private readonly ConcurrentDictionary<(string Text, GraphShape Shape), PreparedQuery> _prepared = new();
    private readonly ConcurrentDictionary<string, bool> _writes = new(StringComparer.Ordinal);
    private int _runs;

    /// <summary>
    /// Compiles a query and starts it. Throws a <see cref="CypherException"/> of phase Compile, with a place, for a fault of the text; a writing query
    /// is run to its end here, so that its faults at run time come here too and leave the graph as it was.
    /// </summary>
    /// <param name="graph">What to query; an <see cref="IMutablePropertyGraph"/> for a query that writes.</param>
    /// <param name="cypher">One statement.</param>
    /// <param name="parameters">Values for <c>$name</c>.</param>
    /// <param name="options">Access mode and limits.</param>
    /// <param name="cancellationToken">Stops the run, also while its rows are enumerated.</param>
    public CypherRun Start(
        IPropertyGraph graph, string cypher, IReadOnlyDictionary<string, GraphValue> parameters, QueryOptions options, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        var query = Prepare(graph, cypher);
        RequireAccess(query, graph, options, cypher);
        RequireParameters(query, parameters, cypher);
        var limits = new RunLimits(clock, options.Timeout, options.MaxMemoryBytes, cancellationToken);
        graph = query is { Mode: QueryMode.Profile, Writes: false } ? new CountedGraph(graph) : graph;
        var functions = new FunctionContext(graph, clock, Interlocked.Increment(ref _runs), cancellationToken);
        return new CypherRun(query, new RunContext(query.Compiled, graph, parameters, limits, functions), options.MaxRows, clock, start);
    }

    /// <summary>Whether a query changes the graph, by its clauses; what a database asks before it chooses a lock. Throws as <see cref="Start"/> for a faulty text.</summary>
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
        foreach (var name in query.Parameters)
        {
            if (!query.IsExplained && !parameters.ContainsKey(name))
            {
                var place = Math.Max(0, cypher.IndexOf("$" + name, StringComparison.Ordinal));
                throw SyntaxFault.At(cypher, place, CypherErrorType.ParameterMissing, "MissingParameter", $"The parameter '{name}' was not given.");
            }
        }
    }

    private PreparedQuery Prepare(IPropertyGraph graph, string cypher)
    {
        var key = (cypher, GraphShape.Of(graph));
        if (_prepared.TryGetValue(key, out var kept))
        {
            return kept;
        }

        var syntax = QueryParser.Parse(cypher);
        var bound = Binder.Bind(syntax, cypher, _procedures);
        var planned = Planner.Plan(bound, graph);
        var prepared = new PreparedQuery(syntax.Mode, StatementCompiler.Compile(planned, syntax.Mode == QueryMode.Profile));
        if (syntax.Mode != QueryMode.Run)
        {
            // A profile counts in the compiled query itself.
            return prepared;
        }

        if (_prepared.Count >= MaxKept)
        {
            _prepared.Clear();
        }

        return _prepared.GetOrAdd(key, prepared);
    }
}
