using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Execution.Tables;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>
/// Finds shortest paths by breadth-first search from both ends, always expanding the smaller frontier (Pohl 1971): the searches meet after half the
/// length, so that hubs on the far side are not expanded. O(b^(d/2)) for branching factor b and length d.
/// </summary>
internal sealed class ShortestPathSearch(PatternRelationship pattern, RelationshipTypes types, StepCondition step)
{
    private readonly AdjacencyReader _forward = new(types, pattern.Direction);
    private readonly AdjacencyReader _backward = new(types, pattern.Direction.Reversed());
    private readonly Holding _holding = new();

    /// <summary>
    /// All shortest paths with the pattern's lengths, as relationships from left to right, in the order of the graph's adjacency lists. A node is connected to itself only by the
    /// empty path.
    /// </summary>
    public IEnumerable<int[]> Find(RunContext context, int left, int right)
    {
        _holding.Release(context);
        if (left == right)
        {
            return pattern.Length!.Minimum == 0 ? [[]] : [];
        }

        _forward.Clear();
        _backward.Clear();
        var fromLeft = new Side(left, _forward, context.Graph.NodeCapacity);
        var fromRight = new Side(right, _backward, context.Graph.NodeCapacity);
        while (fromLeft.Depth + fromRight.Depth < pattern.Length!.Maximum && fromLeft.Frontier.Count > 0 && fromRight.Frontier.Count > 0)
        {
            var isLeft = fromLeft.Frontier.Count <= fromRight.Frontier.Count;
            var (side, other) = isLeft ? (fromLeft, fromRight) : (fromRight, fromLeft);
            Advance(context, side, isLeft);
            if (side.Frontier.Exists(node => other.Distances.Find(node) >= 0))
            {
                return fromLeft.Depth + fromRight.Depth >= pattern.Length.Minimum ? Join(context, fromLeft, fromRight) : [];
            }
        }

        return [];
    }

    private void Advance(RunContext context, Side side, bool isLeft)
    {
        var next = new List<int>();
        foreach (var node in side.Frontier)
        {
            side.Adjacency.Truncate(0);
            side.Adjacency.Append(context, node);
            for (var i = 0; i < side.Adjacency.Count; i++)
            {
                var neighbour = side.Adjacency.Neighbours[i];
                if (side.Distances.Find(neighbour) < 0 && Passes(context, side.Adjacency.Relationships[i], node, neighbour, isLeft))
                {
                    side.Distances.TryAdd(neighbour, side.Depth + 1, out _);
                    next.Add(neighbour);
                }
            }
        }

        _holding.Add(context, next.Count * (NumberTable.BytesAnEntry + 4L));
        side.Depth++;
        side.Frontier = next;
    }

    private bool Passes(RunContext context, int relationship, int near, int far, bool isLeft) =>
        isLeft ? step.Passes(context, relationship, near, far) : step.Passes(context, relationship, far, near);

    /// <summary>Joins the halves: each shortest path contains exactly one node of the left search's last frontier.</summary>
    private IEnumerable<int[]> Join(RunContext context, Side left, Side right)
    {
        // The last frontier of the left side, in order of discovery.
        foreach (var meeting in left.Frontier.Where(node => right.Distances.Find(node) == right.Depth).ToArray())
        {
            foreach (var begin in Halves(context, left, _backward, meeting, left.Depth, isLeft: true))
            {
                foreach (var end in Halves(context, right, _forward, meeting, right.Depth, isLeft: false))
                {
                    context.Limits.Tick();

                    // Halves run from the meeting node outwards.
                    yield return [.. begin.Reverse(), .. end];
                }
            }
        }
    }

    /// <summary>All paths from a node back to the start of a side, each as relationships starting at that node.</summary>
    private IEnumerable<int[]> Halves(RunContext context, Side side, AdjacencyReader back, int node, int depth, bool isLeft)
    {
        if (depth == 0)
        {
            yield return [];
            yield break;
        }

        foreach (var (relationship, previous) in StepsBack(context, side, back, node, depth, isLeft))
        {
            foreach (var rest in Halves(context, side, back, previous, depth - 1, isLeft))
            {
                yield return [relationship, .. rest];
            }
        }
    }

    private List<(int Relationship, int Previous)> StepsBack(RunContext context, Side side, AdjacencyReader back, int node, int depth, bool isLeft)
    {
        var steps = new List<(int, int)>();
        back.Truncate(0);
        back.Append(context, node);
        for (var i = 0; i < back.Count; i++)
        {
            if (side.Distances.Find(back.Neighbours[i]) == depth - 1 && Passes(context, back.Relationships[i], back.Neighbours[i], node, isLeft))
            {
                steps.Add((back.Relationships[i], back.Neighbours[i]));
            }
        }

        return steps;
    }

    /// <summary>The search from one end.</summary>
    private sealed class Side
    {
        public Side(int start, AdjacencyReader adjacency, int nodeCapacity)
        {
            (Adjacency, Frontier, Distances) = (adjacency, [start], new NumberTable(nodeCapacity));
            Distances.TryAdd(start, 0, out _);
        }

        public AdjacencyReader Adjacency { get; }

        /// <summary>Number of steps from the start, by node.</summary>
        public NumberTable Distances { get; }

        public List<int> Frontier { get; set; }

        public int Depth { get; set; }
    }
}
