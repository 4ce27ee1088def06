using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Reading.Merging;

/// <summary>Combines several records of one paper into one.</summary>
internal static class RecordFusion
{
    /// <summary>
    /// The fullest record, its missing fields filled from the next fullest. The year is the earliest, because lineage depends on when a work first appeared; references
    /// are combined.
    /// </summary>
    /// <param name="records">At least one, in <see cref="RecordOrder"/>.</param>
    public static PaperRecord Fuse(IReadOnlyList<PaperRecord> records)
    {
        if (records.Count == 1)
        {
            return records[0];
        }

        var ranked = records.OrderByDescending(Fullness).ThenByDescending(record => record.Abstract.Length).ToList();
        return ranked.Skip(1).Aggregate(ranked[0], Fill) with
        {
            Year = records.Min(record => record.Year),
            References = [.. ranked.SelectMany(record => record.References).Distinct(StringComparer.Ordinal)],
        };
    }

    private static int Fullness(PaperRecord record) =>
        (record.Abstract.Length > 0 ? 8 : 0) + (record.Authors.Count > 0 ? 2 : 0) + (record.Venue is null ? 0 : 1) + (record.Year is null ? 0 : 1)
        + (record.Doi is null ? 0 : 1) + (record.Arxiv is null ? 0 : 1) + (record.OpenReview is null ? 0 : 1) + (record.Keywords.Count > 0 ? 1 : 0);

    private static PaperRecord Fill(PaperRecord full, PaperRecord other) => full with
    {
        Abstract = full.Abstract.Length > 0 ? full.Abstract : other.Abstract,
        SourceId = full.SourceId ?? other.SourceId,
        Venue = full.Venue ?? other.Venue,
        Authors = full.Authors.Count > 0 ? full.Authors : other.Authors,
        Keywords = full.Keywords.Count > 0 ? full.Keywords : other.Keywords,
        Doi = full.Doi ?? other.Doi,
        Arxiv = full.Arxiv ?? other.Arxiv,
        OpenReview = full.OpenReview ?? other.OpenReview,
        SemanticScholar = full.SemanticScholar ?? other.SemanticScholar,
        OpenAlex = full.OpenAlex ?? other.OpenAlex,
        Url = full.Url ?? other.Url,
    };
}
