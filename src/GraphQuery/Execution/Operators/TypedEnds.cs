using Stemma.GraphQuery.Execution.Evaluation;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>The relationships of a type between nodes with labels, for operators that go through all of them.</summary>
/// <param name="Type">Index of the type among the names of the statement.</param>
/// <param name="Near">Labels of the node that an expansion would begin at, or null.</param>
/// <param name="Far">Labels of the node at the other end, or null.</param>
internal sealed record TypedEnds(int Type, EndLabel? Near, EndLabel? Far)
{
    /// <summary>The relationships as they are now, ascending; their ends are still to be tested.</summary>
    public ReadOnlyMemory<int> Relationships(RunContext context) => context.Types[Type] is var token and >= 0 ? context.Graph.RelationshipsOfType(token) : default;

    /// <summary>What is to be asked of the near and of the far nodes; null where the graph knows that all pass.</summary>
    /// <param name="context">The run.</param>
    /// <param name="isForward">Whether the near node is the start.</param>
    public (LabelMatcher? Near, LabelMatcher? Far) Tests(RunContext context, bool isForward)
    {
        var token = context.Types[Type];
        return (Near?.NeededBy(context, token, atEnd: !isForward), Far?.NeededBy(context, token, atEnd: isForward));
    }
}

/// <summary>What the nodes at one end of relationships must be labelled.</summary>
/// <param name="Labels">Tests a node.</param>
/// <param name="Label">Index of the label among the names of the statement where it is a single one, else −1.</param>
internal sealed record EndLabel(LabelMatcher Labels, int Label)
{
    /// <summary>The test, or null where the graph knows that all nodes at that end of the type pass it.</summary>
    public LabelMatcher? NeededBy(RunContext context, int type, bool atEnd) =>
        type >= 0 && Label >= 0 && context.Labels[Label] is var token and >= 0 && context.Graph.AllEndsHave(type, token, atEnd) ? null : Labels;
}
