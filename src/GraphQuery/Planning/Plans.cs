using Stemma.GraphQuery.Binding;

namespace Stemma.GraphQuery.Planning;

/// <summary>
/// An operator of a plan. All operators share one row, an array of slots: an operator reads each row of its input there and sets its own slots in it,
/// once for every row that it produces. ToString prints a plan as a tree, the last step first.
/// </summary>
internal abstract record Plan
{
    /// <summary>The plans that this one runs, its input first.</summary>
    public virtual IReadOnlyList<Plan> Children => [];

    /// <summary>Slots that this operator itself sets.</summary>
    public virtual IEnumerable<int> Sets => [];

    /// <summary>Expressions that this operator itself evaluates.</summary>
    public virtual IEnumerable<BoundExpression> Expressions => [];

    /// <summary>The same operator with other children.</summary>
    public virtual Plan WithChildren(IReadOnlyList<Plan> children) => this;

    /// <inheritdoc/>
    public sealed override string ToString() => PlanPrinter.Print(this);
}

/// <summary>An operator with one input.</summary>
internal abstract record InputPlan(Plan Input) : Plan
{
    public override IReadOnlyList<Plan> Children => [Input];

    public override Plan WithChildren(IReadOnlyList<Plan> children) => this with { Input = children[0] };
}

/// <summary>The current row, once: the start of a query or an inner plan.</summary>
internal sealed record SingleRow : Plan;

/// <summary>A slot and its printed name.</summary>
internal readonly record struct NamedSlot(int Slot, string Name);
