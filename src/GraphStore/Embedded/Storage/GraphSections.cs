using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Stemma.GraphModel.Values;
using Stemma.GraphStore.Embedded.Columns;
using Stemma.GraphStore.Embedded.Topology;

namespace Stemma.GraphStore.Embedded.Storage;

/// <summary>
/// Turns the columns of a graph into sections and back. The section <c>layout</c> lists the tokens, the label sets and the kind of each column; the others are
/// the arrays themselves, little-endian, with the same bytes for the same columns. Adjacency is not stored, because sorting it takes less time than reading it.
/// </summary>
internal static class GraphSections
{
    private const string Layout = "layout";
    private const string LabelSets = "nodes/labels";
    private const string Types = "relationships/type";
    private const string Starts = "relationships/start";
    private const string Ends = "relationships/end";

    /// <summary>The sections of a graph, in a fixed order.</summary>
    public static IEnumerable<(string Name, ReadOnlySequence<byte> Content)> Of(GraphColumns graph)
    {
        yield return (Layout, new(LayoutOf(graph)));
        yield return (LabelSets, Sequence(graph.Nodes.SetNumbers));
        yield return (Types, Sequence(graph.Relationships.Types));
        yield return (Starts, Sequence(graph.Relationships.Starts));
        yield return (Ends, Sequence(graph.Relationships.Ends));
        foreach (var section in ColumnSections.Of("nodes", graph.NodeProperties, graph.Keys))
        {
            yield return section;
        }

        foreach (var section in ColumnSections.Of("relationships", graph.RelationshipProperties, graph.Keys))
        {
            yield return section;
        }
    }

    /// <summary>Restores a graph. Throws <see cref="InvalidDataException"/> or <see cref="KeyNotFoundException"/> if the sections do not fit together.</summary>
    public static GraphColumns ToColumns(IReadOnlyDictionary<string, byte[]> sections)
    {
        var layout = GraphValueCodec.Read(sections[Layout]).AsMap();
        var keys = GraphColumns.KeyNames(Strings(layout["keys"]));
        var sets = layout["labelSets"].AsList().Select(set => set.AsList().Select(label => (int)label.AsInteger()).ToArray()).ToArray();
        var relationships = new RelationshipTable(
            Array<ushort>(sections[Types]), Array<int>(sections[Starts]), Array<int>(sections[Ends]));
        if (relationships.Starts.Length != relationships.Capacity || relationships.Ends.Length != relationships.Capacity)
        {
            throw new InvalidDataException("Relationships have types, starts and ends in different numbers.");
        }

        return new GraphColumns(
            GraphColumns.LabelNames(Strings(layout["labels"])),
            GraphColumns.TypeNames(Strings(layout["types"])),
            keys,
            new LabelTable(sets, Array<int>(sections[LabelSets])),
            relationships,
            ColumnSections.ToColumns("nodes", layout["nodeColumns"], keys, sections),
            ColumnSections.ToColumns("relationships", layout["relationshipColumns"], keys, sections),
            Strings(layout["indexedKeys"]));
    }

    /// <summary>The bytes of an array.</summary>
    public static ReadOnlySequence<byte> Sequence<T>(ReadOnlySpan<T> items)
        where T : unmanaged => new(MemoryMarshal.AsBytes(items).ToArray());

    /// <summary>The array with the given bytes. Throws <see cref="InvalidDataException"/> if they are not a whole number of items.</summary>
    public static T[] Array<T>(byte[] bytes)
        where T : unmanaged
    {
        var items = MemoryMarshal.Cast<byte, T>(bytes).ToArray();
        return items.Length * Unsafe.SizeOf<T>() == bytes.Length
            ? items
            : throw new InvalidDataException("A section has a fraction of an item at its end.");
    }

    private static byte[] LayoutOf(GraphColumns graph)
    {
        var bytes = new ArrayBufferWriter<byte>();
        GraphValueCodec.Write(
            GraphValue.From(new Dictionary<string, GraphValue>(StringComparer.Ordinal)
            {
                ["labels"] = GraphValue.FromStrings(graph.Labels.Names()),
                ["types"] = GraphValue.FromStrings(graph.Types.Names()),
                ["keys"] = GraphValue.FromStrings(graph.Keys.Names()),
                ["indexedKeys"] = GraphValue.FromStrings(graph.IndexedKeys),
                ["labelSets"] = List(graph.Nodes.Sets.Select(set => List(set.Select(label => GraphValue.From(label))))),
                ["nodeColumns"] = ColumnSections.LayoutOf(graph.NodeProperties),
                ["relationshipColumns"] = ColumnSections.LayoutOf(graph.RelationshipProperties),
            }),
            bytes);
        return bytes.WrittenSpan.ToArray();
    }

    private static GraphValue List(IEnumerable<GraphValue> items) => GraphValue.From(items.ToArray());

    private static string[] Strings(GraphValue list) => [.. list.AsList().Select(item => item.AsString())];
}
