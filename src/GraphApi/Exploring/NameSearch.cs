using Stemma.GraphApi.Hosting;
using Stemma.GraphApi.Wire;
using Stemma.GraphBuilder.Asking.Names;
using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphModel;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.GraphStore;

namespace Stemma.GraphApi.Exploring;

/// <summary>
/// Finds nodes by the text a user types and rates how well each fits; used by the search box and for names given instead of ids. Concepts come from
/// one query that ranks by name before it applies the limit, so that the best known one is found however many others share its acronym, and from
/// similarly spelled names (<see cref="NameSpeller"/>); authors by their whole name; papers by their titles and, if no title fits, by their abstracts.
/// </summary>
internal sealed class NameSearch(ServedGraph graph, NameSpeller speller)
{
    /// <summary>Order of a whole name.</summary>
    public const int WholeName = 0;

    /// <summary>Order of a paper, after everything else.</summary>
    public const int PaperOrder = 9;

    private const int AuthorOrder = 8;
    private const int Candidates = 200;

    /// <summary>Maximum number of similarly spelled names that are added.</summary>
    private const int MostNear = 3;

    /// <summary>Words of up to this many letters are not looked up as prefixes in the full-text index: a third of all names has a word that begins with "s".</summary>
    private const int ShortWord = 2;

    /// <summary>Concepts by fit and importance, then an author, then papers: those with that title, those whose title begins with the text, the others in the order of the full-text index.</summary>
    public async Task<Hit[]> FindAsync(string typed, CancellationToken cancellationToken)
    {
        var (words, name) = (FullTextWords.Split(typed), typed.Trim());
        if (words.Count == 0)
        {
            return [];
        }

        var isShort = words.Count == 1 && words[0].Length <= ShortWord;
        var concepts = await ConceptsAsync(name, isShort ? FullTextWords.Whole(words) : FullTextWords.Beginning(words), cancellationToken);
        concepts.AddRange(await SpelledAsync(name, isShort, concepts, cancellationToken));
        var papers = await PapersAsync(InTitle(words, isShort), cancellationToken);
        papers = papers.Count > 0 ? papers : await PapersAsync(FullTextWords.Whole(words), cancellationToken);
        return
        [
            .. NameFit.Rank(concepts),
            .. words.Count > 1 && await EntityFinder.FindAsync(graph.Database, EntityQueries.AuthorById, AuthorIds.Of(name), cancellationToken) is { } author
                ? [new Hit(author, AuthorOrder, "author", 0)] : Array.Empty<Hit>(),
            .. papers.OrderBy(paper => NameFit.OfTitle(paper, name)).Select(node => new Hit(node, PaperOrder, "paper", 0)),
        ];
    }

    private async Task<List<Hit>> ConceptsAsync(string name, string query, CancellationToken cancellationToken) =>
        [.. (await ReadAsync(ExploringQueries.SearchConcepts, query, [("name", GraphValue.From(name.ToLowerInvariant()))], cancellationToken)).Select(node => NameFit.Rate(node, name))];

    /// <summary>Well-known names that the full-text index misses: the same but for hyphens, endings and head words, or similarly spelled and much better known than what was found.</summary>
    private async Task<Hit[]> SpelledAsync(string name, bool isShort, List<Hit> found, CancellationToken cancellationToken)
    {
        var known = found.Select(hit => EntityViews.IdOf(hit.Node)).ToHashSet(StringComparer.Ordinal);
        var usual = found.Where(hit => hit.Order <= NameFit.Beginning).Select(hit => hit.Papers).DefaultIfEmpty(0).Max();
        var names = isShort ? await speller.BeginningAsync(name, Candidates, cancellationToken) : await speller.FindAsync(name, Candidates, cancellationToken);
        var near = NameFit.Likely(names, usual).Where(other => !known.Contains(other.ConceptId)).Take(isShort ? Candidates : MostNear).ToArray();
        if (near.Length == 0)
        {
            return [];
        }

        var nodes = (await speller.ConceptsAsync([.. near.Select(other => other.ConceptId)], cancellationToken)).ToDictionary(EntityViews.IdOf, StringComparer.Ordinal);
        return [.. near.Where(other => nodes.ContainsKey(other.ConceptId)).Select(other => isShort ? NameFit.Rate(nodes[other.ConceptId], name) : NameFit.OfSpelling(nodes[other.ConceptId], other))];
    }

    private Task<IReadOnlyList<GraphNode>> PapersAsync(string query, CancellationToken cancellationToken) =>
        ReadAsync(ExploringQueries.Search, query, [("index", GraphValue.From(GraphSchema.FullText.Papers))], cancellationToken);

    private async Task<IReadOnlyList<GraphNode>> ReadAsync(string cypher, string query, (string Name, GraphValue Value)[] more, CancellationToken cancellationToken)
    {
        var parameters = Parameters.Of([("query", GraphValue.From(query)), ("limit", GraphValue.From(Candidates)), .. more]);
        var found = await graph.Database.ReadAllAsync(cypher, parameters, QueryOptions.Reading, cancellationToken);
        return [.. found.Rows.Select(row => row[0].AsNode())];
    }

    private static string InTitle(IReadOnlyList<string> words, bool isWhole) =>
        string.Join(" AND ", words.Select((word, at) => GraphSchema.Keys.Title + (isWhole || at < words.Count - 1 ? $":\"{word}\"" : $":{word}*")));
}

/// <summary>A node that was found.</summary>
/// <param name="Node">The node.</param>
/// <param name="Order">0 for its name or an alias, then the orders of <see cref="NameFit"/>, <see cref="NameSearch.PaperOrder"/> for a paper.</param>
/// <param name="Match">Why, in words.</param>
/// <param name="Papers">Number of papers that use this name for the concept.</param>
internal sealed record Hit(GraphNode Node, int Order, string Match, double Papers);
