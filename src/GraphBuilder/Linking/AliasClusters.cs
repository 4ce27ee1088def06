using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// Second stage: merges keys that name one concept wherever they occur: aliases in the lexicon, long forms of one acronym that differ by a slip or an added head word, the long
/// form of a known short name, case variants, years of two and of four digits, names with an acronym spelled out, names that many texts use for one thing, names with a redundant head word, and names of activities
/// that begin with the verb. Acronyms are not merged here, because they can have several senses, see <see cref="Senses.SenseResolver"/>.
/// </summary>
internal sealed class AliasClusters
{
    /// <summary>Weight of a lexicon entry beside papers that define the same acronym: it counts as this many papers.</summary>
    public const int LexiconSupport = 5;

    /// <summary>Papers that must define a short name before its long form is merged with the lexicon's concept of that name.</summary>
    private const int Several = 2;

    private readonly NameCensus _census;
    private readonly NameTable _names;
    private readonly DisjointSets _sets = new();
    private readonly Dictionary<int, MergeReason> _reasons = [];
    private readonly Dictionary<int, int> _lexiconOfRoot = [];
    private readonly Dictionary<int, List<(int Long, int Support)>> _longForms = [];
    private readonly HashSet<(int, int)> _split = [];
    private readonly string[] _printed;
    private readonly LongFormVariants _variants;
    private readonly int[] _canon;
    private readonly int[]? _roots;

    private AliasClusters(NameCensus census, LinkOverrides overrides)
    {
        _census = census;
        _names = census.Names;
        _canon = [.. census.Lexicon.Select(known => _names.KeyOf(known.Name))];
        foreach (var (name, from) in overrides.Splits)
        {
            _split.Add((_names.KeyOf(name), _names.KeyOf(from)));
            _split.Add((_names.KeyOf(from), _names.KeyOf(name)));
        }

        foreach (var (definition, support) in _census.Definitions)
        {
            AddLongForm(definition.Short, definition.Long, support);
        }

        JoinLexicon();
        _printed = PrintedForms();
        _variants = new LongFormVariants(census, _printed);
        JoinLongForms();
        JoinKnownLongForms();
        JoinCaseVariants();
        JoinPairs(YearNames.Find(_census, this, _printed), MergeReason.Spelling);
        JoinPairs(new SpelledOutNames(_census, this, _printed).Find(), MergeReason.Acronym);
        JoinPairs(SameTextNames.Find(_census, this, _printed), MergeReason.SameText);
        JoinPairs(HeadWordNames.Find(_census, this, _printed), MergeReason.LongForm);
        JoinPairs(VerbNames.Find(_census, this, _printed), MergeReason.LongForm);
        foreach (var (name, into) in overrides.Merges)
        {
            Join(_names.KeyOf(into), _names.KeyOf(name), MergeReason.Override);
        }

        _roots = [.. Enumerable.Range(0, _names.KeyCount).Select(_sets.Find)];
    }

    /// <summary>Builds the clusters; reading the result is thread-safe.</summary>
    public static AliasClusters Build(NameCensus census, LinkOverrides overrides) => new(census, overrides);

    /// <summary>The cluster of a key; a key added after the clusters were built is a cluster of its own.</summary>
    public int Of(int key) => _roots is null ? _sets.Find(key) : key < _roots.Length ? _roots[key] : key;

    /// <summary>The cluster of a lexicon entry.</summary>
    public int OfLexicon(int entry) => Of(_canon[entry]);

    /// <summary>The key of a lexicon entry's name.</summary>
    public int KeyOfLexicon(int entry) => _canon[entry];

    /// <summary>The lexicon entry of a cluster, or −1.</summary>
    public int LexiconOf(int root) => _lexiconOfRoot.GetValueOrDefault(root, -1);

    /// <summary>Why a key was merged into its cluster, or null if it was not.</summary>
    public MergeReason? ReasonOf(int key) => _reasons.TryGetValue(key, out var reason) ? reason : null;

    /// <summary>
    /// The clusters that a short form is defined for, best supported first, each with its number of papers; a lexicon entry adds
    /// <see cref="LexiconSupport"/>. Empty if there are none.
    /// </summary>
    public IReadOnlyList<(int Root, int Support)> SensesOf(int shortKey) =>
        !_longForms.TryGetValue(shortKey, out var longs)
            ? []
            : [.. longs.GroupBy(l => Of(l.Long)).Select(g => (Root: g.Key, Support: g.Sum(l => l.Support)))
                .OrderByDescending(s => s.Support).ThenBy(s => _names.KeyText(s.Root), StringComparer.Ordinal)];

    /// <summary>True if a text or the lexicon gives a long form for the key.</summary>
    public bool IsShortForm(int key) => _longForms.ContainsKey(key);

    /// <summary>True if a long form differs from the name of the cluster's lexicon entry only by another form of one word, so that it is no concept of its own.</summary>
    public bool IsSlipOf(int longKey, int root) =>
        LexiconOf(root) is >= 0 and var entry && _variants.DifferByOneWord(_canon[entry], longKey, out var near) && near;

    private void AddLongForm(int shortKey, int longKey, int support)
    {
        if (!_longForms.TryGetValue(shortKey, out var longs))
        {
            _longForms.Add(shortKey, longs = []);
        }

        longs.Add((longKey, support));
    }

