using Stemma.GraphQuery.Errors;

namespace Stemma.GraphQuery.Values;

/// <summary>Bounds the texts that operators and functions make: what is done to one is done within some tens of milliseconds, in which nobody can end the query.</summary>
internal static class TextLimit
{
    /// <summary>Most UTF-16 units of a text: 32 MB.</summary>
    public const int MaxLength = 1 << 24;

    /// <summary>Most comparisons of units that a search may come to, where every place of the text begins like what is sought: a tenth of a second.</summary>
    private const long MaxComparisons = 1L << 31;

    /// <summary>Throws LimitError where a search for a part could take too long.</summary>
    public static void CheckSearch(string text, string part)
    {
        if ((long)text.Length * part.Length > MaxComparisons)
        {
            throw new CypherException(
                CypherErrorType.LimitError, CypherPhase.Runtime, "TextTooLong", $"A text of {text.Length} characters is too long to be searched for one of {part.Length}.");
        }
    }

    /// <summary>Throws MemoryLimitError for a longer text.</summary>
    public static void Check(long length)
    {
        if (length > MaxLength)
        {
            throw new CypherException(
                CypherErrorType.MemoryLimitError, CypherPhase.Runtime, "TextTooLong", $"A text of {length} characters is too long to be made; {MaxLength} are allowed.");
        }
    }
}
