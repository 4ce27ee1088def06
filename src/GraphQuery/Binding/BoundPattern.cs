using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Binding;

/// <summary>All patterns of a MATCH laid together: a small graph whose nodes and relationships are slots, and the predicates on them.</summary>
/// <param name="Nodes">Distinct by slot.</param>
/// <param name="Relationships">Each found relationship differs from all others of this pattern.</param>
/// <param name="Shortest">Shortest paths, sought once their ends are known.</param>
/// <param name="Paths">Named paths.</param>
/// <param name="Predicates">All must hold; conjunctions are split.</param>
internal sealed record BoundPattern(
    IReadOnlyList<PatternNode> Nodes,
    IReadOnlyList<PatternRelationship> Relationships,
    IReadOnlyList<PatternRelationship> Shortest,
    IReadOnlyList<PatternPath> Paths,
    IReadOnlyList<BoundExpression> Predicates)
{
    /// <summary>Patterns of which only the shortest matches are wanted, sought once their ends are known.</summary>
    public IReadOnlyList<SelectedPattern> Selected { get; init; } = [];
}

/// <summary>A pattern of several parts of which the shortest matches between two nodes are wanted.</summary>
/// <param name="Pattern">What is matched, the ends included.</param>
/// <param name="Relationships">Slots of its relationships, or of lists of them, whose number is the length of a match.</param>
/// <param name="Left">Its first node.</param>
/// <param name="Right">Its last node.</param>
/// <param name="Selector">How many matches, or lengths, are wanted.</param>
internal sealed record SelectedPattern(BoundPattern Pattern, IReadOnlyList<int> Relationships, PatternNode Left, PatternNode Right, PathSelector Selector)
{
    /// <summary>Relationships of the shortest match that could be.</summary>
    public long LeastLength => Pattern.Relationships.Sum(relationship => (long)(relationship.Length?.Minimum ?? 1) * (relationship.Group?.Relationships.Count ?? 1));

    /// <summary>Slots that a match sets, its ends excepted.</summary>
    public IEnumerable<int> Sets => Pattern.Nodes.Select(node => node.Slot)
        .Concat(Pattern.Relationships.SelectMany(relationship => relationship.SetSlots))
        .Concat(Pattern.Paths.Select(path => path.Slot))
        .Except([Left.Slot, Right.Slot]);
}

/// <summary>A node of a pattern.</summary>
/// <param name="Slot">Its slot.</param>
/// <param name="Name">How it prints.</param>
/// <param name="IsBound">Whether an earlier clause has set it.</param>
internal sealed record PatternNode(int Slot, string Name, bool IsBound);

/// <summary>A relationship of a pattern.</summary>
/// <param name="Slot">Holds the relationship, or the list of them where the length varies.</param>
/// <param name="Name">How it prints.</param>
/// <param name="IsBound">Whether an earlier clause has set it.</param>
/// <param name="Left">Slot of the node on the left.</param>
/// <param name="Right">Slot of the node on the right.</param>
/// <param name="Direction">From left to right.</param>
/// <param name="Types">Condition on the type, or null.</param>
/// <param name="Length">Range of lengths, or null for one relationship.</param>
/// <param name="Step">Condition on each relationship of a path of varying length, over <see cref="StepSlot"/>; null where there is none.</param>
/// <param name="StepSlot">Slot that holds the relationship at hand while <paramref name="Step"/> is tested.</param>
/// <param name="Shape">Whether all paths or only shortest ones are wanted.</param>
internal sealed record PatternRelationship(
    int Slot,
    string Name,
    bool IsBound,
    int Left,
    int Right,
    PatternDirection Direction,
    LabelExpression? Types,
    LengthRange? Length,
    BoundExpression? Step,
    int StepSlot,
    PathShape Shape)
{
    /// <summary>Slots of the two nodes of the relationship at hand, from left to right, where <see cref="Step"/> asks of them; else null.</summary>
    public StepEnds? StepEnds { get; init; }

    /// <summary>How many shortest paths, or lengths of them, are wanted.</summary>
    public int Count { get; init; } = 1;

    /// <summary>What the path must satisfy to be counted at all, beside what the pattern's own conditions say.</summary>
    public IReadOnlyList<BoundExpression> Conditions { get; init; } = [];

    /// <summary>Whether conditions of the clause on the path decide which path is sought, as shortestPath() has it, instead of which found one is kept.</summary>
    public bool TakesConditions { get; init; }

    /// <summary>The pattern that is repeated, where it is more than one relationship; else null.</summary>
    public PatternGroup? Group { get; init; }

    /// <summary>Whether its length is rationed by whoever seeks short matches (<see cref="Execution.StepRation"/>).</summary>
    public bool IsRationed { get; init; }

    /// <summary>Slots that finding it sets, its nodes excepted.</summary>
    public IEnumerable<int> SetSlots => new int?[] { Slot, StepSlot, StepEnds?.Left, StepEnds?.Right, Nodes?.Lefts, Nodes?.Rights }.OfType<int>()
        .Concat(Group is null ? [] : [Group.Left, Group.Right, .. Group.Relationships, .. Group.Lists.Select(list => list.Value)]);

    /// <summary>Variables of a repeated relationship's nodes, which are lists outside of it; null where there are none.</summary>
    public StepNodes? Nodes { get; init; }
}

/// <summary>Slots of the nodes of one step.</summary>
internal sealed record StepEnds(int Left, int Right);

/// <summary>Slots that take the lists of the nodes at the left and at the right of each step, or null.</summary>
internal sealed record StepNodes(int? Lefts, int? Rights);

/// <summary>A pattern that is repeated.</summary>
/// <param name="Pattern">What each repetition matches.</param>
/// <param name="Left">Slot of its first node, which is the last one of the repetition before.</param>
/// <param name="Right">Slot of its last node.</param>
/// <param name="Relationships">Slots of its relationships, from left to right.</param>
/// <param name="Lists">For each variable, the slot inside and the slot of the list outside.</param>
internal sealed record PatternGroup(BoundPattern Pattern, int Left, int Right, IReadOnlyList<int> Relationships, IReadOnlyList<KeyValuePair<int, int>> Lists);

/// <summary>Lengths that a path may have; no maximum is <see cref="int.MaxValue"/>.</summary>
internal sealed record LengthRange(int Minimum, int Maximum);

/// <summary>A named path: the slots it is put together from, nodes and relationships in turn.</summary>
internal sealed record PatternPath(int Slot, string Name, IReadOnlyList<int> Nodes, IReadOnlyList<int> Relationships);

/// <summary>What CREATE makes for each row, in order of writing.</summary>
internal sealed record BoundCreation(IReadOnlyList<NodeCreation> Nodes, IReadOnlyList<RelationshipCreation> Relationships, IReadOnlyList<PatternPath> Paths);

/// <summary>A node to make.</summary>
internal sealed record NodeCreation(int Slot, string Name, IReadOnlyList<string> Labels, BoundExpression? Properties)
{
    /// <summary>Values that name further labels.</summary>
    public IReadOnlyList<BoundExpression> ComputedLabels { get; init; } = [];
}

/// <summary>A relationship to make.</summary>
internal sealed record RelationshipCreation(int Slot, string Name, string Type, int Start, int End, BoundExpression? Properties)
{
    /// <summary>The value that names the type, or null where it is written.</summary>
    public BoundExpression? ComputedType { get; init; }
}
