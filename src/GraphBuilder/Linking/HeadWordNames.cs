using System.Runtime.InteropServices;
using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// Finds pairs of names that differ only in a redundant head word: "gated attention mechanism" and "gated attention", "online prediction problem" and "online prediction".
/// Whether a head is redundant is learnt from the texts that have both names: of 144,000 papers, 949 of 951 use the two for one thing with "attention" before "mechanism", 31
/// of 43 with "tracking" before "control", 30 of 63 with "attention" before "network". A pair that no text has together is therefore judged by other pairs with the same
/// ending, the last two words (backing off to shorter contexts, Katz 1987). If these are too few, some heads are redundant after a noun of action ("iterative refinement
/// method"): of 92 such pairs, all of them read, 88 are one thing.
/// </summary>
internal sealed class HeadWordNames
{
    /// <summary>Minimum number of texts that use two names with this ending for one thing.</summary>
    private const int FewestTexts = 5;

    /// <summary>Minimum number of different pairs with this ending; a single pair is evidence only for itself, see <see cref="SameTextNames"/>.</summary>
    private const int FewestPairs = 4;

    /// <summary>
    /// Minimum ratio of texts that use two names with this ending for one thing to texts that use them for two: of 110 pairs read at 9, 104 were one thing,
    /// and three of the others had a lower ratio than this.
    /// </summary>
    private const int Dominance = 19;

    /// <summary>The same for endings with a noun of action.</summary>
    private const int DominanceOfDeeds = 9;

    /// <summary>Minimum number of words before the head: a single one ("graph method") says too little.</summary>
    private const int FewestWords = 2;

    private static readonly HashSet<string> Heads = new(StringComparer.Ordinal)
    {
        "algorithm", "approach", "architecture", "framework", "mechanism", "method", "model", "network", "paradigm", "problem", "procedure", "process", "scheme", "strategy", "system", "task", "technique", "theory",
    };

    /// <summary>Heads that are redundant after a noun of action. Others are not: a "graph coloring algorithm" solves the problem of that name, and a mechanism may have screws.</summary>
    private static readonly HashSet<string> HeadsOfDeeds = new(StringComparer.Ordinal) { "approach", "framework", "method", "paradigm", "problem", "procedure", "strategy", "technique" };

    /// <summary>Endings of nouns of action (Quirk et al. 1985, A Comprehensive Grammar of the English Language, appendix I).</summary>
    private static readonly string[] Deeds = ["ing", "tion", "sion", "ment"];

    /// <summary>Nouns with such an ending that denote a thing.</summary>
    private static readonly HashSet<string> Things = new(StringComparer.Ordinal)
    {
        "condition", "distribution", "element", "embedding", "environment", "equation", "experiment", "function", "information", "instrument", "moment", "population", "position", "question", "region", "relation", "representation",
        "section", "segment", "setting", "spring", "string",
    };

    private readonly NameCensus _census;
    private readonly string[] _printed;
    private readonly int[] _surfaces;
    private readonly (int Base, string End)[] _shortened;
    private readonly Dictionary<string, Ends> _ends = new(StringComparer.Ordinal);
    private readonly HashSet<int> _introduced;
    private readonly HashSet<int> _defined;

    private HeadWordNames(NameCensus census, string[] printed)
    {
        (_census, _printed) = (census, printed);
        _surfaces = census.NumberForms();
        _introduced = [.. census.Mentions.Where(mention => mention.Role == ConceptRole.Introduces).Select(mention => mention.Anchor)];
        _defined = [.. census.Definitions.Keys.Select(definition => definition.Long)];
        _shortened = [.. ParallelEnumerable.Range(0, census.Names.SurfaceCount).AsOrdered().Select(surface => Shorten(census.Names.SurfaceText(surface)))];
        Count();
    }

    /// <summary>The pairs, shorter name first, ordered by uses of the longer name, most used first. One pass over the forms of all mentions.</summary>
    /// <param name="census">The names and their uses.</param>
    /// <param name="clusters">The clusters so far.</param>
    /// <param name="printed">For each key its usual spelling.</param>
    public static IReadOnlyList<(int Name, int Longer)> Find(NameCensus census, AliasClusters clusters, string[] printed)
    {
        var names = new HeadWordNames(census, printed);
        var types = new TypesOfClusters(census, clusters);
        return
        [
            .. Enumerable.Range(0, printed.Length).Select(key => (Name: names.BaseOf(key), Longer: key)).Where(pair => pair.Name >= 0 && clusters.Of(pair.Name) != clusters.Of(pair.Longer) && types.Agree(pair.Name, pair.Longer))
                .OrderByDescending(pair => census.CountOf(pair.Longer)).ThenBy(pair => census.Names.KeyText(pair.Longer), StringComparer.Ordinal),
        ];
    }

