using System.Text.RegularExpressions;

namespace Stemma.GraphBuilder.Asking;

/// <summary>
/// Takes years, venue, count and order out of a question: "since 2024", "at AAAI", "top 5", "newest". A bare year is none of them, because it may belong to a name (AIME 2024); see <see cref="NameReader"/>.
/// </summary>
internal static partial class FilterReader
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string Venues =
        "aaai|acl|acml|emnlp|naacl|eacl|coling|aacl|tacl|neurips|nips|icml|iclr|colm|corl|rss|icra|iros|l4dc|cvpr|iccv|eccv|wacv|ijcai|aistats|uai|colt|automl|jmlr|tmlr|kdd|www|sigir|wsdm|interspeech|icassp|miccai";

    private const string YearText = @"['’]?(?<year>(?:19|20)?\d\d)";

    /// <summary>The filters; <paramref name="rest"/> is left without their words, and never empty.</summary>
    public static QuestionFilters Read(ref string rest)
    {
        var filters = ReadVenue(ref rest, ReadYears(ref rest));
        if (Survey().IsMatch(rest))
        {
            (rest, filters) = (Survey().Replace(rest, "papers"), filters with { Surveys = true });
        }

        if (Take(ref rest, TopCount()) is { } top)
        {
            filters = filters with { Top = int.Parse(top.Groups["n"].Value) };
        }

        return Take(ref rest, Superlative()) is { } order ? filters with { Order = OrderOf(order.Groups["word"].Value.ToLowerInvariant()) } : filters;
    }

    private static QuestionFilters ReadYears(ref string rest)
    {
        var filters = new QuestionFilters();
        if (Take(ref rest, Between()) is { } range)
        {
            filters = filters with { Since = Year(range, "from"), Until = Year(range, "to") };
        }

        while (Take(ref rest, Bound()) is { } bound)
        {
            filters = WithBound(filters, bound.Groups["word"].Value.ToLowerInvariant(), Year(bound, "year"));
        }

        return filters;
    }

    private static QuestionFilters ReadVenue(ref string rest, QuestionFilters filters)
    {
        if ((Take(ref rest, VenueAt()) ?? Take(ref rest, VenueBare())) is not { } venue)
        {
            return filters;
        }

        filters = filters with { Venue = venue.Groups["venue"].Value.ToLowerInvariant() };
        return venue.Groups["year"].Success ? filters with { Since = Year(venue, "year"), Until = Year(venue, "year") } : filters;
    }

    /// <summary>A name and the year that stands behind it or before it ("NeRF 2022"), or null.</summary>
    public static (string Name, int Year)? SplitYear(string name) =>
        YearBehind().Match(name) is { Success: true } match ? (match.Groups["x"].Value, Year(match, "year")) : null;

    private static RowOrder OrderOf(string word) => word switch
    {
        "oldest" or "earliest" => RowOrder.Oldest,
        "most cited" or "most-cited" or "highest cited" or "most influential" => RowOrder.MostCited,
        _ => RowOrder.Newest,
    };

    private static QuestionFilters WithBound(QuestionFilters filters, string word, int year) => word switch
    {
        "since" or "starting" or "from" => filters with { Since = year },
        "after" => filters with { Since = year + 1 },
        "before" => filters with { Until = year - 1 },
        "until" or "by" or "up to" or "as of" or "through" => filters with { Until = year },
        _ => filters with { Since = year, Until = year },
    };

    /// <summary>A year; two digits are of this century.</summary>
    private static int Year(Match match, string group) => int.Parse(match.Groups[group].Value) is var year && year < 100 ? 2000 + year : year;

    private static Match? Take(ref string rest, Regex regex)
    {
        var match = regex.Match(rest);
        if (!match.Success)
        {
            return null;
        }

        var without = Blanks().Replace(rest.Remove(match.Index, match.Length).Insert(match.Index, " "), " ").Trim(' ', ',');
        if (without.Length == 0)
        {
            return null;
        }

        rest = without;
        return match;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\b(?:between|from)\s+(?<from>(?:19|20)\d\d)\s*(?:and|to|until|-|–)\s*(?<to>(?:19|20)\d\d)\b", Options)]
    private static partial Regex Between();

    /// <summary>"…, but was published before 2023": a bound, with the clause that it may stand in.</summary>
    [GeneratedRegex(@",?\s*(?:\b(?:but|and)\s+)?(?:\b(?:only\s+)?(?:(?:that|which)\s+)?(?:(?:was|were|is|are|has\s+been|have\s+been)\s+)?(?:first\s+)?(?:published|released|written|appeared|presented|came\s+out)\s+)?\b(?<word>since|starting|from|after|before|until|by|up to|as of|through|in|during|of)\s+(?:the year\s+)?(?<year>(?:19|20)\d\d)\b", Options)]
    private static partial Regex Bound();

    [GeneratedRegex(@"\b(?:published|presented|accepted)?\s*\b(?:at|in|from)\s+(?<venue>" + Venues + @")(?:\s*" + YearText + @")?\b", Options)]
    private static partial Regex VenueAt();

    /// <summary>A venue without a preposition is one where its year stands beside it ("ICRA 2024 papers on SLAM") or "papers" behind it, for one may ask what NeurIPS is.</summary>
    [GeneratedRegex(@"(?<![\w-])(?:(?<venue>" + Venues + @")\s*" + YearText + @"\b|(?<year>(?:19|20)\d\d)\s+(?<venue>" + Venues + @")\b|(?<venue>" + Venues + @")(?=\s+(?:papers?|works?|articles?)\b))(?![\w-])", Options)]
    private static partial Regex VenueBare();

    [GeneratedRegex(@"\bsurvey\s+(?:papers|articles)\b", Options)]
    private static partial Regex Survey();

    [GeneratedRegex(@"\b(?:the\s+)?(?:top|first|best)\s+(?<n>\d{1,4})\b", Options)]
    private static partial Regex TopCount();

    [GeneratedRegex(@"\b(?:the\s+)?(?<word>newest|latest|most recent|recent|oldest|earliest|most[ -]cited|highest cited|most influential)\b", Options)]
    private static partial Regex Superlative();

    [GeneratedRegex(@"^(?:(?<x>\S.*?)\s+(?<year>(?:19|20)\d\d)|(?<year>(?:19|20)\d\d)\s+(?<x>\S.*))$", Options)]
    private static partial Regex YearBehind();
}
