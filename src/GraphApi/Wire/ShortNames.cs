using System.Globalization;
using Stemma.GraphModel;
using Stemma.GraphModel.Values;

namespace Stemma.GraphApi.Wire;

/// <summary>The label beside a node: the usual acronym of a concept, the name at the start of a title, or the name itself, shortened at a word boundary.</summary>
internal static class ShortNames
{
    private const int LabelLength = 36;

    /// <summary>A name up to this length needs no acronym, and an acronym is no longer.</summary>
    private const int AcronymLength = 12;

    /// <summary>Minimum share of a concept's papers that use its acronym: on 144,000 papers DPO 0.88, GAN 0.88, RL 0.50; but DM 0.05, NN 0.05, GT 0.15 (by <c>aliasPapers</c>).</summary>
    private const double UsualShare = 0.25;

    /// <summary>The short name of a node whose name is <paramref name="name"/>.</summary>
    public static string Of(GraphNode node, string name) =>
        node.Labels.Contains(GraphSchema.Labels.Concept) ? UsualAcronym(node, name) ?? Shorten(name)
        : Shorten(node.Labels.Contains(GraphSchema.Labels.Paper) ? NameInTitle(name) : name);

    /// <summary>Gives nodes with different names different labels: among several with one label, the best known keeps it and the others use their names.</summary>
    /// <param name="nodes">Nodes of one view; their order is kept.</param>
    public static IReadOnlyList<NodeView> Distinguish(IReadOnlyList<NodeView> nodes)
    {
        var taken = nodes.Select(node => node.Label).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var renamed = new Dictionary<string, NodeView>(StringComparer.Ordinal);
        foreach (var group in nodes.GroupBy(node => node.Label, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            var best = group.OrderByDescending(node => node.Name == node.Label).ThenByDescending(node => node.PaperCount ?? -1).ThenBy(node => node.Id, StringComparer.Ordinal).First();
            foreach (var node in group.Where(node => node.Name != best.Name))
            {
                var label = Shorten(node.Name);
                renamed[node.Key] = node with { Label = taken.Add(label) ? label : node.Name };
            }
        }

        return renamed.Count == 0 ? nodes : [.. nodes.Select(node => renamed.GetValueOrDefault(node.Key, node))];
    }

    /// <summary>The acronym that most papers use instead of a long name, without a plural s; null if none is usual.</summary>
    private static string? UsualAcronym(GraphNode node, string name)
    {
        if (name.Length <= AcronymLength)
        {
            return null;
        }

        var aliases = EntityViews.Strings(node.Properties, GraphSchema.Keys.Aliases);
        var uses = UsesOf(node, aliases.Count);
        var acronyms = Enumerable.Range(0, aliases.Count).Where(at => LooksLikeAcronym(aliases[at]) && aliases[at].Length < name.Length).ToArray();
        if (uses is null)
        {
            return acronyms.Select(at => aliases[at]).FirstOrDefault(alias => !IsPlural(alias));
        }

        var papers = EntityViews.Number(node.Properties, GraphSchema.Keys.PaperCount) ?? 0;
        var best = acronyms.GroupBy(at => Singular(aliases[at]), StringComparer.Ordinal)
            .OrderByDescending(group => group.Sum(at => uses[at])).ThenBy(group => group.Min()).FirstOrDefault();
        return best is not null && best.Sum(at => uses[at]) >= UsualShare * papers ? best.Key : null;
    }

    /// <summary>Number of papers that use each alias, or null if the graph does not have them.</summary>
    private static double[]? UsesOf(GraphNode node, int count) =>
        node.Properties.TryGetValue(GraphSchema.Keys.AliasPapers, out var value) && value.Kind == GraphValueKind.List && value.AsList() is { } list && list.Count == count
            ? [.. list.Select(uses => uses.IsNumber ? uses.AsNumber() : 0)]
            : null;

    private static bool LooksLikeAcronym(string alias) =>
        alias.Length is >= 2 and <= AcronymLength && !alias.Contains(' ', StringComparison.Ordinal) && alias.Count(char.IsUpper) >= 2;

    private static bool IsPlural(string acronym) => acronym.Length > 2 && acronym[^1] == 's' && char.IsUpper(acronym[^2]);

    private static string Singular(string acronym) => IsPlural(acronym) ? acronym[..^1] : acronym;

    private static string NameInTitle(string title)
    {
        var colon = title.IndexOf(": ", StringComparison.Ordinal);
        return colon is > 1 and <= 24 ? title[..colon] : title;
    }

    private static string Shorten(string text)
    {
        var elements = new StringInfo(text);
        if (elements.LengthInTextElements <= LabelLength)
        {
            return text;
        }

        var cut = elements.SubstringByTextElements(0, LabelLength);
        var space = cut.LastIndexOf(' ');
        return (space > LabelLength / 2 ? cut[..space] : cut) + "…";
    }
}
