using System.IO.Hashing;
using System.Text;

namespace Stemma.GraphBuilder.Storing;

/// <summary>
/// Decodes UTF-8 and reuses short ASCII strings that were decoded recently, because names of concepts and rules occur in thousands of papers each, and every paper is decoded more than once.
/// Thread-safe; two threads may decode one text twice. Takes some megabytes at most.
/// </summary>
internal sealed class KeptTexts
{
    private const int Places = 1 << 15;

    /// <summary>Bytes of the longest text that is kept: names are shorter, sentences longer.</summary>
    private const int Longest = 48;

    private readonly string?[] _kept = new string?[Places];

    /// <summary>The texts of all papers.</summary>
    public static KeptTexts Shared { get; } = new();

    /// <summary>Decodes a text.</summary>
    public string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Longest || !Ascii.IsValid(utf8))
        {
            return Encoding.UTF8.GetString(utf8);
        }

        ref var kept = ref _kept[(int)XxHash3.HashToUInt64(utf8) & (Places - 1)];
        return kept is { } text && Ascii.Equals(utf8, text) ? text : kept = Encoding.UTF8.GetString(utf8);
    }
}
