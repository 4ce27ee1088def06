using System.Text;
using System.Text.RegularExpressions;

namespace Stemma.GraphBuilder.Asking.Questions;

/// <summary>A template of the grammar, compiled on first use.</summary>
/// <param name="Kind">What a question of this form asks.</param>
/// <param name="Template">As in <see cref="QuestionPatterns"/>.</param>
/// <param name="Example">A question that matches.</param>
internal sealed partial record QuestionPattern(QuestionKind Kind, string Template, string Example)
{
    /// <summary>See <see cref="Question.AsksContrast"/>.</summary>
    public bool AsksContrast { get; init; }

    /// <summary>Order of the rows unless the question states one.</summary>
    public RowOrder Order { get; init; }

    /// <summary>True if papers must also be about <c>{y}</c>.</summary>
    public bool AlsoAbout { get; init; }

    /// <summary>The role that papers must not have towards <c>{y}</c>; null if <c>{y}</c> is not an exclusion.</summary>
    public QuestionKind? LeavesOut { get; init; }

    /// <summary>See <see cref="Question.Whether"/>.</summary>
    public QuestionKind? Whether { get; init; }

    /// <summary>True if <c>{y}</c> is the metric of results; see <see cref="MetricWords"/>.</summary>
    public bool ByMetric { get; init; }

    private readonly Lazy<Regex> _regex = new(() => Compile(Template));

    /// <summary>The names in place of <c>{x}</c> and <c>{y}</c>, or null if the question does not match. The question must be normalised.</summary>
    public (QuestionPart X, QuestionPart? Y)? Match(QuestionPart question)
    {
        var match = _regex.Value.Match(" " + question.Text);
        return match.Success ? (question.Part(match.Groups["x"], 1), match.Groups["y"] is { Success: true } y ? question.Part(y, 1) : null) : null;
    }

    /// <summary>The literal words of the template, to which mistyped words of a question are corrected.</summary>
    public IEnumerable<string> Words() => Word().Matches(Expand(Template)).Select(match => match.Value);

    /// <summary>Each element includes the blank before it, so that a missing optional element leaves no blank.</summary>
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

    /// <summary>Expands macros; inside brackets, a macro's own parentheses are removed.</summary>
    private static string Expand(string template) => Macro().Replace(template, match => QuestionPatterns.Macros[match.Groups[1].Value])
        .Replace("[(", "[", StringComparison.Ordinal).Replace(")]", "]", StringComparison.Ordinal);

    [GeneratedRegex(@"@(\w+)")]
    private static partial Regex Macro();

    [GeneratedRegex(@"\{\w+\}|\([^)]*\)|\[[^\]]*\]|[^\s]+")]
    private static partial Regex Element();

    [GeneratedRegex(@"(?<!\{)\b[a-z]{4,}\b(?!\})")]
    private static partial Regex Word();
}
