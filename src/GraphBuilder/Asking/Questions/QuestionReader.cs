using System.Text.RegularExpressions;
using Stemma.GraphBuilder.Asking.Names;

namespace Stemma.GraphBuilder.Asking.Questions;

/// <summary>
/// Parses a question: rewrites it to words of the grammar (<see cref="Phrasings"/>), extracts filters (<see cref="FilterReader"/>: since 2024, at AAAI, top 5, newest), matches the
/// rest against <see cref="QuestionPatterns"/> and splits off a further condition. If no pattern matches, words one slip away from a word of the grammar are corrected and the
/// match is repeated; names stay as typed.
/// </summary>
internal static partial class QuestionReader
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Lazy<HashSet<string>> Vocabulary = new(() => [.. QuestionPatterns.All.SelectMany(pattern => pattern.Words())]);

    /// <summary>Example questions, one of each kind, in the order of <see cref="QuestionKind"/>.</summary>
    public static IReadOnlyList<string> Examples { get; } =
        [.. QuestionPatterns.All.GroupBy(pattern => pattern.Kind).OrderBy(group => group.Key).Select(group => group.First().Example)];

    /// <summary>The question, or null if it is empty or longer than 300 characters. Any other text matches at least "what is X".</summary>
    public static Question? Read(string text)
    {
        var rest = Phrasings.Normalize(text);
        if (rest.Length is 0 or > 300)
        {
            return null;
        }

        var filters = FilterReader.Read(ref rest);
        var question = Fit(new QuestionPart(rest, rest));
        if (question is null or { Kind: QuestionKind.WhatIs } && Corrected(rest) is { } corrected && corrected != rest && Fit(new QuestionPart(corrected, rest)) is { Kind: not QuestionKind.WhatIs } better)
        {
            question = better;
        }

        if (question is { IsBareName: true } && filters != new QuestionFilters())
        {
            // "Newest VLA", "offline RL at NeurIPS 2018": only papers have years, venues and orders.
            question = question with { Kind = QuestionKind.About };
        }

        filters = filters.Order == RowOrder.Best && question is not null ? filters with { Order = question.Filters.Order } : filters;
        return question is null ? null : question with { Filters = filters, AsksCount = HowMany().IsMatch(text), AsksWhoWon = question.Kind is QuestionKind.ComparesWith or QuestionKind.ComparedTo && Winning().IsMatch(rest) };
    }

    /// <summary>
    /// "Who proposed Dreamer and what builds on it?": the first question, and the second with its pronoun replaced by the name in the first; null if the text is not two questions.
    /// </summary>
    public static (string First, string Second)? SplitQuestions(string text)
    {
        if (Two().Match(text) is not { Success: true } two || Read(two.Groups["first"].Value) is not { IsBareName: false } first)
        {
            return null;
        }

        var second = Pronoun().Replace(two.Groups["second"].Value, _ => first.Name);
        return Read(second) is { IsBareName: false } ? (two.Groups["first"].Value.Trim(), second.Trim()) : null;
    }

    /// <summary>True for a literal word of the grammar, which is no evidence of a name.</summary>
    public static bool IsWordOfGrammar(string word) => Vocabulary.Value.Contains(word.ToLowerInvariant());

    /// <summary>The question of the first pattern that matches, with its names as typed; null if none matches.</summary>
    private static Question? Fit(QuestionPart question)
    {
        if (Rankings.Read(question.Text) is { } ranking)
        {
            return ranking;
        }

        foreach (var pattern in QuestionPatterns.All)
        {
            if (pattern.Match(question) is { } names && IsSaid(pattern, (names.X.Text, names.Y?.Text), question.Text))
            {
                return Write(pattern, names, question.Text);
            }
        }

        return null;
    }

    private static Question Write(QuestionPattern pattern, (QuestionPart X, QuestionPart? Y) names, string rest)
    {
        var (name, also) = pattern.Kind == QuestionKind.WhatIs || names.Y is not null ? (names.X, null) : SplitCondition(names.X);
        var second = names.Y is null ? null : Unquote(names.Y.Typed);
        return new Question(pattern.Kind, Unquote(name.Typed))
        {
            Other = pattern.AlsoAbout || pattern.ByMetric || pattern.LeavesOut is not null ? null : second,
            Metric = pattern.ByMetric ? MetricOf(names.Y!) : pattern.Kind == QuestionKind.ResultsOf ? MetricWords.Asked(Beside(rest, names)) : null,
            Lowest = pattern.ByMetric ? MetricWords.AsksLowest(rest) : null,
            Also = pattern.AlsoAbout ? new FurtherCondition(QuestionKind.About, second!) : also,
            Without = pattern.LeavesOut is { } role ? new FurtherCondition(role, second!) : null,
            IsBareName = pattern.Template == "{x}",
            MayNameAuthor = pattern.Template == "{x} papers",
            AsksContrast = pattern.AsksContrast,
            Whether = pattern.Whether,
            Filters = new() { Order = pattern.Order },
        };
    }

    /// <summary>The words of a question other than its names.</summary>
    private static string Beside(string rest, (QuestionPart X, QuestionPart? Y) names) => rest.Replace(names.X.Text, "", StringComparison.Ordinal).Replace(names.Y?.Text ?? names.X.Text, "", StringComparison.Ordinal);

    /// <summary>The metric as typed, or corrected if only that names a metric: "accurracy".</summary>
    private static string MetricOf(QuestionPart metric) => Unquote(!MetricWords.IsOne(metric.Typed) && MetricWords.IsOne(metric.Text) ? metric.Text : metric.Typed);

    /// <summary>False if the words matched as a name cannot be one: they begin like a question, or are not a metric where one is asked for.</summary>
    private static bool IsSaid(QuestionPattern pattern, (string X, string? Y) names, string rest) =>
        (pattern.Template == "{x}" || !Asking().IsMatch(names.X)) && (!pattern.ByMetric || MetricWords.IsOne(names.Y!) || MetricWords.AsksLowest(rest) is not null);

    private static (QuestionPart Name, FurtherCondition? Also) SplitCondition(QuestionPart name)
    {
        var match = Further().Match(name.Text);
        if (!match.Success || Excluding().IsMatch(match.Groups["x"].Value))
        {
            return (name, null);
        }

        var kind = KindOfVerb(match.Groups["verb"].Value) ?? QuestionKind.Uses;
        return (name.Part(match.Groups["x"]), new FurtherCondition(kind, Unquote(name.Part(match.Groups["y"]).Typed)));
    }

    /// <summary>The kind of condition that a verb states, or null for an empty string.</summary>
    public static QuestionKind? KindOfVerb(string verb) => verb.ToLowerInvariant() switch
    {
        "" => null,
        var text when text.StartsWith("eval", StringComparison.Ordinal) || text.StartsWith("test", StringComparison.Ordinal) || text.StartsWith("report", StringComparison.Ordinal) => QuestionKind.EvaluatesOn,
        var text when text.StartsWith("buil", StringComparison.Ordinal) || text.StartsWith("exten", StringComparison.Ordinal) => QuestionKind.BuildsOn,
        var text when text.StartsWith("comp", StringComparison.Ordinal) || text.StartsWith("outp", StringComparison.Ordinal) => QuestionKind.ComparesWith,
        var text when text.StartsWith("introd", StringComparison.Ordinal) || text.StartsWith("propos", StringComparison.Ordinal) => QuestionKind.IntroducedBy,
        var text when text.StartsWith("mention", StringComparison.Ordinal) => QuestionKind.About,
        _ => QuestionKind.Uses,
    };

    /// <summary>Corrects lower-case words that are one slip away from a word of the grammar. Misspelled names are resolved later, against the graph.</summary>
    private static string Corrected(string rest) => string.Join(' ', rest.Split(' ').Select(word =>
        word.Length < 4 || word.Any(char.IsUpper) || Vocabulary.Value.Contains(word)
            ? word
            : Vocabulary.Value.Where(known => Slips.IsOne(word, known)).Order(StringComparer.Ordinal).FirstOrDefault() ?? word));

    /// <summary>A name without surrounding quotation marks.</summary>
    public static string Unquote(string name) => name.Trim().Trim('"', '\'', '“', '”', '‘', '’', '`').Trim();

    [GeneratedRegex(@"^(?<first>.+?),?\s+and\s+(?<second>(?:what|who|which|how|when|where)\s.+)$", Options)]
    private static partial Regex Two();

    [GeneratedRegex(@"^(?:what|which|who|whom|how|why|does|did|is|are)\s", Options)]
    private static partial Regex Asking();

    [GeneratedRegex(@"\b(?:how\s+many|(?:number|count)\s+of)\b", Options)]
    private static partial Regex HowMany();

    [GeneratedRegex(@"\b(?:it|them|that one)\b", Options)]
    private static partial Regex Pronoun();

    [GeneratedRegex(@"\b(?:outperforms?|beats?|surpass(?:es)?|exceeds?|better than)\b", Options)]
    private static partial Regex Winning();

    /// <summary>"… except those" before a verb: the rest is an exclusion, see <see cref="Names.NameReader"/>.</summary>
    [GeneratedRegex(@"\s(?:not|without|except(?:ing)?(?:\s+for)?|excluding|other\s+than|apart\s+from|besides)(?:\s+(?:those|ones|papers|methods|the\s+ones))?$", Options)]
    private static partial Regex Excluding();

    [GeneratedRegex(@"^(?<x>.+?),?\s+(?:and|that|which|but)\s+(?:that\s+|which\s+)?(?:also\s+)?(?:are\s+)?(?<verb>evaluated?s?|evaluating|tested|tests?|reports?(?: results)?|builds?|extends?|compares?|outperforms?|uses?|introduces?|proposes?|mentions?)(?:\s+(?:on|upon|with|to|results on))?\s+(?<y>.+)$", Options)]
    private static partial Regex Further();
}
