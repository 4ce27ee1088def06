using Stemma.GraphBuilder.Building;

namespace Stemma.GraphBuilder.Cli.Output;

/// <summary>The table at the end of a build, one row per stage.</summary>
internal static class StageTable
{
    private static readonly string[] Header = ["stage", "in", "out", "seconds", "items/s", "peak MB"];

    /// <summary>Writes it.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<StageSummary> stages)
    {
        List<string[]> rows = [Header, .. stages.Select(Row), Total(stages)];
        var widths = Header.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            // Names are left-aligned, numbers right-aligned.
            writer.WriteLine(string.Join("  ", row.Select((cell, at) => at <= 2 ? cell.PadRight(widths[at]) : cell.PadLeft(widths[at]))));
        }
    }

    private static string[] Row(StageSummary stage) =>
    [
        stage.Stage, Count(stage.In), Count(stage.Out), $"{stage.Elapsed.TotalSeconds:F1}",
        stage.Elapsed.TotalSeconds >= 0.001 ? $"{Items(stage) / stage.Elapsed.TotalSeconds:N0}" : "", Megabytes(stage.PeakBytes),
    ];

    private static string[] Total(IReadOnlyList<StageSummary> stages) =>
        ["total", "", "", $"{stages.Sum(stage => stage.Elapsed.TotalSeconds):F1}", "", Megabytes(stages.Max(stage => stage.PeakBytes))];

    /// <summary>The items counted for a stage's speed: its inputs, or its outputs if the inputs are files.</summary>
    private static long Items(StageSummary stage) => stage.In.Noun == "files" ? stage.Out.Count : stage.In.Count;

    private static string Count(StageCount count) => $"{count.Count:N0} {(count.Count == 1 ? count.Noun.Replace("s ", " ").TrimEnd('s') : count.Noun)}";

    private static string Megabytes(long bytes) => $"{bytes >> 20:N0}";
}
