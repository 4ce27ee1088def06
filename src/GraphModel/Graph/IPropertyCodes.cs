using Stemma.GraphModel.Values;

namespace Stemma.GraphModel.Graph;

/// <summary>
/// One property of all nodes, encoded as numbers: two nodes have the same code exactly if their values are identical, so that an engine can group and search by code
/// without creating the values. Valid until the next change of the graph. Thread-safe.
/// </summary>
public interface IPropertyCodes
{
    /// <summary>
    /// Number of distinct texts, whose codes are 0 to TextCount − 1 in order of first occurrence by node; 0 if the values are integers, which are their own codes.
    /// </summary>
    int TextCount { get; }

    /// <summary>The code of a node's value; false if it has none.</summary>
    bool TryRead(int node, out long code);

    /// <summary>Reads the codes of many nodes.</summary>
    /// <param name="nodes">Node numbers.</param>
    /// <param name="found">Receives the codes; at least as long. Undefined for nodes without a value.</param>
    /// <param name="isFound">Receives whether each node has a value; at least as long.</param>
    void Read(ReadOnlySpan<int> nodes, Span<long> found, Span<bool> isFound)
    {
        for (var i = 0; i < nodes.Length; i++)
        {
            isFound[i] = TryRead(nodes[i], out found[i]);
        }
    }

    /// <summary>The code of a value; false if no node has exactly this value.</summary>
    bool TryFind(GraphValue value, out long code);

    /// <summary>Marks the texts that pass a test.</summary>
    /// <param name="test">How they are compared with <paramref name="wanted"/>, character by character.</param>
    /// <param name="wanted">The text to compare with, as UTF-8.</param>
    /// <param name="from">Code of the first text to test.</param>
    /// <param name="count">Number of texts to test.</param>
    /// <param name="passed">Receives true at code − <paramref name="from"/> for each text that passes; other entries are unchanged.</param>
    void Match(TextTest test, ReadOnlySpan<byte> wanted, int from, int count, Span<bool> passed);
}

/// <summary>How a text is compared with the wanted text.</summary>
public enum TextTest
{
    /// <summary>It contains the wanted text.</summary>
    Contains,

    /// <summary>It starts with the wanted text.</summary>
    StartsWith,

    /// <summary>It ends with the wanted text.</summary>
    EndsWith,
}
