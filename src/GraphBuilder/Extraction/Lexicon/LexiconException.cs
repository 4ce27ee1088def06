namespace Stemma.GraphBuilder.Extraction.Lexicon;

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
