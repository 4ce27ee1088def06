using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking.Senses;

/// <summary>
/// Finds papers that coin a name that the lexicon lists for something else: "Mamba – a waterproof snake robot" is no sequence model, "CLIP: a dataset for …" no encoder.
/// Such a paper names its own thing in its title or in a definition. Signs of another meaning are a year long before or after the known one came into use, another type,
/// and a text without any word of the known long name.
/// </summary>
internal static class Namesakes
{
    /// <summary>Minimum number of certain uses for the known meaning to be dated.</summary>
    private const int EstablishedUses = 10;

    /// <summary>Years by which the followers of a preprint may precede the paper that introduced the known meaning.</summary>
    private const int Lag = 1;

    /// <summary>Years without followers after which a frequent name means something else.</summary>
    public const int Oblivion = 2;

    private static readonly HashSet<string> Resources = new(StringComparer.Ordinal) { "dataset", "benchmark", "corpus", "testbed", "leaderboard", "suite" };

    /// <summary>Words that end the part of a title that says what a thing is.</summary>
    private static readonly HashSet<string> Prepositions = new(StringComparer.Ordinal) { "by", "for", "from", "in", "of", "on", "over", "to", "toward", "towards", "using", "via", "with" };

    /// <summary>The mentions with another meaning, each with a new key, in order of mention.</summary>
    public static IReadOnlyList<(int Mention, int Key)> Find(NameCensus census, AliasClusters clusters, IReadOnlyList<int> nodes)
    {
        var claims = ParallelEnumerable.Range(0, nodes.Count).AsOrdered().Where(at => IsClaim(census, clusters, at, nodes[at])).ToList();
        var years = YearsOf(census, nodes, [.. claims.Select(at => nodes[at])]);
        return [.. claims.Where(at => IsAnother(census, at, clusters.LexiconOf(nodes[at]), years[nodes[at]]))
            .Select(at => (at, census.Names.CoinedKey(census.Mentions[at].Anchor, census.Papers[census.Mentions[at].Paper].Id.Value)))];
    }

    /// <summary>True where the paper's title is the name, a colon or dash, and more.</summary>
    public static bool IsCoinedByTitle(NameCensus census, int mention)
    {
        var title = census.Papers[census.Mentions[mention].Paper].Head.Title;
        var name = census.ReadConcept(mention).Name;
        return title.StartsWith(name, StringComparison.OrdinalIgnoreCase) && title[name.Length..].TrimStart() is [':' or '-' or '–' or '—', ' ', ..];
    }

    private static bool IsClaim(NameCensus census, AliasClusters clusters, int at, int node)
    {
        var mention = census.Mentions[at];
        return node >= 0 && mention.Role == ConceptRole.Introduces && !mention.IsDefined && clusters.LexiconOf(node) >= 0
            && mention.IsOneWord && (IsCoinedByTitle(census, at) || census.ReadConcept(at).By.StartsWith("definition", StringComparison.Ordinal));
    }

    private static Dictionary<int, List<int>> YearsOf(NameCensus census, IReadOnlyList<int> nodes, HashSet<int> wanted)
    {
        var years = wanted.ToDictionary(node => node, _ => new List<int>());
        for (var at = 0; at < nodes.Count; at++)
        {
            if (years.TryGetValue(nodes[at], out var list) && census.Papers[census.Mentions[at].Paper].Head.Year is { } year)
            {
                list.Add(year);
            }
        }

        foreach (var list in years.Values)
        {
            list.Sort();
        }

        return years;
    }

    private static bool IsAnother(NameCensus census, int mention, int entry, List<int> years)
    {
        if (years.Count < EstablishedUses || UsageYears.First(years) is not { } first)
        {
            return false;
        }

        var paper = census.Papers[census.Mentions[mention].Paper];
        return paper.Head.Year < first - Oblivion
            || (IsCoinedByTitle(census, mention)
                && (paper.Head.Year > first + Lag || !IsOfKind(census.Mentions[mention].Type, census.Lexicon[entry].Types) || !IsOfKind(paper.Head.Title, census.Lexicon[entry].Types)
                    || HasNoWordOf(paper, census.Lexicon[entry])));
    }

    /// <summary>False if the title calls the thing a dataset or benchmark ("CLIP: A Dataset for …") and the known concept is neither.</summary>
    private static bool IsOfKind(string title, IReadOnlyList<ConceptType> known) =>
        known.Any(ConceptTypes.IsData) || !NameKey.Tokens(title.ToLowerInvariant()).Skip(1).TakeWhile(word => !Prepositions.Contains(word)).Any(Resources.Contains);

    /// <summary>True if the paper has no word of the known long name: "ReAct: Temporal Action Detection with Relational Queries" neither reasons nor acts.</summary>
    private static bool HasNoWordOf(ExtractedPaper paper, LexiconEntry known)
    {
        var words = known.Aliases.Append(known.Name).Where(name => name.Contains(' ', StringComparison.Ordinal)).SelectMany(NameKey.Stems).Where(word => word.Length > 2).ToHashSet(StringComparer.Ordinal);
        return words.Count > 1 && !words.Overlaps(NameKey.Stems(paper.Head.Title + " " + paper.ReadAbstract()));
    }

    /// <summary>True if the types are compatible; datasets and benchmarks count as one kind, because papers use either word for the other.</summary>
    private static bool IsOfKind(ConceptType type, IReadOnlyList<ConceptType> known) =>
        known.Contains(type) || (type.IsData() && known.Any(ConceptTypes.IsData));
}
