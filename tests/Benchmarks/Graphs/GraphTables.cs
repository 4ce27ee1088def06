using System.Text;
using Stemma.Benchmarks.Engines;
using Stemma.GraphModel;
using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;

namespace Stemma.Benchmarks.Graphs;

/// <summary>
/// A graph as tables of ids, names, years and pairs of ids, which the queries use. Abstracts, evidence and the other properties are omitted, so the memory of the engines
/// that load the tables is a lower bound. A node is in the table of the first of <see cref="Labels"/> that it has, because some engines support one label per node.
/// </summary>
/// <param name="Nodes">One table per label.</param>
/// <param name="Relationships">One table for each type and pair of labels.</param>
internal sealed record GraphTables(IReadOnlyList<NodeTable> Nodes, IReadOnlyList<RelationshipTable> Relationships)
{
    private static readonly string[] Labels =
        [GraphSchema.Labels.Paper, GraphSchema.Labels.Concept, GraphSchema.Labels.Author, GraphSchema.Labels.Venue];

    /// <summary>Writes the tables of a graph into a folder.</summary>
    public static GraphTables Write(IPropertyGraph graph, string folder)
    {
        Directory.CreateDirectory(folder);
        var ids = new string[graph.NodeCapacity];
        var labels = new string[graph.NodeCapacity];
        var nodes = WriteNodes(graph, folder, ids, labels);
        return new GraphTables(nodes, WriteRelationships(graph, folder, ids, labels));
    }

    private static List<NodeTable> WriteNodes(IPropertyGraph graph, string folder, string[] ids, string[] labels)
    {
        var (id, name, year) = (graph.PropertyKeys.Find("id"), graph.PropertyKeys.Find("name"), graph.PropertyKeys.Find("year"));
        var tokens = Labels.Select(graph.Labels.Find).ToArray();
        var texts = Labels.Select(_ => new StringBuilder()).ToArray();
        for (var node = 0; node < graph.NodeCapacity; node++)
        {
            var table = Array.FindIndex(tokens, token => token >= 0 && graph.HasLabel(node, token));
            (ids[node], labels[node]) = (graph.NodeProperty(node, id).AsString(), Labels[table]);
            texts[table].Append(Quote(ids[node])).Append(',').Append(Quote(graph.NodeProperty(node, name).AsString()));
            if (HasYear(Labels[table]))
            {
                texts[table].Append(',').Append(graph.NodeProperty(node, year) is { IsInteger: true } value ? value.AsInteger() : null);
            }

            texts[table].Append('\n');
        }

        var tables = new List<NodeTable>();
        foreach (var (label, text) in Labels.Zip(texts).Where(pair => pair.Second.Length > 0))
        {
            tables.Add(new NodeTable(label, $"{label}.csv", HasYear(label)));
            File.WriteAllText(Path.Combine(folder, $"{label}.csv"), text.ToString());
        }

        return tables;
    }

    private static List<RelationshipTable> WriteRelationships(IPropertyGraph graph, string folder, string[] ids, string[] labels)
    {
        var texts = new SortedDictionary<(string Type, string From, string To), StringBuilder>();
        for (var relationship = 0; relationship < graph.RelationshipCapacity; relationship++)
        {
            var (start, end) = (graph.StartOf(relationship), graph.EndOf(relationship));
            var key = (graph.RelationshipTypes.NameOf(graph.TypeOf(relationship)), labels[start], labels[end]);
            if (!texts.TryGetValue(key, out var text))
            {
                texts.Add(key, text = new StringBuilder());
            }

            text.Append(Quote(ids[start])).Append(',').Append(Quote(ids[end])).Append('\n');
        }

        var tables = new List<RelationshipTable>();
        foreach (var ((type, from, to), text) in texts)
        {
            tables.Add(new RelationshipTable(type, from, to, $"{from}-{type}-{to}.csv"));
            File.WriteAllText(Path.Combine(folder, tables[^1].File), text.ToString());
        }

        return tables;
    }

    private static bool HasYear(string label) => label == GraphSchema.Labels.Paper;

    /// <summary>Quoted, on one line, because not every importer accepts line breaks in a field.</summary>
    private static string Quote(string text) => $"\"{text.ReplaceLineEndings(" ").Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
