using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Execution.Tables;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>
/// Changes the graph for each row when it is opened: reads all rows first, then makes the changes, and returns the rows afterwards. So a clause never sees its own
/// changes while it reads, later clauses see all of them, and a LIMIT above it does not omit any.
/// </summary>
/// <param name="input">Rows.</param>
/// <param name="keep">Slots to save from each input row.</param>
/// <param name="output">Slots to return.</param>
internal abstract class WriteOperator(Operator input, int[] keep, int[] output) : InputOperator(input)
{
    private readonly List<GraphValue[]> _results = [];
    private readonly Holding _heldResults = new();
    private int _at;

    /// <inheritdoc/>
    public override void Open(RunContext context)
    {
        base.Open(context);
        _at = 0;
        _results.Clear();
        _heldResults.Release(context);
        Run(context);
    }

    /// <inheritdoc/>
    public sealed override bool Next(RunContext context)
    {
        if (_at >= _results.Count)
        {
            return false;
        }

        Load(context, output, _results[_at]);
        _results[_at++] = [];
        return true;
    }

    /// <summary>Changes the graph for the current row and calls <see cref="Give"/> for each resulting row.</summary>
    protected abstract void Apply(RunContext context);

    /// <summary>Changes that wait until all rows have been processed.</summary>
    protected virtual void Finish(RunContext context)
    {
    }

    /// <summary>Adds the current row to the results.</summary>
    protected void Give(RunContext context) => _results.Add(Save(context, output, _heldResults));

    private static void Load(RunContext context, int[] slots, GraphValue[] values)
    {
        for (var i = 0; i < slots.Length; i++)
        {
            context.Row[slots[i]] = values[i];
        }
    }

    private static GraphValue[] Save(RunContext context, int[] slots, Holding holding)
    {
        context.Limits.Tick();
        var values = new GraphValue[slots.Length];
        for (var i = 0; i < slots.Length; i++)
        {
            values[i] = context.Row[slots[i]];
        }

        holding.Add(context, RunLimits.SizeOf(values));
        return values;
    }

    private void Run(RunContext context)
    {
        var rows = new List<GraphValue[]>();
        var heldRows = new Holding();
        while (Input.Next(context))
        {
            rows.Add(Save(context, keep, heldRows));
        }

        foreach (var row in rows)
        {
            Load(context, keep, row);
            Apply(context);
        }

        heldRows.Release(context);
        Finish(context);
    }
}
