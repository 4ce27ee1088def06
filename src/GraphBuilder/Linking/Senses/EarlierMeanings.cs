namespace Stemma.GraphBuilder.Linking.Senses;

/// <summary>
/// Finds papers that use a name before what it means now existed: a "transformer" of 2008 is a part of a robot, "Adams" a simulator. The year is that of the concept's known origin, see
/// <see cref="ConceptOrigin"/>. All 127 such uses that were read, of 139 in 144,000 papers, meant something else.
/// </summary>
internal static class EarlierMeanings
{
    /// <summary>Distinguishes the keys of earlier meanings.</summary>
    private const string Mark = "earlier";

    /// <summary>The mentions with an earlier meaning, each with a new key, one for all that share a name; in order of mention.</summary>
    public static IReadOnlyList<(int Mention, int Key)> Find(NameCensus census, AliasClusters clusters, IReadOnlyList<int> nodes, IReadOnlyList<ConceptOrigin> origins)
    {
        var years = YearsOf(census, clusters, origins);
        var found = new List<(int, int)>();
        for (var at = 0; at < nodes.Count; at++)
        {
            if (years.TryGetValue(nodes[at], out var year) && census.Papers[census.Mentions[at].Paper].Head.Year < year)
            {
                found.Add((at, census.Names.CoinedKey(census.Mentions[at].Anchor, Mark)));
            }
        }

        return found;
    }

    /// <summary>The stated year of each node with a known origin. The first of several counts, even if it states none: the user's goes before the shipped one.</summary>
    private static Dictionary<int, int> YearsOf(NameCensus census, AliasClusters clusters, IReadOnlyList<ConceptOrigin> origins)
    {
        var years = new Dictionary<int, int>();
        foreach (var origin in origins)
        {
            if (census.Names.FindKey(census.Names.KeyTextOf(origin.Concept)) is >= 0 and var key)
            {
                years.TryAdd(clusters.Of(key), origin.Year ?? int.MinValue);
            }
        }

        return years;
    }
}
