using System.Text.RegularExpressions;

namespace Stemma.GraphBuilder.Reading.Identity;

/// <summary>The identifiers of one record, each normalised or null.</summary>
/// <param name="Doi">Lower case, without resolver. The DOIs that arXiv gives to its own papers (10.48550/arXiv.…) count as arXiv ids.</param>
/// <param name="Arxiv">Without version.</param>
/// <param name="OpenReview">Forum id.</param>
/// <param name="SemanticScholar">Paper id of Semantic Scholar.</param>
/// <param name="OpenAlex">Work id of OpenAlex: <c>W…</c>.</param>
public readonly partial record struct Identifiers(string? Doi, string? Arxiv, string? OpenReview, string? SemanticScholar, string? OpenAlex)
{
    /// <summary>
    /// Parses an id, a URL or a prefixed id: <c>arxiv:2305.18290</c>, <c>https://doi.org/10.1000/x</c>, <c>openreview.net/forum?id=…</c>. Other text and null give no
    /// identifier.
    /// </summary>
    public static Identifiers Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return default;
        }

        text = text.Trim();
        if (ArxivIdentifier.Parse(text) is { } arxiv || (arxiv = ArxivIdentifier.FindMarked(text)) is not null)
        {
            return new Identifiers { Arxiv = arxiv };
        }

        if (text.Contains("10.", StringComparison.Ordinal) && DoiForm.Match(text) is { Success: true } doi)
        {
            return new Identifiers { Doi = doi.Groups["id"].Value.ToLowerInvariant().TrimEnd('.', ',', ';') };
        }

        // All forms below begin with a scheme.
        if (!text.Contains(':'))
        {
            return default;
        }

        if (OpenReviewForm.Match(text) is { Success: true } forum)
        {
            return new Identifiers { OpenReview = forum.Groups["id"].Value };
        }

        if (SemanticScholarForm.Match(text) is { Success: true } paper)
        {
            return new Identifiers { SemanticScholar = paper.Groups["id"].Value.ToLowerInvariant() };
        }

        return OpenAlexForm.Match(text) is { Success: true } work
            ? new Identifiers { OpenAlex = work.Groups["id"].Value.ToUpperInvariant() }
            : default;
    }

    /// <summary>These identifiers, with each missing one taken from the other.</summary>
    public Identifiers Or(Identifiers other) => new(
        Doi ?? other.Doi,
        Arxiv ?? other.Arxiv,
        OpenReview ?? other.OpenReview,
        SemanticScholar ?? other.SemanticScholar,
        OpenAlex ?? other.OpenAlex);

    [GeneratedRegex(@"^(?:doi:\s*|https?://(?:dx\.)?doi\.org/)?(?<id>10\.\d{4,9}/\S+)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex DoiForm { get; }

    [GeneratedRegex(@"^(?:openreview:\s*|https?://(?:api2?\.)?openreview\.net/(?:forum|pdf|attachment)\?id=)(?<id>[\w-]{6,})", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OpenReviewForm { get; }

    [GeneratedRegex(@"^(?:s2:\s*|https?://(?:www\.)?semanticscholar\.org/paper/(?:[^/]+/)?)(?<id>[0-9a-f]{40}|\d+)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex SemanticScholarForm { get; }

    [GeneratedRegex(@"^(?:openalex:\s*|https?://(?:api\.)?openalex\.org/(?:works/)?)(?<id>W\d+)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OpenAlexForm { get; }
}
