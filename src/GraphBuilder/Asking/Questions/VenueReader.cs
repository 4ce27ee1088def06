using System.Globalization;
using System.Text.RegularExpressions;
using Stemma.GraphBuilder.Asking.Answers;

namespace Stemma.GraphBuilder.Asking.Questions;

/// <summary>Extracts venues from a question, with adjacent years: "at NeurIPS or ICML", "ICRA 2024 papers on SLAM", "published in Nature".</summary>
internal static partial class VenueReader
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string Venues =
        "aaai|acl|acml|emnlp|naacl|eacl|coling|aacl|tacl|neurips|nips|icml|iclr|colm|corl|rss|icra|iros|l4dc|cvpr|iccv|eccv|wacv|ijcai|aistats|uai|colt|automl|jmlr|tmlr|kdd|www|sigir|wsdm|interspeech|icassp|miccai";

    private const string YearText = @"['’]?(?<year>(?:19|20)?\d\d)";

    private const string One = "(?<venue>" + Venues + @")(?:\s*" + YearText + ")?";

    private const string Several = One + @"(?:(?:\s*,\s*(?:or\s+|and\s+)?|\s*[/&]\s*|\s+(?:or|and)\s+)(?:(?:at|in|from)\s+)?" + One + ")*";

    /// <summary>Separator of several venues in <see cref="QuestionFilters.Venue"/>.</summary>
    private const char Bar = '|';

    /// <summary>Names of the same venue, which was renamed in 2018.</summary>
    private static readonly string[] SameVenue = ["neurips", "nips"];

    private static readonly HashSet<string> Known = [.. Venues.Split('|')];

    /// <summary>Adds the venues of the question, and the range of the years next to them.</summary>
    public static QuestionFilters Read(ref string rest, QuestionFilters filters)
    {
        if ((FilterReader.Take(ref rest, At()) ?? FilterReader.Take(ref rest, Bare()) ?? FilterReader.Take(ref rest, Other())) is not { } found)
        {
            return filters;
        }

        var names = found.Groups["venue"].Captures.Select(venue => venue.Value.ToLowerInvariant()).Distinct(StringComparer.Ordinal);
        var years = found.Groups["year"].Captures.Select(year => FilterReader.YearOf(year.Value)).ToList();
        filters = filters with { Venue = string.Join(Bar, names) };
        return years.Count == 0 ? filters : filters with { Since = years.Min(), Until = years.Max() };
    }

    /// <summary>Prefixes of the venues' names, in lower case.</summary>
    public static IReadOnlyList<string> NamesOf(string venues) =>
        [.. venues.Split(Bar).SelectMany(venue => SameVenue.Contains(venue) ? SameVenue : [venue]).Distinct(StringComparer.Ordinal)];

    /// <summary>The venues in their own spelling: NeurIPS or ICML.</summary>
    public static string Print(string venues) => AnswerWriter.Join([.. venues.Split(Bar).Select(PrintOne)], "or");

    private static string PrintOne(string venue) => venue switch
    {
        "neurips" or "nips" => "NeurIPS",
        "corl" => "CoRL",
        "automl" => "AutoML",
        "interspeech" => "Interspeech",
        _ => Known.Contains(venue) ? venue.ToUpperInvariant() : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(venue),
    };

    [GeneratedRegex(@"\b(?:published|presented|accepted)?\s*\b(?:at|in|from)\s+(?:the\s+)?" + Several + @"\b", Options)]
    private static partial Regex At();

    /// <summary>
    /// A venue without a preposition counts only with its year next to it ("ICRA 2024 papers on SLAM") or "papers" after it, because a question may be about the venue's name
    /// itself ("what is NeurIPS?").
    /// </summary>
    [GeneratedRegex(@"(?<![\w-])(?:" + Several + @"(?=\s+(?:papers?|works?|articles?)\b)|(?<venue>" + Venues + @")\s*" + YearText + @"\b|(?<year>(?:19|20)\d\d)\s+(?<venue>" + Venues + @")\b)(?![\w-])", Options)]
    private static partial Regex Bare();

    /// <summary>Any other venue: a capitalised name in which something is published.</summary>
    [GeneratedRegex(@"\b(?:published|appeared|presented)\s+(?:in|at)\s+(?:the\s+)?(?<venue>[A-Z][\w&]*(?:\s+(?:of|on|for|and)(?=\s+[A-Z])|\s+[A-Z][\w&]*)*)", RegexOptions.CultureInvariant)]
    private static partial Regex Other();
}
