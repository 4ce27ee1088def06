namespace Stemma.GraphQuery.Binding;

/// <summary>The context of an expression, which decides what it may contain.</summary>
/// <param name="AllowsPatterns">Whether a pattern predicate is allowed.</param>
/// <param name="Aggregates">Collects the aggregates; null if none are allowed.</param>
/// <param name="InsideAggregate">Whether this is an argument of an aggregate.</param>
internal sealed record ExpressionPlace(bool AllowsPatterns, AggregationSink? Aggregates, bool InsideAggregate)
{
    /// <summary>A value outside of projections.</summary>
    public static ExpressionPlace Value { get; } = new(AllowsPatterns: false, null, InsideAggregate: false);

    /// <summary>A condition outside of projections.</summary>
    public static ExpressionPlace Condition { get; } = new(AllowsPatterns: true, null, InsideAggregate: false);

    /// <summary>An argument of an aggregate.</summary>
    public static ExpressionPlace Argument { get; } = new(AllowsPatterns: false, null, InsideAggregate: true);

    /// <summary>The same context, for an operand that is not a condition.</summary>
    public ExpressionPlace AsValue() => AllowsPatterns ? this with { AllowsPatterns = false } : this;

    /// <summary>The same context, for an operand that is a condition.</summary>
    public ExpressionPlace AsCondition() => AllowsPatterns ? this : this with { AllowsPatterns = true };

    /// <summary>The context inside a loop over a list: grouping keys are still allowed, aggregates are not.</summary>
    public ExpressionPlace Inside() => Aggregates is null ? this : this with { Aggregates = Aggregates.Closed() };
}
