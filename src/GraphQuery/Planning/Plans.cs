using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Procedures;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Planning;

/// <summary>
/// The operators of a plan. All share one row, an array of slots: an operator takes each row that its input leaves there and sets its own slots in it,
/// once for every row that it makes. Each prints itself; a plan prints as a tree, the last step first.
/// </summary>
internal abstract record Plan
{
    /// <summary>The plans that this one runs, its input first.</summary>
    public virtual IReadOnlyList<Plan> Children => [];

    /// <summary>Slots that this operator itself sets.</summary>
    public virtual IEnumerable<int> Sets => [];

    /// <summary>Expressions that this operator itself evaluates.</summary>
    public virtual IEnumerable<BoundExpression> Expressions => [];

    /// <summary>The same operator over other children.</summary>
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

/// <summary>The row as it is, once: where a query or an inner plan begins.</summary>
internal sealed record SingleRow : Plan;

/// <summary>For each row, every node, or every node with a label, by ascending number.</summary>
internal sealed record ScanNodes(Plan Input, int Slot, string Name, string? Label) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => [Slot];
}

/// <summary>For each row, the nodes with a label whose property is a text that passes a test, by ascending number. The test is made on the column, text by text.</summary>
internal sealed record ScanTexts(Plan Input, int Slot, string Name, string Label, string Key, BinaryOperator Test, BoundExpression Wanted) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => [Slot];

    public override IEnumerable<BoundExpression> Expressions => [Wanted];
}

/// <summary>
/// For each row, the nodes with a label whose property equals a value, or any of a list of values, through an index; by scanning where none serves it.
/// A null value finds nothing.
/// </summary>
internal sealed record SeekNodes(Plan Input, int Slot, string Name, string Label, string Key, BoundExpression Value, bool AnyOf) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => [Slot];

    public override IEnumerable<BoundExpression> Expressions => [Value];
}

/// <summary>For each row, the nodes with a label whose property is equivalent to a value that depends on the row, by a hash table of the property.</summary>
internal sealed record JoinNodes(Plan Input, int Slot, string Name, string Label, string Key, BoundExpression Value) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => [Slot];

    public override IEnumerable<BoundExpression> Expressions => [Value];
}

/// <summary>For each row, the node with an element id, or the nodes with any of a list of them; or with an id, which is a number.</summary>
internal sealed record SeekElements(Plan Input, int Slot, string Name, BoundExpression Value, bool AnyOf, bool ByNumber) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => [Slot];

    public override IEnumerable<BoundExpression> Expressions => [Value];
}

/// <summary>For each row, the relationships of a node with the node at their other end; none for a null node.</summary>
/// <param name="Input">Rows with <paramref name="From"/> set.</param>
/// <param name="From">The node to start at.</param>
/// <param name="Relationship">Set to the relationship.</param>
/// <param name="To">Set to the node at the other end, or compared with it where <paramref name="Into"/>.</param>
/// <param name="Direction">Seen from <paramref name="From"/>.</param>
/// <param name="Into">Whether <paramref name="To"/> is already set.</param>
/// <param name="DistinctFrom">Relationships, or lists of them, that must not be found again.</param>
/// <param name="ToLabels">What the node at the other end must be labelled, or null where that is not asked here.</param>
internal sealed record Expand(
    Plan Input,
    NamedSlot From,
    PatternRelationship Relationship,
    NamedSlot To,
    PatternDirection Direction,
    bool Into,
    IReadOnlyList<int> DistinctFrom,
    LabelExpression? ToLabels = null)
    : InputPlan(Input)
{
    public override IEnumerable<int> Sets => Into ? [Relationship.Slot] : [Relationship.Slot, To.Slot];
}

/// <summary>For each row, every relationship of a type with its end nodes, by ascending number: what a scan of nodes and an expansion from each would find, without asking each node.</summary>
/// <param name="Input">Rows.</param>
/// <param name="FromLabel">What the node at the near end must be labelled, or null.</param>
/// <param name="Expand">The expansion that is not run: it says the type and direction, and what is set.</param>
internal sealed record ScanRelationships(Plan Input, string? FromLabel, Expand Expand) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => [Expand.Relationship.Slot, Expand.From.Slot, Expand.To.Slot];
}

/// <summary>
/// For each row, the paths of varying length from a node, depth first, no relationship twice; none for a null node. Where only the nodes reached matter, each once,
/// breadth first.
/// </summary>
internal sealed record ExpandPaths(
    Plan Input, NamedSlot From, PatternRelationship Relationship, NamedSlot To, PatternDirection Direction, bool Into, IReadOnlyList<int> DistinctFrom, bool NodesOnly)
    : InputPlan(Input)
{
    public override IEnumerable<int> Sets => Into ? [Relationship.Slot, Relationship.StepSlot] : [Relationship.Slot, Relationship.StepSlot, To.Slot];

    public override IEnumerable<BoundExpression> Expressions => Relationship.Step is null ? [] : [Relationship.Step];
}

