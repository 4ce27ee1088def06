using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Reading.Merging;

/// <summary>A total order of records by content and finally by origin, so that nothing downstream depends on the order in which files were read.</summary>
internal sealed class RecordOrder : IComparer<PaperRecord>
{
    /// <summary>The single instance.</summary>
    public static RecordOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(PaperRecord? x, PaperRecord? y)
    {
        if (ReferenceEquals(x, y) || x is null || y is null)
        {
            return x is null ? (y is null ? 0 : -1) : y is null ? 1 : 0;
        }

        var order = CompareContent(x, y);
        return order != 0 ? order : CompareOrigin(x.Origin, y.Origin);
    }

    /// <summary>By file name, then by line.</summary>
    public static int CompareOrigin(RecordOrigin first, RecordOrigin second)
    {
        var order = string.CompareOrdinal(first.File, second.File);
        return order != 0 ? order : first.Line.CompareTo(second.Line);
    }

    /// <summary>Titles first, because they nearly always decide.</summary>
    private static int CompareContent(PaperRecord first, PaperRecord second) =>
        string.CompareOrdinal(first.Title, second.Title) is var byTitle and not 0 ? byTitle : CompareSameTitle(first, second);

    private static int CompareSameTitle(PaperRecord first, PaperRecord second)
    {
        ReadOnlySpan<(string? One, string? Other)> texts =
        [
            (first.Doi, second.Doi), (first.Arxiv, second.Arxiv), (first.OpenReview, second.OpenReview), (first.SemanticScholar, second.SemanticScholar),
            (first.OpenAlex, second.OpenAlex), (first.SourceId, second.SourceId), (first.Venue, second.Venue), (first.Url, second.Url), (first.Abstract, second.Abstract),
        ];
        foreach (var (one, other) in texts)
        {
            if (string.CompareOrdinal(one, other) is var order and not 0)
            {
                return order;
            }
        }

        var byYear = Nullable.Compare(first.Year, second.Year);
        return byYear != 0 ? byYear : CompareLists(first, second);
    }

    private static int CompareLists(PaperRecord first, PaperRecord second)
    {
        var byAuthors = CompareTexts(first.Authors, second.Authors);
        var byKeywords = byAuthors != 0 ? byAuthors : CompareTexts(first.Keywords, second.Keywords);
        return byKeywords != 0 ? byKeywords : CompareTexts(first.References, second.References);
    }

    private static int CompareTexts(IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        for (var at = 0; at < first.Count && at < second.Count; at++)
        {
            if (string.CompareOrdinal(first[at], second[at]) is var order and not 0)
            {
                return order;
            }
        }

        return first.Count.CompareTo(second.Count);
    }
}
