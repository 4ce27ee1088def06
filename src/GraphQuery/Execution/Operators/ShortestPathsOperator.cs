using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Planning;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>For each row with both ends set, one shortest path or all of them, as lists of relationships.</summary>
internal sealed class ShortestPathsOperator(Operator input, ShortestPaths plan, ShortestPathSearch search) : InputOperator(input)
{
    private IEnumerator<GraphValue>? _found;

    public override void Open(RunContext context)
    {
        base.Open(context);
        _found = null;
    }

    public override bool Next(RunContext context)
    {
        while (true)
        {
            if (_found?.MoveNext() == true)
            {
                context.Row[plan.Relationship.Slot] = _found.Current;
                return true;
            }

            if (!Input.Next(context))
            {
                return false;
            }

            var (left, right) = (context.Row[plan.Left.Slot], context.Row[plan.Right.Slot]);
            var paths = left.IsNodeReference && right.IsNodeReference ? search.Find(context, left.AsNodeReference(), right.AsNodeReference()) : [];
            _found = (plan.Relationship.Shape == PathShape.Shortest ? paths.Take(1) : paths).GetEnumerator();
        }
    }
}
