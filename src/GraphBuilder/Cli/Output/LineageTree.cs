using Stemma.GraphAnalysis.Lineage;
using Stemma.GraphModel;

namespace Stemma.GraphBuilder.Cli.Output;

/// <summary>
/// Writes a lineage as two trees from its focus, ancestors and descendants. A node with several parents is expanded at its first occurrence and only named at the others;
/// arcs implied by a longer path are omitted.
/// </summary>
/// <param name="writer">Destination.</param>
/// <param name="lineage">The lineage.</param>
/// <param name="direction">The directions that were followed.</param>
internal sealed class LineageTree(TextWriter writer, Lineage lineage, LineageDirection direction)
{
    private readonly Dictionary<string, LineageNode> _nodes = lineage.Nodes.ToDictionary(node => node.Id, StringComparer.Ordinal);

    /// <summary>Writes it.</summary>
    public void Write()
    {
        var arcs = lineage.Arcs.Where(arc => !arc.IsImplied).ToList();
        var ancestors = arcs.Where(arc => _nodes[arc.To].Depth < 0).ToLookup(arc => arc.From);
        var descendants = arcs.Where(arc => _nodes[arc.From].Depth > 0).ToLookup(arc => arc.To);
        writer.WriteLine(Describe(_nodes[lineage.Focus]));
        WriteSide("builds on", ancestors, arc => arc.To, isLast: !descendants[lineage.Focus].Any());
        WriteSide("is built on by", descendants, arc => arc.From, isLast: true);
        if (arcs.Count == 0)
        {
            writer.WriteLine($"{Nothing()} is in the graph");
        }
    }

    private string Nothing() => direction switch
    {
        LineageDirection.Ancestors => "nothing that it builds on",
        LineageDirection.Descendants => "nothing that builds on it",
        _ => "nothing that it builds on, and nothing that builds on it,",
    };

    private void WriteSide(string title, ILookup<string, LineageArc> arcs, Func<LineageArc, string> next, bool isLast)
    {
        if (!arcs[lineage.Focus].Any())
        {
            return;
        }

        writer.WriteLine($"{(isLast ? "└─" : "├─")} {title}");
        WriteBranches(lineage.Focus, arcs, next, isLast ? "   " : "│  ", new HashSet<string>(StringComparer.Ordinal));
    }

    private void WriteBranches(string id, ILookup<string, LineageArc> arcs, Func<LineageArc, string> next, string indent, HashSet<string> unfolded)
    {
        // Best-supported first; the remaining keys only make the order deterministic. Two nodes may be connected by several arcs of different types.
        var branches = arcs[id].OrderByDescending(arc => arc.Papers).ThenByDescending(arc => arc.Confidence).ThenBy(next, StringComparer.Ordinal)
            .GroupBy(next).Select(branch => branch.ToList()).ToList();
        for (var at = 0; at < branches.Count; at++)
        {
            var isLast = at == branches.Count - 1;
            var node = _nodes[next(branches[at][0])];
            var again = !unfolded.Add(node.Id) && arcs[node.Id].Any();
            writer.WriteLine($"{indent}{(isLast ? "└─" : "├─")} {Describe(node)}{Describe(branches[at])}{(again ? " (see above)" : "")}");
            if (!again)
            {
                WriteBranches(node.Id, arcs, next, indent + (isLast ? "   " : "│  "), unfolded);
            }
        }
    }

    private static string Describe(LineageNode node) => node.Year is { } year ? $"{node.Name} ({year})" : node.Name;

    private static string Describe(List<LineageArc> branch)
    {
        var variants = branch.Count(arc => arc.Relationship.Type == GraphSchema.Types.VariantOf);
        var variant = variants == 0 ? "" : variants < branch.Count ? ", also a variant" : ", a variant";
        var papers = branch.Max(arc => arc.Papers) is var count and > 1 ? $", {count:N0} papers" : "";
        return $"{variant}{papers}, {Percent.Of(branch.Max(arc => arc.Confidence))}";
    }
}
