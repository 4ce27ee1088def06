using System.Text.RegularExpressions;
using Stemma.GraphModel;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking.Questions;

/// <summary>
/// The metric in a question about results: "lowest FID on CIFAR-10". Texts write a metric in many ways ("mean average precision (mAP", "F1-scores", "mAP@0.5"), so its names are
/// matched as whole words.
/// </summary>
internal static partial class MetricWords
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>True for words that name a metric: the metrics with the most numbers in 143,937 papers, and words that end as metrics do.</summary>
    public static bool IsOne(string words) => Known().IsMatch(words);

    /// <summary>The metric among words, as typed; null for "score", "results" and the like, which stand for any.</summary>
    public static string? Asked(string words) => Named().Match(words) is { Success: true } named ? named.Value : null;

    /// <summary>Whether the question asks for the lowest or the highest value; null if it says neither and the metric decides.</summary>
    public static bool? AsksLowest(string question) => Extreme().Match(question) is { Success: true } extreme
        ? extreme.Groups["word"].Value.Equals("lowest", StringComparison.OrdinalIgnoreCase)
        : null;

    /// <summary>The condition that a reported metric is the one asked for.</summary>
    /// <param name="typed">As typed.</param>
    /// <param name="known">The concept that it resolved to, or null.</param>
    /// <param name="lowest">See <see cref="Question.Lowest"/>.</param>
    public static MetricCondition ConditionOf(string typed, GraphNode? known, bool? lowest)
    {
        var names = known is null ? [] : Texts(known, GraphSchema.Keys.Aliases).Prepend(known.Properties[GraphSchema.Keys.Name].AsString());
        List<string> forms = [.. names.Prepend(typed).Select(Singular).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Select(Regex.Escape)];
        var any = string.Join('|', forms);
        return new MetricCondition(typed.Trim(), Singular(typed), [.. forms.Select(form => $@"(?s).*\b{form}(s|es)?\b.*")], $@"(?s)({any})(s|es)?([ -]scores?)?( \(({any})s?\b.*)?", lowest);
    }

    private static string Singular(string name) => Plural().Replace(name.Trim().ToLowerInvariant(), "");

    private static IEnumerable<string> Texts(GraphNode node, string key) =>
        node.Properties.TryGetValue(key, out var list) ? list.AsList().Select(text => text.AsString()) : [];

    [GeneratedRegex(@"\b(?:accurac(?:y|ies)|acc|f1|f-?scores?|f-?measure|bleu|rouge|meteor|cider|bertscore|perplexity|ppl|wer|cer|eer|word error|map|ap|precision|recall|auc|auroc|auprc|roc|miou|iou|dice|fid|kid|inception|psnr|ssim|lpips|mae|mse|rmse|mape|nll|likelihood|ndcg|mrr|hits|errors?|rates?|pass@\d+|exact match|em|return|rewards?|correlation|sensitivity|specificity|latency|speed-?up|fps|throughput|nds|pq|mota|hota|epe|mpjpe|ade|fde|bpc|bpd)(?![\w])", Options)]
    private static partial Regex Known();

    [GeneratedRegex(@"\b(?:accuracy|f1|bleu|rouge|perplexity|error(?:\s+rate)?|success\s+rate|win\s+rate|precision|recall|auc|m?ap|miou|fid|pass@\d+)(?![\w])", Options)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?:what\s+(?:is|are)\s+)?(?:the\s+)?(?:current\s+)?(?<word>highest|lowest)\b", Options)]
    private static partial Regex Extreme();

    [GeneratedRegex(@"(?:(?<=[a-z]{3})(?<![su])s|\s+(?:scores?|values?|metric))$", RegexOptions.CultureInvariant)]
    private static partial Regex Plural();
}

/// <summary>The metric of the results asked for.</summary>
/// <param name="Typed">As typed.</param>
/// <param name="Name">The typed metric in lower case and singular.</param>
/// <param name="Forms">Regular expressions, one for each name, that match a reported metric in lower case that contains the name.</param>
/// <param name="Itself">A regular expression that matches a reported metric that is the metric itself.</param>
/// <param name="Lowest">See <see cref="Question.Lowest"/>.</param>
internal sealed record MetricCondition(string Typed, string Name, IReadOnlyList<string> Forms, string Itself, bool? Lowest);
