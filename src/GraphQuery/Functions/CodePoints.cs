using System.Text;

namespace Stemma.GraphQuery.Functions;

/// <summary>Length and parts of strings in Unicode code points, as in Cypher's string functions; .NET counts UTF-16 units.</summary>
internal static class CodePoints
{
    /// <summary>Number of code points.</summary>
    public static int Count(string text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            count -= char.IsSurrogatePair(text[i - 1], text[i]) ? 1 : 0;
        }

        return count;
    }

    /// <summary>A part from a zero-based start, of at most the given length; bounds beyond the end are clamped.</summary>
    public static string Slice(string text, long start, long length)
    {
        var from = Offset(text, 0, start);
        return text[from..Offset(text, from, length)];
    }

    /// <summary>The code points in reverse order.</summary>
    public static string Reverse(string text)
    {
        var reversed = new StringBuilder(text.Length);
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (i > 0 && char.IsSurrogatePair(text[i - 1], text[i]))
            {
                reversed.Append(text[i - 1]).Append(text[i]);
                i--;
            }
            else
            {
                reversed.Append(text[i]);
            }
        }

        return reversed.ToString();
    }

    /// <summary>The UTF-16 offset a number of code points after another offset.</summary>
    private static int Offset(string text, int from, long codePoints)
    {
        var offset = from;
        for (; codePoints > 0 && offset < text.Length; codePoints--)
        {
            offset += offset + 1 < text.Length && char.IsSurrogatePair(text[offset], text[offset + 1]) ? 2 : 1;
        }

        return offset;
    }
}
