using Stemma.GraphModel.Graph;
using Stemma.GraphQuery.Execution.Evaluation;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>Copies the relationships of a node into arrays that stay valid when the graph changes. Reused from node to node.</summary>
/// <param name="types">Types of the relationships.</param>
/// <param name="direction">Direction seen from the node.</param>
/// <param name="labels">Required labels of the other end, or null.</param>
internal sealed class AdjacencyReader(RelationshipTypes types, PatternDirection direction, LabelMatcher? labels = null)
{
    private int[]? _tokens;

    /// <summary>Relationship numbers.</summary>
    public int[] Relationships { get; private set; } = new int[8];

    /// <summary>Node numbers at the other end.</summary>
    public int[] Neighbours { get; private set; } = new int[8];

    /// <summary>Number of entries in use.</summary>
    public int Count { get; private set; }

    /// <summary>Removes all entries and the resolved type tokens.</summary>
    public void Clear()
    {
        Count = 0;
        _tokens = null;
    }

    /// <summary>Drops entries from the end.</summary>
    public void Truncate(int count) => Count = count;

    /// <summary>Adds the relationships of a node; if <paramref name="target"/> is not negative, only those to that node.</summary>
    public void Append(RunContext context, int node, int target = -1)
    {
        _tokens ??= types.Tokens(context);
        foreach (var token in _tokens)
        {
            if (direction != PatternDirection.Incoming)
            {
                Append(context, context.Graph.Outgoing(node, token), target, skipped: -1);
            }

            if (direction != PatternDirection.Outgoing)
            {
                // A loop is in both lists; without a direction it is added once.
                Append(context, context.Graph.Incoming(node, token), target, direction == PatternDirection.Both ? node : -1);
            }
        }
    }

    private void Append(RunContext context, AdjacencySpan span, int target, int skipped)
    {
        var relationships = span.Relationships;
        var neighbours = span.Neighbours;
        if (target < 0 && skipped < 0 && labels is null && types.AcceptsAll)
        {
            Copy(context, relationships, neighbours);
            return;
        }

        for (var i = 0; i < relationships.Length; i++)
        {
            context.Limits.Tick();
            if (neighbours[i] == skipped || (target >= 0 && neighbours[i] != target) || !types.Accepts(context, relationships[i])
                || labels?.MatchesNode(context, neighbours[i]) == false)
            {
                continue;
            }

            Reserve(context, Count + 1);
            Relationships[Count] = relationships[i];
            Neighbours[Count++] = neighbours[i];
        }
    }

    private void Copy(RunContext context, ReadOnlySpan<int> relationships, ReadOnlySpan<int> neighbours)
    {
        context.Limits.Tick(relationships.Length);
        Reserve(context, Count + relationships.Length);
        relationships.CopyTo(Relationships.AsSpan(Count));
        neighbours.CopyTo(Neighbours.AsSpan(Count));
        Count += relationships.Length;
    }

    /// <summary>Makes room. It counts as held until the run ends, because a walk that returns to a hub copies all of its entries each time.</summary>
    private void Reserve(RunContext context, int count)
    {
        if (count > Relationships.Length)
        {
            var (relationships, neighbours) = (Relationships, Neighbours);
            var length = (int)Math.Min(Math.Max(count, Count * 2L), Array.MaxLength);
            context.Limits.Hold(2L * sizeof(int) * (length - relationships.Length));
            Array.Resize(ref relationships, length);
            Array.Resize(ref neighbours, length);
            (Relationships, Neighbours) = (relationships, neighbours);
        }
    }
}
