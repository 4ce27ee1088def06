using System.Buffers;
using System.Runtime.InteropServices;
using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// Derives variants from names that end in a known method of one plain word: a "Vision Transformer" is a transformer, a "graphical lasso" a lasso, because English compounds denote
/// a kind of their last word (Williams 1981, On the notions "lexically related" and "head of a word"). Only words that end many names qualify (productivity, Baayen 1992): with
/// 144,000 papers Transformer, Autoencoder, Dropout, Mamba, Lasso, Perceptron and Mixup; "Google Gemini" and "OpenAI Whisper" are no kinds of Gemini and Whisper. Activities do not
/// qualify, because the words before them are their object: "search space pruning" prunes no model (synthetic compounds, Selkirk 1982, The Syntax of Words). We read 110 names for
/// which this finds a variant, 38 of them in "pruning": of the 72 others 71 are right; of 110 more, drawn at random, 107.
/// </summary>
internal sealed class HeadVariants
{
    /// <summary>Minimum number of names that end in the word.</summary>
    private const int FewestNames = 20;

    /// <summary>Ending of activities.</summary>
    private const string Deed = "ing";

    /// <summary>Maximum number of words in the name of a variant.</summary>
    private const int MostWords = 4;

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private readonly Dictionary<string, int> _conceptOfWord = new(StringComparer.Ordinal);

    /// <summary>Finds the words that end many names.</summary>
    /// <param name="concepts">All concepts.</param>
    /// <param name="lexiconIds">Ids of known concepts that are no generic words.</param>
    public HeadVariants(LinkedConcept[] concepts, HashSet<string> lexiconIds)
    {
        foreach (var (at, concept) in concepts.Index())
        {
            if (concept.Types[0] == ConceptType.Method && IsKind(concept.Name) && lexiconIds.Contains(concept.Id))
            {
                _conceptOfWord.TryAdd(WordStem.Of(concept.Name), at);
            }
        }

        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var concept in concepts)
        {
            if (LastWord(concept.Name) is { } word && _conceptOfWord.ContainsKey(word))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(names, word, out _)++;
            }
        }

        foreach (var word in _conceptOfWord.Keys.Where(word => names.GetValueOrDefault(word) < FewestNames).ToList())
        {
            _conceptOfWord.Remove(word);
        }
    }

    /// <summary>True for a plain word in the singular that is no activity. A plural is a proper name: "digital twins" are no kind of Twins.</summary>
    private static bool IsKind(string name) =>
        name.AsSpan().IndexOfAnyExcept(Letters) < 0 && !NameShapes.HasInnerCapital(name) && !name.EndsWith(Deed, StringComparison.Ordinal) && WordStem.Of(name).Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The concept that a name of several words is a kind of, or −1. A coordination such as "attribution and pruning" is two things and gets −1.</summary>
    public int KindOf(string name)
    {
        if (LastWord(name) is not { } last || !_conceptOfWord.TryGetValue(last, out var of))
        {
            return -1;
        }

        var words = NameKey.Tokens(name);
        return words.Count <= MostWords && !words.Contains("and") && !words.Take(words.Count - 1).All(NameShapes.IsSizeOrVersion) ? of : -1;
    }

    private static string? LastWord(string name)
    {
        var space = name.AsSpan().LastIndexOfAny(' ', '-');
        return space > 0 ? WordStem.Of(name[(space + 1)..]) : null;
    }
}
