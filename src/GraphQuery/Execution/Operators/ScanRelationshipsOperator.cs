using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Execution.Evaluation;
using Stemma.GraphQuery.Planning;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>For each row, the relationships of a type in the graph's order, with their end nodes, if these have the required labels.</summary>
/// <param name="input">Rows.</param>
/// <param name="plan">The replaced expansion.</param>
/// <param name="ends">The type and the required labels of its ends.</param>
internal sealed class ScanRelationshipsOperator(Operator input, Expand plan, TypedEnds ends) : InputOperator(input)
{
    private readonly int[] _distinctFrom = [.. plan.DistinctFrom];
    private readonly bool _isForward = plan.Direction == PatternDirection.Outgoing;
    private ReadOnlyMemory<int> _list;
    private LabelMatcher? _near;
    private LabelMatcher? _far;
    private int _at;

    public override void Open(RunContext context)
    {
        base.Open(context);
        (_at, _list) = (0, default);
    }

    public override bool Next(RunContext context)
    {
        while (true)
        {
            while (_at < _list.Length)
            {
                context.Limits.Tick();
                if (Take(context, _list.Span[_at++]))
                {
                    return true;
                }
            }

            if (!Input.Next(context))
            {
                return false;
            }

            Begin(context);
        }
    }

    private void Begin(RunContext context)
    {
        (_at, _list) = (0, ends.Relationships(context));
        (_near, _far) = ends.Tests(context, _isForward);
    }

    private bool Take(RunContext context, int relationship)
    {
        // The list was read when the scan started; the statement may have deleted relationships since.
        if (context.Writer is not null && !context.Graph.RelationshipExists(relationship))
        {
            return false;
        }

        var (start, end) = (context.Graph.StartOf(relationship), context.Graph.EndOf(relationship));
        var (from, to) = _isForward ? (start, end) : (end, start);
        if (_near?.MatchesNode(context, from) == false || _far?.MatchesNode(context, to) == false || !DistinctRelationships.IsNew(context.Row, _distinctFrom, relationship))
        {
            return false;
        }

        context.Row[plan.Relationship.Slot] = GraphValue.From(new RelationshipReference(relationship));
        context.Row[plan.From.Slot] = GraphValue.From(new NodeReference(from));
        context.Row[plan.To.Slot] = GraphValue.From(new NodeReference(to));
        return true;
    }
}
