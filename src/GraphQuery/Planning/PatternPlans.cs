using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Planning;

/// <summary>For each row, every node, or every node with a label, in ascending order.</summary>
internal sealed record ScanNodes(Plan Input, int Slot, string Name, string? Label) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => [Slot];
}

/// <summary>For each row, the nodes with a label whose property is a string that passes a test, in ascending order. The test runs on the column, once per distinct string.</summary>
internal sealed record ScanTexts(Plan Input, int Slot, string Name, string Label, string Key, BinaryOperator Test, BoundExpression Wanted) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => [Slot];

    public override IEnumerable<BoundExpression> Expressions => [Wanted];
}

/// <summary>
/// For each row, the nodes with a label whose property equals a value, or any value of a list, through an index; by a scan if there is none.
/// A null value matches nothing.
/// </summary>
internal sealed record SeekNodes(Plan Input, int Slot, string Name, string Label, string Key, BoundExpression Value, bool AnyOf) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => [Slot];

    public override IEnumerable<BoundExpression> Expressions => [Value];
}

/// <summary>For each row, the nodes with a label whose property is equivalent to a value that depends on the row, through a hash table of the property.</summary>
internal sealed record JoinNodes(Plan Input, int Slot, string Name, string Label, string Key, BoundExpression Value) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => [Slot];

    public override IEnumerable<BoundExpression> Expressions => [Value];
}

/// <summary>For each row, the node with an element id, or the nodes whose element id is in a list; or the same by id, which is a number.</summary>
internal sealed record SeekElements(Plan Input, int Slot, string Name, BoundExpression Value, bool AnyOf, bool ByNumber) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => [Slot];

    public override IEnumerable<BoundExpression> Expressions => [Value];
}

/// <summary>For each row, the relationships of a node with the node at their other end; none if the node is null.</summary>
/// <param name="Input">Rows with <paramref name="From"/> set.</param>
/// <param name="From">The start node.</param>
/// <param name="Relationship">Set to the relationship.</param>
/// <param name="To">Set to the node at the other end, or compared with it if <paramref name="Into"/>.</param>
/// <param name="Direction">Seen from <paramref name="From"/>.</param>
/// <param name="Into">Whether <paramref name="To"/> is already set.</param>
/// <param name="DistinctFrom">Relationships, or lists of them, that must not be matched again.</param>
/// <param name="ToLabels">Required labels of the node at the other end, or null if they are not checked here.</param>
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

/// <summary>For each row, every relationship of a type with its end nodes, in ascending order: the result of a scan of nodes and an expansion of each, without reading each node.</summary>
/// <param name="Input">Rows.</param>
/// <param name="FromLabel">Required label of the node at the near end, or null.</param>
/// <param name="Expand">The replaced expansion, which defines type, direction and slots.</param>
internal sealed record ScanRelationships(Plan Input, string? FromLabel, Expand Expand) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => [Expand.Relationship.Slot, Expand.From.Slot, Expand.To.Slot];
}

/// <summary>
/// For each row, the variable-length paths from a node, depth first, without repeated relationships; none if the node is null. If only the nodes reached matter, each once,
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
/// For each row, the repetitions of a pattern from a node, depth first, without repeated relationships; none if the node is null. Sets the list of all relationships, and a list
/// for each variable of the pattern.
/// </summary>
/// <param name="Input">Rows with <paramref name="From"/> set.</param>
/// <param name="Inner">Matches the pattern once, starting from its node on the side of <paramref name="From"/>.</param>
/// <param name="From">The start node.</param>
/// <param name="Relationship">Has the pattern as its group.</param>
/// <param name="To">Set to the last node, or compared with it if <paramref name="Into"/>.</param>
/// <param name="IsReversed">Whether the pattern is matched from its right end.</param>
/// <param name="Into">Whether <paramref name="To"/> is already set.</param>
/// <param name="DistinctFrom">Relationships, or lists of them, that must not be matched again.</param>
internal sealed record ExpandGroup(
    Plan Input, Plan Inner, NamedSlot From, PatternRelationship Relationship, NamedSlot To, bool IsReversed, bool Into, IReadOnlyList<int> DistinctFrom)
    : InputPlan(Input)
{
    /// <summary>The repeated pattern.</summary>
    public PatternGroup Group => Relationship.Group!;

    public override IReadOnlyList<Plan> Children => [Input, Inner];

    public override IEnumerable<int> Sets => [Relationship.Slot, Group.Left, Group.Right, .. Group.Relationships, .. Group.Lists.Select(list => list.Value), .. Into ? Array.Empty<int>() : [To.Slot]];

    public override Plan WithChildren(IReadOnlyList<Plan> children) => this with { Input = children[0], Inner = children[1] };
}

/// <summary>Lists the left and right nodes of the steps of a variable-length path.</summary>
internal sealed record ListNodes(Plan Input, int From, int Relationships, StepNodes Nodes) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => new[] { Nodes.Lefts, Nodes.Rights }.OfType<int>();
}

/// <summary>For each row with a bound relationship, or list of them, its end nodes if they match.</summary>
internal sealed record FollowRelationship(Plan Input, PatternRelationship Relationship, NamedSlot Left, NamedSlot Right, bool LeftSet, bool RightSet, IReadOnlyList<int> DistinctFrom)
    : InputPlan(Input)
{
    public override IEnumerable<int> Sets => [.. LeftSet ? Array.Empty<int>() : [Left.Slot], .. RightSet ? Array.Empty<int>() : [Right.Slot]];
}

/// <summary>For each row with both end nodes set, the shortest of the paths between them that satisfy the relationship's conditions.</summary>
/// <param name="Input">Rows.</param>
/// <param name="Relationship">Defines the steps, the number of paths and the conditions; its slot is set to the list of relationships.</param>
/// <param name="Left">Start of the paths.</param>
/// <param name="Right">End of the paths.</param>
/// <param name="Path">The named path that conditions may read, or null.</param>
internal sealed record ShortestPaths(Plan Input, PatternRelationship Relationship, NamedSlot Left, NamedSlot Right, PatternPath? Path) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => Path is null ? [Relationship.Slot, Relationship.StepSlot] : [Relationship.Slot, Relationship.StepSlot, Path.Slot];

    public override IEnumerable<BoundExpression> Expressions => Relationship.Step is null ? Relationship.Conditions : Relationship.Conditions.Prepend(Relationship.Step);
}

/// <summary>For each row with both end nodes set, the shortest matches of a pattern of several parts between them, in ascending order of length.</summary>
/// <param name="Input">Rows.</param>
/// <param name="Inner">Matches the pattern between its end nodes, up to a limited length.</param>
/// <param name="Selected">Defines the number of matches, or of distinct lengths.</param>
internal sealed record ShortestMatches(Plan Input, Plan Inner, SelectedPattern Selected) : InputPlan(Input)
{
    public override IReadOnlyList<Plan> Children => [Input, Inner];

    public override IEnumerable<int> Sets => Selected.Sets;

    public override Plan WithChildren(IReadOnlyList<Plan> children) => this with { Input = children[0], Inner = children[1] };
}

/// <summary>Assembles a named path.</summary>
internal sealed record BuildPath(Plan Input, PatternPath Path) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => [Path.Slot];
}
