using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Reading;

/// <summary>One paper, merged from the records of several files: the output of reading and the input of extraction and linking.</summary>
/// <param name="Id">Stable id, see <see cref="PaperId"/>.</param>
/// <param name="Record">The fullest record, its missing fields filled from the others in an order that does not depend on the order of files.</param>
/// <param name="Origins">Where it was read; more than one if records were merged.</param>
public sealed record MergedPaper(PaperId Id, PaperRecord Record, IReadOnlyList<RecordOrigin> Origins)
{
    /// <summary>The distinct ids of its records within their files, sorted ordinally: references of the same input may use them.</summary>
    public IReadOnlyList<string> SourceIds => [.. Records.Select(record => record.SourceId).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>
    /// The records that it was merged from, in an order that depends on them alone; a later run needs them to merge again. By default <see cref="Record"/> alone.
    /// </summary>
    public IReadOnlyList<PaperRecord> Records { get => field ?? [Record]; init; }
}
