using Stemma.GraphBuilder.Reading.Merging;

namespace Stemma.GraphBuilder.Reading;

/// <summary>What a run read, merged and skipped, and which lines it classified as page furniture.</summary>
/// <param name="Files">One entry per file, in the order of the command.</param>
/// <param name="PaperCount">Number of papers after merging, including those of an appended graph.</param>
/// <param name="Merges">Papers that were found more than once.</param>
/// <param name="Contradictions">Records that contradict each other.</param>
public sealed record ReadingReport(
    IReadOnlyList<FileReading> Files, int PaperCount, IReadOnlyList<MergeNote> Merges, IReadOnlyList<ReadingProblem> Contradictions)
{
    /// <summary>Records read from the files of this run.</summary>
    public int RecordCount => Files.Sum(file => file.RecordCount);

    /// <summary>All problems: those of files in file order, then those between records.</summary>
    public IEnumerable<ReadingProblem> Problems => Files.SelectMany(file => file.Problems).Concat(Contradictions);

    /// <summary>All furniture lines, in file order.</summary>
    public IEnumerable<FurnitureLine> Furniture => Files.SelectMany(file => file.Furniture);

    /// <summary>Records of this run without an abstract.</summary>
    public int WithoutAbstract => Files.Sum(file => file.WithoutAbstract);

    /// <summary>True if part of the input is missing from the graph or was changed.</summary>
    public bool HasLosses => Problems.Any(problem => problem.Kind is not ProblemKind.Noted);
}
