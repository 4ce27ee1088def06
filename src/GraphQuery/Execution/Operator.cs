namespace Stemma.GraphQuery.Execution;

/// <summary>
/// Runs one plan operator: <see cref="Next"/> leaves the next row in the context's slots. Pulled by the operator above; the state of one run lives in it.
/// </summary>
internal abstract class Operator
{
    /// <summary>Begins anew with the row at hand, which an inner plan reads from.</summary>
    public abstract void Open(RunContext context);

    /// <summary>Makes the next row; false after the last.</summary>
    public abstract bool Next(RunContext context);
}

/// <summary>An operator that draws on another one.</summary>
internal abstract class InputOperator(Operator input) : Operator
{
    /// <summary>What it draws on.</summary>
    protected Operator Input { get; } = input;

    /// <inheritdoc/>
    public override void Open(RunContext context) => Input.Open(context);
}

/// <summary>The row as it is, once.</summary>
internal sealed class SingleRowOperator : Operator
{
    private bool _given;

    public override void Open(RunContext context) => _given = false;

    public override bool Next(RunContext context)
    {
        var first = !_given;
        _given = true;
        return first;
    }
}
