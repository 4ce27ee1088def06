using System.Globalization;
using Stemma.GraphAnalysis.Lineage;
using Stemma.GraphBuilder.Asking.Names;
using Stemma.GraphBuilder.Asking.Querying;
using Stemma.GraphBuilder.Asking.Questions;
using Stemma.GraphModel;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking.Answers;

/// <summary>Writes the sentence that tells how two concepts are connected.</summary>
internal static class PathWriter
{
    /// <summary>The sentence for the best path and the papers that name both.</summary>
    /// <param name="from">The first concept.</param>
    /// <param name="to">The second.</param>
    /// <param name="paths">Paths between them, best first.</param>
    /// <param name="common">The best papers that name both, each as a path of two hops.</param>
    /// <param name="papers">Number of such papers.</param>
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

    /// <summary>The sentence that affirms a claim, or hedges it if the best reading is not confident, with its evidence.</summary>
    /// <param name="from">The first concept.</param>
    /// <param name="to">The second.</param>
    /// <param name="claim">The claim asked about.</param>
    /// <param name="shown">The rows that support it.</param>
    /// <param name="against">Number of papers that claim the reverse.</param>
    public static string Affirm(GraphNode from, GraphNode to, QuestionKind claim, FoundRows shown, int against)
    {
        var (first, second, best) = (AskedNames.NameOf(from), AskedNames.NameOf(to), shown.Rows[0]);
        if (claim == QuestionKind.Outperforms)
        {
            return $"{AnswerWriter.Count(shown.Total, "paper says", "papers say")} that {first}, or what they make of it, does better than {second}{(against == 0 ? "" : $", and {AnswerWriter.Count(against, "says", "say")} the reverse")}: {Quoted(best)} "
                + "It holds for what they measured; the sentences tell where.";
        }

        return best.Confidence >= AskQueries.MinDescentConfidence
            ? $"Yes, {first} {Claimed(claim)} {second}: {Quoted(best)}"
            : $"Perhaps {first} {Claimed(claim)} {second}; the reading is not sure: {Quoted(best)}";
    }

    /// <summary>The sentence for a claim of which only the reverse is known.</summary>
    public static string Reverse(GraphNode from, GraphNode to, QuestionKind claim, FoundRows shown) => claim == QuestionKind.Outperforms
        ? $"No abstract here says that {AskedNames.NameOf(from)} does better than {AskedNames.NameOf(to)}, and {AnswerWriter.Count(shown.Total, "says", "say")} the reverse, of {AskedNames.NameOf(to)} or what they make of it: {Quoted(shown.Rows[0])}"
        : $"It is the other way round: {AskedNames.NameOf(to)} {Claimed(claim)} {AskedNames.NameOf(from)}: {Quoted(shown.Rows[0])}";

    /// <summary>The sentence that precedes the other findings if nothing supports the claim. An abstract that does not state a claim does not deny it.</summary>
    /// <param name="from">The first concept.</param>
    /// <param name="to">The second.</param>
    /// <param name="claim">The claim asked about.</param>
    /// <param name="introducing">The paper that introduces the first concept, or null if none is in the graph.</param>
    public static string NoEvidence(GraphNode from, GraphNode to, QuestionKind claim, AskRow? introducing)
    {
        var (first, second) = (AskedNames.NameOf(from), AskedNames.NameOf(to));
        var why = (claim, introducing) switch
        {
            (QuestionKind.Outperforms, _) => "no abstract in it says so",
            (_, null) => "no paper that introduces the first is in it, and no other abstract says so",
            (_, { } paper) => $"the abstract of {AnswerWriter.Title(paper)}, which introduces the first, does not say so, and no full texts are read",
        };
        return $"The graph does not tell whether {first} {Claimed(claim)} {second}: {why}. ";
    }

    private static string Quoted(AskRow row) => $"“{row.Evidence}”{(row.Node.Labels.Contains(GraphSchema.Labels.Paper) ? $" ({AnswerWriter.Title(row)})" : "")}";

    private static string Claimed(QuestionKind claim) => claim switch
    {
        QuestionKind.Uses => "uses",
        QuestionKind.Outperforms => "does better than",
        _ => "builds on",
    };

    private static string Count(int papers) => papers == 1 ? "one paper names both" : $"{AnswerWriter.Number(papers)} papers name both";

    /// <summary>The hops of a path as clauses: A builds on B.</summary>
    public static IEnumerable<string> Steps(LineagePath path)
    {
        for (var hop = 0; hop < path.Relationships.Count; hop++)
        {
            var (here, next, relationship) = (path.Nodes[hop], path.Nodes[hop + 1], path.Relationships[hop]);
            var (start, end) = relationship.StartElementId == here.ElementId ? (here, next) : (next, here);
            var verb = relationship.Type == GraphSchema.Types.VariantOf ? "is a variant of" : "builds on";
            yield return $"{Name(start)} {verb} {Name(end)}{ConfidenceNote(relationship)}";
        }
    }

    /// <summary>The confidence of a hop, if it is less than <see cref="AnswerWriter.LessSure"/>.</summary>
    private static string ConfidenceNote(GraphRelationship relationship) =>
        relationship.Properties.TryGetValue(GraphSchema.Keys.Confidence, out var confidence) && confidence.IsNumber && confidence.AsNumber() < AnswerWriter.LessSure
            ? string.Create(CultureInfo.InvariantCulture, $" (less sure, {confidence.AsNumber():P0})")
            : "";

    /// <summary>The roles of one paper towards the two: “Title” builds on A and compares with B.</summary>
    public static string Roles(LineagePath path)
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
