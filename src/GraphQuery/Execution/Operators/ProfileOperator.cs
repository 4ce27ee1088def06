namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>Counts the rows of another operator, for PROFILE.</summary>
internal sealed class ProfileOperator(Operator inner, RowCounter counter) : Operator
{
    public override void Open(RunContext context) => inner.Open(context);

    public override bool Next(RunContext context)
    {
        var found = inner.Next(context);
        counter.Rows += found ? 1 : 0;
        return found;
    }
}

/// <summary>Rows that one operator of a plan made.</summary>
internal sealed class RowCounter
{
    public long Rows { get; set; }
}
