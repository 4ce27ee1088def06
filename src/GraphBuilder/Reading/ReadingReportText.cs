namespace Stemma.GraphBuilder.Reading;

/// <summary>Writes a reading report for people: every furniture line and problem with its location; long lists are truncated, with a hint at the full report.</summary>
/// <param name="writer">Destination; standard error for commands.</param>
public sealed class ReadingReportText(TextWriter writer)
{
    private const int MaxLines = 50;
    private const int MaxMerges = 10;
    private const int MaxTextLength = 100;

    /// <summary>Writes it.</summary>
    public void Write(ReadingReport report)
    {
        foreach (var file in report.Files)
        {
            writer.WriteLine($"read {Count(file.RecordCount, "record")} from {file.File} ({Describe(file)})");
        }

        WriteList("furniture, lines taken for the page and not for papers", [.. report.Furniture], MaxLines, line => $"{line.Origin}: {Cut(line.Text)}");
        WriteList("merged, papers found more than once", report.Merges, MaxMerges, merge =>
            $"{merge.Id} {Cut(merge.Title)} ({merge.Reason}): {string.Join(", ", merge.Origins)}");
        WriteProblems(report, ProblemKind.Noted, "noted");
        WriteProblems(report, ProblemKind.Repaired, "repaired");
        WriteProblems(report, ProblemKind.Skipped, "skipped");
        var withoutAbstract = report.WithoutAbstract > 0 ? $", {Count(report.WithoutAbstract, "record")} without abstract" : "";
        writer.WriteLine($"{Count(report.PaperCount, "paper")} in all{withoutAbstract}");
    }

    private static string Describe(FileReading file) => file.Shapes.Count == 0
        ? file.Format
        : string.Join(", ", file.Shapes.Select(shape => file.Shapes.Count == 1 ? shape.Key : $"{shape.Value} {shape.Key}"));

    private static string Count(int count, string noun) => $"{count:N0} {noun}{(count == 1 ? "" : "s")}";

    private static string Cut(string text) => text.Length <= MaxTextLength ? text : $"{text.AsSpan(0, MaxTextLength - 1)}…";

    private void WriteProblems(ReadingReport report, ProblemKind kind, string name) =>
        WriteList(name, [.. report.Problems.Where(problem => problem.Kind == kind)], MaxLines, problem =>
            problem.Origin.Line > 0 ? $"{problem.Origin}: {problem.Reason}" : $"{problem.Origin.File}: {problem.Reason}");

    private void WriteList<T>(string name, IReadOnlyList<T> items, int most, Func<T, string> describe)
    {
        if (items.Count == 0)
        {
            return;
        }

        writer.WriteLine($"{name}: {items.Count:N0}");
        foreach (var item in items.Take(most))
        {
            writer.WriteLine($"  {describe(item)}");
        }

        if (items.Count > most)
        {
            writer.WriteLine($"  … and {items.Count - most:N0} more; --report FILE writes all of them");
        }
    }
}
