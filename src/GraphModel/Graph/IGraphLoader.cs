using Stemma.GraphModel.Values;

namespace Stemma.GraphModel.Graph;

/// <summary>
/// Receives a finished graph, node by node and relationship by relationship, without buffering rows: the builder calls it, and a store implements it. Not safe for
/// concurrent calls.
/// </summary>
public interface IGraphLoader
{
    /// <summary>Adds a node and returns its number, counted from 0.</summary>
    /// <param name="labels">At least one, distinct.</param>
    /// <param name="properties">Distinct keys; null values are ignored.</param>
    int AddNode(ReadOnlySpan<string> labels, ReadOnlySpan<KeyValuePair<string, GraphValue>> properties);

    /// <summary>Adds a relationship between two nodes added before, and returns its number, counted from 0.</summary>
    /// <param name="type">Relationship type.</param>
    /// <param name="start">Number of the start node.</param>
    /// <param name="end">Number of the end node.</param>
    /// <param name="properties">Distinct keys; null values are ignored.</param>
    int AddRelationship(string type, int start, int end, ReadOnlySpan<KeyValuePair<string, GraphValue>> properties);
}
