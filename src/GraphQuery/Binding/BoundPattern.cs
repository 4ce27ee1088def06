using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Binding;

/// <summary>The patterns of a MATCH combined: a small graph whose nodes and relationships are slots, and the predicates on them.</summary>
/// <param name="Nodes">Distinct by slot.</param>
/// <param name="Relationships">Each matched relationship differs from all others of this pattern.</param>
/// <param name="Shortest">Shortest paths, searched once their end nodes are bound.</param>
/// <param name="Paths">Named paths.</param>
/// <param name="Predicates">Conjuncts: all must hold.</param>
internal sealed record BoundPattern(
    IReadOnlyList<PatternNode> Nodes,
    IReadOnlyList<PatternRelationship> Relationships,
    IReadOnlyList<PatternRelationship> Shortest,
    IReadOnlyList<PatternPath> Paths,
    IReadOnlyList<BoundExpression> Predicates)
{
    /// <summary>Patterns of which only the shortest matches are wanted, searched once their end nodes are bound.</summary>
    public IReadOnlyList<SelectedPattern> Selected { get; init; } = [];
}

/// <summary>A pattern of several parts of which the shortest matches between two nodes are wanted.</summary>
/// <param name="Pattern">The pattern to match, including the end nodes.</param>
/// <param name="Relationships">Slots of its relationships, or of lists of them; their total number is the length of a match.</param>
/// <param name="Left">Its first node.</param>
/// <param name="Right">Its last node.</param>
/// <param name="Selector">Number of matches, or of distinct lengths, that are wanted.</param>
internal sealed record SelectedPattern(BoundPattern Pattern, IReadOnlyList<int> Relationships, PatternNode Left, PatternNode Right, PathSelector Selector)
{
    /// <summary>Number of relationships of the shortest possible match.</summary>
    public long LeastLength => Pattern.Relationships.Sum(relationship => (long)(relationship.Length?.Minimum ?? 1) * (relationship.Group?.Relationships.Count ?? 1));

    /// <summary>Slots that a match sets, except its end nodes.</summary>
    public IEnumerable<int> Sets => Pattern.Nodes.Select(node => node.Slot)
        .Concat(Pattern.Relationships.SelectMany(relationship => relationship.SetSlots))
        .Concat(Pattern.Paths.Select(path => path.Slot))
        .Except([Left.Slot, Right.Slot]);
}

/// <summary>A node of a pattern.</summary>
/// <param name="Slot">Its slot.</param>
/// <param name="Name">Its printed form.</param>
/// <param name="IsBound">Whether an earlier clause has set it.</param>
internal sealed record PatternNode(int Slot, string Name, bool IsBound);

/// <summary>A relationship of a pattern.</summary>
/// <param name="Slot">Slot of the relationship, or of the list of relationships if the length varies.</param>
/// <param name="Name">Its printed form.</param>
/// <param name="IsBound">Whether an earlier clause has set it.</param>
/// <param name="Left">Slot of the node on the left.</param>
/// <param name="Right">Slot of the node on the right.</param>
/// <param name="Direction">From left to right.</param>
/// <param name="Types">Condition on the type, or null.</param>
/// <param name="Length">Range of lengths, or null for a single relationship.</param>
/// <param name="Step">Condition on each relationship of a variable-length path, over <see cref="StepSlot"/>, or null.</param>
/// <param name="StepSlot">Slot of the current relationship while <paramref name="Step"/> is evaluated.</param>
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
    /// <summary>Slots of the two nodes of the current relationship, from left to right, if <see cref="Step"/> reads them; otherwise null.</summary>
    public StepEnds? StepEnds { get; init; }

    /// <summary>Number of shortest paths, or of their distinct lengths, that are wanted.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Conditions that a path must satisfy to be counted, besides those of the pattern itself.</summary>
    public IReadOnlyList<BoundExpression> Conditions { get; init; } = [];

    /// <summary>Whether conditions of the clause on the path restrict the search, as for shortestPath(), instead of filtering the paths found.</summary>
    public bool TakesConditions { get; init; }

    /// <summary>The repeated pattern if it has more than one relationship; otherwise null.</summary>
    public PatternGroup? Group { get; init; }

    /// <summary>Whether its length is limited by the search for short matches (<see cref="Execution.StepRation"/>).</summary>
    public bool IsRationed { get; init; }

    /// <summary>Slots that matching it sets, except its nodes.</summary>
    public IEnumerable<int> SetSlots => new int?[] { Slot, StepSlot, StepEnds?.Left, StepEnds?.Right, Nodes?.Lefts, Nodes?.Rights }.OfType<int>()
        .Concat(Group is null ? [] : [Group.Left, Group.Right, .. Group.Relationships, .. Group.Lists.Select(list => list.Value)]);

    /// <summary>Slots of the node variables of a repeated relationship, which are lists outside it; null if there are none.</summary>
    public StepNodes? Nodes { get; init; }
}

/// <summary>Slots of the two nodes of a step.</summary>
internal sealed record StepEnds(int Left, int Right);

/// <summary>Slots of the lists of the left and right nodes of all steps, or null.</summary>
internal sealed record StepNodes(int? Lefts, int? Rights);

/// <summary>A repeated pattern.</summary>
/// <param name="Pattern">The pattern of each repetition.</param>
/// <param name="Left">Slot of its first node, which is the last node of the previous repetition.</param>
/// <param name="Right">Slot of its last node.</param>
/// <param name="Relationships">Slots of its relationships, from left to right.</param>
/// <param name="Lists">For each variable, the slot inside and the slot of the list outside.</param>
internal sealed record PatternGroup(BoundPattern Pattern, int Left, int Right, IReadOnlyList<int> Relationships, IReadOnlyList<KeyValuePair<int, int>> Lists);

/// <summary>Lengths that a path may have; <see cref="int.MaxValue"/> means no maximum.</summary>
internal sealed record LengthRange(int Minimum, int Maximum);

/// <summary>A named path: the slots of its nodes and relationships, from start to end.</summary>
internal sealed record PatternPath(int Slot, string Name, IReadOnlyList<int> Nodes, IReadOnlyList<int> Relationships);

/// <summary>What CREATE creates for each row, in order of writing.</summary>
internal sealed record BoundCreation(IReadOnlyList<NodeCreation> Nodes, IReadOnlyList<RelationshipCreation> Relationships, IReadOnlyList<PatternPath> Paths);

/// <summary>A node to create.</summary>
internal sealed record NodeCreation(int Slot, string Name, IReadOnlyList<string> Labels, BoundExpression? Properties)
{
    /// <summary>Values that contain further labels.</summary>
    public IReadOnlyList<BoundExpression> ComputedLabels { get; init; } = [];
}

/// <summary>A relationship to create.</summary>
internal sealed record RelationshipCreation(int Slot, string Name, string Type, int Start, int End, BoundExpression? Properties)
{
    /// <summary>The value that contains the type, or null for a literal type.</summary>
    public BoundExpression? ComputedType { get; init; }
}
