using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Execution.Evaluation;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>The condition on each step of a variable-length path, such as <c>[*1..3 {by: 'hand'}]</c> or <c>((a)-[r]->(b) WHERE a.x &lt; b.x)+</c>.</summary>
/// <param name="slot">Slot of the relationship during the test.</param>
/// <param name="ends">Slots of its nodes, from left to right, during the test; null if they are not read.</param>
/// <param name="condition">The condition, or null.</param>
internal sealed class StepCondition(int slot, StepEnds? ends, Evaluator? condition)
{
    /// <summary>Whether there is no condition.</summary>
    public bool IsFree => condition is null;

    /// <summary>Whether a step satisfies the condition.</summary>
    /// <param name="context">Context of the run.</param>
    /// <param name="relationship">The relationship.</param>
    /// <param name="left">Its node nearer to the left end of the path.</param>
    /// <param name="right">Its other node.</param>
    public bool Passes(RunContext context, int relationship, int left, int right)
    {
        if (condition is null)
        {
            return true;
        }

        context.Row[slot] = GraphValue.From(new RelationshipReference(relationship));
        if (ends is not null)
        {
            context.Row[ends.Left] = GraphValue.From(new NodeReference(left));
            context.Row[ends.Right] = GraphValue.From(new NodeReference(right));
        }

        return condition.Test(context) == true;
    }
}
