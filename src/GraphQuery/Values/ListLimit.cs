using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Errors;

namespace Stemma.GraphQuery.Values;

/// <summary>Limits the lists that operators and functions materialise, because a computed list (<c>range()</c>) may be larger than memory.</summary>
internal static class ListLimit
{
    /// <summary>Maximum number of elements: 256 MB of values, half of a query's default memory limit.</summary>
    public const int MaxElements = 1 << 24;

    /// <summary>Throws MemoryLimitError for a longer list.</summary>
    public static void Check(long count)
    {
        if (count > MaxElements)
        {
            throw TooLong(count);
        }
    }

    /// <summary>Throws MemoryLimitError for a list of strings with more than an eighth of that: a short string takes seven times the space of its list entry, and more time.</summary>
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

    /// <summary>The error for a list that is too long.</summary>
    public static CypherException TooLong(Int128 count) =>
        new(CypherErrorType.MemoryLimitError, CypherPhase.Runtime, "ListTooLong", $"A list of {count} elements is too long to be made.");
}
