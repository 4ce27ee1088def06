using System.Text.RegularExpressions;

namespace Stemma.GraphBuilder.Reading.Identity;

/// <summary>Recognises arXiv identifiers of both schemes (arXiv help: "Understanding the arXiv identifier").</summary>
public static partial class ArxivIdentifier
{
    /// <summary>The id without prefix and version if the whole text is one, else null: <c>arXiv:2305.18290v3</c> gives <c>2305.18290</c>.</summary>
    public static string? Parse(string text) => Whole.Match(text) is { Success: true } match ? match.Groups["id"].Value : null;

    /// <summary>The first id in a text that follows an arXiv marker (<c>arXiv:</c>, <c>arxiv.org/abs/</c>), else null.</summary>
    public static string? FindMarked(string text) => Marked.Match(text) is { Success: true } match ? match.Groups["id"].Value : null;

    /// <summary>The year of submission, from the first two digits of <c>2305.18290</c> or <c>cs/0309023</c>. The archive began in 1991.</summary>
    public static int YearOf(string id)
    {
        var digits = id.AsSpan(id.LastIndexOf('/') + 1, 2);
        var year = int.Parse(digits);
        return year >= 91 ? 1900 + year : 2000 + year;
    }

    [GeneratedRegex(@"^(?:arxiv:\s*)?(?<id>\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{2}(?:0[1-9]|1[0-2])\d{3})(?:v\d+)?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Whole { get; }

    [GeneratedRegex(@"(?:arxiv\s*:\s*|arxiv\.org/(?:abs|pdf|html)/|10\.48550/arxiv\.)(?<id>\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Marked { get; }
}
