using Stemma.GraphAnalysis.Lineage;

namespace Stemma.GraphBuilder.Cli.Output;

/// <summary>The output formats for lineages.</summary>
internal static class LineageFormat
{
    /// <summary>Their names, the default first.</summary>
    public static IReadOnlyList<string> Names { get; } = ["tree", "json", "dot"];

    /// <summary>Writes a lineage to standard output.</summary>
    public static void Write(string name, Lineage lineage, LineageDirection direction, CommandConsole console)
    {
        switch (name)
        {
            case "json":
                LineageJson.Write(console.ResultBytes, lineage);
                break;
            case "dot":
                LineageDot.Write(console.Results, lineage);
                break;
            default:
                new LineageTree(console.Results, lineage, direction).Write();
                break;
        }
    }
}
