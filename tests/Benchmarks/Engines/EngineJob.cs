using System.Text.Json;

namespace Stemma.Benchmarks.Engines;

/// <summary>The job of one engine, as a JSON file that its process reads.</summary>
/// <param name="Graph">Name of the graph.</param>
/// <param name="StemmaFile">The graph in Stemma's own format.</param>
/// <param name="TablesFolder">The graph as CSV files, named in <paramref name="Nodes"/> and <paramref name="Relationships"/>.</param>
/// <param name="Database">Folder for the engine's database; it is kept, so that the next run need not load the graph again.</param>
/// <param name="Nodes">One table per label.</param>
/// <param name="Relationships">One table for each type and pair of labels.</param>
/// <param name="Queries">Queries to run.</param>
/// <param name="Policy">How long to warm up and to measure.</param>
internal sealed record EngineJob(
    string Graph,
    string StemmaFile,
    string TablesFolder,
    string Database,
    IReadOnlyList<NodeTable> Nodes,
    IReadOnlyList<RelationshipTable> Relationships,
    IReadOnlyList<EngineQuery> Queries,
    MeasuringPolicy Policy)
{
    /// <summary>Camel case, as usual in JavaScript.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);

    /// <summary>Reads a job.</summary>
    public static EngineJob Read(string path) => JsonSerializer.Deserialize<EngineJob>(File.ReadAllText(path), Json)!;

    /// <summary>Writes the job.</summary>
    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, Json));
}

/// <summary>Nodes of one label: <c>id,name,year</c>, without a header; a year can be empty.</summary>
/// <param name="Label">The label.</param>
/// <param name="File">Name of the CSV file.</param>
/// <param name="HasYear">Whether there is a column <c>year</c>.</param>
internal sealed record NodeTable(string Label, string File, bool HasYear);

/// <summary>Relationships of one type between two labels: ids of start and end, without a header.</summary>
/// <param name="Type">Relationship type.</param>
/// <param name="From">Label of the start.</param>
/// <param name="To">Label of the end.</param>
/// <param name="File">Name of the CSV file.</param>
internal sealed record RelationshipTable(string Type, string From, string To, string File);

/// <summary>A query in the form for one engine.</summary>
/// <param name="Name">Its row in the table.</param>
/// <param name="Text">In the engine's dialect.</param>
/// <param name="Arguments">Values of its parameters, used in turn; at least one set.</param>
internal sealed record EngineQuery(string Name, string Text, IReadOnlyList<IReadOnlyDictionary<string, string>> Arguments);
