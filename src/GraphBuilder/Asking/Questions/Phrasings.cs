using System.Text.RegularExpressions;

namespace Stemma.GraphBuilder.Asking.Questions;

/// <summary>
/// Phrasings as data: each rule rewrites typed text to words of the grammar. The rules run in this order, before anything else is read, and leave names as typed.
/// </summary>
internal static partial class Phrasings
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly (Regex Phrase, string Instead)[] All =
    [
        (Blanks(), " "),
        (Contraction(), "$1 is"),
        (Courtesy(), ""),
        (Lately(), ""),
        (What(), "what"),
        (Shorthand(), "between"),
        (Lead(), ""),
        (HowOften(), "which papers use ${x}"),
        (Counting(), "which "),
        (Portion(), "papers that ${what} in ${year} per year"),
        (PortionByYear(), "papers that ${what} per year"),
        (YearOfWhen(), "when did "),
        (WithEachOther(), "did ${x} and ${y} write together"),
        (Existing(), "papers on "),
        (Happening(), "papers on "),
        (FirstNaming(), "oldest papers about "),
        (Holding(), ""),
        (WithWhen(), ""),
        (OverTime(), "${x} per year"),
        (Interest(), "papers on ${x} per year"),
        (Popular(), "papers on ${x} per year"),
        (StillUsed(), "papers that use ${x} per year"),
        (Peaking(), "papers on ${x} per year"),
        (There(), ""),
        (Anyone(), "which papers "),
        (Done(), "papers on ${x}"),
        (FirstTo(), "oldest papers that "),
        (FirstOn(), "oldest papers "),
        (Surveys(), "survey papers "),
        (SurveysOf(), "survey papers on "),
        (SurveysBehind(), "survey papers on ${x}"),
        (Choosing(), "compare ${x} and ${y}"),
        (ChoiceBefore(), "compare ${x} and ${y}"),
        (ChoiceFor(), "compare ${x} and ${y} for ${z}"),
        (Differing(), "compare ${x} and ${y}"),
        (Own(), "${what} by ${x}"),
        (OwnCoauthors(), "coauthors of ${x}"),
    ];

    /// <summary>The question in the words of the grammar, without punctuation at its end.</summary>
    public static string Normalize(string text) => All.Aggregate(text.Trim().TrimEnd('?', '!', '.', ' '), (rest, rule) => rule.Phrase.Replace(rest, rule.Instead)).Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^(?:(?:please|hey|hi|ok|can you|could you|would you|i want to know|i would like to know|do you know|tell me(?! about)|give me|show me|(?:i am|i['’]m)\s+looking\s+for|i\s+need|explain(?=\s+the\s+difference)|so)[,:]?\s+)+", Options)]
    private static partial Regex Courtesy();

    [GeneratedRegex(@"\b(what|who|where|which|how)['’]?s\b", Options)]
    private static partial Regex Contraction();

    [GeneratedRegex(@"^(?:wat|waht|wht|whta)\b", Options)]
    private static partial Regex What();

    [GeneratedRegex(@"\b(?:btw|btwn|b/w)(?=\s)", Options)]
    private static partial Regex Shorthand();

    /// <summary>"How many papers …" asks for the papers; the answer counts them.</summary>
    [GeneratedRegex(@"^(?:how\s+many|(?:what\s+(?:is|was)\s+)?(?:the\s+)?(?:total\s+)?(?:number|count)\s+of)\s+(?=(?:[\w-]+\s+){0,2}papers?\b|works\b|articles\b|methods\b|models\b|people\b|surveys\b|data\s?sets\b|benchmarks\b|authors\b|researchers\b|variants\b|metrics\b|tasks\b|concepts\b)", Options)]
    private static partial Regex Counting();

    /// <summary>"What are the papers that …" asks for "papers that …".</summary>
    [GeneratedRegex(@"^(?:what|which|who)\s+(?:is|are|was|were)\s+(?:all\s+)?(?:the\s+)?(?=(?:(?:newest|latest|most recent|recent|oldest|earliest|most[ -]cited|highest cited|most influential)\s+)?(?:papers?|works?|articles?|methods?\s+that)\b)", Options)]
    private static partial Regex Lead();

    /// <summary>"Are there any papers on …" asks for the papers.</summary>
    [GeneratedRegex(@"^(?:is|are)\s+there\s+(?:(?:any|an?|some|good)\s+)*(?=\w)", Options)]
    private static partial Regex There();

    [GeneratedRegex(@"^(?:does|do|did|has|have|is|are)\s+(?:anyone|anybody|someone|somebody|any\s+(?:papers?|works?|methods?|researchers?))\s+", Options)]
    private static partial Regex Anyone();

    [GeneratedRegex(@"^(?:(?:what|which|when)\s+(?:is|was)\s+)?(?:the\s+)?(?:very\s+)?first\s+(?:papers?|works?|methods?)\s+(?:to|that|which)\s+", Options)]
    private static partial Regex FirstTo();

    [GeneratedRegex(@"^(?:when\s+(?:is|was|were)\s+the\s+first\s+(?:papers?|works?)\s+(?=(?:on|about|of)\b)|(?:(?:what|which)\s+(?:is|was|were)\s+)?(?:the\s+)?(?:very\s+)?first\s+(?:papers?|works?)\s+(?=(?:on|about)\b))", Options)]
    private static partial Regex FirstOn();

    [GeneratedRegex(@"^(?:(?:what|which|list|show|find)\s+)?(?:(?:an?|any|the|good)\s+)*(?:surveys?|(?:review|survey|overview|tutorial)\s+(?:papers?|articles?)|(?:literature\s+|systematic\s+)?reviews|overviews|tutorials?)\s+(?=(?:on|of|about|for|in)\b)", Options)]
    private static partial Regex Surveys();

    [GeneratedRegex(@"^survey papers\s+of\s+", Options)]
    private static partial Regex SurveysOf();

    /// <summary>"RLHF surveys": lower case only, because "Survey" may belong to the name of a dataset.</summary>
    [GeneratedRegex(@"^(?<x>(?!what|which|who|is\b)\S.*?)\s+(?:surveys?|review\s+papers?)(?:\s+papers?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex SurveysBehind();

    [GeneratedRegex(@"^(?:should\s+(?:i|we|one)\s+(?:use|choose|pick|prefer|try)|(?:which|what)\s+(?:one\s+)?(?:is|are|works|performs)\s+better\s*[,:]?)\s+(?<x>.+?),?\s+or\s+(?<y>.+)$", Options)]
    private static partial Regex Choosing();

    [GeneratedRegex(@"^(?<x>.+?)\s+or\s+(?<y>.+?)\s*[,:-]?\s+(?:which|what)\s+(?:one\s+)?(?:is|are|works|performs)\s+better$", Options)]
    private static partial Regex ChoiceBefore();

    [GeneratedRegex(@"^(?<x>\S+)\s+or\s+(?<y>\S+)\s+(?:for|on|in)\s+(?<z>.+)$", Options)]
    private static partial Regex ChoiceFor();

    [GeneratedRegex(@"^differences?\s+(?<x>\S+)\s+(?:and\s+)?(?<y>\S+)$", Options)]
    private static partial Regex Differing();

    /// <summary>"Kaiming He's papers": needs at least two words, because "DPO's papers" are not by an author.</summary>
    [GeneratedRegex(@"^(?<x>\S+\s\S+(?:\s\S+)?)['’]s?\s+(?<what>(?:(?:newest|latest|most recent|recent|oldest|earliest|most[ -]cited)\s+)?(?:papers?|works?|articles?|publications?))$", Options)]
    private static partial Regex Own();

    [GeneratedRegex(@"^(?:who\s+(?:are|is)\s+)?(?<x>\S+\s\S+(?:\s\S+)?)['’]s?\s+(?:co-?authors?|collaborators?)$", Options)]
    private static partial Regex OwnCoauthors();
}
