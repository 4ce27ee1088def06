using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilderTests.Linking;

/// <summary>Records what is loaded, in order, and prints it, one line per node or relationship.</summary>
internal sealed class RecordedGraph : IGraphLoader
{
    private readonly List<(string[] Labels, Dictionary<string, GraphValue> Properties)> _nodes = [];
    private readonly List<(string Type, int Start, int End, Dictionary<string, GraphValue> Properties)> _relationships = [];

    public IEnumerable<(string[] Labels, Dictionary<string, GraphValue> Properties)> Nodes => _nodes;

    public int AddNode(ReadOnlySpan<string> labels, ReadOnlySpan<KeyValuePair<string, GraphValue>> properties)
    {
        _nodes.Add((labels.ToArray(), ToMap(properties)));
        return _nodes.Count - 1;
    }

    public int AddRelationship(string type, int start, int end, ReadOnlySpan<KeyValuePair<string, GraphValue>> properties)
    {
        _relationships.Add((type, start, end, ToMap(properties)));
        return _relationships.Count - 1;
    }

    /// <summary>Relationships as <c>from TYPE to</c>, by ids, sorted; of one type or of all.</summary>
    public string[] Arrows(params string[] types) =>
        [.. _relationships.Where(r => types.Length == 0 || types.Contains(r.Type)).Select(r => $"{IdOf(r.Start)} {r.Type} {IdOf(r.End)}").Order(StringComparer.Ordinal)];

    public Dictionary<string, GraphValue> Relationship(string arrow) =>
        _relationships.Single(r => $"{IdOf(r.Start)} {r.Type} {IdOf(r.End)}" == arrow).Properties;

    public Dictionary<string, GraphValue> Node(string id) => _nodes.Single(n => n.Properties["id"].AsString() == id).Properties;

    public string[] LabelsOf(string id) => _nodes.Single(n => n.Properties["id"].AsString() == id).Labels;

    public override string ToString() => string.Join('\n',
        _nodes.Select(n => $"({string.Join(':', n.Labels)} {Print(n.Properties)})")
            .Concat(_relationships.Select(r => $"{r.Start}-{r.Type}->{r.End} {Print(r.Properties)}")));

    private string IdOf(int node) => _nodes[node].Properties["id"].AsString();

    private static string Print(Dictionary<string, GraphValue> properties) =>
        string.Join(", ", properties.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={PrintValue(p.Value)}"));

    private static string PrintValue(GraphValue value) =>
        value.Kind == GraphValueKind.List ? "[" + string.Join('|', value.AsList().Select(PrintValue)) + "]"
        : value.IsString ? value.AsString() : value.IsBoolean ? value.AsBoolean().ToString() : value.AsNumber().ToString();

    private static Dictionary<string, GraphValue> ToMap(ReadOnlySpan<KeyValuePair<string, GraphValue>> properties)
    {
        var map = new Dictionary<string, GraphValue>(StringComparer.Ordinal);
        foreach (var (key, value) in properties)
        {
            map.Add(key, value);
        }

        return map;
    }
}
