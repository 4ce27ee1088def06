using Stemma.GraphModel.Values;

namespace Stemma.GraphModel.Graph;

/// <summary>
/// Reads a labelled property graph in memory. Nodes and relationships are numbered from 0 in no particular order; deletions leave numbers unused. Labels, relationship
/// types and property keys are tokens: small numbers from 0, separate for each kind. Concurrent reading is safe as long as nothing writes.
/// </summary>
public interface IPropertyGraph
{
    /// <summary>Label names by token.</summary>
    ITokenTable Labels { get; }

    /// <summary>Relationship type names by token.</summary>
    ITokenTable RelationshipTypes { get; }

    /// <summary>Property key names by token.</summary>
    ITokenTable PropertyKeys { get; }

    /// <summary>One more than the highest node number ever used.</summary>
    int NodeCapacity { get; }

    /// <summary>One more than the highest relationship number ever used.</summary>
    int RelationshipCapacity { get; }

    /// <summary>Number of nodes.</summary>
    int NodeCount { get; }

    /// <summary>Number of relationships.</summary>
    int RelationshipCount { get; }

    /// <summary>True if the number is in use.</summary>
    bool NodeExists(int node);

    /// <summary>True if the number is in use.</summary>
    bool RelationshipExists(int relationship);

    /// <summary>Label tokens of a node, ascending.</summary>
    ReadOnlySpan<int> LabelsOf(int node);

    /// <summary>Whether the node has the label.</summary>
    bool HasLabel(int node, int label);

    /// <summary>A property of a node, or the null value.</summary>
    GraphValue NodeProperty(int node, int key);

    /// <summary>The keys of a node's properties, ascending by token.</summary>
    IReadOnlyList<int> NodePropertyKeys(int node);

    /// <summary>Relationship type token.</summary>
    int TypeOf(int relationship);

    /// <summary>Start node.</summary>
    int StartOf(int relationship);

    /// <summary>End node.</summary>
    int EndOf(int relationship);

    /// <summary>A property of a relationship, or the null value.</summary>
    GraphValue RelationshipProperty(int relationship, int key);

    /// <summary>The keys of a relationship's properties, ascending by token.</summary>
    IReadOnlyList<int> RelationshipPropertyKeys(int relationship);

    /// <summary>Relationships that start at the node; <paramref name="type"/> −1 for all types. O(log degree) to find a type.</summary>
    AdjacencySpan Outgoing(int node, int type = -1);

    /// <summary>Relationships that end at the node; <paramref name="type"/> −1 for all types.</summary>
    AdjacencySpan Incoming(int node, int type = -1);

    /// <summary>Nodes with the label, ascending. Valid until the next change of the graph.</summary>
    ReadOnlySpan<int> NodesWithLabel(int label);

    /// <summary>Number of relationships of a type. O(1).</summary>
    int CountRelationships(int type);

    /// <summary>
    /// Relationships of a type, ascending, as a snapshot: later changes of the graph do not affect the list. Linear in all relationships unless the graph keeps such
    /// lists.
    /// </summary>
    ReadOnlyMemory<int> RelationshipsOfType(int type)
    {
        var found = new List<int>();
        for (var relationship = 0; relationship < RelationshipCapacity; relationship++)
        {
            if (RelationshipExists(relationship) && TypeOf(relationship) == type)
            {
                found.Add(relationship);
            }
        }

        return found.ToArray();
    }

    /// <summary>
    /// Finds the nodes that have the label and whose property equals the value through an index, ascending; false if no index covers that pair, which implies nothing
    /// about the nodes.
    /// </summary>
    bool TryFindNodes(int label, int key, GraphValue value, out IReadOnlyList<int> nodes);

    /// <summary>The values of a node property as codes; null if the graph has none for this key, or the property changed since they were made.</summary>
    IPropertyCodes? FindNodeCodes(int key) => null;

    /// <summary>
    /// Whether all relationships of a type end (or, for <paramref name="atEnd"/> false, start) at nodes with a label, as far as the graph knows; false implies nothing.
    /// </summary>
    bool AllEndsHave(int type, int label, bool atEnd) => false;

    /// <summary>Whether <see cref="TryFindNodes"/> returns true for that pair; for planners.</summary>
    bool HasIndex(int label, int key);
}

/// <summary>Names of one kind of token.</summary>
public interface ITokenTable
{
    /// <summary>Number of tokens; valid ones are 0 to Count − 1.</summary>
    int Count { get; }

    /// <summary>The token of a name, or −1.</summary>
    int Find(string name);

    /// <summary>The name of a token.</summary>
    string NameOf(int token);
}
