namespace Stemma.GraphQuery.Planning;

/// <summary>The number of relationships, from the graph's own count instead of a scan.</summary>
/// <param name="Input">One row.</param>
/// <param name="Slot">Set to the number.</param>
/// <param name="Name">Printed name of the slot.</param>
/// <param name="Type">Relationship type, or null for all.</param>
internal sealed record CountRelationships(Plan Input, int Slot, string Name, string? Type) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => [Slot];
}

/// <summary>The number of nodes, from the graph's own count.</summary>
internal sealed record CountNodes(Plan Input, int Slot, string Name, string? Label) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => [Slot];
}

/// <summary>A row per label in use, or per relationship type in use, with its number of nodes or relationships from the graph's own counts.</summary>
internal sealed record CountByToken(Plan Input, int KeySlot, string KeyName, int Slot, string Name, bool OfNodes) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => [KeySlot, Slot];
}

/// <summary>For each row, the number of rows that an expansion would produce, from the length of the adjacency list; rows with zero are dropped.</summary>
/// <param name="Input">Rows.</param>
/// <param name="Expand">The replaced expansion; the slot of its relationship is set to the number.</param>
internal sealed record CountDegree(Plan Input, Expand Expand) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => [Expand.Relationship.Slot];
}

/// <summary>
/// For each row with a node, the number of pairs of relationships, one on each side of the node, from the lengths of its adjacency lists; rows with zero are dropped.
/// </summary>
/// <param name="Input">Rows with the middle node set.</param>
/// <param name="First">The replaced expansion from the middle to one side; the slot of its relationship is set to the number.</param>
/// <param name="Second">The replaced expansion from the middle to the other side.</param>
internal sealed record CountPairs(Plan Input, Expand First, Expand Second) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => [First.Relationship.Slot];
}

/// <summary>
/// For each row, the nodes at the far end of the relationships of a type, each once in ascending order, with their number of such relationships: counted in a pass over the
/// relationships instead of the nodes. Nodes with zero are dropped.
/// </summary>
/// <param name="Input">Rows.</param>
/// <param name="FromLabel">Required label of the node at the near end, or null.</param>
/// <param name="Expand">The replaced expansion; the slot of its relationship is set to the number.</param>
internal sealed record CountEnds(Plan Input, string? FromLabel, Expand Expand) : InputPlan(Input)
{
    public override IEnumerable<int> Sets => [Expand.Relationship.Slot, Expand.To.Slot];
}
