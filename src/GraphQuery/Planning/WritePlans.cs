using Stemma.GraphQuery.Binding;

namespace Stemma.GraphQuery.Planning;

/// <summary>
/// An operator that changes the graph. It reads all rows of its input before the first change and completes all changes before it returns a row:
/// each clause sees the graph as the previous one left it.
/// </summary>
/// <param name="Input">Rows.</param>
/// <param name="Keep">Slots of the input that are read here or later.</param>
internal abstract record WritePlan(Plan Input, IReadOnlyList<int> Keep) : InputPlan(Input);

/// <summary>Creates nodes, relationships and named paths for each row.</summary>
internal sealed record CreateEntities(Plan Input, IReadOnlyList<int> Keep, BoundCreation Creation) : WritePlan(Input, Keep)
{
    public override IEnumerable<int> Sets => CreatedSlots(Creation);

    public override IEnumerable<BoundExpression> Expressions => CreationExpressions(Creation);

    /// <summary>Slots that a creation sets.</summary>
    public static IEnumerable<int> CreatedSlots(BoundCreation creation) =>
        creation.Nodes.Select(node => node.Slot).Concat(creation.Relationships.Select(relationship => relationship.Slot)).Concat(creation.Paths.Select(path => path.Slot));

    /// <summary>Expressions of a creation.</summary>
    public static IEnumerable<BoundExpression> CreationExpressions(BoundCreation creation) =>
        creation.Nodes.SelectMany(node => node.ComputedLabels.Append(node.Properties))
            .Concat(creation.Relationships.SelectMany(relationship => new[] { relationship.ComputedType, relationship.Properties })).OfType<BoundExpression>();
}

/// <summary>For each row, the rows of the matching plan; if there are none, creates the pattern.</summary>
internal sealed record MergePattern(
    Plan Input, IReadOnlyList<int> Keep, Plan Match, BoundMerge Merge, IReadOnlyList<int> PatternSlots) : WritePlan(Input, Keep)
{
    public override IReadOnlyList<Plan> Children => [Input, Match];

    public override IEnumerable<int> Sets => PatternSlots;

    public override IEnumerable<BoundExpression> Expressions =>
        CreateEntities.CreationExpressions(Merge.Creation).Concat(SetProperties.ChangeExpressions(Merge.OnCreate)).Concat(SetProperties.ChangeExpressions(Merge.OnMatch));

    public override Plan WithChildren(IReadOnlyList<Plan> children) => this with { Input = children[0], Match = children[1] };
}

/// <summary>Sets or removes properties and labels for each row.</summary>
internal sealed record SetProperties(Plan Input, IReadOnlyList<int> Keep, IReadOnlyList<BoundChange> Changes) : WritePlan(Input, Keep)
{
    public override IEnumerable<BoundExpression> Expressions => ChangeExpressions(Changes);

    /// <summary>Expressions of changes.</summary>
    public static IEnumerable<BoundExpression> ChangeExpressions(IEnumerable<BoundChange> changes) => changes.SelectMany(change => change switch
    {
        ChangeProperty set => new[] { set.Target, set.Value },
        ChangeAllProperties set => [set.Target, set.Value],
        ChangeComputedProperty set => [set.Target, set.Key, set.Value],
        ChangeComputedLabels set => [set.Target, set.Labels],
        _ => [change.Target],
    });
}

/// <summary>Deletes the entities in all rows: relationships first, then nodes.</summary>
internal sealed record DeleteEntities(Plan Input, IReadOnlyList<int> Keep, bool Detach, IReadOnlyList<BoundExpression> Targets) : WritePlan(Input, Keep)
{
    public override IEnumerable<BoundExpression> Expressions => Targets;
}

/// <summary>For each row, runs an inner writing plan once per item of a list.</summary>
internal sealed record ForEachItem(Plan Input, IReadOnlyList<int> Keep, BoundExpression Source, int Slot, Plan Inner) : WritePlan(Input, Keep)
{
    public override IReadOnlyList<Plan> Children => [Input, Inner];

    public override IEnumerable<BoundExpression> Expressions => [Source];

    public override Plan WithChildren(IReadOnlyList<Plan> children) => this with { Input = children[0], Inner = children[1] };
}
