using System.CommandLine;
using System.Text.Json;

namespace Stemma.GraphBuilder.Cli.Commands;

/// <summary><c>stemma stats</c>: counts nodes, relationships and papers.</summary>
internal sealed class StatsCommand : StemmaCommand
{
    private readonly GraphFeature _graph;

    private readonly Option<bool> _json = new("--json") { Description = "Write one JSON object" };

    /// <summary>Creates the command.</summary>
    public StatsCommand(CommandContext context)
        : base("stats", "Count what a graph holds", context)
    {
        _graph = new GraphFeature(this);
        Add(_json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } = ["stemma stats graph.stemma", "stemma stats http://localhost:7474 --json"];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var database = await _graph.OpenAsync(parsed, Clock, cancellationToken);
        var statistics = await GraphStatistics.ReadAsync(database, cancellationToken);
        if (parsed.GetValue(_json))
        {
            WriteJson(statistics);
        }
        else
        {
            WriteText(statistics);
        }

        return ExitCode.Done;
    }

    private void WriteText(GraphStatistics statistics)
    {
        Console.Results.WriteLine($"{statistics.Source}: {statistics.Nodes:N0} nodes, {statistics.Relationships:N0} relationships");
        WriteCounts("nodes by label", statistics.ByLabel);
        WriteCounts("relationships by type", statistics.ByType);
        WriteCounts("papers by year", [.. statistics.ByYear.Select(year => (year.Year.ToString(), year.Count))]);
    }

    private void WriteCounts(string title, IReadOnlyList<(string Name, long Count)> counts)
    {
        if (counts.Count == 0)
        {
            return;
        }

        Console.Results.WriteLine($"\n{title}");
        var width = counts.Max(entry => entry.Name.Length);
        foreach (var (name, count) in counts)
        {
            Console.Results.WriteLine($"  {name.PadRight(width)}  {count,12:N0}");
        }
    }

    private void WriteJson(GraphStatistics statistics)
    {
        using var json = new Utf8JsonWriter(Console.ResultBytes);
        json.WriteStartObject();
        json.WriteString("source", statistics.Source);
        json.WriteNumber("nodes", statistics.Nodes);
        json.WriteNumber("relationships", statistics.Relationships);
        WriteObject("byLabel", statistics.ByLabel);
        WriteObject("byType", statistics.ByType);
        json.WriteStartArray("years");
        foreach (var (year, papers) in statistics.ByYear)
        {
            json.WriteStartObject();
            json.WriteNumber("year", year);
            json.WriteNumber("papers", papers);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        Console.ResultBytes.Write("\n"u8);

        void WriteObject(string name, IReadOnlyList<(string Name, long Count)> counts)
        {
            json.WriteStartObject(name);
            foreach (var (key, count) in counts)
            {
                json.WriteNumber(key, count);
            }

            json.WriteEndObject();
        }
    }
}
