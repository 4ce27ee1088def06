namespace Stemma.GraphQuery.Planning;

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
