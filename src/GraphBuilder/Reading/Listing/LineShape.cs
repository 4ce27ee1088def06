using System.Text.RegularExpressions;
using Stemma.GraphBuilder.Reading.Identity;

namespace Stemma.GraphBuilder.Reading.Listing;

/// <summary>
/// Classifies a line of a listing by its form: running sentences (an abstract), a heading (a title), or a short description of a paper (authors, a date, a count, an id).
/// The bounds were set from copied listings and from the lengths in arXiv metadata of 2025: 98 of 100 titles have 3 to 20 words, 99 of 100 abstracts more than 40.
/// </summary>
internal static partial class LineShape
{
    private const int LongProseWords = 25;
    private const int ShortProseWords = 12;
    private const int MaxTitleWords = 40;

    // The parts of a date; case is ignored.
    private const string Event = @"(?:(?:published|submitted|posted|updated|revised|added)(?:\s+on)?:?\s+)?";
    private const string Weekday = @"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?";
    private const string Month = @"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?";
    private const string Day = @"\d{1,2}(?:st|nd|rd|th)?";
    private const string Year = @"(?<year>(?:19|20)\d\d)";
    private const string MaybeYear = @"(?:,?\s+" + Year + ")?";
    private const string MonthAndDay = Month + @"\s+" + Day + MaybeYear;
    private const string DayAndMonth = Day + @"\s+" + Month + MaybeYear;
    private const string YearFirst = Year + @"(?:[-/]\d{1,2}){0,2}";
    private const string Ago = @"\d+\s+(?:minute|hour|day|week|month|year)s?\s+ago";

    /// <summary>True for running sentences: a long line that contains a sentence end, or a shorter one that ends as a sentence and is mostly in lower case.</summary>
    public static bool IsProse(string text)
    {
        var words = CountWords(text);
        return !IsPageText(text, words)
            && ((words >= LongProseWords && SentenceEnd.IsMatch(text))
                || (words >= ShortProseWords && FinalStop.IsMatch(text) && CapitalisedShare(text) < 0.5));
    }

    /// <summary>True for prose long enough to be an abstract, whatever precedes it.</summary>
    public static bool IsLongProse(string text) => CountWords(text) >= LongProseWords;

    /// <summary>True if at least half of the words of four or more letters are capitalised.</summary>
    public static bool IsTitleCase(string text) => CapitalisedShare(text) >= 0.5;

    /// <summary>How much a line resembles a title; 0 if it cannot be one.</summary>
    /// <param name="text">The line.</param>
    /// <param name="nextToAbstract">Whether it directly precedes the abstract, the usual place.</param>
    public static double TitleScore(string text, bool nextToAbstract)
    {
        var words = CountWords(text);
        if (words > MaxTitleWords || !WordOfThreeLetters.IsMatch(text) || IsDescription(text) || IsPageText(text, words))
        {
            return 0;
        }

        if (!nextToAbstract && (words < 2 || text[^1] is '!' or '.' or ','))
        {
            return 0;
        }

        var score = Math.Min(words, 8) + (4 * CapitalisedShare(text)) + (text.Contains(": ") ? 2 : 0) + (nextToAbstract ? 3 : 0);
        return IsAuthors(text) ? score / 2 : score;
    }

    /// <summary>True for a line that is a title even without an abstract after it: long, in title case, and not page text.</summary>
    public static bool IsTitleAlone(string text) =>
        TitleScore(text, nextToAbstract: false) > 0
        && CapitalisedShare(text) >= 0.7
        && CountWords(text) is var words
        && (words >= 6 || (words >= 4 && text.Contains(": ")));

    /// <summary>True for authors, dates, counts, ids and the like, which describe a paper without naming it.</summary>
    public static bool IsDescription(string text) =>
        (IsAuthors(text) && ListSign.IsMatch(text)) || Date.IsMatch(text) || Count.IsMatch(text) || Submission.IsMatch(text) || Citation.IsMatch(text) || ArxivIdentifier.Parse(text) is not null
        || (ArxivIdentifier.FindMarked(text) is not null && CountWords(text) <= 8);

