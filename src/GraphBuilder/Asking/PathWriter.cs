using Stemma.GraphAnalysis.Lineage;
using Stemma.GraphModel;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking;

/// <summary>Says in one sentence how two concepts are connected.</summary>
internal static class PathWriter
{
    /// <summary>The sentence for the best path, with the number of further ones.</summary>
    public static string Write(GraphNode from, GraphNode to, IReadOnlyList<LineagePath> paths, bool byLineage)
    {
        var (first, last) = (AskedNames.NameOf(from), AskedNames.NameOf(to));
        if (paths.Count == 0)
        {
            return $"Nothing in this graph connects {first} and {last}.";
        }

        var more = paths.Count == 1 ? "" : $" ({paths.Count - 1} more {(paths.Count == 2 ? "way" : "ways")})";
        return byLineage
            ? $"{first} and {last} are connected: {string.Join("; ", Steps(paths[0]))}{more}."
            : $"No lineage connects {first} and {last}, but “{Name(paths[0].Nodes[1])}” names both{more}.";
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

    private static string Name(GraphNode node) => node.Properties[GraphSchema.Keys.Name].AsString();
}
