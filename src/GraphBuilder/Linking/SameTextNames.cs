using System.Runtime.InteropServices;
using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// Finds pairs of names that many texts use for one thing, so that they are merged in the other texts too: "person re-identification" and "re-identification",
/// "combinatorial optimization" and "combinatorial optimization problem" (cross-document coreference, Bagga and Baldwin 1998, from counts of coreference within
/// documents). One name is the other with words before it or one word after it. The shorter may be more general, so the texts that use both must be a good part of its
/// uses: "tracking" is object tracking, but "navigation" need not be robot navigation. A redundant head word distinguishes nothing. With 144,000 papers it merges some
/// hundred pairs; those with a name that several papers use were read.
/// </summary>
internal sealed class SameTextNames
{
    /// <summary>Minimum number of texts that use both names for one thing.</summary>
    private const int FewestTexts = 3;

    /// <summary>The same if the shorter name is a single word; also the number of texts from which <see cref="ShareWithHead"/> applies.</summary>
    private const int ManyTexts = 10;

    /// <summary>Of the texts in which a name is the second name of something, the minimum share in which that is the other name's concept.</summary>
    private const double Dominance = 0.7;

    /// <summary>
    /// Minimum share of texts that use both names, among the uses of the shorter, which may be more general. Pairs from 0.12 on were read:
    /// below 0.2, "manipulation" becomes robot manipulation.
    /// </summary>
    private const double Share = 0.2;

    /// <summary>The same, among the uses of the rarer name, if the longer only adds a head word and many texts use both.</summary>
    private const double ShareWithHead = 0.1;

    /// <summary>Words that are redundant at the end of a name.</summary>
    private static readonly HashSet<string> Heads = new(StringComparer.Ordinal)
    {
        "algorithm", "approach", "architecture", "framework", "learning", "mechanism", "method", "model", "network", "paradigm", "problem", "procedure", "process", "robot", "scheme", "sensor", "strategy", "system", "task",
        "technique", "theory",
    };

    private readonly NameCensus _census;
    private readonly AliasClusters _clusters;
    private readonly string[] _printed;
    private readonly Dictionary<int, Uses> _uses = [];
    private readonly Dictionary<(int Name, int Other), int> _texts = [];

    private SameTextNames(NameCensus census, AliasClusters clusters, string[] printed)
    {
        (_census, _clusters, _printed) = (census, clusters, printed);
        Count();
    }

    /// <summary>
    /// The pairs, as clusters, best supported first. A cluster without a lexicon entry is in one pair only, because two things
    /// that share a short name must not be merged through it.
    /// </summary>
    /// <param name="census">The names and their uses.</param>
    /// <param name="clusters">The clusters so far.</param>
    /// <param name="printed">For each key its usual spelling.</param>
    public static IReadOnlyList<(int Name, int Other)> Find(NameCensus census, AliasClusters clusters, string[] printed)
    {
        var names = new SameTextNames(census, clusters, printed);
        var all = names._texts.GroupBy(pair => pair.Key.Other).ToDictionary(pairs => pairs.Key, pairs => pairs.Sum(pair => pair.Value));
        var pairs = names._texts
            .Where(pair => pair.Value >= FewestTexts && pair.Value >= Dominance * all[pair.Key.Other] && names.AreOne(pair.Key.Name, pair.Key.Other))
            .OrderByDescending(pair => pair.Value).ThenBy(pair => census.Names.KeyText(pair.Key.Name), StringComparer.Ordinal).ThenBy(pair => census.Names.KeyText(pair.Key.Other), StringComparer.Ordinal);
        var taken = new HashSet<int>();
        return [.. pairs.Select(pair => pair.Key).Where(pair => names.MayTake(pair.Name, taken) && names.MayTake(pair.Other, taken))];
    }

    private bool MayTake(int name, HashSet<int> taken) => _clusters.LexiconOf(name) >= 0 || taken.Add(name);

