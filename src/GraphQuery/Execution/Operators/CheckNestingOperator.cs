using Stemma.GraphQuery.Execution.Evaluation;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>The rows of its input; throws if a value in the slots nests too deep for the recursive code that sorts, copies or prints it.</summary>
internal sealed class CheckNestingOperator(Operator input, int[] slots) : InputOperator(input)
{
    public override bool Next(RunContext context)
    {
        if (!Input.Next(context))
        {
            return false;
        }

        foreach (var slot in slots)
        {
            ValueDepth.Require(context.Row[slot], NestingBound.Maximum);
        }

        return true;
    }
}
