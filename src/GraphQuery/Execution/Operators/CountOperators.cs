using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>Sets a slot to a number that the graph knows.</summary>
internal sealed class CountOperator(Operator input, int slot, Func<RunContext, long> count) : InputOperator(input)
{
    public override bool Next(RunContext context)
    {
        if (!Input.Next(context))
        {
            return false;
        }

        context.Row[slot] = GraphValue.From(count(context));
        return true;
    }
}
