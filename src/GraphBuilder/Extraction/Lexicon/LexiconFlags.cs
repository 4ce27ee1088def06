namespace Stemma.GraphBuilder.Extraction.Lexicon;

/// <summary>How carefully the names of an entry must be read.</summary>
[Flags]
public enum LexiconFlags
{
    /// <summary>Any occurrence counts.</summary>
    None = 0,

    /// <summary>A one-word name is also an ordinary word: it needs context. A name of several words is meant.</summary>
    Ambiguous = 1,

    /// <summary>Optional in the sense of the guidelines: low weight.</summary>
    Generic = 2,

    /// <summary>Of the one-word names, only the exact spelling counts. A name of several words may be capitalised in any way.</summary>
    CaseSensitive = 4,
}
