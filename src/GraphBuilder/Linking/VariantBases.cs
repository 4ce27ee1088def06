using Stemma.GraphBuilder.Linking.Names;

namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// The concept that a name denotes inside longer names, for <see cref="VariantFinder"/>: if several have the name, the one that most papers name. Immutable after construction.
/// </summary>
internal sealed class VariantBases
{
    /// <summary>Papers from which a name counts as known if the lexicon does not list it.</summary>
    public const int KnownFrom = 3;

    /// <summary>One in this many of a concept's papers must use an alias for it to denote the concept here.</summary>
    private const int NameShare = 20;

    /// <summary>Minimum ratio of the papers that call one concept by a name to those that call another one so, for the name to denote it inside other names.</summary>
    private const int Dominance = 4;

    private readonly Dictionary<string, int> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _byCoinage = new(StringComparer.Ordinal);

    /// <summary>Collects the usual names of all concepts on all processors; the two tables are filled concurrently.</summary>
    public VariantBases(LinkedConcept[] concepts, NameTable table)
    {
        var names = concepts.AsParallel().AsOrdered().Select(concept => NamesOf(concept).Select(name => new Named(table.KeyTextOf(name.Name), IsToken(name.Name), name.Papers)).ToArray()).ToArray();
        var order = BestKnownFirst(concepts);
        Parallel.Invoke(() => FillKeys(names, order), () => FillCoinages(names, order));
    }

    /// <summary>The concept of each name, by its key.</summary>
    public IReadOnlyDictionary<string, int> ByKey => _byKey;

    /// <summary>The same for coined names of one word, without those that several concepts share.</summary>
    public IReadOnlyDictionary<string, int> ByCoinage => _byCoinage;

    /// <summary>The usual names of a concept, each with the number of papers that use it.</summary>
    public static IEnumerable<(string Name, int Papers)> NamesOf(LinkedConcept concept) =>
        concept.Aliases.Where(a => a.Reason != MergeReason.SameText && IsUsual(a, concept)).Select(a => (a.Text, a.Papers)).Prepend((concept.Name, concept.Papers));

    private static bool IsUsual(ConceptAlias alias, LinkedConcept concept) =>
        alias.Reason == MergeReason.Lexicon || (alias.Papers * NameShare >= concept.Papers && (alias.Papers >= KnownFrom || concept.Papers < KnownFrom));

    /// <summary>True for a coined word that can stand for a concept inside a name.</summary>
    public static bool IsToken(string token) => token.Length >= 3 && (NameShapes.HasInnerCapital(token) || NameShapes.IsProper(token));

    private static int[] BestKnownFirst(LinkedConcept[] concepts)
    {
        var order = new int[concepts.Length];
        var keys = new long[order.Length];
        for (var at = 0; at < order.Length; at++)
        {
            (order[at], keys[at]) = (at, ((long)-concepts[at].Papers << 32) + at);
        }

        Array.Sort(keys, order);
        return order;
    }

    private void FillKeys(Named[][] names, int[] order)
    {
        _byKey.EnsureCapacity(names.Length);
        foreach (var at in order)
        {
            foreach (var (key, _, _) in names[at])
            {
                _byKey.TryAdd(key, at);
            }
        }
    }

    private void FillCoinages(Named[][] names, int[] order)
    {
        var rivals = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var at in order)
        {
            foreach (var (key, isToken, uses) in names[at])
            {
                if (isToken)
                {
                    Claim(rivals, key, at, uses);
                }
            }
        }
    }

    /// <summary>Assigns a coined name to the concept that most papers call so, or to none if another comes close: TTS is test-time scaling and speech.</summary>
    private void Claim(Dictionary<string, int> most, string key, int concept, int papers)
    {
        if (!most.TryGetValue(key, out var before) || papers >= Dominance * before)
        {
            (most[key], _byCoinage[key]) = (papers, concept);
        }
        else if (_byCoinage.TryGetValue(key, out var holder) && holder != concept && papers * Dominance > before)
        {
            most[key] = Math.Max(before, papers);
            _byCoinage.Remove(key);
        }
    }

    private readonly record struct Named(string Key, bool IsToken, int Papers);
}
