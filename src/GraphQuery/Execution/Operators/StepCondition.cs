using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Execution.Evaluation;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>What is asked of each step of a path of varying length, such as <c>[*1..3 {by: 'hand'}]</c> or <c>((a)-[r]->(b) WHERE a.x &lt; b.x)+</c>.</summary>
/// <param name="slot">Holds the relationship while it is tested.</param>
/// <param name="ends">Hold its nodes from left to right while it is tested; null where nothing is asked of them.</param>
/// <param name="condition">Null where nothing is asked.</param>
internal sealed class StepCondition(int slot, StepEnds? ends, Evaluator? condition)
{
    /// <summary>Whether nothing is asked.</summary>
    public bool IsFree => condition is null;

    /// <summary>Whether the condition is true of a step.</summary>
    /// <param name="context">Of the run.</param>
    /// <param name="relationship">The relationship.</param>
    /// <param name="left">The node of it that is nearer to the left end of the path.</param>
    /// <param name="right">The other one.</param>
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
