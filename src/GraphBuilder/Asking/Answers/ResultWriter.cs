using System.Text.RegularExpressions;
using Stemma.GraphBuilder.Asking.Querying;
using Stemma.GraphBuilder.Asking.Questions;

namespace Stemma.GraphBuilder.Asking.Answers;

/// <summary>Writes sentences about reported results: the best of those that can be ranked, and how many are left out.</summary>
internal static class ResultWriter
{
    /// <summary>The sentences for ranked results.</summary>
    /// <param name="found">The rows, those of the most frequent metric first; <see cref="FoundRows.UnrankedCount"/> counts what was left out.</param>
    /// <param name="name">The dataset or benchmark.</param>
    /// <param name="metric">The metric asked for, or null for any.</param>
    /// <param name="when">The years and venue asked for, as the end of a sentence.</param>
    public static string Write(FoundRows found, string name, MetricCondition? metric, string when)
    {
        var further = found.UnrankedCount;
        if (found.Rows.Count == 0)
        {
            return further == 0
                ? $"No abstract in this graph reports a number on {name}{when}."
                : $"No abstract in this graph reports a result on {name}{when} {(metric is null ? "" : $"by the metric “{metric.Typed}” ")}that can be ranked.{LeftOut(further, name, metric)}";
        }

        var best = found.Rows[0];
        var of = best.Of is { } method ? $" by {method}" : "";
        var by = metric is null ? "" : $" by the metric “{metric.Typed}”";
        return $"{AnswerWriter.Count(found.Total, "result is", "results are")} reported on {name}{by}{when}{Among(best, found.Total, metric)} is {best.Result}{of}, in {AnswerWriter.Title(best)}.{LeftOut(further, name, metric)}";
    }

    /// <summary>Which of the results the best is one of: results by different metrics cannot be ranked together.</summary>
    private static string Among(AskRow best, int total, MetricCondition? metric)
    {
        var superlative = $"the {Superlative(best, metric)}";
        if (best.Group is not { } group || total == 1 || (metric is not null && group.Papers == total))
        {
            return $"; {superlative}";
        }

        if (group.Papers == 1)
        {
            return ", each by another metric; one";
        }

        var kind = group.Metric switch { "" => "without a metric", "accuracy" => "by accuracy or the like", _ => $"by {best.Measure ?? group.Metric}" };
        return group.Papers == total ? $", {(total == 2 ? "both" : "all")} {kind}; {superlative}" : $"; of the {AnswerWriter.Number(group.Papers)} {kind}, {superlative}";
    }

    /// <summary>The sentence for results of one method; <see cref="FoundRows.ViaCount"/> counts those of methods derived from it or using it.</summary>
    /// <param name="found">The rows, the method's own first.</param>
    /// <param name="method">The method.</param>
    /// <param name="name">The dataset or benchmark.</param>
    /// <param name="metric">The metric asked for, or null for any.</param>
    /// <param name="when">The years and venue asked for, as the end of a sentence.</param>
    public static string WriteOf(FoundRows found, string method, string name, MetricCondition? metric, string when)
    {
        var (own, through) = (found.Total - found.ViaCount, found.ViaCount);
        if (found.Rows.Count == 0)
        {
            return $"No abstract in this graph reports a result of {method} on {name}{when}. It may stand in the papers, of which only titles and abstracts are read.";
        }

        var first = found.Rows.Take(own == 0 ? found.Rows.Count : own).FirstOrDefault(row => IsBy(row, metric)) ?? found.Rows[0];
        var other = IsBy(first, metric) ? "" : $"No abstract in this graph reports the {metric!.Typed} of {method} on {name}{when}. By other metrics, ";
        var told = $"{first.Result}{(first.Of is { } of && own == 0 ? $" by {of}" : "")}, in {AnswerWriter.Title(first)}";
        return own == 0
            ? $"No abstract in this graph reports a result of {method} itself on {name}{when}. {(other.Length == 0 ? "" : "By other metrics, ")}{AnswerWriter.Count(through, "result is", "results are")} of what papers make from it or with it{(through == 1 ? ": " : $"; the {Superlative(first)} is ")}{told}."
            : $"{other}{AnswerWriter.Count(own, "result", "results")} of {method} on {name} {(own == 1 ? "is" : "are")} reported{when}{(own == 1 ? ": " : $"; the {Superlative(first)} is ")}{told}.{(through == 0 ? "" : $" {AnswerWriter.Count(through, "further result is", "further results are")} of what papers make from it or with it.")}";
    }

    /// <summary>The sentence for all numbers.</summary>
    public static string WriteAll(int total, string name, string when) => total == 0
        ? $"No abstract in this graph reports a number on {name}{when}."
        : $"{AnswerWriter.Count(total, "number is", "numbers are")} reported on {name}{when}, gains, baselines and doubtful readings among them, so the largest need not be the best.";

    private static string Superlative(AskRow row, MetricCondition? asked = null) => asked?.Lowest ?? (row.Measure is { } metric && AskRow.IsLessBetter(metric)) ? "lowest" : "highest";

    /// <summary>True if a result is by the metric asked for; one without a metric may be.</summary>
    private static bool IsBy(AskRow row, MetricCondition? asked) => asked is null || row.Measure?.ToLowerInvariant() is not { } metric
        || (asked.Name is "ap" or "map" ? Is(metric, @"(?s).*\bm?aps?\b.*") : IsPlain(asked.Name) ? IsPlain(metric) : asked.Forms.Any(form => Is(metric, form)));

    private static bool IsPlain(string metric) => Is(metric, ResultRule.Plain);

    private static bool Is(string metric, string pattern) => Regex.IsMatch(metric, $"^(?:{pattern})$", RegexOptions.CultureInvariant);

    private static string LeftOut(int further, string name, MetricCondition? metric) => further <= 0
        ? ""
        : $" {AnswerWriter.Count(further, "further number", "further numbers")} ({(metric is null ? "" : "of other metrics, ")}gains, bounds, baselines, costs, doubtful readings, second numbers of a paper) {(further == 1 ? "is" : "are")} left out: “all numbers on {name}” lists them.";
}
