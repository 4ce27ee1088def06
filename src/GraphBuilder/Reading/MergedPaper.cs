using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Reading;

/// <summary>One paper after records of several files were merged: the hand-over from reading to extraction and linking.</summary>
/// <param name="Id">Stable id, see <see cref="PaperId"/>.</param>
/// <param name="Record">The fullest record: each absent field is filled from the others, in an order that does not depend on the order of files.</param>
/// <param name="Origins">Where it was read; more than one where records merged.</param>
public sealed record MergedPaper(PaperId Id, PaperRecord Record, IReadOnlyList<RecordOrigin> Origins)
{
    /// <summary>The ids that its records carried in their files, distinct, sorted ordinally: what references of the same input may name.</summary>
    public IReadOnlyList<string> SourceIds => [.. Records.Select(record => record.SourceId).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The records that it was merged from, in an order that depends on their content alone: what a later run needs to merge anew. The one record where nothing else is said.</summary>
    public IReadOnlyList<PaperRecord> Records { get => field ?? [Record]; init; }
}
