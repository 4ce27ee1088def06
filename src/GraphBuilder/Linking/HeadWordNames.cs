using System.Runtime.InteropServices;
using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// Finds pairs of names of which one has a head word more that adds nothing: "gated attention mechanism" and "gated attention", "online prediction problem" and "online prediction". Whether it does is learnt from the texts that have both
/// such names: with "attention" before "mechanism", 949 of 951 of 144,000 papers use the two for one thing, with "tracking" before "control" 31 of 43, with "attention" before "network" 30 of 63. So a pair that no text has together is
/// judged by others with the same end (backing off to shorter contexts, Katz 1987). Where these are too few, some heads are empty behind what is done ("iterative refinement method"): of 92 such pairs all were read, and 88 are one.
/// </summary>
internal sealed class HeadWordNames
{
    /// <summary>Texts that must use two names with this end for one thing.</summary>
    private const int FewestTexts = 5;

    /// <summary>Pairs of names with this end that they must have: one pair speaks for itself alone, see <see cref="SameTextNames"/>.</summary>
    private const int FewestPairs = 4;

    /// <summary>How many times more texts must use two names with this end for one thing than for two: of 110 pairs read at 9, 104 were one, and three of the others had less than this.</summary>
    private const int Dominance = 19;

    /// <summary>The same where the end says that something is done.</summary>
    private const int DominanceOfDeeds = 9;

    /// <summary>Words of a name before the head: one alone ("graph method") says too little.</summary>
    private const int FewestWords = 2;

    private static readonly HashSet<string> Heads = new(StringComparer.Ordinal)
    {
        "algorithm", "approach", "architecture", "framework", "mechanism", "method", "model", "network", "paradigm", "problem", "procedure", "process", "scheme", "strategy", "system", "task", "technique", "theory",
    };

    /// <summary>Heads that are empty behind what is done. A "graph coloring algorithm" solves the problem of that name, and a mechanism may have screws.</summary>
    private static readonly HashSet<string> HeadsOfDeeds = new(StringComparer.Ordinal) { "approach", "framework", "method", "paradigm", "problem", "procedure", "strategy", "technique" };

    /// <summary>Endings of nouns that say what is done (Quirk et al. 1985, A Comprehensive Grammar of the English Language, appendix I).</summary>
    private static readonly string[] Deeds = ["ing", "tion", "sion", "ment"];

    /// <summary>Nouns with such an ending that name a thing.</summary>
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

    /// <summary>The pairs, the shorter name first; the most used first. One pass over the forms of all mentions.</summary>
    /// <param name="census">What texts call what they name.</param>
    /// <param name="clusters">Names that are one already.</param>
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

    /// <summary>The key of a name without its head, with its last two words; −1 where its last word is no head or no text has the rest.</summary>
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

    /// <summary>Counts, for each end, the texts that use a name with it and the name without its head for one thing, and for two.</summary>
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

    /// <summary>The name that a key is with a head that adds nothing; −1 where it adds something, or where texts give the longer an acronym as a thing of their own.</summary>
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

    /// <summary>What texts with both names do that end in the same two words, and in the first of them.</summary>
    private sealed class Ends
    {
        private readonly HashSet<int> _pairs = [];

        /// <summary>Texts that use both for one thing.</summary>
        public int One { get; private set; }

        /// <summary>Texts that use them for two.</summary>
        public int Two { get; private set; }

        /// <summary>Different pairs that texts use for one thing.</summary>
        public int Pairs => _pairs.Count;

        /// <summary>Adds a text.</summary>
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
