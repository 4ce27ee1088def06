using System.Text.RegularExpressions;
using Stemma.GraphBuilder.Asking.Querying;
using Stemma.GraphBuilder.Asking.Questions;
using Stemma.GraphModel;

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
        return $"{AnswerWriter.Count(found.Total, "result is", "results are")} reported on {name}{by}{when}; the {Superlative(best, metric)} is {best.Result}{of}, in {AnswerWriter.Title(best)}.{LeftOut(further, name, metric)}";
    }

    /// <summary>The sentence for results of one method; <see cref="FoundRows.ViaCount"/> counts those of methods derived from it or using it.</summary>
    /// <param name="found">The rows, the method's own first.</param>
    /// <param name="method">The method.</param>
    /// <param name="name">The dataset or benchmark.</param>
    /// <param name="when">The years and venue asked for, as the end of a sentence.</param>
    public static string WriteOf(FoundRows found, string method, string name, string when)
    {
        var (own, through) = (found.Total - found.ViaCount, found.ViaCount);
        if (found.Rows.Count == 0)
        {
            return $"No abstract in this graph reports a result of {method} on {name}{when}. It may stand in the papers, of which only titles and abstracts are read.";
        }

        var first = found.Rows[0];
        var told = $"{first.Result}{(first.Of is { } of && own == 0 ? $" by {of}" : "")}, in {AnswerWriter.Title(first)}";
        return own == 0
            ? $"No abstract in this graph reports a result of {method} itself on {name}{when}. {AnswerWriter.Count(through, "result is", "results are")} of what papers make from it or with it{(through == 1 ? ": " : $"; the {Superlative(first)} is ")}{told}."
            : $"{AnswerWriter.Count(own, "result", "results")} of {method} on {name} {(own == 1 ? "is" : "are")} reported{when}{(own == 1 ? ": " : $"; the {Superlative(first)} is ")}{told}.{(through == 0 ? "" : $" {AnswerWriter.Count(through, "further result is", "further results are")} of what papers make from it or with it.")}";
    }

    /// <summary>The sentence for all numbers.</summary>
    public static string WriteAll(int total, string name, string when) => total == 0
        ? $"No abstract in this graph reports a number on {name}{when}."
        : $"{AnswerWriter.Count(total, "number is", "numbers are")} reported on {name}{when}, gains, baselines and doubtful readings among them, so the largest need not be the best.";

    private static string Superlative(AskRow row, MetricCondition? asked = null) => asked?.Lowest ?? IsLessBetter(row) ? "lowest" : "highest";

    private static bool IsLessBetter(AskRow row) =>
        row.Relationships[0].Properties.TryGetValue(GraphSchema.Keys.Metric, out var metric) && metric.IsString
        && Regex.IsMatch(metric.AsString(), ResultRule.LessIsBetter, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static string LeftOut(int further, string name, MetricCondition? metric) => further <= 0
        ? ""
        : $" {AnswerWriter.Count(further, "further number", "further numbers")} ({(metric is null ? "" : "of other metrics, ")}gains, bounds, baselines, costs, doubtful readings, second numbers of a paper) {(further == 1 ? "is" : "are")} left out: “all numbers on {name}” lists them.";
}