/// <summary>
/// For each row, the ways to repeat a pattern from a node on, depth first, no relationship twice; none for a null node. Sets the list of all relationships, and a list
/// for each variable of the pattern.
/// </summary>
/// <param name="Input">Rows with <paramref name="From"/> set.</param>
/// <param name="Inner">Matches the pattern once, from its node on the side of <paramref name="From"/>.</param>
/// <param name="From">The node to start at.</param>
/// <param name="Relationship">With the pattern as its group.</param>
/// <param name="To">Set to the last node, or compared with it where <paramref name="Into"/>.</param>
/// <param name="IsReversed">Whether the pattern is walked from its right end.</param>
/// <param name="Into">Whether <paramref name="To"/> is already set.</param>
/// <param name="DistinctFrom">Relationships, or lists of them, that must not be found again.</param>
internal sealed record ExpandGroup(
    Plan Input, Plan Inner, NamedSlot From, PatternRelationship Relationship, NamedSlot To, bool IsReversed, bool Into, IReadOnlyList<int> DistinctFrom)
    : InputPlan(Input)
{
    /// <summary>The pattern that is repeated.</summary>
    public PatternGroup Group => Relationship.Group!;

    public override IReadOnlyList<Plan> Children => [Input, Inner];

    public override IEnumerable<int> Sets => [Relationship.Slot, Group.Left, Group.Right, .. Group.Relationships, .. Group.Lists.Select(list => list.Value), .. Into ? Array.Empty<int>() : [To.Slot]];

    public override Plan WithChildren(IReadOnlyList<Plan> children) => this with { Input = children[0], Inner = children[1] };
}

/// <summary>Lists the nodes at the left and at the right of each step of a path of varying length.</summary>
internal sealed record ListNodes(Plan Input, int From, int Relationships, StepNodes Nodes) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => new[] { Nodes.Lefts, Nodes.Rights }.OfType<int>();
}

/// <summary>For each row with a relationship set, or a list of them, its end nodes where they fit.</summary>
internal sealed record FollowRelationship(Plan Input, PatternRelationship Relationship, NamedSlot Left, NamedSlot Right, bool LeftSet, bool RightSet, IReadOnlyList<int> DistinctFrom)
    : InputPlan(Input)
{
    public override IEnumerable<int> Sets => [.. LeftSet ? Array.Empty<int>() : [Left.Slot], .. RightSet ? Array.Empty<int>() : [Right.Slot]];
}

/// <summary>For each row with both ends set, shortest paths between them of those that satisfy the relationship's conditions.</summary>
/// <param name="Input">Rows.</param>
/// <param name="Relationship">Says which steps, how many paths and on what conditions; set to the list of relationships.</param>
/// <param name="Left">Where paths begin.</param>
/// <param name="Right">Where paths end.</param>
/// <param name="Path">The named path that conditions may read, or null.</param>
internal sealed record ShortestPaths(Plan Input, PatternRelationship Relationship, NamedSlot Left, NamedSlot Right, PatternPath? Path) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => Path is null ? [Relationship.Slot, Relationship.StepSlot] : [Relationship.Slot, Relationship.StepSlot, Path.Slot];

    public override IEnumerable<BoundExpression> Expressions => Relationship.Step is null ? Relationship.Conditions : Relationship.Conditions.Prepend(Relationship.Step);
}

/// <summary>For each row with both ends set, the shortest matches of a pattern of several parts between them: all of one length before those of the next.</summary>
/// <param name="Input">Rows.</param>
/// <param name="Inner">Matches the pattern between its ends, up to a length that is rationed.</param>
/// <param name="Selected">Says how many matches, or lengths, are wanted.</param>
internal sealed record ShortestMatches(Plan Input, Plan Inner, SelectedPattern Selected) : InputPlan(Input)
{
    public override IReadOnlyList<Plan> Children => [Input, Inner];

    public override IEnumerable<int> Sets => Selected.Sets;

    public override Plan WithChildren(IReadOnlyList<Plan> children) => this with { Input = children[0], Inner = children[1] };
}

/// <summary>Puts a named path together.</summary>
internal sealed record BuildPath(Plan Input, PatternPath Path) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => [Path.Slot];
}

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

/// <summary>One row a group of equal keys, in order of first meeting; without keys one row always.</summary>
/// <param name="Input">Rows.</param>
/// <param name="Grouping">Keys, of which those with <see cref="NoSlot"/> are not given on, and aggregates.</param>
/// <param name="Weight">Slot with the number of rows that each row stands for, or null where each stands for itself.</param>
/// <param name="Carried">Slots of a group's first row that are given on.</param>
internal sealed record Aggregate(Plan Input, Grouping Grouping, int? Weight = null, params IReadOnlyList<int> Carried) : InputPlan(Input)
{
    /// <summary>The slot of a key whose value nobody reads.</summary>
    public const int NoSlot = -1;

    public override IEnumerable<int> Sets =>
        Grouping.Keys.Select(key => key.Slot).Where(slot => slot != NoSlot).Concat(Grouping.Aggregations.Select(aggregation => aggregation.Slot)).Concat(Carried);

    public override IEnumerable<BoundExpression> Expressions => Grouping.Keys.Select(key => key.Value).Concat(Grouping.Aggregations.SelectMany(aggregation => aggregation.Arguments));
}

