using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Execution.Evaluation;

/// <summary>Whether a subquery has a row.</summary>
internal sealed class ExistsEvaluator(int subquery) : ConditionEvaluator
{
    public override bool? Test(RunContext context)
    {
        var rows = context.Subquery(subquery);
        rows.Open(context);
        return rows.Next(context);
    }
}

/// <summary>The number of rows of a subquery.</summary>
internal sealed class CountEvaluator(int subquery) : Evaluator
{
    public override GraphValue Evaluate(RunContext context)
    {
        var rows = context.Subquery(subquery);
        rows.Open(context);
        var count = 0L;
        while (rows.Next(context))
        {
            count++;
        }

        return GraphValue.From(count);
    }
}

/// <summary>The values of a subquery's column as a list, or its first value.</summary>
internal sealed class CollectEvaluator(int subquery, int column, bool firstOnly) : Evaluator
{
    public override GraphValue Evaluate(RunContext context)
    {
        var rows = context.Subquery(subquery);
        rows.Open(context);
        if (firstOnly)
        {
            return rows.Next(context) ? context.Row[column] : GraphValue.Null;
        }

        var values = new GrowingList(context, 0);
        while (rows.Next(context))
        {
            values.Add(context.Row[column]);
        }

        return values.ToValue();
    }
}
