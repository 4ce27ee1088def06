using System.Globalization;
using Stemma.GraphBuilder.Asking.Names;
using Stemma.GraphBuilder.Asking.Querying;
using Stemma.GraphBuilder.Asking.Questions;
using Stemma.GraphModel;

namespace Stemma.GraphBuilder.Asking.Answers;

/// <content>Sentences about ancestors and successors, and about two names.</content>
internal static partial class AnswerWriter
{
    /// <summary>Claims of descent below this confidence are marked as less sure. The viewer draws dashed lines below the same threshold.</summary>
    public const double LessSure = 0.6;

    /// <summary>The sentence for results of a method on a dataset, or for what two concepts have in common.</summary>
    public static string Pair(AskedNames asked, FoundRows found)
    {
        var (first, second) = (AskedNames.NameOf(asked.Main.Senses[0]), AskedNames.NameOf(asked.Other!.Senses[0]));
        var when = Limits(asked.Question.Filters);
        return (asked.Question.Kind == QuestionKind.ResultsOf ? ResultWriter.WriteOf(found, first, second, asked.Metric, when) : InCommon(found.AllRows, (first, second), when))
            + Senses(asked.Main) + Senses(asked.Other);
    }

    /// <summary>A concept with its number of papers, if more than one, and, for a claim of descent below <see cref="LessSure"/>, its confidence.</summary>
    private static string Told(AskRow row)
    {
        var doubt = IsDescent(row) && row.Confidence < LessSure ? string.Create(CultureInfo.InvariantCulture, $"less sure, {row.Confidence:P0}") : "";
        var support = row.Papers is > 1 ? $"{Number(row.Papers.Value)} papers" : "";
        return (support + doubt).Length == 0 ? row.Title : $"{row.Title} ({support}{(support.Length > 0 && doubt.Length > 0 ? "; " : "")}{doubt})";
    }

    /// <summary>What a concept builds on; hedged if no claim reaches <see cref="AskQueries.MinDescentConfidence"/>.</summary>
    private static string Ancestors(IReadOnlyList<AskRow> rows, int total, (string Concept, string When) name, int? top = null) => Concepts(
        rows, total, rows.Any(row => row.Confidence is null or >= AskQueries.MinDescentConfidence) ? $"{name.Concept} builds on" : $"What {name.Concept} builds on is not sure; it may be", $"Nothing in this graph{name.When} says what {name.Concept} builds on.", top);

    private static string Lineage(IReadOnlyList<AskRow> rows, string name, AskedNames asked)
    {
        var senses = asked.Main.Senses.Select(node => node.ElementId).ToHashSet(StringComparer.Ordinal);
        var ancestry = rows.ToLookup(row => senses.Contains(row.Relationships[0].StartElementId));
        var before = Ancestors([.. ancestry[true]], ancestry[true].Count(), (name, ""));
        return $"{before} {Concepts([.. ancestry[false]], ancestry[false].Count(), "Built on it are", "Nothing in this graph builds on it.")}";
    }

    /// <summary>A remark on the conditions that only papers can meet, which limit related concepts to those that such papers introduce.</summary>
    private static string ByIntroducers(AskedNames asked)
    {
        var papers = PaperLimits(asked.Question.Filters) + (asked.Also is null ? "" : $" that {AlsoVerb(asked.AlsoKind, 2)} {AskedNames.NameOf(asked.Also.Senses[0])}");
        return papers.Length == 0 || asked.Plan.Form is not (AskForm.Ancestors or AskForm.Lineage or AskForm.Successors or AskForm.Variants or AskForm.ComparedTo)
            ? ""
            : $" Only what papers{papers} introduce is counted{(asked.Plan.Form == AskForm.Lineage ? " among what is built on it" : "")}.";
    }

    /// <summary>What came after, oldest first. No text states what replaced what, so the sentence says that too.</summary>
    private static string Successors(FoundRows found, string name, string when)
    {
        if (found.Rows.Count == 0)
        {
            return $"Nothing in this graph{when} builds on {name} or is a variant of it.";
        }

        var told = found.Rows.OrderByDescending(row => row.Papers).Take(FewTold).OrderBy(row => row.Year ?? int.MaxValue)
            .Select(row => row.Year is { } year ? $"{row.Title} ({year}{(row.Confidence < LessSure ? ", less sure" : "")})" : row.Title).ToList();
        var count = found.Total == told.Count ? "" : $", the best known of {Number(found.Total)}";
        return $"After {name} came{when} {Join(told, "and")}{count}, by year. They build on it or are variants of it, which need not mean that they took its place.";
    }

    /// <summary>A remark on the part of a question about two that was ignored because nothing in the graph has that name, or on the condition that limited the papers.</summary>
    public static string Aside(AskedNames asked) => Ignored(asked)
        + (asked.Also is null ? "" : $" Only papers that {AlsoVerb(asked.AlsoKind, 2)} {AskedNames.NameOf(asked.Also.Senses[0])} are counted.");

    private static string Ignored(AskedNames asked) => asked.Question.Aside is { } aside ? $" “{aside}” is left aside: nothing in this graph has that name." : "";

    /// <summary>What two concepts have in common, grouped: bases, successors, datasets and benchmarks, tasks.</summary>
    private static string InCommon(IReadOnlyList<AskRow> rows, (string First, string Second) names, string when)
    {
        if (rows.Count == 0)
        {
            return $"Nothing in this graph{when} is common to {names.First} and {names.Second}: no basis, no successor, no dataset, benchmark or task.";
        }

        string Those(Func<AskRow, bool> which, string before, string after)
        {
            var alike = rows.Where(which).ToList();
            var titles = alike.Take(4).Select(row => row.Papers > 1 ? $"{row.Title} ({Number(row.Papers.Value)} papers or more each)" : Told(row)).ToList();
            return alike.Count == 0 ? "" : before + (alike.Count > titles.Count ? $"{string.Join(", ", titles)} and {alike.Count - titles.Count} more" : Join(titles, "and")) + after;
        }

        string[] parts =
        [
            Those(row => IsDescent(row) && StartsElsewhere(row), "both build on ", ""),
            Those(row => IsDescent(row) && !StartsElsewhere(row), "", rows.Count(row => IsDescent(row) && !StartsElsewhere(row)) == 1 ? " builds on both" : " build on both"),
            Those(row => row.Relation == GraphSchema.Types.EvaluatesOn, "their papers evaluate on ", ""),
            Those(row => row.Relation == GraphSchema.Types.Addresses, "their papers address ", ""),
        ];
        return $"{names.First} and {names.Second} have {Count(rows.Count, "thing", "things")} in common{when}: {string.Join("; ", parts.Where(part => part.Length > 0))}.";
    }

    private static bool IsDescent(AskRow row) => row.Relation is GraphSchema.Types.BuildsOn or GraphSchema.Types.VariantOf;

    /// <summary>True if the relationship points to the row's concept.</summary>
    private static bool StartsElsewhere(AskRow row) => row.Relationships[0].StartElementId != row.Node.ElementId;
}
