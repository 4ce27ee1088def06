using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// Finds names of several words that are one once an acronym in the first is spelled out: "conditional GAN" and "conditional generative adversarial network". Of an acronym with several senses, the name that
/// the papers have tells which is meant: "AD diagnosis" is that of Alzheimer's disease, for nobody speaks of an "anomaly detection diagnosis"; where they have two, none is.
/// </summary>
/// <param name="census">The names.</param>
/// <param name="clusters">Names that are one already, and what short forms stand for; read from many threads.</param>
/// <param name="printed">For each key its usual spelling.</param>
internal sealed class SpelledOutNames(NameCensus census, AliasClusters clusters, string[] printed)
{
    /// <summary>Texts that must define the acronym so; the lexicon counts for some.</summary>
    private const int FewestDefinitions = 2;

    /// <summary>Of all definitions of the acronym, the share that a sense must have.</summary>
    private const double LeastShare = 0.05;

    private readonly HashSet<int> _introduced = [.. census.Mentions.Where(mention => mention.Role == ConceptRole.Introduces).Select(mention => mention.Anchor)];

    /// <summary>The pairs, the long name first; the most used first.</summary>
    public IReadOnlyList<(int Long, int Key)> Find() =>
    [
        .. ParallelEnumerable.Range(0, printed.Length).AsOrdered().Where(MayHoldAcronym).Select(key => (Long: LongNameOf(key), Key: key)).Where(pair => pair.Long >= 0)
            .OrderByDescending(pair => census.CountOf(pair.Key)).ThenBy(pair => census.Names.KeyText(pair.Key), StringComparer.Ordinal),
    ];

    /// <summary>Two words or more, and no coinage: who calls a system SE-Agent means no agent for software engineering.</summary>
    private bool MayHoldAcronym(int key) =>
        printed[key].Count(char.IsUpper) > 1 && (printed[key].Contains(' ', StringComparison.Ordinal) || (printed[key].Contains('-', StringComparison.Ordinal) && !_introduced.Contains(key)));

    /// <summary>The only name with one acronym spelled out that other papers have, or −1.</summary>
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
