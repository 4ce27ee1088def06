using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Errors;

namespace Stemma.GraphQuery.Execution.Evaluation;

/// <summary>An expression that can fail on some rows: adds its position to its errors and to errors inside that have none.</summary>
internal sealed class PlacedEvaluator(Evaluator inner, TextPlace place) : Evaluator
{
    public override GraphValue Evaluate(RunContext context)
    {
        try
        {
            return inner.Evaluate(context);
        }
        catch (CypherException fault) when (fault.CanBePlaced)
        {
            throw fault.At(place.Position);
        }
    }

    public override bool? Test(RunContext context)
    {
        try
        {
            return inner.Test(context);
        }
        catch (CypherException fault) when (fault.CanBePlaced)
        {
            throw fault.At(place.Position);
        }
    }
}