    /// <summary>Counts, for each name and each other name that a text uses for the same thing, the number of such texts; the first name is the anchor of the text's mention.</summary>
    private void Count()
    {
        var surfaces = _census.NumberForms();
        var others = new HashSet<int>();
        for (var at = 0; at < _census.Mentions.Length; at++)
        {
            var mention = _census.Mentions[at];
            var name = _clusters.Of(mention.Anchor);
            UsesOf(name).Add(mention, _census.CountOf(mention.Anchor));
            others.Clear();
            foreach (var form in _census.FormsOf(at))
            {
                var key = _census.Names.KeyOf(surfaces[form]);
                if (_clusters.Of(key) != name && !_clusters.IsShortForm(key) && others.Add(_clusters.Of(key)))
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(_texts, (name, _clusters.Of(key)), out _)++;
                }
            }
        }
    }

    private Uses UsesOf(int name) => CollectionsMarshal.GetValueRefOrAddDefault(_uses, name, out _) ??= new Uses();

    private bool AreOne(int name, int other)
    {
        if (!_uses.TryGetValue(name, out var uses) || !_uses.TryGetValue(other, out var others) || uses.Kind != others.Kind || AreBothKnown(name, other))
        {
            return false;
        }

        var (first, second) = (WordsOf(name, uses), WordsOf(other, others));
        var isFirst = first.Count < second.Count;
        var (few, many) = isFirst ? (first, second) : (second, first);
        if (few.Count == 0 || few.Count == many.Count || !AddsWords(few, many) || GenericNames.IsWord(_census.Names.KeyText(isFirst ? name : other)))
        {
            return false;
        }

        var texts = TextsOf(name, other) + TextsOf(other, name);
        var (all, allOthers) = (uses.Count + TextsOf(other, name), others.Count + TextsOf(name, other));
        var (ofShorter, least) = (isFirst ? all : allOthers, texts >= ManyTexts ? ShareWithHead : Share);
        return texts >= (few.Count == 1 ? ManyTexts : FewestTexts) && (Heads.Contains(many[^1]) && many[^1] != few[^1] ? texts >= least * Math.Min(all, allOthers) : texts >= Share * ofShorter);
    }

    /// <summary>True if the longer name is the shorter with words before it or one word after it, and no added word has a digit: "CheckThat! 2025" is one of several.</summary>
    private static bool AddsWords(List<string> few, List<string> many)
    {
        var more = many.Count - few.Count;
        var added = many[..more].Concat(few).SequenceEqual(many) ? many[..more] : more == 1 && many[..^1].SequenceEqual(few) ? many[^1..] : [];
        return added.Count > 0 && !added.Exists(word => word.AsSpan().ContainsAnyInRange('0', '9'));
    }

    private bool AreBothKnown(int first, int second) => _clusters.LexiconOf(first) >= 0 && _clusters.LexiconOf(second) >= 0;

    private int TextsOf(int name, int other) => _texts.GetValueOrDefault((name, other));

    private List<string> WordsOf(int name, Uses uses) =>
        NameKey.Stems(_clusters.LexiconOf(name) is >= 0 and var entry ? _census.Lexicon[entry].Name : _printed[uses.Usual]);

    /// <summary>Usage counts of a cluster.</summary>
    private sealed class Uses
    {
        private readonly int[] _types = new int[Enum.GetValues<ConceptType>().Length];
        private int _most;

        /// <summary>Number of mentions.</summary>
        public int Count { get; private set; }

        /// <summary>The most frequent anchor key.</summary>
        public int Usual { get; private set; } = -1;

        /// <summary>The most frequent type; datasets and benchmarks count as one.</summary>
        public int Kind => Array.IndexOf(_types, _types.Max());

        /// <summary>Adds a mention; <paramref name="ofKey"/> is the number of mentions with its key.</summary>
        public void Add(Mention mention, int ofKey)
        {
            Count++;
            _types[(int)(mention.Type == ConceptType.Benchmark ? ConceptType.Dataset : mention.Type)]++;
            (_most, Usual) = ofKey > _most ? (ofKey, mention.Anchor) : (_most, Usual);
        }
    }
}
