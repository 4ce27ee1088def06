namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>Counts the rows of an operator and the reads of the graph while it runs, for PROFILE.</summary>
internal sealed class ProfileOperator(Operator inner, RowCounter counter) : Operator
{
    public override void Open(RunContext context)
    {
        var before = HitsOf(context);
        inner.Open(context);
        counter.Hits += HitsOf(context) - before;
    }

    public override bool Next(RunContext context)
    {
        var before = HitsOf(context);
        var found = inner.Next(context);
        counter.Rows += found ? 1 : 0;
        counter.Hits += HitsOf(context) - before;
        return found;
    }

    private static long HitsOf(RunContext context) => (context.Graph as CountedGraph)?.Hits ?? 0;
}

/// <summary>Counts of one plan operator.</summary>
internal sealed class RowCounter
{
    /// <summary>Number of rows produced.</summary>
    public long Rows { get; set; }

    /// <summary>Reads of the graph by the operator and its inputs.</summary>
    public long Hits { get; set; }
}
