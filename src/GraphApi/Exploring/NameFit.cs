using Stemma.GraphApi.Wire;
using Stemma.GraphBuilder.Asking.Names;
using Stemma.GraphModel;
using Stemma.GraphModel.Values;

namespace Stemma.GraphApi.Exploring;

/// <summary>Rates how well the name of a node fits the typed text, and ranks the hits: by fit, then by the number of papers that use the name.</summary>
internal static class NameFit
{
    /// <summary>Order of a name that begins with the typed text.</summary>
    public const int Beginning = 1;

    private const int Near = 2;
    private const int Holding = 3;

    /// <summary>A name that contains the typed text elsewhere ranks like one that begins with it and has a quarter of its papers.</summary>
    private const double HoldingShare = 0.25;

    /// <summary>A whole name used by this many times fewer papers than the first ranks among the beginnings; asking uses the same ratio to ignore a sense.</summary>
    private const double Negligible = 100;

    /// <summary>A similarly spelled name is suggested only if this many times more papers use it than what was found.</summary>
    private const double Likelier = 10;

    /// <summary>Likely names among those spelled as typed or nearly so: the exact ones, or else those used by far more papers than what was found and not by far fewer than the first.</summary>
    /// <param name="names">As found by <see cref="NameSpeller.FindAsync"/>, equal names first.</param>
    /// <param name="usual">Papers that use the best known name that was found.</param>
    public static IEnumerable<SpelledName> Likely(IReadOnlyList<SpelledName> names, double usual)
    {
        var best = names.Select(name => name.Papers).DefaultIfEmpty(0).Max();
        return names is [{ Slips: 0 }, ..]
            ? names.Where(name => name.Slips == 0)
            : names.Where(name => name.Papers > Likelier * usual && name.Papers * Negligible > best).OrderByDescending(name => name.Papers);
    }

    /// <summary>Rates a concept. An alias counts by the papers that use it; an alias grouped with the concept by text alone does not count as its whole name.</summary>
    public static Hit Rate(GraphNode node, string typed)
    {
        var papers = EntityViews.Number(node.Properties, GraphSchema.Keys.PaperCount) ?? 0;
        var name = EntityViews.Text(node.Properties, GraphSchema.Keys.Name) ?? "";
        var aliases = EntityViews.Strings(node.Properties, GraphSchema.Keys.Aliases);
        var reasons = EntityViews.Strings(node.Properties, GraphSchema.Keys.AliasReasons);
        if (string.Equals(name, typed, StringComparison.OrdinalIgnoreCase))
        {
            return new Hit(node, NameSearch.WholeName, "name", papers);
        }

        for (var at = 0; at < aliases.Count; at++)
        {
            if (string.Equals(aliases[at], typed, StringComparison.OrdinalIgnoreCase) && (at >= reasons.Count || reasons[at] != GraphSchema.Reasons.SameText))
            {
                return new Hit(node, NameSearch.WholeName, $"alias {aliases[at]}", UsesOf(node, at) ?? papers);
            }
        }

        bool Begins(string text) => text.StartsWith(typed, StringComparison.OrdinalIgnoreCase);
        if (Begins(name))
        {
            return new Hit(node, Beginning, "name", papers);
        }

        var begun = Enumerable.Range(0, aliases.Count).FirstOrDefault(at => Begins(aliases[at]), -1);
        return begun < 0
            ? new Hit(node, Holding, "name or alias", HoldingShare * HoldingUses(node, typed, name, aliases, papers))
            : new Hit(node, Beginning, $"alias {aliases[begun]}", UsesOf(node, begun) ?? papers);
    }

    /// <summary>Rates a concept by a name that the full-text index missed but that is spelled as typed, or nearly so.</summary>
    public static Hit OfSpelling(GraphNode node, SpelledName name) => name.Slips == 0
        ? new Hit(node, NameSearch.WholeName, $"alias {name.Name}", name.Papers)
        : new Hit(node, Near, $"similar to {name.Name}", name.Papers);

    /// <summary>0 for a paper with the typed title, 1 if its title begins with the typed text, 2 otherwise.</summary>
    public static int OfTitle(GraphNode paper, string typed)
    {
        var title = EntityViews.Text(paper.Properties, GraphSchema.Keys.Title) ?? "";
        return !title.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 2 : title.Length > typed.Length ? 1 : 0;
    }

    /// <summary>
    /// Ranks hits: whole names, except those used by hardly any paper in comparison with the first; then names that begin with the typed text or contain it, the most used first.
    /// If the typed text looks misspelled, similar names come before names that only contain it.
    /// </summary>
    public static IEnumerable<Hit> Rank(IReadOnlyCollection<Hit> hits)
    {
        var first = hits.Where(hit => hit.Order == NameSearch.WholeName).Select(hit => hit.Papers).DefaultIfEmpty(0).Max();
        var isSlip = hits.Any(hit => hit.Order == Near);
        return hits.Select(hit => hit.Order switch
            {
                NameSearch.WholeName when hit.Papers * Negligible <= first => hit with { Order = Beginning },
                Holding when !isSlip => hit with { Order = Beginning },
                _ => hit,
            })
            .OrderBy(hit => hit.Order).ThenByDescending(hit => hit.Papers).ThenBy(hit => EntityViews.IdOf(hit.Node), StringComparer.Ordinal);
    }

    /// <summary>Papers that use a name containing the typed text: papers that write BERT do not count for "transformer".</summary>
    private static double HoldingUses(GraphNode node, string typed, string name, IReadOnlyList<string> aliases, double papers)
    {
        bool Holds(string text) => text.Contains(typed, StringComparison.OrdinalIgnoreCase);
        var uses = Enumerable.Range(0, aliases.Count).Where(at => Holds(aliases[at])).Select(at => UsesOf(node, at) ?? papers).ToArray();
        return Holds(name) || uses.Length == 0 ? papers : uses.Max();
    }

    private static double? UsesOf(GraphNode node, int alias) =>
        node.Properties.TryGetValue(GraphSchema.Keys.AliasPapers, out var counts) && counts.AsList() is { } list && alias < list.Count ? list[alias].AsNumber() : null;
}
