using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Lexicon;

/// <summary>
/// Curated names in a hash trie over normalised spellings: case, spaces, hyphens and slashes are ignored and a plural s is optional, so that <c>Atari 100k</c>,
/// <c>Atari-100k</c> and <c>Atari100k</c> are one. Immutable and thread-safe. A match costs at most two table look-ups per token, while a longer name is possible.
/// </summary>
public sealed class ConceptLexicon
{
    /// <summary>Maximum length of a name that, being mostly capitals (PPO, RAG), matches only with the same capitals, because the word in lower case is another (rag, sac).</summary>
    private const int LongestStrictAcronym = 6;

    private readonly Dictionary<ulong, LexiconNode> _nodes = [];
    private readonly HashFilter _filter;
    private readonly Dictionary<string, LexiconEntry> _byId = new(StringComparer.Ordinal);

    /// <summary>
    /// Builds the trie. Of two entries with the same spelling the earlier one matches, unless only the case of the later one fits the text; of two with the same id, the later one
    /// is ignored.
    /// </summary>
    public ConceptLexicon(IEnumerable<LexiconEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var tokens = new List<Token>();
        foreach (var entry in entries)
        {
            if (_byId.TryAdd(entry.Id, entry))
            {
                Add(entry, entry.Name, tokens);
                foreach (var alias in entry.Aliases)
                {
                    Add(entry, alias, tokens);
                }
            }
        }

        _filter = new HashFilter(_nodes.Count);
        foreach (var hash in _nodes.Keys)
        {
            _filter.Add(hash);
        }
    }

    /// <summary>The lexicon that ships with the program.</summary>
    public static ConceptLexicon LoadShipped() => new(LexiconReader.ReadShipped());

    /// <summary>Number of entries.</summary>
    public int Count => _byId.Count;

    /// <summary>The entry with this id, or null.</summary>
    public LexiconEntry? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The entry with the name <paramref name="name"/>, in any accepted spelling, or null.</summary>
    public LexiconEntry? FindByName(string name)
    {
        var tokens = new List<Token>();
        Tokenizer.Tokenize(name, 0, tokens);
        if (tokens.Count == 0)
        {
            return null;
        }

        var first = SpellingHash.Empty.Append(name.AsSpan(tokens[0].Start, tokens[0].Length));
        return LongestAt(name, tokens, 0, tokens.Count, first, StartOf(first), out var end) is { } form && end == tokens.Count ? form.Entry : null;
    }

    /// <summary>Trie nodes of the names that begin with a word.</summary>
    internal LexiconStart StartOf(SpellingHash word) => new(FindNode(word.Value), word.HasPlural ? FindNode(word.WithoutPlural) : null);

    /// <summary>The longest name that begins at a token and ends before <paramref name="limit"/>, or null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="first">Index of the token.</param>
    /// <param name="limit">End of the search, exclusive.</param>
    /// <param name="word">Spelling of the token.</param>
    /// <param name="start">Result of <see cref="StartOf"/> for it.</param>
    /// <param name="end">End of the name, exclusive.</param>
    internal LexiconForm? LongestAt(ReadOnlySpan<char> text, List<Token> tokens, int first, int limit, SpellingHash word, LexiconStart start, out int end)
    {
        LexiconForm? best = null;
        end = first;
        var hash = word;
        for (var at = first; at < limit; at++)
        {
            var token = tokens[at];
            if (token.Kind is TokenKind.Hyphen or TokenKind.Slash && at > first)
            {
                continue;
            }

            if (at > first)
            {
                hash = hash.Append(text[token.Start..token.End]);
                start = StartOf(hash);
            }

            if ((Fitting(start.Whole, text, tokens, first, at) ?? Fitting(start.Singular, text, tokens, first, at)) is { } form)
            {
                (best, end) = (form, at + 1);
            }

            if (start.Whole is null or { Continues: false })
            {
                break;
            }
        }

        return best;
    }

    private LexiconNode? FindNode(ulong hash) => _filter.MayHold(hash) ? _nodes.GetValueOrDefault(hash) : null;

    private static LexiconForm? Fitting(LexiconNode? node, ReadOnlySpan<char> text, List<Token> tokens, int first, int last)
    {
        for (var at = 0; node is not null && at < node.Forms.Length; at++)
        {
            var form = node.Forms[at];
            if (form.Accepts(text[tokens[first].Start..tokens[last].End]))
            {
                return form;
            }
        }

        return null;
    }

    private void Add(LexiconEntry entry, string name, List<Token> tokens)
    {
        tokens.Clear();
        Tokenizer.Tokenize(name, 0, tokens);
        var hash = SpellingHash.Empty;
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            if (token.Kind is TokenKind.Hyphen or TokenKind.Slash && at > 0)
            {
                continue;
            }

            for (var cut = token.Start + 1; cut < token.End; cut++)
            {
                if (IsInnerBoundary(name[cut - 1], name[cut]))
                {
                    NodeAt(hash.Append(name.AsSpan(token.Start, cut - token.Start)).Value).Continues = true;
                }
            }

            hash = hash.Append(name.AsSpan(token.Start, token.Length));
            if (at + 1 < tokens.Count)
            {
                NodeAt(hash.Value).Continues = true;
            }
        }

        AddForm(entry, name, hash);
    }

    /// <summary>Places where another writer may put a hyphen: <c>Atari|100k</c>, <c>Hotpot|QA</c>.</summary>
    private static bool IsInnerBoundary(char before, char after)
        => char.IsLetter(before) != char.IsLetter(after) || (char.IsLower(before) && char.IsUpper(after));

    private void AddForm(LexiconEntry entry, string name, SpellingHash hash)
    {
        var strict = !name.Contains(' ') && (entry.Flags.HasFlag(LexiconFlags.CaseSensitive) || entry.IsAmbiguous || IsStrictAcronym(name));
        var form = new LexiconForm(entry, name, strict);
        AddForm(NodeAt(hash.Value), form);
        if (hash.HasPlural)
        {
            AddForm(NodeAt(hash.WithoutPlural), form);
        }
    }

    private static void AddForm(LexiconNode node, LexiconForm form) => node.Forms = [.. node.Forms, form];

    private static bool IsStrictAcronym(string name)
        => name.Length <= LongestStrictAcronym && name.Count(char.IsUpper) * 2 > name.Count(char.IsLetter);

    private LexiconNode NodeAt(ulong key)
    {
        if (!_nodes.TryGetValue(key, out var node))
        {
            _nodes.Add(key, node = new LexiconNode());
        }

        return node;
    }
}
