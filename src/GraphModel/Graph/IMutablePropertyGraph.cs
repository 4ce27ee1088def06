using Stemma.GraphModel.Values;

namespace Stemma.GraphModel.Graph;

/// <summary>
/// Adds writing to a property graph, with one level of transaction: between <see cref="Begin"/> and <see cref="Commit"/> or <see cref="Rollback"/>, readers of the same
/// instance see each change immediately. One writer, no concurrent readers.
/// </summary>
public interface IMutablePropertyGraph : IPropertyGraph
{
    /// <summary>The token of a label, created if it is new.</summary>
    int LabelToken(string name);

    /// <summary>The token of a relationship type, created if it is new.</summary>
    int RelationshipTypeToken(string name);

    /// <summary>The token of a property key, created if it is new.</summary>
    int PropertyKeyToken(string name);

    /// <summary>Creates a node and returns its number.</summary>
    int CreateNode(ReadOnlySpan<int> labels);

    /// <summary>Creates a relationship and returns its number.</summary>
    int CreateRelationship(int type, int start, int end);

    /// <summary>Deletes a node; throws <see cref="InvalidOperationException"/> if it still has relationships.</summary>
    void DeleteNode(int node);

    /// <summary>Deletes a relationship.</summary>
    void DeleteRelationship(int relationship);

    /// <summary>Adds a label; false if the node already had it.</summary>
    bool AddLabel(int node, int label);

    /// <summary>Removes a label; false if the node did not have it.</summary>
    bool RemoveLabel(int node, int label);

    /// <summary>Sets a property; the null value removes it.</summary>
    void SetNodeProperty(int node, int key, GraphValue value);

    /// <summary>Sets a property; the null value removes it.</summary>
    void SetRelationshipProperty(int relationship, int key, GraphValue value);

    /// <summary>Starts a transaction; throws if one is open.</summary>
    void Begin();

    /// <summary>Keeps all changes since <see cref="Begin"/>.</summary>
    void Commit();

    /// <summary>Undoes all changes since <see cref="Begin"/>, including numbers and index entries.</summary>
    void Rollback();
}
