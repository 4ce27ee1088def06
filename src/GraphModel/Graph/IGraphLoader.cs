using Stemma.GraphModel.Values;

namespace Stemma.GraphModel.Graph;

/// <summary>
/// Takes a finished graph, node by node and relationship by relationship, without holding rows: what the builder fills and a store implements.
/// One caller at a time.
/// </summary>
public interface IGraphLoader
{
    /// <summary>Adds a node and returns its number, counted from 0.</summary>
    /// <param name="labels">At least one, distinct.</param>
    /// <param name="properties">Distinct keys; null values are left out.</param>
    int AddNode(ReadOnlySpan<string> labels, ReadOnlySpan<KeyValuePair<string, GraphValue>> properties);

    /// <summary>Adds a relationship between two nodes that were added before, and returns its number, counted from 0.</summary>
    /// <param name="type">Relationship type.</param>
    /// <param name="start">Number of the start node.</param>
    /// <param name="end">Number of the end node.</param>
    /// <param name="properties">Distinct keys; null values are left out.</param>
    int AddRelationship(string type, int start, int end, ReadOnlySpan<KeyValuePair<string, GraphValue>> properties);
}
