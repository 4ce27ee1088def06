using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Errors;

namespace Stemma.GraphQuery.Values;

/// <summary>Bounds the lists that operators and functions write out, because a computed one (<c>range()</c>) may be longer than memory.</summary>
internal static class ListLimit
{
    /// <summary>Most elements: 256 MB of values, half of what a query may hold by default.</summary>
    public const int MaxElements = 1 << 24;

    /// <summary>Throws MemoryLimitError for a longer list.</summary>
    public static void Check(long count)
    {
        if (count > MaxElements)
        {
            throw TooLong(count);
        }
    }

    /// <summary>Throws MemoryLimitError for a list of texts that is longer than an eighth of that: a short text takes seven times its place in the list, and longer to make.</summary>
    public static void CheckTexts(long count)
    {
        if (count > MaxElements / 8)
        {
            throw TooLong(count);
        }
    }

    /// <summary>Copies a list; throws MemoryLimitError for one that is too long.</summary>
    public static GraphValue[] Copy(IReadOnlyList<GraphValue> list)
    {
        Check(list.Count);
        return [.. list];
    }

    /// <summary>The fault of a list that is too long.</summary>
    public static CypherException TooLong(Int128 count) =>
        new(CypherErrorType.MemoryLimitError, CypherPhase.Runtime, "ListTooLong", $"A list of {count} elements is too long to be made.");
}
