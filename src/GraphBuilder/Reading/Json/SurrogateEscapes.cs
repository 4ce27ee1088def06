using System.Buffers.Text;

namespace Stemma.GraphBuilder.Reading.Json;

/// <summary>
/// Repairs escapes such as <c>\ud800</c> in JSON text that lack the other half of the surrogate pair (RFC 8259, section 8.2): valid JSON, but not text. Programs that cut
/// strings in the middle of a character write them.
/// </summary>
internal static class SurrogateEscapes
{
    // A backslash, u, four digits.
    private const int EscapeBytes = 6;

    /// <summary>The text with each unpaired surrogate escape replaced by <c>\ufffd</c>, or null if there is none.</summary>
    public static byte[]? Repair(ReadOnlySpan<byte> utf8)
    {
        byte[]? repaired = null;
        for (var at = NextEscape(utf8, 0); at < utf8.Length; at = NextEscape(utf8, at))
        {
            if (CodeAt(utf8, at) is not { } code)
            {
                // Another escape, of two bytes, skipped whole: an escaped backslash must not begin the next one.
                at += 2;
            }
            else if (char.IsHighSurrogate(code) && CodeAt(utf8, at + EscapeBytes) is { } low && char.IsLowSurrogate(low))
            {
                at += 2 * EscapeBytes;
            }
            else
            {
                if (char.IsSurrogate(code))
                {
                    repaired ??= utf8.ToArray();
                    "\\ufffd"u8.CopyTo(repaired.AsSpan(at));
                }

                at += EscapeBytes;
            }
        }

        return repaired;
    }

    private static int NextEscape(ReadOnlySpan<byte> utf8, int from)
    {
        var next = from < utf8.Length ? utf8[from..].IndexOf((byte)'\\') : -1;
        return next < 0 ? utf8.Length : from + next;
    }

    private static char? CodeAt(ReadOnlySpan<byte> utf8, int at) =>
        at + EscapeBytes <= utf8.Length
        && utf8[at..].StartsWith("\\u"u8)
        && Utf8Parser.TryParse(utf8.Slice(at + 2, 4), out ushort code, out var digits, 'x')
        && digits == 4
            ? (char)code
            : null;
}
