using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Execution.Evaluation;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>All rows in order, or the first few; the sort is stable. With a count it keeps only that many rows.</summary>
internal sealed class SortOperator(Operator input, Evaluator[] keys, bool[] descending, int[] keep, Evaluator? count) : InputOperator(input)
{
    /// <summary>Bytes of a row's entry in the list, which doubles when it is full.</summary>
    private const int BytesAnEntry = 56;

    private readonly List<SortedRow> _rows = [];
    private readonly RowOrder _order = new(descending);
    private readonly GraphValue[] _keys = new GraphValue[keys.Length];
    private bool _isSorted;
    private long _held;
    private int _at;

    public override void Open(RunContext context)
    {
        base.Open(context);
        context.Limits.Release(_held);
        (_held, _at, _isSorted) = (0, 0, false);
        _rows.Clear();
    }

    public override bool Next(RunContext context)
    {
        if (!_isSorted)
        {
            Read(context);
            _isSorted = true;
        }

        if (_at >= _rows.Count)
        {
            return false;
        }

        var values = _rows[_at++].Values;
        for (var i = 0; i < keep.Length; i++)
        {
            context.Row[keep[i]] = values[keys.Length + i];
        }

        return true;
    }

    private void Read(RunContext context)
    {
        if (count is null)
        {
            ReadAll(context);
        }
        else
        {
            ReadTop(context, count.Evaluate(context).AsInteger());
        }

        StoppableSort.Sort(_rows, _order, context.Limits.Ticker);
    }

    private void ReadAll(RunContext context)
    {
        for (var number = 0L; Input.Next(context); number++)
        {
            context.Limits.Tick();
            for (var i = 0; i < keys.Length; i++)
            {
                _keys[i] = keys[i].Evaluate(context);
            }

            _rows.Add(Copy(context, number));
        }
    }

    private void ReadTop(RunContext context, long wanted)
    {
        // The worst of the kept rows is at the top, where a better one replaces it.
        var kept = new PriorityQueue<SortedRow, SortedRow>(Comparer<SortedRow>.Create((a, b) => _order.Compare(b, a)));
        for (var number = 0L; wanted > 0 && Input.Next(context); number++)
        {
            context.Limits.Tick();
            var isFull = kept.Count >= wanted;
            if (!Beats(context, isFull ? kept.Peek().Values : null))
            {
                continue;
            }

            var row = Copy(context, number);
            if (isFull)
            {
                Forget(context, kept.EnqueueDequeue(row, row));
            }
            else
            {
                kept.Enqueue(row, row);
            }
        }

        _rows.AddRange(kept.UnorderedItems.Select(item => item.Element));
    }

    /// <summary>
    /// Evaluates the keys of the current row as far as needed to decide whether it sorts before the worst kept row. An equal row came later and does not.
    /// </summary>
    private bool Beats(RunContext context, GraphValue[]? worst)
    {
        var order = worst is null ? -1 : 0;
        for (var i = 0; i < keys.Length; i++)
        {
            _keys[i] = keys[i].Evaluate(context);
            if (order == 0 && (order = _order.Compare(_keys[i], worst![i], i)) > 0)
            {
                return false;
            }
        }

        return order < 0;
    }

    private SortedRow Copy(RunContext context, long number)
    {
        var values = new GraphValue[keys.Length + keep.Length];
        _keys.CopyTo(values, 0);
        for (var i = 0; i < keep.Length; i++)
        {
            values[keys.Length + i] = context.Row[keep[i]];
        }

        var bytes = RunLimits.SizeOf(values) + BytesAnEntry;
        _held += bytes;
        context.Limits.Hold(bytes);
        return new SortedRow(values, number);
    }

    private void Forget(RunContext context, SortedRow row)
    {
        var bytes = RunLimits.SizeOf(row.Values) + BytesAnEntry;
        _held -= bytes;
        context.Limits.Release(bytes);
    }

    /// <summary>Sort keys, then the kept slots; the row number breaks ties.</summary>
    private readonly record struct SortedRow(GraphValue[] Values, long Number);

    private sealed class RowOrder(bool[] descending) : IComparer<SortedRow>
    {
        public int Compare(SortedRow x, SortedRow y)
        {
            for (var i = 0; i < descending.Length; i++)
            {
                var order = Compare(x.Values[i], y.Values[i], i);
                if (order != 0)
                {
                    return order;
                }
            }

            return x.Number.CompareTo(y.Number);
        }

        /// <summary>Compares values of one key.</summary>
        public int Compare(GraphValue x, GraphValue y, int key) => ValueOrdering.Instance.Compare(x, y) is var order && descending[key] ? -order : order;
    }
}
