using Stemma.GraphBuilder.Linking.Names;

namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// Names that mean one concept wherever they occur, as sets of keys: the result of the second stage, or its state between two steps. <see cref="AliasClusterBuilder"/> lists the steps.
/// Immutable.
/// </summary>
internal sealed class AliasClusters
{
    /// <summary>Weight of a lexicon entry beside papers that define the same acronym: it counts as this many papers.</summary>
    public const int LexiconSupport = 5;

    private readonly NameTable _names;
    private readonly LongFormVariants _variants;
    private readonly ShortForms _shortForms;

    /// <summary>Creates the clusters.</summary>
    /// <param name="names">The table of the keys.</param>
    /// <param name="variants">Compares long forms.</param>
    /// <param name="shortForms">What short forms stand for; copied.</param>
    public AliasClusters(NameTable names, LongFormVariants variants, ShortForms shortForms) => (_names, _variants, _shortForms) = (names, variants, shortForms.Copy());

    /// <summary>For each key, its cluster.</summary>
    public required int[] Roots { private get; init; }

    /// <summary>The lexicon entry of each cluster that has one.</summary>
    public required Dictionary<int, int> LexiconOfRoot { private get; init; }

    /// <summary>For each lexicon entry, the key of its name.</summary>
    public required int[] LexiconKeys { private get; init; }

    /// <summary>For each key that was merged, the keys that it was merged with, and why. Each merge joined two clusters, so one path leads from a key to any other of its cluster.</summary>
    public required ILookup<int, (int Other, MergeReason Reason)> Merges { private get; init; }

    /// <summary>Builds the clusters of a corpus.</summary>
    public static AliasClusters Build(NameCensus census, LinkOverrides overrides) => new AliasClusterBuilder(census, overrides).Build();

    /// <summary>The cluster of a key; a key added after the clusters were built is a cluster of its own.</summary>
    public int Of(int key) => key < Roots.Length ? Roots[key] : key;

    /// <summary>The cluster of a lexicon entry.</summary>
    public int OfLexicon(int entry) => Of(LexiconKeys[entry]);

    /// <summary>The key of a lexicon entry's name.</summary>
    public int KeyOfLexicon(int entry) => LexiconKeys[entry];

    /// <summary>The lexicon entry of a cluster, or −1.</summary>
    public int LexiconOf(int root) => LexiconOfRoot.GetValueOrDefault(root, -1);

    /// <summary>Why each other key is in the cluster of a key: the reason for which it was merged with that key, or with the key that connects it to that key.</summary>
    public IReadOnlyDictionary<int, MergeReason> ReasonsFrom(int key)
    {
        var reasons = new Dictionary<int, MergeReason>();
        var open = new Stack<int>([key]);
        while (open.TryPop(out var reached))
        {
            foreach (var (other, reason) in Merges[reached])
            {
                if (other != key && reasons.TryAdd(other, reason))
                {
                    open.Push(other);
                }
            }
        }

        return reasons;
    }

    /// <summary>
    /// The clusters that a short form is defined for, best supported first, each with its number of papers; a lexicon entry adds
    /// <see cref="LexiconSupport"/>. Empty if there are none.
    /// </summary>
    public IReadOnlyList<(int Root, int Support)> SensesOf(int shortKey) => _shortForms.SensesOf(shortKey, Of, _names);

    /// <summary>True if a text or the lexicon gives a long form for the key.</summary>
    public bool IsShortForm(int key) => _shortForms.Contains(key);

    /// <summary>True if a long form differs from the name of the cluster's lexicon entry only by another form of one word, so that it is no concept of its own.</summary>
    public bool IsSlipOf(int longKey, int root) =>
        LexiconOf(root) is >= 0 and var entry && _variants.DifferByOneWord(LexiconKeys[entry], longKey, out var near) && near;
}
