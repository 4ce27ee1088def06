using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Lexicon;

/// <summary>One curated concept.</summary>
/// <param name="Id">Concept id: slug of the canonical long form.</param>
/// <param name="Name">Canonical name.</param>
/// <param name="Aliases">Other names, without <paramref name="Name"/>.</param>
/// <param name="Types">One or two types, the usual one first.</param>
/// <param name="Flags">How carefully its names must be read.</param>
public sealed record LexiconEntry(
    string Id, string Name, IReadOnlyList<string> Aliases, IReadOnlyList<ConceptType> Types, LexiconFlags Flags)
{
    /// <summary>True where a name is also an ordinary word (MATH, SPIN, Adam).</summary>
    public bool IsAmbiguous => Flags.HasFlag(LexiconFlags.Ambiguous);

    /// <summary>True where a careful reader may leave the concept out (neural network).</summary>
    public bool IsGeneric => Flags.HasFlag(LexiconFlags.Generic);
}

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

/// <summary>A line of a lexicon file that cannot be read.</summary>
public sealed class LexiconException : Exception
{
    /// <summary>Creates the error for a place in a file.</summary>
    public LexiconException(string file, int line, string reason)
        : base($"{file}:{line}: {reason}")
    {
        File = file;
        Line = line;
    }

    /// <summary>File name.</summary>
    public string File { get; }

    /// <summary>One-based line.</summary>
    public int Line { get; }
}
