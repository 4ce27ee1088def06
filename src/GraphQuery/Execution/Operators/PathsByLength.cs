using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Execution.Tables;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>
/// Finds all paths between two nodes, shorter ones first, without repeated relationships: a depth-first search for each length in turn (Korf 1985), which visits only nodes
/// whose distance to the far end leaves enough steps. Stores the distances and one path.
/// </summary>
internal sealed class PathsByLength(PatternRelationship pattern, RelationshipTypes types, StepCondition step)
{
    private readonly AdjacencyReader _forward = new(types, pattern.Direction);
    private readonly AdjacencyReader _backward = new(types, pattern.Direction.Reversed());
    private readonly Holding _holding = new();
    private readonly List<int> _path = [];

    /// <summary>For each node of the current path: the node, the start of its entries in the adjacency reader, and the next entry.</summary>
    private readonly List<(int Node, int Begin, int Next)> _levels = [];

    /// <summary>The paths with the pattern's lengths, as relationships from left to right.</summary>
    public IEnumerable<int[]> Find(RunContext context, int left, int right)
    {
        var distances = DistancesTo(context, right);
        if (distances.Find(left) is not (var shortest and >= 0))
        {
            yield break;
        }

        // A node's shortest path to itself is empty, but a cycle is a longer one.
        for (var length = Math.Max(shortest, pattern.Length!.Minimum); length <= pattern.Length.Maximum; length++)
        {
            var isCut = false;
            foreach (var path in OfLength(context, left, distances, length, () => isCut = true))
            {
                yield return path;
            }

            if (!isCut)
            {
                yield break;
            }
        }
    }

    private NumberTable DistancesTo(RunContext context, int right)
    {
        _holding.Release(context);
        _backward.Clear();
        var distances = new NumberTable(context.Graph.NodeCapacity);
        var open = new Queue<(int Node, int Distance)>([(right, 0)]);
        distances.TryAdd(right, 0, out _);
        while (open.TryDequeue(out var from))
        {
            context.Limits.Tick();
            _backward.Truncate(0);
            _backward.Append(context, from.Node);
            for (var i = 0; i < _backward.Count && from.Distance < pattern.Length!.Maximum; i++)
            {
                var node = _backward.Neighbours[i];
                if (distances.Find(node) < 0 && step.Passes(context, _backward.Relationships[i], node, from.Node))
                {
                    distances.TryAdd(node, from.Distance + 1, out _);
                    open.Enqueue((node, from.Distance + 1));
                    _holding.Add(context, NumberTable.BytesAnEntry);
                }
            }
        }

        return distances;
    }

    /// <summary>The paths of exactly one length.</summary>
    /// <param name="context">Context of the run.</param>
    /// <param name="left">Start node.</param>
    /// <param name="distances">Number of steps to the far end, by node.</param>
    /// <param name="length">Number of relationships.</param>
    /// <param name="cut">Called if a path could continue beyond the length.</param>
    private IEnumerable<int[]> OfLength(RunContext context, int left, NumberTable distances, int length, Action cut)
    {
        _forward.Clear();
        _path.Clear();
        _levels.Clear();
        Enter(context, left);
        if (length == 0)
        {
            if (_forward.Count > 0)
            {
                cut();
            }

            yield return [];
            yield break;
        }

        while (_levels.Count > 0)
        {
            if (Advance(context, distances, length, cut) == 0 && _path.Count == length)
            {
                yield return [.. _path];
            }
        }
    }

    private void Enter(RunContext context, int node)
    {
        var begin = _forward.Count;
        _forward.Append(context, node);
        _levels.Add((node, begin, begin));
    }

    /// <summary>Advances by one relationship, or goes back; the distance from the node reached to the far end, or −1.</summary>
    private int Advance(RunContext context, NumberTable distances, int length, Action cut)
    {
        context.Limits.Tick();
        var (node, begin, next) = _levels[^1];
        if (next >= _forward.Count || _path.Count >= length)
        {
            if (_path.Count >= length && _forward.Count > begin)
            {
                cut();
            }

            _forward.Truncate(begin);
            _levels.RemoveAt(_levels.Count - 1);
            if (_path.Count > 0)
            {
                _path.RemoveAt(_path.Count - 1);
            }

            return -1;
        }

        _levels[^1] = (node, begin, next + 1);
        var (relationship, neighbour) = (_forward.Relationships[next], _forward.Neighbours[next]);
        var distance = distances.Find(neighbour);
        if (distance < 0 || _path.Contains(relationship) || !step.Passes(context, relationship, node, neighbour))
        {
            return -1;
        }

        if (_path.Count + 1 + distance > length)
        {
            cut();
            return -1;
        }

        _path.Add(relationship);
        Enter(context, neighbour);
        return distance;
    }
}
