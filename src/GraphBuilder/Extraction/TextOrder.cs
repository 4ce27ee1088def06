using System.Runtime.InteropServices;

namespace Stemma.GraphBuilder.Extraction;

/// <summary>The order of mentions in a text: by first token; where several begin together, the longest first.</summary>
internal static class TextOrder
{
    /// <summary>A paper hardly ever has more mentions; size of the stack buffer.</summary>
    private const int UsualCount = 128;

    /// <summary>Sorts mentions, no two of which cover the same tokens. Compares integer keys instead of mentions, which are large.</summary>
    public static void Sort(List<Mention> mentions)
    {
        var all = CollectionsMarshal.AsSpan(mentions);
        Span<long> places = all.Length <= UsualCount ? stackalloc long[UsualCount] : new long[all.Length];
        var sorted = true;
        for (var at = 0; at < all.Length; at++)
        {
            places[at] = ((long)all[at].Range.First << 32) + (int.MaxValue - all[at].Range.End);
            sorted &= at == 0 || places[at - 1] < places[at];
        }

        if (!sorted)
        {
            places[..all.Length].Sort(all);
        }
    }
}
