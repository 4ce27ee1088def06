using System.Text.Encodings.Web;
using System.Text.Json;
using Stemma.GraphModel;
using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Papers;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Publishing;

/// <summary>
/// Writes a graph as JSON Lines, one object per paper, ordered by id: its concepts with type, role and evidence, its results, what it builds on and cites.
/// Concepts are ordered by role, strongest first, then by id. The bytes depend only on the graph. UTF-8, one <c>\n</c> after each object.
/// </summary>
public sealed class JsonLinesExporter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly IReadOnlyList<ConceptRole> Roles = Enum.GetValues<ConceptRole>();

    private readonly GraphReading _graph;

    /// <summary>Creates an exporter for a graph.</summary>
    public JsonLinesExporter(IPropertyGraph graph) => _graph = new GraphReading(graph);

    /// <summary>Writes all papers.</summary>
    public void Write(Stream output, CancellationToken cancellationToken)
    {
        using var writer = new Utf8JsonWriter(output, Options);
        foreach (var paper in _graph.NodesById(GraphSchema.Labels.Paper))
        {
            cancellationToken.ThrowIfCancellationRequested();
            WritePaper(writer, paper);
            writer.Flush();
            writer.Reset();
            output.WriteByte((byte)'\n');
        }
    }

    private void WritePaper(Utf8JsonWriter writer, int paper)
    {
        writer.WriteStartObject();
        WriteText(writer, "id", _graph.Property(paper, GraphSchema.Keys.Id));
        WriteText(writer, "source_id", _graph.Property(paper, GraphSchema.Keys.SourceId));
        WriteText(writer, "title", _graph.Property(paper, GraphSchema.Keys.Title));
        if (_graph.Property(paper, GraphSchema.Keys.Year) is { IsInteger: true } year)
        {
            writer.WriteNumber("year", year.AsInteger());
        }

        WriteText(writer, "abstract", _graph.Property(paper, GraphSchema.Keys.Abstract));
        WriteConcepts(writer, paper);
        WriteResults(writer, paper);
        WriteIds(writer, "builds_on", paper, GraphSchema.Types.BuildsOn);
        WriteIds(writer, "cites", paper, GraphSchema.Types.Cites);
        writer.WriteEndObject();
    }

    private void WriteConcepts(Utf8JsonWriter writer, int paper)
    {
        writer.WriteStartArray("concepts");
        foreach (var role in Roles)
        {
            foreach (var (relationship, concept) in _graph.Outgoing(paper, role.ToRelationshipType(), GraphSchema.Labels.Concept))
            {
                WriteConcept(writer, role, relationship, concept);
            }
        }

        writer.WriteEndArray();
    }

    private void WriteConcept(Utf8JsonWriter writer, ConceptRole role, int relationship, int concept)
    {
        writer.WriteStartObject();
        WriteText(writer, "id", _graph.Property(concept, GraphSchema.Keys.Id));
        WriteText(writer, "name", _graph.Property(concept, GraphSchema.Keys.Name));
        WriteTexts(writer, "surface", _graph.RelationshipProperty(relationship, GraphSchema.Keys.Surface));
        var types = _graph.ConceptTypes(concept);
        writer.WriteString("type", types[0]);
        writer.WriteStartArray("types");
        types.ForEach(writer.WriteStringValue);
        writer.WriteEndArray();
        writer.WriteString("role", role.ToExportName());
        WriteNumber(writer, "confidence", _graph.RelationshipProperty(relationship, GraphSchema.Keys.Confidence));
        WriteText(writer, "evidence", _graph.RelationshipProperty(relationship, GraphSchema.Keys.Evidence));
        WriteText(writer, "field", _graph.RelationshipProperty(relationship, GraphSchema.Keys.Field));
        WriteNumber(writer, "start", _graph.RelationshipProperty(relationship, GraphSchema.Keys.Start));
        WriteNumber(writer, "end", _graph.RelationshipProperty(relationship, GraphSchema.Keys.End));
        WriteText(writer, "by", _graph.RelationshipProperty(relationship, GraphSchema.Keys.By));
        writer.WriteEndObject();
    }

    private void WriteResults(Utf8JsonWriter writer, int paper)
    {
        writer.WriteStartArray("results");
        foreach (var (relationship, concept) in _graph.Outgoing(paper, GraphSchema.Types.Reports, GraphSchema.Labels.Concept))
        {
            writer.WriteStartObject();
            WriteText(writer, "on", _graph.Property(concept, GraphSchema.Keys.Id));
            WriteNumber(writer, "value", _graph.RelationshipProperty(relationship, GraphSchema.Keys.Value));
            WriteText(writer, "unit", _graph.RelationshipProperty(relationship, GraphSchema.Keys.Unit));
            WriteText(writer, "metric", _graph.RelationshipProperty(relationship, GraphSchema.Keys.Metric));
            WriteNumber(writer, "delta", _graph.RelationshipProperty(relationship, GraphSchema.Keys.Delta));
            WriteText(writer, "of", _graph.RelationshipProperty(relationship, GraphSchema.Keys.Of));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteIds(Utf8JsonWriter writer, string name, int paper, string type)
    {
        writer.WriteStartArray(name);
        foreach (var (_, other) in _graph.Outgoing(paper, type, GraphSchema.Labels.Paper))
        {
            writer.WriteStringValue(_graph.Property(other, GraphSchema.Keys.Id).AsString());
        }

        writer.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, GraphValue value)
    {
        if (value.IsString)
        {
            writer.WriteString(name, value.AsString());
        }
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, GraphValue values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values.IsNull ? [] : values.AsList())
        {
            writer.WriteStringValue(value.AsString());
        }

        writer.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, GraphValue value)
    {
        if (value.IsInteger)
        {
            writer.WriteNumber(name, value.AsInteger());
        }
        else if (value.IsFloat)
        {
            writer.WriteNumber(name, value.AsFloat());
        }
    }
}
