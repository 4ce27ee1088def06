using Stemma.GraphBuilder.Reading.Merging;

namespace Stemma.GraphBuilder.Reading;

/// <summary>What a run read, merged and skipped, and which lines it took for page furniture.</summary>
/// <param name="Files">One entry a file, in the order of the command.</param>
/// <param name="PaperCount">Number of papers after merging; those of an appended graph included.</param>
/// <param name="Merges">Which papers were found more than once.</param>
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

    /// <summary>Records of this run that have a title alone.</summary>
    public int WithoutAbstract => Files.Sum(file => file.WithoutAbstract);

    /// <summary>True where something of the input is not in the graph as it was written.</summary>
    public bool HasLosses => Problems.Any(problem => problem.Kind is not ProblemKind.Noted);
}
