using Stemma.GraphModel.Graph;
using Stemma.GraphQuery.Execution.Evaluation;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>Copies the relationships of a node into arrays that outlive a change of the graph. Reused from node to node.</summary>
/// <param name="types">Which relationships.</param>
/// <param name="direction">Which side.</param>
/// <param name="labels">What the other end must be labelled, or null.</param>
internal sealed class AdjacencyReader(RelationshipTypes types, PatternDirection direction, LabelMatcher? labels = null)
{
    private int[]? _tokens;

    /// <summary>Relationship numbers.</summary>
    public int[] Relationships { get; private set; } = new int[8];

    /// <summary>Node numbers at the other end.</summary>
    public int[] Neighbours { get; private set; } = new int[8];

    /// <summary>Entries in use.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets all entries, and what types the graph knows.</summary>
    public void Clear()
    {
        Count = 0;
        _tokens = null;
    }

    /// <summary>Drops entries from the end.</summary>
    public void Truncate(int count) => Count = count;

    /// <summary>Adds the relationships of a node, or only those to <paramref name="target"/> where it is not negative.</summary>
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
                // A loop stands on both sides; without a direction it is met once.
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

    /// <summary>Makes room. It is counted until the run ends: a walk that comes through a hub again and again copies all of it each time.</summary>
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
