namespace Stemma.GraphQuery.Execution;

/// <summary>
/// Executes a plan operator: <see cref="Next"/> writes the next row to the context's slots. Pulled by the operator above it; holds the state of one run.
/// </summary>
internal abstract class Operator
{
    /// <summary>Restarts with the current row, which an inner plan reads.</summary>
    public abstract void Open(RunContext context);

    /// <summary>Produces the next row; false after the last.</summary>
    public abstract bool Next(RunContext context);
}

/// <summary>An operator with an input.</summary>
internal abstract class InputOperator(Operator input) : Operator
{
    /// <summary>The input operator.</summary>
    protected Operator Input { get; } = input;

    /// <inheritdoc/>
    public override void Open(RunContext context) => Input.Open(context);
}

/// <summary>The current row, once.</summary>
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
