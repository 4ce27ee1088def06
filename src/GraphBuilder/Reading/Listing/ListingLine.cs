using System.Text.RegularExpressions;
using Stemma.GraphBuilder.Reading.Identity;

namespace Stemma.GraphBuilder.Reading.Listing;

/// <summary>A non-blank line of a listing, or a paragraph that was wrapped over several lines.</summary>
/// <param name="Number">One-based number of its first line.</param>
/// <param name="Text">With white space folded, without label and bullet.</param>
/// <param name="Label">The label that the page itself gives it.</param>
internal sealed partial record ListingLine(long Number, string Text, ListingLabel Label)
{
    /// <summary>Parses a line, separating its label.</summary>
    public static ListingLine Of(long number, string text)
    {
        text = Bullet.Replace(FoldedText.WhiteSpace(text), "");
        return Labelled.Match(text) is { Success: true } match
            ? new ListingLine(number, match.Groups["rest"].Value, match.Groups["title"].Success ? ListingLabel.Title : ListingLabel.Abstract)
            : new ListingLine(number, text, ListingLabel.None);
    }

    [GeneratedRegex(@"^[·•▪●○*]\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Bullet { get; }

    [GeneratedRegex(@"^(?:(?<title>title)|abstract|summary)\s*:\s+(?<rest>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Labelled { get; }
}

/// <summary>Labels that pages put before the parts of a paper.</summary>
internal enum ListingLabel
{
    /// <summary>None.</summary>
    None,

    /// <summary>"Title:".</summary>
    Title,

    /// <summary>"Abstract:" or "Summary:".</summary>
    Abstract,
}
