using Stemma.GraphApi.Wire;
using Stemma.GraphBuilder.Asking.Names;
using Stemma.GraphModel;
using Stemma.GraphModel.Values;

namespace Stemma.GraphApi.Exploring;

/// <summary>How well the name of a node fits what was typed, and in which order those that fit are told: by fit, and at equal fit by how many papers use the name.</summary>
internal static class NameFit
{
    /// <summary>Order of a name that begins as typed, and of one that holds the words.</summary>
    public const int Beginning = 1;

    private const int Near = 2;
    private const int Holding = 3;

    /// <summary>A name that only holds what was typed counts as much as one that begins so with a quarter of its papers.</summary>
    private const double HoldingShare = 0.25;

    /// <summary>How many times fewer papers use a whole name than the first, for it to give way to what begins so: as a sense that asking does not mention.</summary>
    private const double Negligible = 100;

    /// <summary>How many times more papers must use a name that is spelled nearly so than what was found, to be told.</summary>
    private const double Likelier = 10;

    /// <summary>Of names that are spelled as, or nearly as, what was typed those that can be meant: the former, else of the latter those that far more papers use than what was found, and not far fewer than the first.</summary>
    /// <param name="names">The fewest slips first.</param>
    /// <param name="usual">Papers that use the best known name that was found.</param>
    public static IEnumerable<SpelledName> Likely(IReadOnlyList<SpelledName> names, double usual)
    {
        var best = names.Select(name => name.Papers).DefaultIfEmpty(0).Max();
        return names is [{ Slips: 0 }, ..]
            ? names.Where(name => name.Slips == 0)
            : names.Where(name => name.Papers > Likelier * usual && name.Papers * Negligible > best).OrderByDescending(name => name.Papers);
    }

    /// <summary>Rates a concept. An alias counts as much as the papers that use it; one that only some text groups with a concept is not what its name means.</summary>
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

    /// <summary>Rates a concept by a name that was not found but is spelled as, or nearly as, what was typed.</summary>
    public static Hit OfSpelling(GraphNode node, SpelledName name) => name.Slips == 0
        ? new Hit(node, NameSearch.WholeName, $"alias {name.Name}", name.Papers)
        : new Hit(node, Near, $"similar to {name.Name}", name.Papers);

    /// <summary>0 for a paper of that title, 1 for one whose title begins so, 2 for any other.</summary>
    public static int OfTitle(GraphNode paper, string typed)
    {
        var title = EntityViews.Text(paper.Properties, GraphSchema.Keys.Title) ?? "";
        return !title.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 2 : title.Length > typed.Length ? 1 : 0;
    }

    /// <summary>
    /// The order in which they are told: whole names, save those that hardly anybody uses beside the first; then names that begin so or hold the words, the most used first.
    /// Where what was typed looks like a slip, what is spelled nearly so comes before names that only hold the words.
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

    /// <summary>Papers that use a name that holds what was typed: BERT is no Transformer to those who call it BERT.</summary>
    private static double HoldingUses(GraphNode node, string typed, string name, IReadOnlyList<string> aliases, double papers)
    {
        bool Holds(string text) => text.Contains(typed, StringComparison.OrdinalIgnoreCase);
        var uses = Enumerable.Range(0, aliases.Count).Where(at => Holds(aliases[at])).Select(at => UsesOf(node, at) ?? papers).ToArray();
        return Holds(name) || uses.Length == 0 ? papers : uses.Max();
    }

    private static double? UsesOf(GraphNode node, int alias) =>
        node.Properties.TryGetValue(GraphSchema.Keys.AliasPapers, out var counts) && counts.AsList() is { } list && alias < list.Count ? list[alias].AsNumber() : null;
}
