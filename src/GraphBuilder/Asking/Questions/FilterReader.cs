using System.Text.RegularExpressions;

namespace Stemma.GraphBuilder.Asking.Questions;

/// <summary>
/// Extracts years, venues (<see cref="VenueReader"/>), count and order from a question: "since 2024", "in the last two years", "at AAAI", "top five", "newest". A bare year is not
/// extracted, because it may belong to a name (AIME 2024); see <see cref="Names.NameReader"/>.
/// </summary>
internal static partial class FilterReader
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string Numbers = "two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty";

    /// <summary>Number of years meant by "a few years" and "recent years"; a convention, so the answer states the first year.</summary>
    private const int Few = 3;

    private static readonly int[] NumbersInOrder = [2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20];

    /// <summary>Returns the filters and removes their words from <paramref name="rest"/>, which never becomes empty.</summary>
    public static QuestionFilters Read(ref string rest)
    {
        var filters = VenueReader.Read(ref rest, ReadYears(ref rest));
        if (Survey().IsMatch(rest))
        {
            (rest, filters) = (Survey().Replace(rest, "papers"), filters with { Surveys = true });
        }

        if (Take(ref rest, PerYear()) is not null)
        {
            filters = filters with { ByYear = true };
        }

        if ((Take(ref rest, TopCount()) ?? Take(ref rest, CountMost()) ?? Take(ref rest, CountNewest())) is { } top)
        {
            filters = filters with { Top = NumberOf(top.Groups["n"].Value) };
        }

        return (Take(ref rest, Sorted()) ?? Take(ref rest, Superlative())) is { } order ? filters with { Order = OrderOf(order.Groups["word"].Value.ToLowerInvariant()) } : filters;
    }

    private static QuestionFilters ReadYears(ref string rest)
    {
        var filters = new QuestionFilters();
        if (Take(ref rest, Between()) is { } range)
        {
            var (one, other) = (YearOf(range.Groups["from"].Value), YearOf(range.Groups["to"].Value));
            filters = filters with { Since = Math.Min(one, other), Until = Math.Max(one, other) };
        }

        if (Take(ref rest, Decade()) is { } decade)
        {
            var first = YearOf(decade.Groups["year"].Value);
            filters = filters with { Since = first, Until = first + 9 };
        }

        if (Take(ref rest, LastYears()) is { } last)
        {
            filters = filters with { LastYears = !last.Groups["years"].Success ? 1 : last.Groups["n"] is { Success: true } n ? NumberOf(n.Value) : Few };
        }

        while (Take(ref rest, Bound()) is { } bound)
        {
            filters = WithBound(filters, bound.Groups["on"].Success ? "since" : bound.Groups["word"].Value.ToLowerInvariant(), YearOf(bound.Groups["year"].Value));
        }

        return filters;
    }

    /// <summary>A name and the year after or before it ("NeRF 2022"), or null.</summary>
    public static (string Name, int Year)? SplitYear(string name) =>
        YearBehind().Match(name) is { Success: true } match ? (match.Groups["x"].Value, YearOf(match.Groups["year"].Value)) : null;

    private static int NumberOf(string text) =>
        int.TryParse(text, out var number) ? number : NumbersInOrder[Array.IndexOf(Numbers.Split('|'), text.ToLowerInvariant())];

    private static RowOrder OrderOf(string word) => word switch
    {
        "newest" or "latest" or "most recent" or "recent" or "year" or "date" or "time" or "recency" => RowOrder.Newest,
        "oldest" or "earliest" or "chronologically" or "chronological order" => RowOrder.Oldest,
        _ => RowOrder.MostCited,
    };

    private static QuestionFilters WithBound(QuestionFilters filters, string word, int year) => word switch
    {
        "since" or "starting" => filters with { Since = year },
        "after" => filters with { Since = year + 1 },
        "before" => filters with { Until = year - 1 },
        "until" or "by" or "up to" or "as of" or "through" => filters with { Until = year },
        _ => filters with { Since = year, Until = year },
    };

    /// <summary>A year. Two digits mean 1969 to 2068, as in POSIX <c>strptime</c> (<c>%y</c>): NIPS'99 was in 1999.</summary>
    public static int YearOf(string text) => int.Parse(text) switch
    {
        < 69 and var year => 2000 + year,
        < 100 and var year => 1900 + year,
        var year => year,
    };

    /// <summary>Removes the first match and the blanks around it from the text; null if nothing matches or nothing else would be left.</summary>
    public static Match? Take(ref string rest, Regex regex)
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

    [GeneratedRegex(@"\b(?:in|from|during|of|through)\s+the\s+(?<year>(?:19|20)\d0)['’]?s\b", Options)]
    private static partial Regex Decade();

    /// <summary>Years counted back from the newest in the graph; "this year" is that year.</summary>
    [GeneratedRegex(@",?\s*\b(?:(?:in|from|of|over|during|within|since)\s+)?(?:(?:the\s+)?(?:last|past)\s+(?:(?<n>\d{1,2}|" + Numbers + @")\s+|(?:few|couple\s+of|several)\s+)?(?<years>years)|recent\s+(?<years>years)|(?:the\s+)?(?:last|past)\s+year|this\s+year)\b", Options)]
    private static partial Regex LastYears();

    /// <summary>"…, but was published before 2023": a bound, with the clause around it. "From 2023" is that year, "from 2023 on" every year since.</summary>
    [GeneratedRegex(@",?\s*(?:\b(?:but|and)\s+)?(?:\b(?:only\s+)?(?:(?:that|which)\s+)?(?:(?:was|were|is|are|has\s+been|have\s+been)\s+)?(?:first\s+)?(?:published|released|written|appeared|presented|came\s+out)\s+)?\b(?<word>since|starting|from|after|before|until|by|up to|as of|through|in|during|of)\s+(?:the year\s+)?(?<year>(?:19|20)\d\d)\b(?<on>\s+(?:on\b(?!\s+\w)|onwards?\b|(?:or|and)\s+later\b))?", Options)]
    private static partial Regex Bound();

    [GeneratedRegex(@"\bsurvey\s+(?:papers|articles)\b", Options)]
    private static partial Regex Survey();

    [GeneratedRegex(@",?\s*\b(?:(?:per|each|every|(?<!(?:sort|order|rank)(?:ed)?\s)by|in\s+each)\s+(?:calendar\s+)?year|per\s+annum|yearly|annually|year\s+by\s+year)\b(?!\s+first)", Options)]
    private static partial Regex PerYear();

    [GeneratedRegex(@"\b(?:the\s+)?(?:top|first|best)\s+(?<n>\d{1,4}|" + Numbers + @")\b", Options)]
    private static partial Regex TopCount();

    /// <summary>"The three most used datasets": the number and the words before it.</summary>
    [GeneratedRegex(@"^(?:(?:what|which)\s+(?:are|were)\s+)?(?:the\s+)?(?<n>\d{1,3}|" + Numbers + @")\s+(?=(?:most|newest|latest|oldest|strongest|main|biggest)\b)", Options)]
    private static partial Regex CountMost();

    /// <summary>"Newest 3 papers": the number behind the order.</summary>
    [GeneratedRegex(@"(?<=\b(?:newest|latest|recent|oldest|earliest|most[ -]cited)\s+)(?<n>\d{1,3}|" + Numbers + @")\s+(?=(?:papers?|works?|articles?|publications?|surveys?|benchmarks?|data\s?sets?|methods?|models?|results?)\b)", Options)]
    private static partial Regex CountNewest();

    [GeneratedRegex(@",?\s*\b(?:(?:sort(?:ed)?|order(?:ed)?|rank(?:ed)?)\s+by\s+(?:the\s+)?(?<word>year|date|time|recency|citations?|importance|influence)|(?:in\s+)?(?<word>chronological\s+order)|(?<word>chronologically))\b", Options)]
    private static partial Regex Sorted();

    /// <summary>
    /// An order, before what is asked for ("newest papers") or after it ("…, newest first"). "Landmark" and the like mean most cited, but only for papers in the plural: "the
    /// seminal paper" asks for one paper.
    /// </summary>
    [GeneratedRegex(@"(?:,\s*)?\b(?:(?:and|with|sort(?:ed)?|order(?:ed)?|list(?:ed)?)\s+(?=(?:the\s+)?(?:\w+[ -])?\w+\s+(?:ones\s+)?first\b))*(?:the\s+)?\b(?:(?<word>newest|latest|most recent|recent|oldest|earliest|most[ -]cited|highest cited|most influential)\b(?:\s+(?:ones\s+)?first\b)?|(?<word>seminal|landmark|classic|foundational|influential|most important|important|must[ -]read|key|famous|essential)(?=\s+(?:papers|works|articles)\b))", Options)]
    private static partial Regex Superlative();

    [GeneratedRegex(@"^(?:(?<x>\S.*?)\s+(?<year>(?:19|20)\d\d)|(?<year>(?:19|20)\d\d)\s+(?<x>\S.*))$", Options)]
    private static partial Regex YearBehind();
}
