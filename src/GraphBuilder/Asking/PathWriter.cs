using Stemma.GraphAnalysis.Lineage;
using Stemma.GraphModel;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking;

/// <summary>Says in one sentence how two concepts are connected.</summary>
internal static class PathWriter
{
    /// <summary>The sentence for the best path and the papers that name both.</summary>
    /// <param name="from">The first concept.</param>
    /// <param name="to">The second.</param>
    /// <param name="paths">Ways between them, best first.</param>
    /// <param name="common">The best papers that name both, each as a way of two steps.</param>
    /// <param name="papers">How many such papers there are.</param>
    public static string Write(GraphNode from, GraphNode to, IReadOnlyList<LineagePath> paths, IReadOnlyList<LineagePath> common, int papers)
    {
        var (first, last) = (AskedNames.NameOf(from), AskedNames.NameOf(to));
        var both = (papers, common.Count) switch
        {
            (0, _) => "",
            (_, 0) => Count(papers),
            (1, _) => Roles(common[0]),
            _ => $"{Count(papers)}: {Roles(common[0])}",
        };
        return (paths.Count, papers) switch
        {
            (0, 0) => $"Nothing in this graph connects {first} and {last}.",
            (0, _) => $"No lineage connects {first} and {last}, but {both}.",
            (_, 0) => $"{first} and {last} are connected: {string.Join("; ", Steps(paths[0]))}.",
            _ => $"{first} and {last} are connected: {string.Join("; ", Steps(paths[0]))}; and {both}.",
        };
    }

    /// <summary>The sentence for two that are to be told apart: the papers that name both, and that only they can say how the two differ.</summary>
    /// <param name="from">The first concept.</param>
    /// <param name="to">The second.</param>
    /// <param name="direct">The relation of the two where one descends from the other, else null.</param>
    /// <param name="best">The paper that tells most of both, as a way of two steps.</param>
    /// <param name="papers">How many papers name both.</param>
    public static string Contrast(GraphNode from, GraphNode to, LineagePath? direct, LineagePath best, int papers) =>
        $"{(papers == 1 ? "One paper names" : $"{papers} papers name")} both {AskedNames.NameOf(from)} and {AskedNames.NameOf(to)}: {Roles(best)}. "
        + (direct is null ? "" : string.Join("; ", Steps(direct)) + ". ")
        + $"{Standing(from)}, {Standing(to)}. What they found stands in their sentences.";

    /// <summary>How much a concept is named here, and since when.</summary>
    private static string Standing(GraphNode node) => $"{Name(node)} is named by {AnswerWriter.Count(AskedNames.PapersOf(node), "paper", "papers")}{(node.Properties.TryGetValue(GraphSchema.Keys.FirstYear, out var year) && year.IsInteger ? $" since {year.AsInteger()}" : "")}";

    /// <summary>The sentence that says yes, with what shows it.</summary>
    public static string Affirm(GraphNode from, GraphNode to, QuestionKind claim, AskRow shown)
    {
        var source = shown.Node.Labels.Contains(GraphSchema.Labels.Paper) ? $" ({AnswerWriter.Title(shown)})" : "";
        return $"Yes, {AskedNames.NameOf(from)} {Claimed(claim)} {AskedNames.NameOf(to)}: “{shown.Evidence}”{source}";
    }

    /// <summary>The sentence before what else is known where nothing says yes; empty where nothing was claimed.</summary>
    public static string Deny(GraphNode from, GraphNode to, QuestionKind? claim) =>
        claim is { } said ? $"No abstract here says that {AskedNames.NameOf(from)} {Claimed(said)} {AskedNames.NameOf(to)}. " : "";

    private static string Claimed(QuestionKind claim) => claim == QuestionKind.Uses ? "uses" : "builds on";

    private static string Count(int papers) => papers == 1 ? "one paper names both" : $"{papers} papers name both";

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
