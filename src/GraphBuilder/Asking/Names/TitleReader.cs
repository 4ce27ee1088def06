using System.Text.RegularExpressions;
using Stemma.GraphBuilder.Asking.Querying;
using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphModel;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.GraphStore;

namespace Stemma.GraphBuilder.Asking.Names;

/// <summary>Finds the paper whose title or id was typed in place of a name: "who introduced Attention is all you need", "arxiv:2501.12948".</summary>
internal sealed partial class TitleReader(IGraphDatabase database)
{
    /// <summary>Shorter texts are unknown names, not titles.</summary>
    private const int FewestWords = 3;

    /// <summary>The paper with the id, or the oldest with the title, ignoring case and punctuation, or with a title that continues it after a colon; null if there is none.</summary>
    public async Task<GraphNode?> FindAsync(string title, CancellationToken cancellationToken)
    {
        if (Id().Match(title.Trim()) is { Success: true } id)
        {
            var name = id.Groups["arxiv"] is { Success: true } arxiv ? "arxiv:" + arxiv.Value : id.Value;
            var rows = await database.ReadAllAsync(AskQueries.PaperById, new Dictionary<string, GraphValue>(StringComparer.Ordinal) { ["id"] = GraphValue.From(name) }, QueryOptions.Reading, cancellationToken).ConfigureAwait(false);
            return rows.Rows.Count == 0 ? null : rows.Rows[0][0].AsNode();
        }

        var words = Words(title);
        if (words.Count < FewestWords)
        {
            return null;
        }

        var query = string.Join(" AND ", words.Select(word => $"{GraphSchema.Keys.Title}:\"{word}\""));
        var found = await database.ReadAllAsync(
            AskQueries.PapersByTitle, new Dictionary<string, GraphValue>(StringComparer.Ordinal) { ["query"] = GraphValue.From(query) }, QueryOptions.Reading, cancellationToken).ConfigureAwait(false);
        var papers = found.Rows.Select(row => row[0].AsNode()).ToList();
        return papers.Find(paper => Words(TitleOf(paper)).SequenceEqual(words)) ?? papers.Find(paper => Words(TitleOf(paper).Split(':')[0]).SequenceEqual(words));
    }

    /// <summary>An id with its scheme, or an arXiv identifier in any form in which it is copied, without its version.</summary>
    [GeneratedRegex(@"^(?:(?:(?:https?://)?(?:www\.)?arxiv\.org/(?:abs|pdf)/|arxiv:\s*)?(?<arxiv>\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?|(?:arxiv|doi|openreview|s2|openalex|title):\S+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    private static string TitleOf(GraphNode paper) => paper.Properties.TryGetValue(GraphSchema.Keys.Title, out var title) && title.IsString ? title.AsString() : "";

    private static List<string> Words(string text) => [.. FullTextWords.Split(LetterFolding.Fold(text)).Select(word => word.ToLowerInvariant())];
}
