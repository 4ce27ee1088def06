using Stemma.GraphAnalysis.Lineage;
using Stemma.GraphModel;

namespace Stemma.GraphBuilder.Cli.Output;

/// <summary>Writes a lineage for Graphviz: oldest at the left, variants dashed, arcs implied by a longer path dotted.</summary>
internal static class LineageDot
{
    /// <summary>Writes it.</summary>
    public static void Write(TextWriter writer, Lineage lineage)
    {
        writer.WriteLine("digraph lineage {");
        writer.WriteLine("  rankdir=RL;");
        writer.WriteLine("  node [shape=box, fontname=\"sans-serif\"];");
        foreach (var node in lineage.Nodes)
        {
            var label = node.Year is { } year ? $"{node.Name}\n{year}" : node.Name;
            writer.WriteLine($"  {Quote(node.Id)} [label={Quote(label)}{(node.Id == lineage.Focus ? ", penwidth=2" : "")}];");
        }

        foreach (var arc in lineage.Arcs)
        {
            var style = arc.IsImplied ? "dotted" : arc.Relationship.Type == GraphSchema.Types.VariantOf ? "dashed" : "solid";
            writer.WriteLine($"  {Quote(arc.From)} -> {Quote(arc.To)} [style={style}, tooltip={Quote(arc.Evidence ?? arc.Relationship.Type)}];");
        }

        writer.WriteLine("}");
    }

    private static string Quote(string text) => $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n")}\"";
}
