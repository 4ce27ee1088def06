using Stemma.GraphQuery.Execution.Evaluation;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>The relationships of a type between nodes with labels, for operators that scan all of them.</summary>
/// <param name="Type">Index of the type among the statement's names.</param>
/// <param name="Near">Required labels of the node at which an expansion would start, or null.</param>
/// <param name="Far">Required labels of the node at the other end, or null.</param>
internal sealed record TypedEnds(int Type, EndLabel? Near, EndLabel? Far)
{
    /// <summary>The relationships at this moment, ascending; their ends have not been checked.</summary>
    public ReadOnlyMemory<int> Relationships(RunContext context) => context.Types[Type] is var token and >= 0 ? context.Graph.RelationshipsOfType(token) : default;

    /// <summary>The checks of the near and far nodes; null if the graph knows that all pass.</summary>
    /// <param name="context">The run.</param>
    /// <param name="isForward">Whether the near node is the start.</param>
    public (LabelMatcher? Near, LabelMatcher? Far) Tests(RunContext context, bool isForward)
    {
        var token = context.Types[Type];
        return (Near?.NeededBy(context, token, atEnd: !isForward), Far?.NeededBy(context, token, atEnd: isForward));
    }
}

/// <summary>Required labels of the nodes at one end of relationships.</summary>
/// <param name="Labels">Checks a node.</param>
/// <param name="Label">Index among the statement's names if it is a single label, otherwise −1.</param>
internal sealed record EndLabel(LabelMatcher Labels, int Label)
{
    /// <summary>The check, or null if the graph knows that all nodes at that end of the type pass it.</summary>
    public LabelMatcher? NeededBy(RunContext context, int type, bool atEnd) =>
        type >= 0 && Label >= 0 && context.Labels[Label] is var token and >= 0 && context.Graph.AllEndsHave(type, token, atEnd) ? null : Labels;
}
