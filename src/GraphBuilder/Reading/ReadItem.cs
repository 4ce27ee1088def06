using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Reading;

/// <summary>One item found by a reader. Items come in input order.</summary>
/// <param name="Origin">Where it was found.</param>
public abstract record ReadItem(RecordOrigin Origin);

/// <summary>A paper.</summary>
/// <param name="Paper">The record.</param>
/// <param name="Shape">Kind of record, for the report: <c>arXiv metadata</c>.</param>
public sealed record PaperRead(PaperRecord Paper, string Shape) : ReadItem(Paper.Origin);

/// <summary>A problem to report to the user.</summary>
/// <param name="Origin">Where it was found; line 0 for the file as a whole.</param>
/// <param name="Kind">Whether something was lost.</param>
/// <param name="Reason">One sentence without the location, in lower case, without full stop.</param>
public sealed record ReadingProblem(RecordOrigin Origin, ProblemKind Kind, string Reason) : ReadItem(Origin);

/// <summary>A line of a listing that belongs to the page, not to a paper.</summary>
/// <param name="Origin">Where it was found.</param>
/// <param name="Text">The line, trimmed.</param>
public sealed record FurnitureLine(RecordOrigin Origin, string Text) : ReadItem(Origin);

/// <summary>What happened to the affected record.</summary>
public enum ProblemKind
{
    /// <summary>It was left out.</summary>
    Skipped,

    /// <summary>It was kept, with something replaced.</summary>
    Repaired,

    /// <summary>It was kept as it is.</summary>
    Noted,
}
