using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Procedures;

namespace Stemma.GraphQuery.Planning;

/// <summary>Rows for which all predicates are true.</summary>
internal sealed record Filter(Plan Input, IReadOnlyList<BoundExpression> Predicates) : InputPlan(Input)
{
    public override IEnumerable<BoundExpression> Expressions => Predicates;
}

/// <summary>Sets slots to values.</summary>
internal sealed record Project(Plan Input, IReadOnlyList<Assignment> Items) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => Items.Select(item => item.Slot);

    public override IEnumerable<BoundExpression> Expressions => Items.Select(item => item.Value);
}

/// <summary>One row per group of equal keys, in order of first occurrence; without keys exactly one row.</summary>
/// <param name="Input">Rows.</param>
/// <param name="Grouping">Keys, of which those with <see cref="NoSlot"/> are not output, and aggregates.</param>
/// <param name="Weight">Slot of the number of rows that each row represents, or null if each represents one.</param>
/// <param name="Carried">Slots that are output from a group's first row.</param>
internal sealed record Aggregate(Plan Input, Grouping Grouping, int? Weight = null, params IReadOnlyList<int> Carried) : InputPlan(Input)
{
    /// <summary>The slot of a key whose value is not read.</summary>
    public const int NoSlot = -1;

    public override IEnumerable<int> Sets =>
        Grouping.Keys.Select(key => key.Slot).Where(slot => slot != NoSlot).Concat(Grouping.Aggregations.Select(aggregation => aggregation.Slot)).Concat(Carried);

    public override IEnumerable<BoundExpression> Expressions => Grouping.Keys.Select(key => key.Value).Concat(Grouping.Aggregations.SelectMany(aggregation => aggregation.Arguments));
}

/// <summary>Rows with distinct values in the slots, in order of first occurrence.</summary>
internal sealed record Distinct(Plan Input, IReadOnlyList<int> Slots) : InputPlan(Input);

/// <summary>All rows in order; the sort is stable.</summary>
/// <param name="Input">Rows.</param>
/// <param name="Keys">Sort keys.</param>
/// <param name="Keep">Slots that are read later.</param>
/// <param name="Count">Number of rows wanted from the beginning, or null for all.</param>
internal sealed record Sort(Plan Input, IReadOnlyList<SortKey> Keys, IReadOnlyList<int> Keep, BoundExpression? Count) : InputPlan(Input)
{
    public override IEnumerable<BoundExpression> Expressions => Count is null ? Keys.Select(key => key.Value) : Keys.Select(key => key.Value).Append(Count);
}

/// <summary>Skips rows at the beginning.</summary>
internal sealed record Skip(Plan Input, BoundExpression Count) : InputPlan(Input)
{
    public override IEnumerable<BoundExpression> Expressions => [Count];
}

/// <summary>Ends after a number of rows.</summary>
internal sealed record Limit(Plan Input, BoundExpression Count) : InputPlan(Input)
{
    public override IEnumerable<BoundExpression> Expressions => [Count];
}

/// <summary>For each row, one row per item of a list; none for null, one for a value that is not a list.</summary>
internal sealed record Unwind(Plan Input, BoundExpression Source, int Slot, string Name) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => [Slot];

    public override IEnumerable<BoundExpression> Expressions => [Source];
}

/// <summary>For each row, the rows of an inner plan; if there are none, one row with the slots set to null.</summary>
internal sealed record OptionalRows(Plan Input, Plan Inner, IReadOnlyList<int> NullSlots) : InputPlan(Input)
{
    public override IReadOnlyList<Plan> Children => [Input, Inner];

    public override Plan WithChildren(IReadOnlyList<Plan> children) => this with { Input = children[0], Inner = children[1] };
}

/// <summary>For each row, the rows of an inner plan; if it runs only for its effects, the row itself.</summary>
internal sealed record ForEachRow(Plan Input, Plan Inner, bool ForEffect) : InputPlan(Input)
{
    public override IReadOnlyList<Plan> Children => [Input, Inner];

    public override Plan WithChildren(IReadOnlyList<Plan> children) => this with { Input = children[0], Inner = children[1] };
}

/// <summary>Buffers all rows of its input before it returns the first.</summary>
internal sealed record Eager(Plan Input, IReadOnlyList<int> Keep) : InputPlan(Input);

/// <summary>The rows of several plans, in sequence.</summary>
internal sealed record Concatenate(IReadOnlyList<Plan> Inputs) : Plan
{
    public override IReadOnlyList<Plan> Children => Inputs;

    public override Plan WithChildren(IReadOnlyList<Plan> children) => new Concatenate(children);
}

/// <summary>For each row, the rows that a procedure yields; the row itself for a procedure without outputs.</summary>
internal sealed record CallProcedure(Plan Input, IProcedure Procedure, IReadOnlyList<BoundExpression> Arguments, IReadOnlyList<YieldSlot> Outputs) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => Outputs.Select(output => output.Slot);

    public override IEnumerable<BoundExpression> Expressions => Arguments;
}
