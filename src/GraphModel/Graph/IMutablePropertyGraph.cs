using Stemma.GraphModel.Values;

namespace Stemma.GraphModel.Graph;

/// <summary>
/// Adds writing to a property graph, with one level of transaction: between <see cref="Begin"/> and <see cref="Commit"/> or
/// <see cref="Rollback"/>, readers of the same instance see each change at once. One writer, no concurrent readers.
/// </summary>
public interface IMutablePropertyGraph : IPropertyGraph
{
    /// <summary>The token of a label, made where it is new.</summary>
    int LabelToken(string name);

    /// <summary>The token of a relationship type, made where it is new.</summary>
    int RelationshipTypeToken(string name);

    /// <summary>The token of a property key, made where it is new.</summary>
    int PropertyKeyToken(string name);

    /// <summary>Makes a node and returns its number.</summary>
    int CreateNode(ReadOnlySpan<int> labels);

    /// <summary>Makes a relationship and returns its number.</summary>
    int CreateRelationship(int type, int start, int end);

    /// <summary>Deletes a node; throws <see cref="InvalidOperationException"/> where relationships still touch it.</summary>
    void DeleteNode(int node);

    /// <summary>Deletes a relationship.</summary>
    void DeleteRelationship(int relationship);

    /// <summary>Adds a label; false where the node had it.</summary>
    bool AddLabel(int node, int label);

    /// <summary>Removes a label; false where the node lacked it.</summary>
    bool RemoveLabel(int node, int label);

    /// <summary>Sets a property; the null value removes it.</summary>
    void SetNodeProperty(int node, int key, GraphValue value);

    /// <summary>Sets a property; the null value removes it.</summary>
    void SetRelationshipProperty(int relationship, int key, GraphValue value);

    /// <summary>Starts a transaction; throws where one is open.</summary>
    void Begin();

    /// <summary>Keeps all changes since <see cref="Begin"/>.</summary>
    void Commit();

    /// <summary>Undoes all changes since <see cref="Begin"/>, numbers and index entries included.</summary>
    void Rollback();
}