    /// <summary>The key of a name without its head, and the stems of its last two words; −1 if its last word is no head or the rest is no known name.</summary>
    private (int Base, string End) Shorten(string text)
    {
        var space = text.LastIndexOf(' ');
        if (space <= 0)
        {
            return (-1, "");
        }

        var head = WordStem.Of(text[(space + 1)..]);
        var rest = text[..space];
        var key = Heads.Contains(head) ? _census.Names.FindKey(NameKey.Of(rest)) : -1;
        return key >= 0 && NameKey.Tokens(rest) is { Count: > 0 } words ? (key, $"{WordStem.Of(words[^1])} {head}") : (-1, "");
    }

    /// <summary>Counts, for each ending, the texts that use a name with it and the name without its head for one thing, and for two.</summary>
    private void Count()
    {
        var (inPaper, counted) = (new int[_census.Names.KeyCount], new int[_census.Names.KeyCount]);
        for (var (first, end) = (0, 0); first < _census.Mentions.Length; first = end)
        {
            var stamp = _census.Mentions[first].Paper + 1;
            for (end = first; end < _census.Mentions.Length && _census.Mentions[end].Paper == stamp - 1; end++)
            {
                foreach (var form in _census.FormsOf(end))
                {
                    inPaper[_census.Names.KeyOf(_surfaces[form])] = stamp;
                }
            }

            for (var mention = first; mention < end; mention++)
            {
                CountForms(mention, stamp, inPaper, counted);
            }
        }
    }

    private void CountForms(int mention, int stamp, int[] inPaper, int[] counted)
    {
        foreach (var form in _census.FormsOf(mention))
        {
            var ((name, end), key) = (_shortened[_surfaces[form]], _census.Names.KeyOf(_surfaces[form]));
            if (name >= 0 && name != key && inPaper[name] == stamp && counted[key] != stamp)
            {
                counted[key] = stamp;
                (CollectionsMarshal.GetValueRefOrAddDefault(_ends, end, out _) ??= new Ends()).Add(key, HasForm(mention, name));
            }
        }
    }

    private bool HasForm(int mention, int key)
    {
        foreach (var form in _census.FormsOf(mention))
        {
            if (_census.Names.KeyOf(_surfaces[form]) == key)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name that a key extends by a redundant head; −1 if the head is not redundant, or if the longer name is both introduced by a paper and defined with an acronym.</summary>
    private int BaseOf(int key)
    {
        var surface = _printed[key].Length == 0 ? -1 : _census.Names.Surface(_printed[key]);
        var (name, end) = surface < 0 ? (-1, "") : _shortened[surface];
        return name >= 0 && name < _printed.Length && _printed[name].Length > 0 && NameKey.Tokens(_printed[name]).Count >= FewestWords && !(_introduced.Contains(key) && _defined.Contains(key)) && AddsNothing(end) ? name : -1;
    }

    private bool AddsNothing(string end)
    {
        var ends = _ends.GetValueOrDefault(end) ?? new Ends();
        return (ends.One >= FewestTexts && ends.Pairs >= FewestPairs && ends.One >= Dominance * ends.Two) || (ends.One >= DominanceOfDeeds * ends.Two && SaysWhatIsDone(end));
    }

    private static bool SaysWhatIsDone(string end)
    {
        var space = end.IndexOf(' ', StringComparison.Ordinal);
        return HeadsOfDeeds.Contains(end[(space + 1)..]) && Array.Exists(Deeds, ending => end.AsSpan(0, space).EndsWith(ending)) && !Things.Contains(end[..space]);
    }

    /// <summary>Counts of texts that have both names, for one ending.</summary>
    private sealed class Ends
    {
        private readonly HashSet<int> _pairs = [];

        /// <summary>Texts that use both names for one thing.</summary>
        public int One { get; private set; }

        /// <summary>Texts that use them for two things.</summary>
        public int Two { get; private set; }

        /// <summary>Number of different pairs that texts use for one thing.</summary>
        public int Pairs => _pairs.Count;

        /// <summary>Counts a text.</summary>
        public void Add(int key, bool isOne)
        {
            (One, Two) = isOne ? (One + 1, Two) : (One, Two + 1);
            if (isOne)
            {
                _pairs.Add(key);
            }
        }
    }
}
