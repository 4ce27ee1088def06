using Stemma.GraphAnalysis.Lineage;
using Stemma.GraphBuilder.Asking.Names;
using Stemma.GraphModel;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking.Answers;

/// <summary>What the graph knows of one of two contrasted concepts.</summary>
/// <param name="Concept">The concept.</param>
/// <param name="Introducing">The paper that introduces it, or null.</param>
/// <param name="Bases">What it builds on, best supported first.</param>
/// <param name="Tasks">Tasks of papers that introduce, build on or use it, most papers first.</param>
/// <param name="Data">Datasets and benchmarks of papers that introduce it or build on it, most papers first.</param>
internal sealed record ContrastFacts(GraphNode Concept, AskRow? Introducing, IReadOnlyList<AskRow> Bases, IReadOnlyList<AskRow> Tasks, IReadOnlyList<AskRow> Data);

/// <summary>Writes the sentences that contrast two concepts: origin and basis of each, what they are used for and evaluated on, and the papers that compare them.</summary>
internal static class ContrastWriter
{
    /// <summary>Maximum number of tasks, and of datasets and benchmarks, of one concept.</summary>
    private const int FewTold = 3;

    /// <summary>What is among this many of the most frequent of both is told as common.</summary>
    private const int Frequent = 10;

    /// <summary>The sentences.</summary>
    /// <param name="first">What is known of the first concept.</param>
    /// <param name="second">What is known of the second.</param>
    /// <param name="direct">The relationship of the two as a path of one hop, if one descends from the other; otherwise null.</param>
    /// <param name="best">The paper most informative about both, as a path of two hops.</param>
    /// <param name="papers">Number of papers that name both.</param>
    public static string Write(ContrastFacts first, ContrastFacts second, LineagePath? direct, LineagePath best, int papers)
    {
        string?[] sentences =
        [
            Origin(first, second),
            Origin(second, first),
            direct is null ? null : $"{string.Join("; ", PathWriter.Steps(direct))}.",
            Apart(first, second, facts => facts.Tasks, "address"),
            Apart(first, second, facts => facts.Data, "are evaluated on"),
            $"{(papers == 1 ? "One paper names" : $"{AnswerWriter.Number(papers)} papers name")} both{(papers == 1 ? "" : ", those that compare them first")}: {PathWriter.Roles(best)}. What they found stands in their sentences.",
        ];
        return string.Join(' ', sentences.OfType<string>());
    }

    /// <summary>Who introduced a concept and when, how long and how often this graph names it, and what it builds on; the other concept, whose relation is told apart, is left out.</summary>
    private static string Origin(ContrastFacts facts, ContrastFacts other)
    {
        var known = AnswerWriter.OriginOf(facts.Concept);
        var since = known is null && facts.Concept.Properties.TryGetValue(GraphSchema.Keys.FirstYear, out var year) && year.IsInteger ? $" since {year.AsInteger()}" : "";
        var origin = facts.Introducing is { } paper ? $"was introduced by {AnswerWriter.Title(paper)} and is" : known is null ? "is" : $"was {known}, and is";
        var bases = facts.Bases.Where(row => row.Id != AskedNames.IdOf(other.Concept)).Take(FewTold).Select(row => row.Title).ToList();
        return $"{AskedNames.NameOf(facts.Concept)} {origin} named in this graph by {AnswerWriter.Count(AskedNames.PapersOf(facts.Concept), "paper", "papers")}{since}"
            + (bases.Count == 0 ? "." : $"; it builds on {AnswerWriter.Join(bases, "and")}.");
    }

    /// <summary>The most frequent tasks or data of each, and what is frequent with both; null if either has none.</summary>
    private static string? Apart(ContrastFacts first, ContrastFacts second, Func<ContrastFacts, IReadOnlyList<AskRow>> those, string verb)
    {
        var (one, two) = (those(first), those(second));
        if (one.Count == 0 || two.Count == 0)
        {
            return null;
        }

        var common = one.Take(Frequent).Where(row => two.Take(Frequent).Any(other => other.Id == row.Id)).ToList();
        var (own, others) = (Told(one.Except(common)), Told(two.ExceptBy(common.Select(row => row.Id), row => row.Id)));
        var both = common.Count == 0 ? "" : $"Papers on either {verb} {AnswerWriter.Join([.. common.Take(FewTold).Select(row => row.Title)], "and")}";
        return (both.Length, own.Length, others.Length) switch
        {
            (0, _, _) => $"Papers on {Name(first)} most often {verb} {own}, those on {Name(second)} {others}.",
            (_, 0, 0) => $"{both}.",
            (_, 0, _) => $"{both}, those on {Name(second)} also {others}.",
            (_, _, 0) => $"{both}, those on {Name(first)} also {own}.",
            _ => $"{both}, those on {Name(first)} also {own}, those on {Name(second)} also {others}.",
        };
    }

    private static string Told(IEnumerable<AskRow> rows) => AnswerWriter.Join([.. rows.Take(FewTold).Select(row => row.Title)], "and");

    private static string Name(ContrastFacts facts) => facts.Concept.Properties[GraphSchema.Keys.Name].AsString();
}
