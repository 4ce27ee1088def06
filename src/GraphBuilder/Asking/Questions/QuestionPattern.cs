using System.Text;
using System.Text.RegularExpressions;

namespace Stemma.GraphBuilder.Asking.Questions;

/// <summary>One template of the grammar, compiled.</summary>
/// <param name="Kind">What it asks.</param>
/// <param name="Template">As in <see cref="QuestionPatterns"/>.</param>
/// <param name="Example">A question that it fits.</param>
internal sealed partial record QuestionPattern(QuestionKind Kind, string Template, string Example)
{
    /// <summary>See <see cref="Question.AsksContrast"/>.</summary>
    public bool AsksContrast { get; init; }

    /// <summary>Order of the rows where the question asks for no other.</summary>
    public RowOrder Order { get; init; }

    /// <summary>True for a template whose <c>{y}</c> is what papers must be about.</summary>
    public bool AlsoAbout { get; init; }

    /// <summary>For a template whose <c>{y}</c> is what papers must not have to do with, in what role; else null.</summary>
    public QuestionKind? LeavesOut { get; init; }

    /// <summary>See <see cref="Question.Whether"/>.</summary>
    public QuestionKind? Whether { get; init; }

    /// <summary>True for a template whose <c>{y}</c> is the metric of results; see <see cref="MetricWords"/>.</summary>
    public bool ByMetric { get; init; }

    private readonly Lazy<Regex> _regex = new(() => Compile(Template));

    /// <summary>The names that the question puts in for <c>{x}</c> and <c>{y}</c>, or null where it does not fit. The question is normalised.</summary>
    public (string X, string? Y)? Match(string question)
    {
        var match = _regex.Value.Match(" " + question);
        return match.Success ? (match.Groups["x"].Value.Trim(), match.Groups["y"].Success ? match.Groups["y"].Value.Trim() : null) : null;
    }

    /// <summary>Words that stand literally in the template: what a mistyped word of a question may have meant.</summary>
    public IEnumerable<string> Words() => Word().Matches(Expand(Template)).Select(match => match.Value);

    /// <summary>Every element brings the blank before it, so that an optional one takes its blank away.</summary>
    private static Regex Compile(string template)
    {
        var regex = new StringBuilder("^");
        foreach (Match element in Element().Matches(Expand(template)))
        {
            regex.Append(element.Value[0] switch
            {
                '{' => $@"\s+(?<{element.Value[1..^1]}>.+?)",
                '(' => $@"\s+{Alternatives(element.Value)}",
                '[' => $@"(?:\s+{Alternatives(element.Value)})?",
                _ => @"\s+" + Regex.Escape(element.Value),
            });
        }

        return new Regex(regex.Append(@"\s*$").ToString(), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2));
    }

    private static string Alternatives(string element) =>
        "(?:" + string.Join('|', element.Trim('(', ')', '[', ']').Split('|').Select(words => string.Join(@"\s+", words.Split(' ').Select(Regex.Escape)))) + ")";

    /// <summary>Puts macros in; inside brackets a macro's own parentheses fall away.</summary>
    private static string Expand(string template) => Macro().Replace(template, match => QuestionPatterns.Macros[match.Groups[1].Value])
        .Replace("[(", "[", StringComparison.Ordinal).Replace(")]", "]", StringComparison.Ordinal);

    [GeneratedRegex(@"@(\w+)")]
    private static partial Regex Macro();

    [GeneratedRegex(@"\{\w+\}|\([^)]*\)|\[[^\]]*\]|[^\s]+")]
    private static partial Regex Element();

    [GeneratedRegex(@"(?<!\{)\b[a-z]{4,}\b(?!\})")]
    private static partial Regex Word();
}
