using Stemma.GraphModel.Database;

namespace Stemma.GraphQuery.Execution;

/// <summary>Counts the changes of a statement.</summary>
internal sealed class ChangeCounter
{
    public int NodesCreated { get; set; }

    public int NodesDeleted { get; set; }

    public int RelationshipsCreated { get; set; }

    public int RelationshipsDeleted { get; set; }

    public int PropertiesSet { get; set; }

    public int LabelsAdded { get; set; }

    public int LabelsRemoved { get; set; }

    /// <summary>The counts so far.</summary>
    public UpdateCounters ToCounters() => new(NodesCreated, NodesDeleted, RelationshipsCreated, RelationshipsDeleted, PropertiesSet, LabelsAdded, LabelsRemoved);
}
