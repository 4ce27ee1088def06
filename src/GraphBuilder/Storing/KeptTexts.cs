using System.IO.Hashing;
using System.Text;

namespace Stemma.GraphBuilder.Storing;

/// <summary>
/// Makes texts of UTF-8, and hands a short one out again where it was made not long ago: names of concepts and rules stand in thousands of papers each, and every paper is decoded more than once.
/// Safe from many threads, which may make one text twice; some megabytes at most.
/// </summary>
internal static class KeptTexts
{
    private const int Places = 1 << 15;

    /// <summary>Bytes of the longest text that is kept: names are shorter, sentences longer.</summary>
    private const int Longest = 48;

    private static readonly string?[] Kept = new string?[Places];

    /// <summary>The text of some UTF-8.</summary>
    public static string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Longest)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        ref var kept = ref Kept[(int)XxHash3.HashToUInt64(utf8) & (Places - 1)];
        return kept is { } text && Ascii.Equals(utf8, text) ? text : kept = Encoding.UTF8.GetString(utf8);
    }
}
