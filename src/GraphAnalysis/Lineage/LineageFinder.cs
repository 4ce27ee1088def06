using Stemma.GraphModel;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphAnalysis.Lineage;

/// <summary>
/// Fetches lineages and paths from any graph database. Stages: <see cref="LineageQueries"/> hop by hop → <see cref="Neighbourhood"/> → <see cref="LineageOrder"/> (limit,
/// cycles, topological order, implied arcs) → <see cref="Lineage"/>; for paths <see cref="PathFinder"/>. Safe for concurrent calls.
/// </summary>
public sealed class LineageFinder(IGraphDatabase database)
{
    /// <summary>Maximum number of rows per hop; the surest are kept.</summary>
    private const int MostRowsPerHop = 2000;

    /// <summary>Maximum number of rows per hop of a path search: enough to cross a hub by its best-supported relations, few enough for a quick answer.</summary>
    private const int MostRowsPerPathHop = 400;

    /// <summary>Maximum number of hops from either end of a path, so that paths have at most four; longer ones mean little.</summary>
    private const int PathHops = 2;

    /// <summary>Path search does not expand concepts with more papers than this: a path through them means nothing, and their thousands of relations cost the most.</summary>
    private const long Crossroads = 1500;

    /// <summary>The lineage of a concept or paper, or null if no node has that id.</summary>
    public async Task<Lineage?> FindAsync(LineageRequest request, CancellationToken cancellationToken)
    {
        if (await FocusAsync(request.Id, cancellationToken).ConfigureAwait(false) is not { } focus)
        {
            return null;
        }

        var byPapers = request.ByPapers || focus.Labels.Contains(GraphSchema.Labels.Paper);
        var neighbourhood = new Neighbourhood(request.Id, focus);
        if (request.Direction != LineageDirection.Ancestors)
        {
            await WalkAsync(neighbourhood, request, byPapers, down: true, cancellationToken).ConfigureAwait(false);
        }

        if (request.Direction != LineageDirection.Descendants)
        {
            await WalkAsync(neighbourhood, request, byPapers, down: false, cancellationToken).ConfigureAwait(false);
        }

        return LineageOrder.Arrange(request.Id, neighbourhood, request.Limit);
    }

    /// <summary>The best paths between two concepts along BUILDS_ON and VARIANT_OF, in either direction; empty if there is none within four hops.</summary>
    /// <param name="from">Id of a concept.</param>
    /// <param name="to">Id of another.</param>
    /// <param name="count">Maximum number of paths.</param>
    /// <param name="asOf">Omits nodes younger than this year; null for no limit.</param>
    /// <param name="cancellationToken">Stops the queries.</param>
    public async Task<IReadOnlyList<LineagePath>> FindPathsAsync(string from, string to, int count, int? asOf, CancellationToken cancellationToken)
    {
        if (await FocusAsync(from, cancellationToken).ConfigureAwait(false) is not { } first
            || await FocusAsync(to, cancellationToken).ConfigureAwait(false) is not { } last)
        {
            return [];
        }

        var sides = new[] { new Neighbourhood(from, first), new Neighbourhood(to, last) };
        var frontiers = new List<string>[] { [from], [to] };
        var haveMet = Meet(sides);

        // The sides take turns. Both take their first hop; after that, the first meeting ends the search.
        for (var walk = 0; walk < 2 * PathHops && (walk == 1 || !haveMet); walk++)
        {
            var (side, hop) = (walk % 2, 1 + (walk / 2));
            var found = await WalkBothWaysAsync(sides[side], frontiers[side], hop, asOf, cancellationToken).ConfigureAwait(false);
            frontiers[side] = [.. found.Where(id => !IsCrossroads(sides[side].Nodes[id].Node))];
            haveMet = Meet(sides);
        }

        return haveMet ? PathFinder.Find(sides, from, to, count) : [];
    }

    /// <summary>Papers that mention both concepts, with the two relationships, in the order of <see cref="LineageQueries.CommonPapers"/>.</summary>
    public async Task<IReadOnlyList<LineagePath>> FindCommonPapersAsync(string from, string to, int count, CancellationToken cancellationToken)
    {
        if (await FocusAsync(from, cancellationToken).ConfigureAwait(false) is not { } first
            || await FocusAsync(to, cancellationToken).ConfigureAwait(false) is not { } last)
        {
            return [];
        }

        var parameters = new Dictionary<string, GraphValue>(StringComparer.Ordinal)
        {
            ["from"] = GraphValue.From(from),
            ["to"] = GraphValue.From(to),
            ["limit"] = GraphValue.From((long)count),
        };
        var result = await database.ReadAllAsync(LineageQueries.CommonPapers, parameters, QueryOptions.Reading, cancellationToken).ConfigureAwait(false);
        return [.. result.Rows.Select(row => new LineagePath([first, row[0].AsNode(), last], [row[1].AsRelationship(), row[2].AsRelationship()], 2))];
    }

    private static bool IsCrossroads(GraphNode node) =>
        node.Properties.TryGetValue(GraphSchema.Keys.PaperCount, out var papers) && papers.AsInteger() > Crossroads;

    private static bool Meet(Neighbourhood[] sides) => sides[0].Nodes.Keys.Any(sides[1].Nodes.ContainsKey);

    private async Task<GraphNode?> FocusAsync(string id, CancellationToken cancellationToken)
    {
        var parameters = new Dictionary<string, GraphValue>(StringComparer.Ordinal) { ["id"] = GraphValue.From(id) };
        var result = await database.ReadAllAsync(LineageQueries.Focus, parameters, QueryOptions.Reading, cancellationToken).ConfigureAwait(false);
        return result.Rows.Count == 0 ? null : result.Rows[0][0].AsNode();
    }

    private async Task WalkAsync(Neighbourhood neighbourhood, LineageRequest request, bool byPapers, bool down, CancellationToken cancellationToken)
    {
        List<string> frontier = [request.Id];
        var hops = (down ? request.DescendantDepth : request.AncestorDepth) ?? Math.Max(request.Depth, 1);
        for (var depth = 1; depth <= Math.Min(hops, 8) && frontier.Count > 0; depth++)
        {
            var fromConcept = depth == 1 && byPapers && !neighbourhood.Nodes[request.Id].Node.Labels.Contains(GraphSchema.Labels.Paper);
            var query = (byPapers, fromConcept, down) switch
            {
                (false, _, true) => LineageQueries.ConceptDescendants,
                (false, _, false) => LineageQueries.ConceptAncestors,
                (true, true, true) => LineageQueries.PapersOnConcept,
                (true, true, false) => LineageQueries.PapersOfConcept,
                (true, false, true) => LineageQueries.PaperDescendants,
                (true, false, false) => LineageQueries.PaperAncestors,
            };
            var met = await neighbourhood.WalkAsync(database, query, frontier, depth, request.AsOf, MostRowsPerHop, cancellationToken).ConfigureAwait(false);
            frontier = [.. met.Take(Math.Max(request.Limit, 1))];
        }
    }

    private async Task<List<string>> WalkBothWaysAsync(Neighbourhood side, List<string> frontier, int hop, int? asOf, CancellationToken cancellationToken)
    {
        var down = await side.WalkAsync(database, LineageQueries.ConceptDescendants, frontier, hop, asOf, MostRowsPerPathHop, cancellationToken).ConfigureAwait(false);
        var up = await side.WalkAsync(database, LineageQueries.ConceptAncestors, frontier, hop, asOf, MostRowsPerPathHop, cancellationToken).ConfigureAwait(false);
        return [.. up, .. down];
    }
}
