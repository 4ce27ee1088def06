using System.Buffers;
using Stemma.GraphModel.Values;
using Stemma.GraphStore.Embedded.Columns;
using Stemma.GraphStore.Embedded.Topology;

namespace Stemma.GraphStore.Embedded.Storage;

/// <summary>Turns property columns into sections named <c>nodes/title/text</c> and back.</summary>
internal static class ColumnSections
{
    private const string Presence = "presence";
    private const string Numbers = "numbers";
    private const string Floats = "floats";
    private const string Lengths = "lengths";
    private const string Content = "content";

    /// <summary>Kind and widths of each column, by key token; null where there is no column.</summary>
    public static GraphValue LayoutOf(IEnumerable<PropertyColumn?> columns) => GraphValue.From(columns.Select(LayoutOf).ToArray());

    /// <summary>The sections of all columns.</summary>
    /// <param name="owner"><c>nodes</c> or <c>relationships</c>.</param>
    /// <param name="columns">By key token.</param>
    /// <param name="keys">Names of the keys.</param>
    public static IEnumerable<(string Name, ReadOnlySequence<byte> Content)> Of(string owner, IReadOnlyList<PropertyColumn?> columns, TokenTable keys)
    {
        for (var key = 0; key < columns.Count; key++)
        {
            if (columns[key] is not { } column)
            {
                continue;
            }

            yield return (Name(owner, key, keys, Presence), GraphSections.Sequence(column.Presence.Words));
            foreach (var (part, bytes) in PartsOf(column.Values))
            {
                yield return (Name(owner, key, keys, part), bytes);
            }
        }
    }

    /// <summary>Restores the columns, by key token.</summary>
    public static PropertyColumn?[] ToColumns(string owner, GraphValue layout, TokenTable keys, IReadOnlyDictionary<string, byte[]> sections) =>
        [.. layout.AsList().Select((column, key) => column.IsNull ? null : ToColumn(column.AsList(), part => sections[Name(owner, key, keys, part)]))];

    // The number identifies the column; the key's name is there for human readers, without characters that SQLite's text cannot store.
    private static string Name(string owner, int key, TokenTable keys, string part) =>
        $"{owner}/{key}.{string.Concat(keys.NameOf(key).Select(c => char.IsLetterOrDigit(c) ? c : '_'))}/{part}";

    private static GraphValue LayoutOf(PropertyColumn? column) => column?.Values switch
    {
        null => GraphValue.Null,
        IntegerValues integers => Layout(ColumnKind.Integers, integers.Packed.Width),
        FloatValues floats => Layout(ColumnKind.Floats, floats.Numbers?.Width ?? 0),
        TextValues text => Layout(ColumnKind.Text, text.Codes.Width),
        PooledValues encoded => Layout(ColumnKind.Encoded, encoded.Codes.Width),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static GraphValue Layout(ColumnKind kind, int width) =>
        GraphValue.From([GraphValue.From((int)kind), GraphValue.From(width)]);

    private static IEnumerable<(string Part, ReadOnlySequence<byte> Bytes)> PartsOf(ColumnValues values)
    {
        switch (values)
        {
            case IntegerValues integers:
                yield return (Numbers, new(integers.Packed.Bytes));
                break;
            case FloatValues floats:
                yield return (Floats, GraphSections.Sequence(floats.Table));
                yield return (Numbers, new(floats.Numbers?.Bytes ?? default));
                break;
            case PooledValues pooled:
                yield return (Numbers, new(pooled.Codes.Bytes));
                yield return (Lengths, GraphSections.Sequence<int>(LengthsOf(pooled.Pool.Ends)));
                yield return (Content, pooled.Pool.Segments);
                break;
        }
    }

    private static PropertyColumn ToColumn(IReadOnlyList<GraphValue> layout, Func<string, byte[]> section)
    {
        var presence = new PresenceBitmap(GraphSections.Array<ulong>(section(Presence)));
        var width = (int)layout[1].AsInteger();
        ColumnValues values = (ColumnKind)layout[0].AsInteger() switch
        {
            ColumnKind.Integers => new IntegerValues(new PackedIntegers(section(Numbers), width)),
            ColumnKind.Floats => new FloatValues(
                GraphSections.Array<double>(section(Floats)), width == 0 ? null : new PackedIntegers(section(Numbers), width)),
            ColumnKind.Text => new TextValues(ToPool(section), new PackedIntegers(section(Numbers), width)),
            ColumnKind.Encoded => new EncodedValues(ToPool(section), new PackedIntegers(section(Numbers), width)),
            var kind => throw new InvalidDataException($"A column has the unknown kind {kind}."),
        };
        return new PropertyColumn(presence, values);
    }

    private static ValuePool ToPool(Func<string, byte[]> section)
    {
        var ends = GraphSections.Array<int>(section(Lengths));
        for (var i = 1; i < ends.Length; i++)
        {
            ends[i] += ends[i - 1];
        }

        var content = section(Content);
        return (ends.Length == 0 ? 0 : ends[^1]) == content.Length
            ? new ValuePool(content, ends)
            : throw new InvalidDataException("The values of a column are not as long as their lengths say.");
    }

    // Lengths repeat, ends never do: compressed, they take a third of the size.
    private static int[] LengthsOf(ReadOnlySpan<int> ends)
    {
        var lengths = ends.ToArray();
        for (var i = lengths.Length - 1; i > 0; i--)
        {
            lengths[i] -= lengths[i - 1];
        }

        return lengths;
    }

    private enum ColumnKind
    {
        Integers,
        Floats,
        Text,
        Encoded,
    }
}
