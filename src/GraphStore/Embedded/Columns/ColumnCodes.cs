using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;

namespace Stemma.GraphStore.Embedded.Columns;

/// <summary>The codes of a loaded column of texts or integers.</summary>
internal sealed class ColumnCodes(PropertyColumn column) : IPropertyCodes
{
    private readonly PresenceBitmap _presence = column.Presence;
    private readonly PackedIntegers _codes = column.Values is TextValues texts ? texts.Codes : ((IntegerValues)column.Values).Packed;
    private readonly ValuePool? _pool = (column.Values as TextValues)?.Pool;

    /// <inheritdoc/>
    public int TextCount => _pool?.Count ?? 0;

    /// <inheritdoc/>
    public bool TryRead(int node, out long code)
    {
        var slot = _presence.SlotOf(node);
        code = slot < 0 ? 0 : _codes[slot];
        return slot >= 0;
    }

    /// <inheritdoc/>
    public void Read(ReadOnlySpan<int> nodes, Span<long> found, Span<bool> isFound)
    {
        for (var i = 0; i < nodes.Length; i++)
        {
            var slot = _presence.SlotOf(nodes[i]);
            (found[i], isFound[i]) = (Math.Max(0, slot), slot >= 0);
        }

        // Replaces the slots by their codes, in place.
        _codes.Read(found[..nodes.Length]);
    }

    /// <inheritdoc/>
    public bool TryFind(GraphValue value, out long code) => column.Values.TryFindCode(value, out code);

    /// <inheritdoc/>
    public void Match(TextTest test, ReadOnlySpan<byte> wanted, int from, int count, Span<bool> passed)
    {
        if (test == TextTest.Contains && wanted.Length > 0)
        {
            MatchInside(wanted, from, count, passed);
            return;
        }

        for (var i = 0; i < count; i++)
        {
            var text = _pool![from + i];
            passed[i] |= test == TextTest.EndsWith ? text.EndsWith(wanted) : text.StartsWith(wanted);
        }
    }

    /// <summary>
    /// Searches the concatenated texts in one pass, because most of them do not match. A match of bytes is a match of characters, because UTF-8 text occurs in UTF-8
    /// only at character boundaries (RFC 3629, section 1). A match that extends past the end of a text does not count.
    /// </summary>
    private void MatchInside(ReadOnlySpan<byte> wanted, int from, int count, Span<bool> passed)
    {
        var ends = _pool!.Ends.Slice(from, count);
        var begin = from == 0 ? 0 : _pool.Ends[from - 1];
        var bytes = _pool.Bytes.Span[begin..(count == 0 ? begin : ends[^1])];
        var text = 0;
        for (var at = 0; bytes[at..].IndexOf(wanted) is var next and >= 0;)
        {
            at += next;
            while (ends[text] - begin <= at)
            {
                text++;
            }

            var end = ends[text] - begin;
            var fits = at + wanted.Length <= end;
            passed[text] |= fits;
            at = fits ? end : at + 1;
        }
    }
}
