using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Execution.Evaluation;
using Stemma.GraphQuery.Planning;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>
/// For each row with both end nodes set, the shortest paths that satisfy the conditions, as lists of relationships. The paths of minimum length are found from both ends; only
/// if none of them satisfies the conditions, or more are wanted, all other paths are searched in order of length.
/// </summary>
internal sealed class ShortestPathsOperator(
    Operator input, ShortestPaths plan, ShortestPathSearch shortest, PathsByLength others, Evaluator[] conditions) : InputOperator(input)
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
                Set(context, _found.Current);
                return true;
            }

            if (!Input.Next(context))
            {
                return false;
            }

            var (left, right) = (context.Row[plan.Left.Slot], context.Row[plan.Right.Slot]);
            var isFound = left.IsNodeReference && right.IsNodeReference;
            _found = isFound ? Find(context, left.AsNodeReference(), right.AsNodeReference()).GetEnumerator() : null;
        }
    }

    private IEnumerable<GraphValue> Find(RunContext context, int left, int right)
    {
        if (plan.Relationship is { Count: 1, TakesConditions: true } || (plan.Relationship.Count == 1 && left != right))
        {
            var isAny = false;
            foreach (var path in shortest.Find(context, left, right).Select(ValueOf).Where(path => Passes(context, path)))
            {
                isAny = true;
                yield return path;
                if (plan.Relationship.Shape == PathShape.Shortest)
                {
                    yield break;
                }
            }

            if (isAny || (conditions.Length == 0 && plan.Relationship.Length!.Minimum <= 1))
            {
                yield break;
            }
        }

        foreach (var path in FindAmongAll(context, left, right))
        {
            yield return path;
        }
    }

    private IEnumerable<GraphValue> FindAmongAll(RunContext context, int left, int right)
    {
        var (count, length, lengths) = (0, -1, 0);
        foreach (var relationships in others.Find(context, left, right))
        {
            var path = ValueOf(relationships);
            if (!Passes(context, path))
            {
                continue;
            }

            lengths += relationships.Length == length ? 0 : 1;
            length = relationships.Length;
            if (plan.Relationship.Shape == PathShape.AllShortest && lengths > plan.Relationship.Count)
            {
                yield break;
            }

            yield return path;
            if (plan.Relationship.Shape == PathShape.Shortest && ++count == plan.Relationship.Count)
            {
                yield break;
            }
        }
    }

    private bool Passes(RunContext context, GraphValue path)
    {
        if (conditions.Length == 0)
        {
            return true;
        }

        context.Limits.Tick();
        Set(context, path);
        return Array.TrueForAll(conditions, condition => condition.Test(context) == true);
    }

    private void Set(RunContext context, GraphValue path)
    {
        context.Row[plan.Relationship.Slot] = path;
        if (plan.Path is not null)
        {
            context.Row[plan.Path.Slot] = PathAssembler.Assemble(context, plan.Path);
        }
    }

    private static GraphValue ValueOf(int[] relationships) => GraphValue.From(Array.ConvertAll(relationships, relationship => GraphValue.From(new RelationshipReference(relationship))));
}
