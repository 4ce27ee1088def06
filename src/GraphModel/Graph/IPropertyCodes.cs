using Stemma.GraphModel.Values;

namespace Stemma.GraphModel.Graph;

/// <summary>
/// One property of all nodes as numbers: two nodes have the same code exactly when their values are identical, so that an engine groups and searches by codes
/// without making the values. Valid until the graph is next changed. Safe for many threads.
/// </summary>
public interface IPropertyCodes
{
    /// <summary>Number of distinct texts, whose codes are 0 to TextCount − 1 in the order in which nodes first have them; 0 where the values are integers, whose codes are themselves.</summary>
    int TextCount { get; }

    /// <summary>The code of a node's value; false where it has none.</summary>
    bool TryRead(int node, out long code);

    /// <summary>Reads the codes of many nodes.</summary>
    /// <param name="nodes">Node numbers.</param>
    /// <param name="found">Takes the codes; at least as long. Undefined for nodes that have no value.</param>
    /// <param name="isFound">Takes whether each node has a value; at least as long.</param>
    void Read(ReadOnlySpan<int> nodes, Span<long> found, Span<bool> isFound)
    {
        for (var i = 0; i < nodes.Length; i++)
        {
            isFound[i] = TryRead(nodes[i], out found[i]);
        }
    }

    /// <summary>The code that nodes with a value have; false where no node has exactly this value.</summary>
    bool TryFind(GraphValue value, out long code);

    /// <summary>Marks the texts that pass a test.</summary>
    /// <param name="test">How they are compared with the text wanted, character by character.</param>
    /// <param name="wanted">The text wanted, as UTF-8.</param>
    /// <param name="from">Code of the first text to test.</param>
    /// <param name="count">Number of texts to test.</param>
    /// <param name="passed">Takes true at code − <paramref name="from"/> for each text that passes; others are left as they are.</param>
    void Match(TextTest test, ReadOnlySpan<byte> wanted, int from, int count, Span<bool> passed);
}

/// <summary>How a text is compared with the one wanted.</summary>
public enum TextTest
{
    /// <summary>It holds the one wanted.</summary>
    Contains,

    /// <summary>It begins with the one wanted.</summary>
    StartsWith,

    /// <summary>It ends with the one wanted.</summary>
    EndsWith,
}
