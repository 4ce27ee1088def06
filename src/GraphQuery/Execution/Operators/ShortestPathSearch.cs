using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>
/// Finds shortest paths by breadth-first search from both ends, always from the side with the smaller frontier (Pohl 1971): the levels meet after half the
/// length, so that hubs at the far side are not opened. O(b^(d/2)) for a branching of b and a length of d.
/// </summary>
internal sealed class ShortestPathSearch(PatternRelationship pattern, RelationshipTypes types, StepCondition step)
{
    private readonly AdjacencyReader _forward = new(types, pattern.Direction);
    private readonly AdjacencyReader _backward = new(types, Reverse(pattern.Direction));

    /// <summary>All shortest paths within the pattern's lengths, in the order of the graph's adjacency. A node is connected to itself by the empty path only.</summary>
    public IEnumerable<GraphValue> Find(RunContext context, int left, int right)
    {
        if (left == right)
        {
            return pattern.Length!.Minimum == 0 ? [GraphValue.From(Array.Empty<GraphValue>())] : [];
        }

        _forward.Clear();
        _backward.Clear();
        var fromLeft = new Side(left, _forward);
        var fromRight = new Side(right, _backward);
        while (fromLeft.Depth + fromRight.Depth < pattern.Length!.Maximum && fromLeft.Frontier.Count > 0 && fromRight.Frontier.Count > 0)
        {
            var (side, other) = fromLeft.Frontier.Count <= fromRight.Frontier.Count ? (fromLeft, fromRight) : (fromRight, fromLeft);
            Advance(context, side);
            if (side.Frontier.Exists(other.Distances.ContainsKey))
            {
                return fromLeft.Depth + fromRight.Depth >= pattern.Length.Minimum ? Join(context, fromLeft, fromRight) : [];
            }
        }

        return [];
    }

    private static PatternDirection Reverse(PatternDirection direction) => direction switch
    {
        PatternDirection.Outgoing => PatternDirection.Incoming,
        PatternDirection.Incoming => PatternDirection.Outgoing,
        _ => direction,
    };

    private void Advance(RunContext context, Side side)
    {
        var next = new List<int>();
        foreach (var node in side.Frontier)
        {
            side.Adjacency.Truncate(0);
            side.Adjacency.Append(context, node);
            for (var i = 0; i < side.Adjacency.Count; i++)
            {
                var neighbour = side.Adjacency.Neighbours[i];
                if (!side.Distances.ContainsKey(neighbour) && step.Passes(context, side.Adjacency.Relationships[i]))
                {
                    side.Distances.Add(neighbour, side.Depth + 1);
                    next.Add(neighbour);
                }
            }
        }

        context.Limits.Hold(next.Count * 24L);
        side.Depth++;
        side.Frontier = next;
    }

    /// <summary>Puts halves together: each shortest path has exactly one node where the left search ended.</summary>
    private IEnumerable<GraphValue> Join(RunContext context, Side left, Side right)
    {
        var meetings = left.Distances.Where(pair => pair.Value == left.Depth && right.Distances.TryGetValue(pair.Key, out var rest) && rest == right.Depth).Select(pair => pair.Key);
        foreach (var meeting in meetings.ToArray())
        {
            foreach (var begin in Halves(context, left, _backward, meeting, left.Depth))
            {
                foreach (var end in Halves(context, right, _forward, meeting, right.Depth))
                {
                    context.Limits.Tick();
                    var whole = new GraphValue[begin.Length + end.Length];
                    for (var i = 0; i < whole.Length; i++)
                    {
                        // Halves run from the meeting outwards.
                        whole[i] = GraphValue.From(new RelationshipReference(i < begin.Length ? begin[begin.Length - 1 - i] : end[i - begin.Length]));
                    }

                    yield return GraphValue.From(whole);
                }
            }
        }
    }

    /// <summary>All ways from a node back to where a side began, each as relationships from that node on.</summary>
    private IEnumerable<int[]> Halves(RunContext context, Side side, AdjacencyReader back, int node, int depth)
    {
        if (depth == 0)
        {
            yield return [];
            yield break;
        }

        foreach (var (relationship, previous) in StepsBack(context, side, back, node, depth))
        {
            foreach (var rest in Halves(context, side, back, previous, depth - 1))
            {
                yield return [relationship, .. rest];
            }
        }
    }

    private List<(int Relationship, int Previous)> StepsBack(RunContext context, Side side, AdjacencyReader back, int node, int depth)
    {
        var steps = new List<(int, int)>();
        back.Truncate(0);
        back.Append(context, node);
        for (var i = 0; i < back.Count; i++)
        {
            if (side.Distances.TryGetValue(back.Neighbours[i], out var distance) && distance == depth - 1 && step.Passes(context, back.Relationships[i]))
            {
                steps.Add((back.Relationships[i], back.Neighbours[i]));
            }
        }

        return steps;
    }

    /// <summary>One of the two searches.</summary>
    private sealed class Side(int start, AdjacencyReader adjacency)
    {
        public AdjacencyReader Adjacency { get; } = adjacency;

        public Dictionary<int, int> Distances { get; } = new() { [start] = 0 };

        public List<int> Frontier { get; set; } = [start];

        public int Depth { get; set; }
    }
}
