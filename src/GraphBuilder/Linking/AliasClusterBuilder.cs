using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// Second stage: merges keys that name one concept wherever they occur. Its steps, in order: aliases in the lexicon, long forms of one acronym that differ by a slip or an added head word
/// (<see cref="LongFormVariants"/>), the long form of a known short name, case variants (<see cref="CaseVariants"/>), years of two and of four digits (<see cref="YearNames"/>), names with an
/// acronym spelled out (<see cref="SpelledOutNames"/>), names that many texts use for one thing (<see cref="SameTextNames"/>), names with a redundant head word (<see cref="HeadWordNames"/>),
/// names of activities that begin with the verb (<see cref="VerbNames"/>), and the user's merges. Acronyms are not merged here, because they can have several senses, see
/// <see cref="Senses.SenseResolver"/>. Not thread-safe; the finders of pairs read an immutable state.
/// </summary>
internal sealed class AliasClusterBuilder
{
    /// <summary>Papers that must define a short name before its long form is merged with the lexicon's concept of that name.</summary>
    private const int Several = 2;

    private readonly NameCensus _census;
    private readonly LinkOverrides _overrides;
    private readonly NameTable _names;
    private readonly DisjointSets _sets = new();
    private readonly List<(int Keep, int Key, MergeReason Reason)> _merges = [];
    private readonly Dictionary<int, int> _lexiconOfRoot = [];
    private readonly ShortForms _shortForms;
    private readonly (int First, int Second)[] _splits;
    private readonly int[] _canon;

    /// <summary>Creates a builder in which each key is a cluster of its own.</summary>
    public AliasClusterBuilder(NameCensus census, LinkOverrides overrides)
    {
        (_census, _overrides, _names) = (census, overrides, census.Names);
        _canon = [.. census.Lexicon.Select(known => _names.KeyOf(known.Name))];
        _splits = [.. overrides.Splits.Select(split => (_names.KeyOf(split.Name), _names.KeyOf(split.From)))];
        _shortForms = ShortForms.Of(census);
    }

    /// <summary>Runs all steps.</summary>
    public AliasClusters Build()
    {
        JoinLexicon();
        var printed = PrintedNames.Of(_census);
        var variants = new LongFormVariants(_census, printed);
        JoinLongForms(variants);
        JoinKnownLongForms();
        JoinCaseVariants(CaseVariants.Find(_census, Freeze(variants), printed));
        Join(YearNames.Find(_census, Freeze(variants), printed), MergeReason.Spelling);
        Join(new SpelledOutNames(_census, Freeze(variants), printed).Find(), MergeReason.Acronym);
        Join(SameTextNames.Find(_census, Freeze(variants), printed), MergeReason.SameText);
        Join(HeadWordNames.Find(_census, Freeze(variants), printed), MergeReason.LongForm);
        Join(VerbNames.Find(_census, Freeze(variants), printed), MergeReason.LongForm);
        foreach (var (name, into) in _overrides.Merges)
        {
            Join(_names.KeyOf(into), _names.KeyOf(name), MergeReason.Override);
        }

        return Freeze(variants);
    }

