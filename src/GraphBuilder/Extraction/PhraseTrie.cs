using Stemma.GraphBuilder.Extraction.Lexicon;

namespace Stemma.GraphBuilder.Extraction;

/// <summary>Finds the longest fixed phrase that begins at a token, ignoring case; hyphens are tokens of a phrase. Immutable once the phrases are added.</summary>
internal sealed class PhraseTrie<T>
    where T : class
{
    /// <summary>Capacity of the filter: the number of words in the longest lists of phrases.</summary>
    private const int UsualWords = 2048;

    private readonly Dictionary<ulong, Node> _nodes = [];
    private readonly HashFilter _filter = new(UsualWords);

    /// <summary>Adds a phrase, its tokens separated by spaces; the first value for a phrase is kept.</summary>
    public void Add(string phrase, T value)
    {
        var hash = SpellingHash.Empty;
        var words = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at < words.Length; at++)
        {
            hash = hash.Append(words[at]).Append("\u0001");
            ref var node = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_nodes, hash.Value, out _);
            _filter.Add(hash.Value);
            node = new Node(node.Value ?? (at == words.Length - 1 ? value : null), node.Continues || at < words.Length - 1);
        }
    }

    /// <summary>True where a phrase begins with a word.</summary>
    public bool MayBegin(SpellingHash word) => _nodes.ContainsKey(word.Append("\u0001").Value);

    /// <summary>The value of the longest phrase that begins at a token and has all its tokens before <paramref name="limit"/>, or null.</summary>
    public T? LongestAt(PaperDocument document, int first, int limit, out int end)
    {
        T? best = null;
        end = first;
        var hash = SpellingHash.Empty;
        for (var at = first; at < limit; at++)
        {
            hash = (at == first ? document.FactsOf(at).Spelling : hash.Append(document[at])).Append("\u0001");
            if (!_filter.MayHold(hash.Value) || !_nodes.TryGetValue(hash.Value, out var node))
            {
                break;
            }

            if (node.Value is not null)
            {
                (best, end) = (node.Value, at + 1);
            }

            if (!node.Continues)
            {
                break;
            }
        }

        return best;
    }

    private readonly record struct Node(T? Value, bool Continues);
}