/// <summary>The number of relationships, taken from the graph's own count instead of visiting them.</summary>
/// <param name="Input">One row.</param>
/// <param name="Slot">Set to the number.</param>
/// <param name="Name">How it prints.</param>
/// <param name="Type">Relationship type, or null for all.</param>
internal sealed record CountRelationships(Plan Input, int Slot, string Name, string? Type) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => [Slot];
}

/// <summary>The number of nodes, taken from the graph's own count.</summary>
internal sealed record CountNodes(Plan Input, int Slot, string Name, string? Label) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => [Slot];
}

/// <summary>A row for each label that nodes have, or for each type that relationships have, with their number, taken from the graph's own counts.</summary>
internal sealed record CountByToken(Plan Input, int KeySlot, string KeyName, int Slot, string Name, bool OfNodes) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => [KeySlot, Slot];
}

/// <summary>For each row, how many rows an expansion would make, taken from the length of the adjacency; rows where it would make none fall away.</summary>
/// <param name="Input">Rows.</param>
/// <param name="Expand">The expansion that is not run; the slot of its relationship is set to the number.</param>
internal sealed record CountDegree(Plan Input, Expand Expand) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => [Expand.Relationship.Slot];
}

/// <summary>
/// For each row with a node, how many pairs of relationships lie to both sides of it, taken from the lengths of its adjacency; rows without any fall away.
/// </summary>
/// <param name="Input">Rows with the middle node set.</param>
/// <param name="First">The expansion to one side that is not run, from the middle; the slot of its relationship is set to the number.</param>
/// <param name="Second">The expansion to the other side that is not run, from the middle.</param>
internal sealed record CountPairs(Plan Input, Expand First, Expand Second) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => [First.Relationship.Slot];
}

/// <summary>
/// For each row, the nodes at the far end of the relationships of a type, each once by ascending number, with how many there are: counted by going through the relationships
/// instead of the nodes. Nodes without any fall away.
/// </summary>
/// <param name="Input">Rows.</param>
/// <param name="FromLabel">What the nodes at the near end must be labelled, or null.</param>
/// <param name="Expand">The expansion that is not run; the slot of its relationship is set to the number.</param>
internal sealed record CountEnds(Plan Input, string? FromLabel, Expand Expand) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => [Expand.Relationship.Slot, Expand.To.Slot];
}

/// <summary>Rows that differ in the slots, each at its first meeting.</summary>
internal sealed record Distinct(Plan Input, IReadOnlyList<int> Slots) : InputPlan(Input);

/// <summary>All rows in order; equal rows keep theirs.</summary>
/// <param name="Input">Rows.</param>
/// <param name="Keys">Sort keys.</param>
/// <param name="Keep">Slots that are read later.</param>
/// <param name="Count">Rows that are wanted of the beginning, or null for all.</param>
internal sealed record Sort(Plan Input, IReadOnlyList<SortKey> Keys, IReadOnlyList<int> Keep, BoundExpression? Count) : InputPlan(Input)
{
    public override IEnumerable<BoundExpression> Expressions => Count is null ? Keys.Select(key => key.Value) : Keys.Select(key => key.Value).Append(Count);
}

/// <summary>Leaves rows out at the beginning.</summary>
internal sealed record Skip(Plan Input, BoundExpression Count) : InputPlan(Input)
{
    public override IEnumerable<BoundExpression> Expressions => [Count];
}

/// <summary>Ends after a number of rows.</summary>
internal sealed record Limit(Plan Input, BoundExpression Count) : InputPlan(Input)
{
    public override IEnumerable<BoundExpression> Expressions => [Count];
}

/// <summary>For each row, one row an item of a list; none for null, one for what is no list.</summary>
internal sealed record Unwind(Plan Input, BoundExpression Source, int Slot, string Name) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => [Slot];

    public override IEnumerable<BoundExpression> Expressions => [Source];
}

/// <summary>For each row, the rows of an inner plan; where it has none, one row with its slots set to null.</summary>
internal sealed record OptionalRows(Plan Input, Plan Inner, IReadOnlyList<int> NullSlots) : InputPlan(Input)
{
    public override IReadOnlyList<Plan> Children => [Input, Inner];

    public override Plan WithChildren(IReadOnlyList<Plan> children) => this with { Input = children[0], Inner = children[1] };
}

/// <summary>For each row, the rows of an inner plan; for its effects only, the row itself.</summary>
internal sealed record ForEachRow(Plan Input, Plan Inner, bool ForEffect) : InputPlan(Input)
{
    public override IReadOnlyList<Plan> Children => [Input, Inner];

    public override Plan WithChildren(IReadOnlyList<Plan> children) => this with { Input = children[0], Inner = children[1] };
}

/// <summary>All rows of its input, run to the end before the first is given on.</summary>
internal sealed record Eager(Plan Input, IReadOnlyList<int> Keep) : InputPlan(Input);

/// <summary>The rows of several plans, one after the other.</summary>
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

/// <summary>A slot and how it prints.</summary>
internal readonly record struct NamedSlot(int Slot, string Name);
