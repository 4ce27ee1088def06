using Stemma.GraphModel.Graph;
using Stemma.GraphQuery.Execution.Evaluation;
using Stemma.GraphQuery.Planning;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>
/// Counts the relationships of a node that an expansion would match: the length of its adjacency list if no label is required or the graph knows
/// that all ends have it; otherwise by checking each neighbour. For one run.
/// </summary>
/// <param name="expand">The expansion.</param>
/// <param name="types">Its types.</param>
/// <param name="labels">Required labels of the other end, or null.</param>
/// <param name="label">Index among the statement's names if a single label is required, otherwise −1.</param>
internal sealed class NeighbourCount(Expand expand, RelationshipTypes types, LabelMatcher? labels, int label)
{
    private int[] _tokens = [];
    private bool[] _looksAtEnds = [];
    private bool[] _looksAtStarts = [];

    /// <summary>The counted types.</summary>
    public RelationshipTypes Types { get; } = types;

    /// <summary>The expansion.</summary>
    public Expand Expand { get; } = expand;

    /// <summary>Resolves the types and finds out which labels need no check.</summary>
    public void Open(RunContext context)
    {
        _tokens = Types.Tokens(context);
        _looksAtEnds = Array.ConvertAll(_tokens, token => Looks(context, token, atEnd: true));
        _looksAtStarts = Array.ConvertAll(_tokens, token => Looks(context, token, atEnd: false));
    }

    /// <summary>The count for a node.</summary>
    public long Of(RunContext context, int node)
    {
        var count = 0L;
        for (var i = 0; i < _tokens.Length; i++)
        {
            if (Expand.Direction != PatternDirection.Incoming)
            {
                count += Count(context, context.Graph.Outgoing(node, _tokens[i]), _looksAtEnds[i], skipped: -1);
            }

            if (Expand.Direction != PatternDirection.Outgoing)
            {
                // A loop is in both lists; without a direction it is counted once.
                count += Count(context, context.Graph.Incoming(node, _tokens[i]), _looksAtStarts[i], Expand.Direction == PatternDirection.Both ? node : -1);
            }
        }

        return count;
    }

    /// <summary>Whether the expansion would match this relationship from the node.</summary>
    public bool Finds(RunContext context, int relationship, int node)
    {
        var (start, end) = (context.Graph.StartOf(relationship), context.Graph.EndOf(relationship));
        var isThere = Expand.Direction switch
        {
            PatternDirection.Outgoing => start == node,
            PatternDirection.Incoming => end == node,
            _ => start == node || end == node,
        };
        return isThere && Types.Matches(context, relationship) && labels?.MatchesNode(context, start == node ? end : start) != false;
    }

    private bool Looks(RunContext context, int token, bool atEnd) =>
        labels is not null && (token < 0 || label < 0 || context.Labels[label] is not (var labelToken and >= 0) || !context.Graph.AllEndsHave(token, labelToken, atEnd));

    private long Count(RunContext context, AdjacencySpan span, bool looks, int skipped)
    {
        if (!looks)
        {
            return span.Count - (skipped < 0 ? 0 : span.Neighbours.Count(skipped));
        }

        context.Limits.Tick(span.Count);
        var count = 0L;
        foreach (var neighbour in span.Neighbours)
        {
            count += neighbour != skipped && labels!.MatchesNode(context, neighbour) ? 1 : 0;
        }

        return count;
    }
}
