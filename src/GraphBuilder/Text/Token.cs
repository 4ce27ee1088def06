namespace Stemma.GraphBuilder.Text;

/// <summary>Kind of a token.</summary>
internal enum TokenKind : byte
{
    /// <summary>Letters, or letters and digits: <c>Transformer</c>, <c>Qwen2.5</c>, <c>pass@1</c>.</summary>
    Word,

    /// <summary>Digits with decimal point or thousands commas: <c>81.8</c>, <c>10,000</c>.</summary>
    Number,

    /// <summary>A hyphen or dash of any Unicode kind.</summary>
    Hyphen,

    /// <summary>A slash.</summary>
    Slash,

    /// <summary>Any other single character.</summary>
    Punctuation,

    /// <summary>A LaTeX command such as <c>\em</c>, or an inline formula such as <c>$\pi_0$</c>.</summary>
    Markup,

    /// <summary>A web address.</summary>
    Url,
}

/// <summary>A span of text that no mention boundary splits.</summary>
/// <param name="Start">Zero-based UTF-16 offset.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="SpaceBefore">True at the beginning of the text and after white space.</param>
internal readonly record struct Token(int Start, int End, TokenKind Kind, bool SpaceBefore)
{
    /// <summary>Length in UTF-16 units.</summary>
    public int Length => End - Start;
}

/// <summary>A half-open range of tokens.</summary>
/// <param name="First">Index of the first token.</param>
/// <param name="End">Exclusive.</param>
internal readonly record struct TokenRange(int First, int End)
{
    /// <summary>Number of tokens.</summary>
    public int Count => End - First;

    /// <summary>True where the two share a token.</summary>
    public bool Overlaps(TokenRange other) => First < other.End && other.First < End;

    /// <summary>True where the other lies within this one.</summary>
    public bool Contains(TokenRange other) => First <= other.First && other.End <= End;
}
