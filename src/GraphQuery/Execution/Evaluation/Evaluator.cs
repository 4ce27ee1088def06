using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Execution.Evaluation;

/// <summary>Evaluates an expression on the current row. Stateless: all runs of a statement share an evaluator.</summary>
internal abstract class Evaluator
{
    /// <summary>The value.</summary>
    public abstract GraphValue Evaluate(RunContext context);

    /// <summary>The value as a truth value; throws if it is neither boolean nor null.</summary>
    public virtual bool? Test(RunContext context) => CypherValues.Truth(Evaluate(context));
}

/// <summary>An evaluator whose result is a truth value.</summary>
internal abstract class ConditionEvaluator : Evaluator
{
    /// <inheritdoc/>
    public sealed override GraphValue Evaluate(RunContext context) => CypherValues.FromTruth(Test(context));

    /// <inheritdoc/>
    public abstract override bool? Test(RunContext context);
}
