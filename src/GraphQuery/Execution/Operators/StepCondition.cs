using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Execution.Evaluation;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>What is asked of each relationship of a path of varying length, such as <c>[*1..3 {by: 'hand'}]</c>.</summary>
/// <param name="slot">Holds the relationship while it is tested.</param>
/// <param name="condition">Null where nothing is asked.</param>
internal sealed class StepCondition(int slot, Evaluator? condition)
{
    /// <summary>Whether the condition is true of a relationship.</summary>
    public bool Passes(RunContext context, int relationship)
    {
        if (condition is null)
        {
            return true;
        }

        context.Row[slot] = GraphValue.From(new RelationshipReference(relationship));
        return condition.Test(context) == true;
    }
}
