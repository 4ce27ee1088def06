using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Execution.Evaluation;

/// <summary>A value that a loop or a local variable takes its own from; throws if it nests too deep for recursive code.</summary>
internal sealed class NestingCheckEvaluator(Evaluator inner) : Evaluator
{
    public override GraphValue Evaluate(RunContext context)
    {
        var value = inner.Evaluate(context);
        ValueDepth.Require(value, NestingBound.Maximum);
        return value;
    }
}
