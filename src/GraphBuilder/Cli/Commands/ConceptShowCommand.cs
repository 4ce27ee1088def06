using System.CommandLine;
using System.Text.Json;
using Stemma.GraphBuilder.Cli.Output;

namespace Stemma.GraphBuilder.Cli.Commands;

/// <summary><c>stemma concept show</c>: the names of a concept with the reason for each, and who introduced it.</summary>
internal sealed class ConceptShowCommand : StemmaCommand
{
    private readonly GraphFeature _graph;

    private readonly Argument<string> _name = new("name") { Description = "Name or id of a concept" };

    private readonly Option<bool> _json = new("--json") { Description = "Write one JSON object" };

    /// <summary>Creates the command.</summary>
    public ConceptShowCommand(CommandContext context)
        : base("show", "Show the names of a concept and the reason for each", context)
    {
        _graph = new GraphFeature(this);
        Add(_name);
        Add(_json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } = ["stemma concept show graph.stemma DPO"];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var database = await _graph.OpenAsync(parsed, Clock, cancellationToken);
        var id = await ConceptFinder.FindAsync(database, parsed.GetRequiredValue(_name), Console, cancellationToken);
        var concept = await ConceptRecord.ReadAsync(database, id, cancellationToken);
        if (parsed.GetValue(_json))
        {
            WriteJson(concept);
        }
        else
        {
            WriteText(concept);
        }

        return ExitCode.Done;
    }

    private void WriteText(ConceptRecord concept)
    {
        Console.Results.WriteLine($"{concept.Name} ({string.Join(", ", concept.Types)}), {concept.Id}");
        Console.Results.WriteLine($"named by {concept.Papers:N0} {(concept.Papers == 1 ? "paper" : "papers")}{(concept.FirstYear is { } year ? $", since {year}" : "")}");
        foreach (var paper in concept.IntroducedBy)
        {
            Console.Results.WriteLine($"introduced by “{paper.Title}” ({paper.Id}), by {paper.By}, {Percent.Of(paper.Confidence)}");
        }

        if (concept.Origin is { } origin)
        {
            Console.Results.WriteLine($"introduced by “{origin}”, which is not in this graph");
        }

        if (concept.Names.Count == 0)
        {
            return;
        }

        const string Title = "other names";
        var width = Math.Max(Title.Length - 2, concept.Names.Max(name => name.Text.Length));
        Console.Results.WriteLine($"\n{Title.PadRight(width + 2)}   papers  reason");
        foreach (var name in concept.Names)
        {
            Console.Results.WriteLine($"  {name.Text.PadRight(width)} {name.Papers,8:N0}  {name.Reason}");
        }
    }

    private void WriteJson(ConceptRecord concept)
    {
        using var json = new Utf8JsonWriter(Console.ResultBytes);
        json.WriteStartObject();
        json.WriteString("id", concept.Id);
        json.WriteString("name", concept.Name);
        json.WriteStrings("types", concept.Types);
        json.WriteNumber("paperCount", concept.Papers);
        json.WriteNumberOrNull("firstYear", concept.FirstYear);
        json.WriteString("origin", concept.Origin);
        json.WriteStartArray("introducedBy");
        foreach (var paper in concept.IntroducedBy)
        {
            json.WriteStartObject();
            json.WriteString("id", paper.Id);
            json.WriteString("title", paper.Title);
            json.WriteString("by", paper.By);
            json.WriteNumber("confidence", paper.Confidence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("aliases");
        foreach (var name in concept.Names)
        {
            json.WriteStartObject();
            json.WriteString("name", name.Text);
            json.WriteString("reason", name.Reason);
            json.WriteNumber("papers", name.Papers);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        Console.ResultBytes.Write("\n"u8);
    }
}
