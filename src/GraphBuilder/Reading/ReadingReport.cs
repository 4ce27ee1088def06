using Stemma.GraphBuilder.Reading.Merging;

namespace Stemma.GraphBuilder.Reading;

/// <summary>What a run read, merged and skipped, and which lines it took for page furniture.</summary>
/// <param name="Files">One entry a file, in the order of the command.</param>
/// <param name="Merged">The papers and what was merged; records of an appended graph included.</param>
public sealed record ReadingReport(IReadOnlyList<FileReading> Files, MergeResult Merged)
{
    /// <summary>Records read from the files of this run.</summary>
    public int RecordCount => Files.Sum(file => file.Papers.Count);

    /// <summary>All problems: those of files in file order, then those between records.</summary>
    public IEnumerable<ReadingProblem> Problems => Files.SelectMany(file => file.Problems).Concat(Merged.Problems);

    /// <summary>All furniture lines, in file order.</summary>
    public IEnumerable<FurnitureLine> Furniture => Files.SelectMany(file => file.Furniture);

    /// <summary>Records of this run that have a title alone.</summary>
    public int WithoutAbstract => Files.Sum(file => file.Papers.Count(paper => paper.Abstract.Length == 0));

    /// <summary>True where something of the input is not in the graph as it was written.</summary>
    public bool HasLosses => Problems.Any(problem => problem.Kind is not ProblemKind.Noted);
}
