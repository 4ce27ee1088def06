using Stemma.GraphModel;
using Stemma.GraphModel.Values;

namespace Stemma.GraphApi.Wire;

/// <summary>Turns detached entities into their views.</summary>
internal static class EntityViews
{
    private static readonly HashSet<string> Facts = new(StringComparer.Ordinal)
    {
        GraphSchema.Types.Cites, GraphSchema.Types.Wrote, GraphSchema.Types.PublishedIn,
    };

    /// <summary>The stable id of a node; its element id if it has none (created by hand on a server).</summary>
    public static string IdOf(GraphNode node) => Text(node.Properties, GraphSchema.Keys.Id) ?? node.ElementId;

    /// <summary>Describes a node.</summary>
    public static NodeView Describe(GraphNode node, int degree)
    {
        var types = node.Labels.Where(label => label != GraphSchema.Labels.Concept)
            .OrderBy(label => TypeOrder(label)).ToArray();
        var name = Text(node.Properties, GraphSchema.Keys.Name) ?? IdOf(node);
        var year = Integer(node.Properties, GraphSchema.Keys.Year) ?? Integer(node.Properties, GraphSchema.Keys.FirstYear);
        return new NodeView(
            IdOf(node), node.ElementId, types.FirstOrDefault() ?? GraphSchema.Labels.Concept, types, ShortNames.Of(node, name), name,
            year, Integer(node.Properties, GraphSchema.Keys.PaperCount), Number(node.Properties, GraphSchema.Keys.Rank), degree);
    }

    /// <summary>Describes a relationship whose end nodes are known.</summary>
    public static EdgeView Describe(GraphRelationship edge, GraphNode start, GraphNode end) =>
        new(
            edge.ElementId, IdOf(start), IdOf(end), edge.Type,
            Number(edge.Properties, GraphSchema.Keys.Confidence),
            edge.Properties.ContainsKey(GraphSchema.Keys.Via) || edge.Properties.ContainsKey(GraphSchema.Keys.Papers),
            Text(edge.Properties, GraphSchema.Keys.Via),
            Integer(edge.Properties, GraphSchema.Keys.Papers),
            Facts.Contains(edge.Type) ? null : EvidenceReader.Read(edge.Properties, start));

    /// <summary>Describes a paper in one line.</summary>
    public static PaperBrief Brief(GraphNode paper) =>
        new(IdOf(paper), Text(paper.Properties, GraphSchema.Keys.Title) ?? IdOf(paper), Integer(paper.Properties, GraphSchema.Keys.Year));

    /// <summary>A text property, or null.</summary>
    public static string? Text(IReadOnlyDictionary<string, GraphValue> properties, string key) =>
        properties.TryGetValue(key, out var value) && value.IsString ? value.AsString() : null;

    /// <summary>A whole number property, or null.</summary>
    public static int? Integer(IReadOnlyDictionary<string, GraphValue> properties, string key) =>
        properties.TryGetValue(key, out var value) && value.IsInteger ? (int)value.AsInteger() : null;

    /// <summary>A number property, or null.</summary>
    public static double? Number(IReadOnlyDictionary<string, GraphValue> properties, string key) =>
        properties.TryGetValue(key, out var value) && value.IsNumber ? value.AsNumber() : null;

    /// <summary>A property that is a list of strings; empty where absent.</summary>
    public static IReadOnlyList<string> Strings(IReadOnlyDictionary<string, GraphValue> properties, string key) =>
        properties.TryGetValue(key, out var value) && value.Kind == GraphValueKind.List
            ? [.. value.AsList().Where(item => item.IsString).Select(item => item.AsString())]
            : [];

    private static int TypeOrder(string label)
    {
        var at = GraphSchema.Labels.ConceptTypes.ToList().IndexOf(label);
        return at < 0 ? int.MaxValue : at;
    }
}
