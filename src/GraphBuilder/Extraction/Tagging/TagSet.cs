using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>
/// The tags of the chain model: outside, and for each of four kinds begin and inside (BIO, Ramshaw and Marcus 1995). Dataset and Benchmark are one kind here,
/// because readers agree on the name far more often than on which of the two it is; a later stage separates them.
/// </summary>
internal static class TagSet
{
    /// <summary>Not in a mention.</summary>
    public const int Outside = 0;

    /// <summary>Number of kinds.</summary>
    public const int Kinds = 4;

    /// <summary>Number of tags.</summary>
    public const int Count = 1 + (2 * Kinds);

    /// <summary>Mask that allows every tag.</summary>
    public const ushort All = (1 << Count) - 1;

    /// <summary>The tag that begins a mention of a kind.</summary>
    public static int Begin(int kind) => 1 + (2 * kind);

    /// <summary>The tag that continues a mention of a kind.</summary>
    public static int Inside(int kind) => 2 + (2 * kind);

    /// <summary>The kind of a tag other than <see cref="Outside"/>.</summary>
    public static int KindOf(int tag) => (tag - 1) >> 1;

    /// <summary>True for a tag that begins a mention.</summary>
    public static bool IsBegin(int tag) => (tag & 1) == 1;

    /// <summary>True where <paramref name="next"/> may follow <paramref name="tag"/>: an inside tag continues its own kind only.</summary>
    public static bool MayFollow(int tag, int next) => next == Outside || IsBegin(next) || (tag != Outside && KindOf(tag) == KindOf(next));

    /// <summary>Kind of a concept type.</summary>
    public static int KindOf(ConceptType type) => type switch
    {
        ConceptType.Method => 0,
        ConceptType.Task => 2,
        ConceptType.Metric => 3,
        _ => 1,
    };

    /// <summary>Type of a kind; <see cref="ConceptType.Dataset"/> for both Dataset and Benchmark.</summary>
    public static ConceptType TypeOf(int kind) => kind switch
    {
        0 => ConceptType.Method,
        2 => ConceptType.Task,
        3 => ConceptType.Metric,
        _ => ConceptType.Dataset,
    };
}
