using Stemma.GraphModel.Database;
using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Errors;
using Stemma.GraphQuery.Execution;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery;

/// <summary>
/// A started query. A reading query produces its rows while they are enumerated; a writing query has changed the graph, atomically, before the first row.
/// Not thread-safe.
/// </summary>
public sealed class CypherRun
{
    private readonly PreparedQuery _query;
    private readonly RunContext _context;
    private readonly int? _maxRows;
    private readonly TimeProvider _clock;
    private readonly long _start;
    private readonly List<GraphValue[]>? _written;
    private QuerySummary _summary = new();
    private bool _isEnumerated;

    internal CypherRun(PreparedQuery query, RunContext context, int? maxRows, TimeProvider clock, long start)
    {
        (_query, _context, _maxRows, _clock, _start) = (query, context, maxRows, clock, start);
        if (query.Writes && !query.IsExplained)
        {
            _written = Write();
        }
    }

    /// <summary>Column names: the alias, otherwise the expression as written; empty if the query returns nothing.</summary>
    public IReadOnlyList<string> Columns => _query.Columns;

    /// <summary>Whether the query changes the graph.</summary>
    public bool Writes => _query.Writes;

    /// <summary>The rows, with one value per column and entities detached from the graph. Can be enumerated once; throws runtime errors.</summary>
    public IEnumerable<GraphValue[]> Rows
    {
        get
        {
            if (_isEnumerated)
            {
                throw new InvalidOperationException("The rows of a query can be enumerated once.");
            }

            _isEnumerated = true;
            return _query.IsExplained ? [] : _written ?? Read();
        }
    }

    /// <summary>Signals that no more rows are needed, so that the memory of a large query is released soon, not only when needed.</summary>
    public void End() => _context.End();

    /// <summary>Statistics so far; complete once all rows have been enumerated.</summary>
    public QuerySummary Summary => _summary with { Plan = _query.DescribePlan(_context.Graph), Notices = UnknownNames.Describe(_query.Asked, _context.Graph) };

    /// <summary>Runs a writing statement to completion in a transaction.</summary>
    private List<GraphValue[]> Write()
    {
        var graph = (IMutablePropertyGraph)_context.Graph;
        graph.Begin();
        try
        {
            var rows = Read().ToList();
            graph.Commit();
            return rows;
        }
        catch
        {
            graph.Rollback();
            throw;
        }
    }

    private IEnumerable<GraphValue[]> Read()
    {
        var root = _query.Compiled.Root();
        var outputs = _query.Compiled.Planned.Statement.Query.Outputs;
        var (count, truncated) = (0, false);
        root.Open(_context);
        _context.Limits.Look();
        while (Advance(root))
        {
            if (outputs.Count == 0)
            {
                continue;
            }

            if (count == _maxRows)
            {
                truncated = true;
                if (!Writes)
                {
                    break;
                }

                // The next part of a UNION may still have changes to make.
                continue;
            }

            count++;
            Summarize(count, truncated);
            yield return Detach(outputs);
        }

        Summarize(count, truncated);
    }

    /// <summary>Produces the next row. A value too large for the process's memory ends the query, not the process.</summary>
    private bool Advance(Operator root)
    {
        try
        {
            return root.Next(_context);
        }
        catch (OutOfMemoryException fault)
        {
            throw new CypherException(CypherErrorType.MemoryLimitError, CypherPhase.Runtime, "MemoryLimit", $"A value is larger than the memory allows: {fault.Message}");
        }
    }

    private GraphValue[] Detach(IReadOnlyList<int> outputs)
    {
        var row = new GraphValue[outputs.Count];
        for (var i = 0; i < row.Length; i++)
        {
            var value = _context.Row[outputs[i]];
            _context.Limits.RequireRoom(RunLimits.SizeOfWhole(value));
            row[i] = EntityDetacher.Detach(_context.Graph, value);
        }

        return row;
    }

    private void Summarize(int count, bool truncated) => _summary = new QuerySummary
    {
        RowCount = count,
        Truncated = truncated,
        Elapsed = _clock.GetElapsedTime(_start),
        Counters = _context.Changes.ToCounters(),
    };
}
