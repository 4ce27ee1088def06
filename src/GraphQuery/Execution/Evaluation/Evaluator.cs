using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Execution.Evaluation;

/// <summary>Computes an expression on the row at hand. Stateless: one evaluator serves all runs of a statement.</summary>
internal abstract class Evaluator
{
    /// <summary>The value.</summary>
    public abstract GraphValue Evaluate(RunContext context);

    /// <summary>The value as a truth; throws for what is neither boolean nor null.</summary>
    public virtual bool? Test(RunContext context) => CypherValues.Truth(Evaluate(context));
}

/// <summary>An evaluator that computes a truth first.</summary>
internal abstract class ConditionEvaluator : Evaluator
{
    /// <inheritdoc/>
    public sealed override GraphValue Evaluate(RunContext context) => CypherValues.FromTruth(Test(context));

    /// <inheritdoc/>
    public abstract override bool? Test(RunContext context);
}
