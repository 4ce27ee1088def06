using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// Finds names of several words that become equal if an acronym in the first is spelled out: "conditional GAN" and "conditional generative adversarial network". If the
/// acronym has several senses, the name that papers use decides: "AD diagnosis" is the diagnosis of Alzheimer's disease, because no paper names an "anomaly detection
/// diagnosis". If papers use two such names, none is chosen.
/// </summary>
/// <param name="census">The names.</param>
/// <param name="clusters">The clusters so far, with the senses of short forms.</param>
/// <param name="printed">For each key its usual spelling.</param>
internal sealed class SpelledOutNames(NameCensus census, AliasClusters clusters, string[] printed)
{
    /// <summary>Minimum number of texts that define the acronym this way; a lexicon entry counts as several.</summary>
    private const int FewestDefinitions = 2;

    /// <summary>Minimum share of a sense in all definitions of the acronym.</summary>
    private const double LeastShare = 0.05;

    private readonly HashSet<int> _introduced = [.. census.Mentions.Where(mention => mention.Role == ConceptRole.Introduces).Select(mention => mention.Anchor)];

    /// <summary>The pairs, long name first, ordered by uses of the short name, most used first.</summary>
    public IReadOnlyList<(int Long, int Key)> Find() =>
    [
        .. ParallelEnumerable.Range(0, printed.Length).AsOrdered().Where(MayHoldAcronym).Select(key => (Long: LongNameOf(key), Key: key)).Where(pair => pair.Long >= 0)
            .OrderByDescending(pair => census.CountOf(pair.Key)).ThenBy(pair => census.Names.KeyText(pair.Key), StringComparer.Ordinal),
    ];

    /// <summary>
    /// True for a name of two or more words with two or more capitals. A hyphenated name that a paper introduces is a coinage: SE-Agent is no agent for software engineering.
    /// </summary>
    private bool MayHoldAcronym(int key) =>
        printed[key].Count(char.IsUpper) > 1 && (printed[key].Contains(' ', StringComparison.Ordinal) || (printed[key].Contains('-', StringComparison.Ordinal) && !_introduced.Contains(key)));

    /// <summary>The only name in the corpus that has one acronym of the key spelled out, or −1.</summary>
    private int LongNameOf(int key)
    {
        var words = NameKey.Tokens(printed[key]);
        var found = -1;
        for (var at = 0; at < words.Count && words.Count > 1; at++)
        {
            foreach (var sense in SensesOf(words[at]))
            {
                var name = census.Names.FindKey(NameKey.Of(string.Join(' ', words.Select((word, index) => index == at ? sense : word))));
                if (name < 0 || census.CountOf(name) == 0 || clusters.Of(name) == clusters.Of(key))
                {
                    continue;
                }

                if (found >= 0 && clusters.Of(found) != clusters.Of(name))
                {
                    return -1;
                }

                found = name;
            }
        }

        return found;
    }

    /// <summary>The long forms of an acronym, as printed.</summary>
    private IEnumerable<string> SensesOf(string word)
    {
        var key = NameShapes.IsAcronym(word) ? census.Names.FindKey(NameKey.Of(word)) : -1;
        var senses = key < 0 ? [] : clusters.SensesOf(key);
        var all = senses.Sum(sense => sense.Support);
        return senses.Where(sense => sense.Support >= Math.Max(FewestDefinitions, LeastShare * all)).Select(sense => TextOf(sense.Root)).Where(text => text.AsSpan().ContainsAny(' ', '-'));
    }

    private string TextOf(int root) => clusters.LexiconOf(root) is >= 0 and var entry ? census.Lexicon[entry].Name : root < printed.Length ? printed[root] : "";
}