    /// <summary>
    /// True for two or more names, each of two to five capitalised words. Without a comma, semicolon or dot between them it may equally be a title: "Slow Fields and
    /// Wrong Maps" is built like "Ada Reed and Bo Lin".
    /// </summary>
    public static bool IsAuthors(string text)
    {
        var names = NameSeparator.Split(text);
        return names.Length >= 2 && names.All(name => PersonName.IsMatch(name));
    }

    /// <summary>The year in a line that is a date or a citation, else null.</summary>
    public static int? YearOf(string text)
    {
        var year = Date.Match(text) is { Success: true } date ? date.Groups["year"] : Citation.Match(text).Groups["year"];
        return year.Success ? int.Parse(year.ValueSpan) : null;
    }

    /// <summary>The part of a line that names authors, without its label and without what follows the names; null if there is none.</summary>
    public static string? AuthorsIn(string text)
    {
        var names = AuthorLabel.Replace(text, "");
        if (names.Length < text.Length || IsAuthors(names))
        {
            return names;
        }

        return Citation.Match(text).Groups["authors"] is { Success: true } cited ? cited.Value : null;
    }

    /// <summary>Share of capitalised words among those of four or more letters; a capital inside the word counts too.</summary>
    private static double CapitalisedShare(string text)
    {
        var words = text.Split(' ').Where(word => word.Count(char.IsLetter) >= 4).ToList();
        return words.Count == 0 ? 0 : (double)words.Count(word => word.Any(char.IsUpper)) / words.Count;
    }

    // A heuristic for sentences that sites print about themselves. Longer texts are about the subject.
    private static bool IsPageText(string text, int words) => words < 60 && PageText.IsMatch(text);

    private static int CountWords(string text) => text.AsSpan().Count(' ') + 1;

    [GeneratedRegex(@"[.!?…]['""”)\]]?(?:\s|$)", RegexOptions.NonBacktracking)]
    private static partial Regex SentenceEnd { get; }

    [GeneratedRegex(@"(?:[.…]['""”)\]]?|\.\.\.)$", RegexOptions.NonBacktracking)]
    private static partial Regex FinalStop { get; }

    [GeneratedRegex(@"\p{L}{3}", RegexOptions.NonBacktracking)]
    private static partial Regex WordOfThreeLetters { get; }

    [GeneratedRegex(@"\s*(?:,\s*and\s|,|;|·|•|\sand\s|&)\s*", RegexOptions.NonBacktracking)]
    private static partial Regex NameSeparator { get; }

    // Search engines print "J Doe, A Smith - Proceedings of Things, 2021 - things.org".
    [GeneratedRegex(@"^(?<authors>[^-–—]{3,120}?)…?\s[-–—]\s(?:.*\W)?(?<year>(?:19|20)\d\d)(?:\s[-–—]\s\S+)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Citation { get; }

    [GeneratedRegex(@"^authors?\s*:\s*", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex AuthorLabel { get; }

    [GeneratedRegex(@"[,;·•]", RegexOptions.NonBacktracking)]
    private static partial Regex ListSign { get; }

    [GeneratedRegex(@"^\p{Lu}[\p{L}.'’-]*(?:\s(?:\p{Lu}[\p{L}.'’-]*|van|von|de|der|den|di|da|del|la|le|bin|al)){1,4}[*†‡\d]*$", RegexOptions.NonBacktracking)]
    private static partial Regex PersonName { get; }

    [GeneratedRegex($"^{Event}{Weekday}(?:{MonthAndDay}|{DayAndMonth}|{YearFirst}|{Ago})$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Date { get; }

    [GeneratedRegex(@"^[\W\d]*\d[\d.,]*\s*[km]?(?:\s+[\p{L}/-]+){0,3}$|^(?:\W*\d[\d.,]*[km]?\W*)+$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Count { get; }

    [GeneratedRegex(@"^(?:(?:submitted by|posted by|by)\b|(?:authors?|subjects?|comments?|journal-ref|doi|cite as)\s*:)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Submission { get; }

    [GeneratedRegex(@"\b(?:cookies?|privacy policy|terms of (?:use|service)|all rights reserved|newsletter|subscribe|unsubscribe|sign (?:in|up)|log in|cited by \d+|skip to (?:main )?content|your (?:e-?mail|inbox))\b|©", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex PageText { get; }
}
