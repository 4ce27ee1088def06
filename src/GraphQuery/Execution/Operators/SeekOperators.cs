using System.Globalization;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Execution.Evaluation;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>For each row, a list of nodes.</summary>
internal abstract class NodeListOperator(Operator input, int slot) : InputOperator(input)
{
    private IReadOnlyList<int> _nodes = [];
    private int _at;

    /// <inheritdoc/>
    public override void Open(RunContext context)
    {
        base.Open(context);
        (_nodes, _at) = ([], 0);
    }

    /// <inheritdoc/>
    public sealed override bool Next(RunContext context)
    {
        while (_at >= _nodes.Count)
        {
            if (!Input.Next(context))
            {
                return false;
            }

            (_nodes, _at) = (FindNodes(context), 0);
        }

        context.Limits.Tick();
        context.Row[slot] = GraphValue.From(new NodeReference(_nodes[_at++]));
        return true;
    }

    /// <summary>The nodes for the current row.</summary>
    protected abstract IReadOnlyList<int> FindNodes(RunContext context);
}

/// <summary>For each row, the nodes with an element id, or with any element id of a list.</summary>
internal sealed class SeekElementsOperator(Operator input, int slot, Evaluator value, bool anyOf, bool byNumber) : NodeListOperator(input, slot)
{
    protected override IReadOnlyList<int> FindNodes(RunContext context)
    {
        var wanted = value.Evaluate(context);
        var items = anyOf ? LoopSource.Items(wanted) ?? [] : [wanted];
        return [.. items.Select(id => byNumber ? NodeOf(id) : NumberOf(id)).Where(node => node >= 0 && node < context.Graph.NodeCapacity && context.Graph.NodeExists(node)).Distinct().Order()];
    }

    /// <summary>An id equals a float of the same value.</summary>
    private static int NodeOf(GraphValue id) =>
        id.IsInteger && id.AsInteger() is >= 0 and <= int.MaxValue ? (int)id.AsInteger()
        : id.IsFloat && id.AsFloat() is >= 0 and <= int.MaxValue and var number && number == Math.Floor(number) ? (int)number
        : -1;

    private static int NumberOf(GraphValue id) =>
        id.IsString && int.TryParse(id.AsString().AsSpan(Math.Min(1, id.AsString().Length)), NumberStyles.None, CultureInfo.InvariantCulture, out var node)
        && EntityDetacher.NodeElementId(node) == id.AsString() ? node : -1;
}

/// <summary>For each row, the nodes of a label with a property value, or any value of a list, through an index; by a scan if there is none. Ascending.</summary>
internal sealed class SeekOperator(Operator input, int slot, int label, int key, Evaluator value, bool anyOf) : NodeListOperator(input, slot)
{
    protected override IReadOnlyList<int> FindNodes(RunContext context)
    {
        var wanted = value.Evaluate(context);
        return anyOf ? FindAny(context, wanted) : Find(context, wanted);
    }

    private int[] FindAny(RunContext context, GraphValue list) =>
        [.. (LoopSource.Items(list) ?? []).SelectMany(item => Find(context, item)).Distinct().Order()];

    private IReadOnlyList<int> Find(RunContext context, GraphValue wanted)
    {
        var (labelToken, keyToken) = (context.Labels[label], context.Keys[key]);
        if (labelToken < 0 || keyToken < 0 || wanted.IsNull || (wanted.IsFloat && double.IsNaN(wanted.AsFloat())))
        {
            return [];
        }

        // An index compares structurally, whereas Cypher's = treats 1 and 1.0 as equal, also in lists: numbers are looked up in both forms,
        // and of the other values only strings and booleans rely on the index.
        var isFound = wanted.IsNumber
            ? TryFindNumber(context, labelToken, keyToken, wanted, out var found)
            : context.Graph.TryFindNodes(labelToken, keyToken, wanted, out found) && (wanted.IsString || wanted.IsBoolean);
        return isFound ? found : Scan(context, labelToken, keyToken, wanted);
    }

    private static bool TryFindNumber(RunContext context, int labelToken, int keyToken, GraphValue wanted, out IReadOnlyList<int> found)
    {
        if (!context.Graph.TryFindNodes(labelToken, keyToken, wanted, out found))
        {
            return false;
        }

        var number = wanted.AsNumber();
        var other = wanted.IsInteger ? GraphValue.From(number) : GraphValue.From((long)number);
        if (CypherValues.Equal(wanted, other) == true && context.Graph.TryFindNodes(labelToken, keyToken, other, out var others) && others.Count > 0)
        {
            found = [.. found.Union(others).Order()];
        }

        return true;
    }

    private static List<int> Scan(RunContext context, int labelToken, int keyToken, GraphValue wanted)
    {
        var found = new List<int>();
        foreach (var node in context.Graph.NodesWithLabel(labelToken))
        {
            context.Limits.Tick();
            if (CypherValues.Equal(context.Graph.NodeProperty(node, keyToken), wanted) == true)
            {
                found.Add(node);
            }
        }

        return found;
    }
}