    /// <summary>The clusters so far.</summary>
    private AliasClusters Freeze(LongFormVariants variants) => new(_names, variants, _shortForms)
    {
        Roots = [.. Enumerable.Range(0, _names.KeyCount).Select(_sets.Find)],
        LexiconOfRoot = new Dictionary<int, int>(_lexiconOfRoot),
        LexiconKeys = _canon,
        Merges = _merges.Concat(_merges.Select(merge => (merge.Key, merge.Keep, merge.Reason))).ToLookup(merge => merge.Item1, merge => (merge.Item2, merge.Reason)),
    };

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
                    _shortForms.Add(key, _canon[entry], AliasClusters.LexiconSupport);
                }
                else if (!_canon.AsSpan().Contains(key))
                {
                    Join(_canon[entry], key, MergeReason.Lexicon);
                }
            }
        }

        for (var entry = 0; entry < _canon.Length; entry++)
        {
            _lexiconOfRoot.TryAdd(Of(_canon[entry]), entry);
        }
    }

    private void JoinLongForms(LongFormVariants variants)
    {
        foreach (var shortKey in _shortForms.Keys.OrderBy(_names.KeyText, StringComparer.Ordinal))
        {
            var longs = _shortForms.OrderedLongsOf(shortKey, _names).ToList();
            for (var at = 1; at < longs.Count && longs.Count <= 400; at++)
            {
                var same = longs.Take(at).FirstOrDefault(earlier => !AreBothKnown(earlier, longs[at]) && variants.AreOne(shortKey, earlier, longs[at]), -1);
                if (same >= 0)
                {
                    Join(same, longs[at], MergeReason.LongForm);
                }
            }
        }
    }

    /// <summary>
    /// Merges the long form of a concept that the lexicon lists by its short name alone (QLoRA). The long form must come from several papers and from at least half of the definitions,
    /// and must name the same kind of thing; no long form of the short name may be in the lexicon.
    /// </summary>
    private void JoinKnownLongForms()
    {
        for (var entry = 0; entry < _canon.Length; entry++)
        {
            var senses = _shortForms.SensesOf(_canon[entry], Of, _names);
            if (senses.Count > 0 && senses.Sum(s => s.Support) <= 2 * senses[0].Support && senses[0].Support >= Several && senses.All(s => LexiconOf(s.Root) < 0)
                && LexiconOf(Of(_canon[entry])) == entry && IsSameKind(entry, BestLongForm(_canon[entry], senses[0].Root)))
            {
                Join(_canon[entry], BestLongForm(_canon[entry], senses[0].Root), MergeReason.Acronym);
            }
        }
    }

    private int BestLongForm(int shortKey, int root) => _shortForms.OrderedLongsOf(shortKey, _names).First(key => Of(key) == root);

    private bool IsSameKind(int entry, int key) => _census.Lexicon[entry].Types[0].IsData() == _census.IsMostlyData(key);

    /// <summary>Gives the rare spelling the senses of the usual one too: ARC-c, like ARC-C, is short for the ARC challenge.</summary>
    private void JoinCaseVariants(IReadOnlyList<(int Major, int Minor)> pairs)
    {
        Join(pairs, MergeReason.Spelling);
        foreach (var (major, minor) in pairs.Where(pair => Of(pair.Major) == Of(pair.Minor)))
        {
            _shortForms.Share(major, minor);
        }
    }

    private void Join(IReadOnlyList<(int Keep, int Key)> pairs, MergeReason reason)
    {
        foreach (var (keep, key) in pairs.Where(pair => !AreBothKnown(pair.Keep, pair.Key)))
        {
            Join(keep, key, reason);
        }
    }

    /// <summary>Merges the clusters of two keys, unless that would put names into one cluster that the user split.</summary>
    private void Join(int keep, int key, MergeReason reason)
    {
        if (AreSplit(Of(keep), Of(key)))
        {
            return;
        }

        var entry = LexiconOf(Of(keep)) is >= 0 and var first ? first : LexiconOf(Of(key));
        if (_sets.Union(keep, key))
        {
            _merges.Add((keep, key, reason));
        }

        if (entry >= 0)
        {
            _lexiconOfRoot[Of(keep)] = entry;
        }
    }

    private bool AreSplit(int root, int other) =>
        Array.Exists(_splits, split => (Of(split.First) == root && Of(split.Second) == other) || (Of(split.First) == other && Of(split.Second) == root));

    private int Of(int key) => _sets.Find(key);

    private int LexiconOf(int root) => _lexiconOfRoot.GetValueOrDefault(root, -1);

    private bool AreBothKnown(int first, int second) => LexiconOf(Of(first)) >= 0 && LexiconOf(Of(second)) >= 0;
}
