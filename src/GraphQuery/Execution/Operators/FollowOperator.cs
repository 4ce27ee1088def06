using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Planning;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>For each row with a relationship, or list of them, bound by an earlier clause: its end nodes, in both orders if the pattern has no direction.</summary>
internal sealed class FollowOperator(Operator input, FollowRelationship plan, RelationshipTypes types, StepCondition step) : InputOperator(input)
{
    private readonly int[] _distinctFrom = [.. plan.DistinctFrom];
    private readonly List<(int Left, int Right)> _ends = [];
    private int _at;

    public override void Open(RunContext context)
    {
        base.Open(context);
        _ends.Clear();
        _at = 0;
    }

    public override bool Next(RunContext context)
    {
        while (true)
        {
            while (_at < _ends.Count)
            {
                var (left, right) = _ends[_at++];
                if (Fits(context, plan.LeftSet, plan.Left.Slot, left) && Fits(context, plan.RightSet, plan.Right.Slot, right)
                    && (plan.Left.Slot != plan.Right.Slot || left == right))
                {
                    context.Row[plan.Left.Slot] = GraphValue.From(new NodeReference(left));
                    context.Row[plan.Right.Slot] = GraphValue.From(new NodeReference(right));
                    return true;
                }
            }

            if (!Input.Next(context))
            {
                return false;
            }

            _at = 0;
            _ends.Clear();
            FindEnds(context, context.Row[plan.Relationship.Slot]);
        }
    }

    private static bool Fits(RunContext context, bool isSet, int slot, int node) =>
        !isSet || (context.Row[slot].IsNodeReference && context.Row[slot].AsNodeReference() == node);

    private void FindEnds(RunContext context, GraphValue value)
    {
        if (value.IsRelationshipReference)
        {
            var relationship = value.AsRelationshipReference();
            if (types.Matches(context, relationship) && DistinctRelationships.IsNew(context.Row, _distinctFrom, relationship))
            {
                _ends.AddRange(Ways(context.Graph, relationship));
            }
        }
        else if (value.Kind == GraphValueKind.List && plan.Relationship.Length is { } length && value.AsList() is var list && list.Count >= length.Minimum && list.Count <= length.Maximum)
        {
            FindListEnds(context, list);
        }
    }

    private void FindListEnds(RunContext context, IReadOnlyList<GraphValue> list)
    {
        if (list.Count == 0 || !list.All(item => item.IsRelationshipReference && types.Matches(context, item.AsRelationshipReference())))
        {
            return;
        }

        foreach (var (left, next) in Ways(context.Graph, list[0].AsRelationshipReference()))
        {
            int? node = step.Passes(context, list[0].AsRelationshipReference(), left, next) ? next : null;
            for (var i = 1; i < list.Count && node is { } from; i++)
            {
                var relationship = list[i].AsRelationshipReference();
                node = Ways(context.Graph, relationship).Where(way => way.Left == from && step.Passes(context, relationship, from, way.Right)).Select(way => (int?)way.Right).FirstOrDefault();
            }

            if (node is { } right)
            {
                _ends.Add((left, right));
            }
        }
    }

    /// <summary>The orders of end nodes in which a relationship can match.</summary>
    private (int Left, int Right)[] Ways(IPropertyGraph graph, int relationship)
    {
        var (start, end) = (graph.StartOf(relationship), graph.EndOf(relationship));
        return plan.Relationship.Direction switch
        {
            PatternDirection.Outgoing => [(start, end)],
            PatternDirection.Incoming => [(end, start)],
            _ => start == end ? [(start, end)] : [(start, end), (end, start)],
        };
    }
}
