using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Planning;

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
