namespace Stemma.GraphBuilder.Extraction.Lexicon;

/// <summary>Restrictions on the names of an entry.</summary>
[Flags]
public enum LexiconFlags
{
    /// <summary>Any occurrence counts.</summary>
    None = 0,

    /// <summary>A one-word name is also an ordinary word, and needs context; a name of several words does not.</summary>
    Ambiguous = 1,

    /// <summary>Optional in the sense of the annotation guidelines: low weight.</summary>
    Generic = 2,

    /// <summary>One-word names match only with the same capitals; names of several words match with any.</summary>
    CaseSensitive = 4,
}
