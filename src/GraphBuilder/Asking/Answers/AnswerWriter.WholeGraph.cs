using Stemma.GraphBuilder.Asking.Names;
using Stemma.GraphBuilder.Asking.Querying;
using Stemma.GraphBuilder.Asking.Questions;
using Stemma.GraphModel;

namespace Stemma.GraphBuilder.Asking.Answers;

/// <content>Sentences about the whole graph and about word searches, and sentences that quote.</content>
internal static partial class AnswerWriter
{
    /// <summary>The sentence for the most named concepts, most cited papers or most prolific authors of the whole graph.</summary>
    public static string Rank(AskedNames asked, string label, FoundRows found)
    {
        var nouns = label.ToLowerInvariant() + "s";
        return (asked.Question.AsksCount && found.Rows.Count > 0 ? $"{Count(found.Total, $"{nouns[..^1]} is", $"{nouns} are")} in this graph{Limits(asked.Question.Filters)}. " : "") + Ranked(asked, label, found);
    }

    private static string Ranked(AskedNames asked, string label, FoundRows found)
    {
        var (when, order) = (Limits(asked.Question.Filters), asked.Question.Filters.Order);
        if (label == GraphSchema.Labels.Author)
        {
            return found.Rows.Count == 0 ? $"No author has a paper in this graph{when}." : $"The authors of most papers in this graph{when} are {WithPapers(found)}. {NamesAlone}";
        }

        if (label != GraphSchema.Labels.Paper)
        {
            var noun = label.ToLowerInvariant() + "s";
            var which = order switch { RowOrder.Newest => $"newest {noun}", RowOrder.Oldest => $"oldest {noun}", _ => $"{noun} that most papers name" };
            var begin = asked.Question.Kind == QuestionKind.MostIntroduced ? $"{Count(found.Total, $"{noun[..^1]} is", $"{noun} are")} introduced{when}; those that most papers name are" : $"The {which}{when} are";
            return Concepts(found.Rows, Math.Min(asked.Question.Filters.Top ?? FewTold, found.Rows.Count), begin, $"No {label.ToLowerInvariant()} is in this graph{when}.", asked.Question.Filters.Top);
        }

        if (found.Rows.Count == 0)
        {
            return $"No paper is in this graph{when}.";
        }

        var titles = Join([.. found.Rows.Take(3).Select(Title)], "and");
        return order switch
        {
            RowOrder.Newest => $"The newest papers{when} are {titles}.",
            RowOrder.Oldest => $"The oldest papers{when} are {titles}.",
            _ => Uncited(asked, found.Rows).Length == 0
                ? $"The most cited papers{when} are {titles}."
                : $"This graph knows of no citations. The papers{when} on whose methods and data most others build are {titles}.",
        };
    }

    /// <summary>A remark that the order is not by citations, if papers were asked for by citations and the first has none.</summary>
    private static string Uncited(AskedNames asked, IReadOnlyList<AskRow> rows) =>
        asked.Question.Filters.Order == RowOrder.MostCited && rows.Count > 0
        && !(rows[0].Node.Properties.TryGetValue(GraphSchema.Keys.CitedByCount, out var cited) && cited.IsNumber && cited.AsNumber() > 0)
            ? $" This graph knows of no citations of them, so they stand by how much is built on what they introduce."
            : "";

    /// <summary>The sentence for papers found by full-text search because the words name no concept, or the concept gave no rows.</summary>
    /// <param name="asked">The words.</param>
    /// <param name="found">The papers.</param>
    /// <param name="before">The sentence that explains why names gave no rows; empty if the question asked for words, null if nothing has the name.</param>
    public static string Worded(AskedNames asked, FoundRows found, string? before)
    {
        var have = $"{Count(found.Total, "paper has", "papers have")} {WordsOf(asked.Main.Name)} {(before is "" ? $"“{asked.Main.Name}” " : "")}in the title or abstract{Limits(asked.Question.Filters)}";
        var first = Join([.. found.Rows.Take(3).Select(Title)], "and");
        return $"{before ?? $"Nothing in this graph is named “{asked.Main.Name}”."} {have}{(found.Total <= 3 ? ": " : found.Rows.Count == 1 ? "; the first is " : "; the first are ")}{first}. What they do with them is not read.".TrimStart();
    }

    /// <summary>"The word" or "the words", for a text that papers are searched for.</summary>
    public static string WordsOf(string name) => name.Contains(' ', StringComparison.Ordinal) ? "the words" : "the word";

    /// <summary>A remark for papers that do not use something: an abstract that does not name it may still use it.</summary>
    private static string Unread(AskedNames asked, IReadOnlyList<AskRow> rows) => asked.Question.Without is { Kind: QuestionKind.Uses } && !asked.Plan.GivesConcepts && rows.Count > 0
        ? " Only titles and abstracts are read: what they do not name may still be used."
        : "";

    /// <summary>The quoted sentence that defines a concept.</summary>
    private static string Told(IReadOnlyList<AskRow> rows) => rows.Count == 0 || rows[0].Evidence is not { } evidence ? ""
        : rows[0].Relation == GraphSchema.Types.Introduces ? $" Its paper says: “{evidence}”" : rows[0].Tells ? $" {Title(rows[0])} says: “{evidence}”"
        : $" No abstract here says what it is; {Title(rows[0])} names it: “{evidence}”";
}
