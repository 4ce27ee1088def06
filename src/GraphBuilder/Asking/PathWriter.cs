using Stemma.GraphAnalysis.Lineage;
using Stemma.GraphModel;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking;

/// <summary>Says in one sentence how two concepts are connected.</summary>
internal static class PathWriter
{
    /// <summary>The sentence for the best path, with the number of further ones and of papers that name both.</summary>
    public static string Write(GraphNode from, GraphNode to, IReadOnlyList<LineagePath> paths, IReadOnlyList<LineagePath> common)
    {
        var (first, last) = (AskedNames.NameOf(from), AskedNames.NameOf(to));
        var papers = common.Select(path => path.Nodes[1].ElementId).Distinct(StringComparer.Ordinal).Count();
        var both = papers switch
        {
            0 => "",
            1 => Roles(common[0]),
            _ => $"{papers} papers name both: {Roles(common[0])}",
        };
        return (paths.Count, papers) switch
        {
            (0, 0) => $"Nothing in this graph connects {first} and {last}.",
            (0, _) => $"No lineage connects {first} and {last}, but {both}.",
            (_, 0) => $"{first} and {last} are connected: {string.Join("; ", Steps(paths[0]))}.",
            _ => $"{first} and {last} are connected: {string.Join("; ", Steps(paths[0]))}; and {both}.",
        };
    }

    private static IEnumerable<string> Steps(LineagePath path)
    {
        for (var hop = 0; hop < path.Relationships.Count; hop++)
        {
            var (here, next, relationship) = (path.Nodes[hop], path.Nodes[hop + 1], path.Relationships[hop]);
            var (start, end) = relationship.StartElementId == here.ElementId ? (here, next) : (next, here);
            var verb = relationship.Type == GraphSchema.Types.VariantOf ? "is a variant of" : "builds on";
            yield return $"{Name(start)} {verb} {Name(end)}";
        }
    }

    /// <summary>What one paper has to do with the two: “Title” builds on A and compares with B.</summary>
    private static string Roles(LineagePath path)
    {
        var (first, second) = (Verb(path.Relationships[0].Type), Verb(path.Relationships[1].Type));
        return first == second
            ? $"“{Name(path.Nodes[1])}” {first} both"
            : $"“{Name(path.Nodes[1])}” {first} {Name(path.Nodes[0])} and {second} {Name(path.Nodes[2])}";
    }

    private static string Verb(string type) => type switch
    {
        GraphSchema.Types.Introduces => "introduces",
        GraphSchema.Types.BuildsOn => "builds on",
        GraphSchema.Types.ComparesWith => "compares with",
        GraphSchema.Types.EvaluatesOn => "evaluates on",
        GraphSchema.Types.Uses => "uses",
        _ => "names",
    };

    private static string Name(GraphNode node) => node.Properties[GraphSchema.Keys.Name].AsString();
}
