using Stemma.GraphBuilder.Asking.Querying;
using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphModel;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.GraphStore;

namespace Stemma.GraphBuilder.Asking.Names;

/// <summary>Finds the paper whose title was typed in place of a name: "who introduced Attention is all you need".</summary>
internal sealed class TitleReader(IGraphDatabase database)
{
    /// <summary>Shorter texts are unknown names, not titles.</summary>
    private const int FewestWords = 3;

    /// <summary>The oldest paper with the title, ignoring case and punctuation, or with a title that continues it after a colon; null if there is none.</summary>
    public async Task<GraphNode?> FindAsync(string title, CancellationToken cancellationToken)
    {
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

    private static string TitleOf(GraphNode paper) => paper.Properties.TryGetValue(GraphSchema.Keys.Title, out var title) && title.IsString ? title.AsString() : "";

    private static List<string> Words(string text) => [.. FullTextWords.Split(LetterFolding.Fold(text)).Select(word => word.ToLowerInvariant())];
}
