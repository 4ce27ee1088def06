using Stemma.GraphQuery.Errors;

namespace Stemma.GraphQuery.Values;

/// <summary>Limits the strings that operators and functions build: an operation takes at most some tens of milliseconds, as the query cannot be stopped during it.</summary>
internal static class TextLimit
{
    /// <summary>Maximum length in UTF-16 units: 32 MB.</summary>
    public const int MaxLength = 1 << 24;

    /// <summary>Maximum number of comparisons in a search's worst case, where every position of the text starts like the part searched for: a tenth of a second.</summary>
    private const long MaxComparisons = 1L << 31;

    /// <summary>Throws LimitError if a search for a part could take too long.</summary>
    public static void CheckSearch(string text, string part)
    {
        if ((long)text.Length * part.Length > MaxComparisons)
        {
            throw new CypherException(
                CypherErrorType.LimitError, CypherPhase.Runtime, "TextTooLong", $"A text of {text.Length} characters is too long to be searched for one of {part.Length}.");
        }
    }

    /// <summary>Throws MemoryLimitError for a longer string.</summary>
    public static void Check(long length)
    {
        if (length > MaxLength)
        {
            throw new CypherException(
                CypherErrorType.MemoryLimitError, CypherPhase.Runtime, "TextTooLong", $"A text of {length} characters is too long to be made; {MaxLength} are allowed.");
        }
    }
}