    private void JoinLexicon()
    {
        for (var entry = 0; entry < _canon.Length; entry++)
        {
            var known = _census.Lexicon[entry];
            foreach (var alias in known.Aliases)
            {
                var key = _names.KeyOf(alias);
                if (key == _canon[entry])
                {
                    continue;
                }

                if (NameShapes.IsAcronym(alias) || known.IsAmbiguous)
                {
                    AddLongForm(key, _canon[entry], LexiconSupport);
                }
                else if (!_canon.AsSpan().Contains(key))
                {
                    Join(_canon[entry], key, MergeReason.Lexicon);
                }
            }
        }

        for (var entry = 0; entry < _canon.Length; entry++)
        {
            _lexiconOfRoot.TryAdd(_sets.Find(_canon[entry]), entry);
        }
    }

    /// <summary>For each key, the spelling that most mentions are anchored at; ties go to the first in ordinal order. Empty for a key without a surface.</summary>
    private string[] PrintedForms()
    {
        var counts = new int[_names.SurfaceCount];
        foreach (var surface in _census.AnchorSurfaces)
        {
            counts[surface]++;
        }

        var best = new int[_names.KeyCount];
        Array.Fill(best, -1);
        for (var surface = 0; surface < counts.Length; surface++)
        {
            ref var chosen = ref best[_names.KeyOf(surface)];
            if (chosen < 0 || counts[surface] > counts[chosen]
                || (counts[surface] == counts[chosen] && string.CompareOrdinal(_names.SurfaceText(surface), _names.SurfaceText(chosen)) < 0))
            {
                chosen = surface;
            }
        }

        return [.. best.Select(surface => surface < 0 ? "" : _names.SurfaceText(surface))];
    }

    /// <summary>
    /// Merges the long form of a concept that the lexicon lists by its short name alone (QLoRA). The long form must come from several papers and from at least half of the definitions,
    /// and must name the same kind of thing; no long form of the short name may be in the lexicon.
    /// </summary>
    private void JoinKnownLongForms()
    {
        for (var entry = 0; entry < _canon.Length; entry++)
        {
            var senses = SensesOf(_canon[entry]);
            if (senses.Count > 0 && senses.Sum(s => s.Support) <= 2 * senses[0].Support && senses[0].Support >= Several && senses.All(s => LexiconOf(s.Root) < 0)
                && LexiconOf(Of(_canon[entry])) == entry && IsSameKind(entry, BestLongForm(_canon[entry], senses[0].Root)))
            {
                Join(_canon[entry], BestLongForm(_canon[entry], senses[0].Root), MergeReason.Acronym);
            }
        }
    }

    private int BestLongForm(int shortKey, int root) => _longForms[shortKey].Where(l => Of(l.Long) == root)
        .OrderByDescending(l => l.Support).ThenBy(l => _names.KeyText(l.Long), StringComparer.Ordinal).First().Long;

    private bool IsSameKind(int entry, int key) => _census.Lexicon[entry].Types[0].IsData() == _census.IsMostlyData(key);

    private void JoinCaseVariants()
    {
        var variants = new CaseVariants(_census, this, _printed);
        for (var capitals = 0; capitals < _printed.Length; capitals++)
        {
            if (variants.Find(capitals) is { } pair)
            {
                Join(pair.Major, pair.Minor, MergeReason.Spelling);
                ShareSenses(pair.Major, pair.Minor);
            }
        }
    }

    private void JoinPairs(IReadOnlyList<(int Keep, int Key)> pairs, MergeReason reason)
    {
        foreach (var (keep, key) in pairs.Where(pair => !AreBothKnown(pair.Keep, pair.Key)))
        {
            Join(keep, key, reason);
        }
    }

    /// <summary>Gives the rare spelling the senses of the usual one: ARC-c, like ARC-C, is short for the ARC challenge.</summary>
    private void ShareSenses(int major, int minor)
    {
        foreach (var (longKey, support) in _longForms.GetValueOrDefault(major)?.ToArray() ?? [])
        {
            AddLongForm(minor, longKey, support);
        }
    }

    private void JoinLongForms()
    {
        foreach (var shortKey in _longForms.Keys.OrderBy(_names.KeyText, StringComparer.Ordinal))
        {
            var longs = _longForms[shortKey].OrderByDescending(l => l.Support).ThenBy(l => _names.KeyText(l.Long), StringComparer.Ordinal).Select(l => l.Long).Distinct().ToList();
            for (var at = 1; at < longs.Count && longs.Count <= 400; at++)
            {
                var same = longs.Take(at).FirstOrDefault(earlier => !AreBothKnown(earlier, longs[at]) && _variants.AreOne(shortKey, earlier, longs[at]), -1);
                if (same >= 0)
                {
                    Join(same, longs[at], MergeReason.LongForm);
                }
            }
        }
    }

    private bool AreBothKnown(int first, int second) => LexiconOf(Of(first)) >= 0 && LexiconOf(Of(second)) >= 0;

    private void Join(int keep, int key, MergeReason reason)
    {
        if (_split.Contains((keep, key)))
        {
            return;
        }

        var entry = LexiconOf(Of(keep)) is >= 0 and var first ? first : LexiconOf(Of(key));
        if (_sets.Union(keep, key))
        {
            _reasons.TryAdd(key, reason);
        }

        if (entry >= 0)
        {
            _lexiconOfRoot[Of(keep)] = entry;
        }
    }
}
