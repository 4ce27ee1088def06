namespace Stemma.GraphBuilder.Extraction.Lexicon;

/// <summary>A place in the trie of <see cref="ConceptLexicon"/>: what ends there, and whether anything goes on.</summary>
internal sealed class LexiconNode
{
    /// <summary>Spellings that end here, those of earlier entries first.</summary>
    public LexiconForm[] Forms { get; set; } = [];

    /// <summary>True where a longer name goes on.</summary>
    public bool Continues { get; set; }
}

/// <summary>Where a name that begins with some word stands in the trie.</summary>
/// <param name="Whole">The node of the word, or null.</param>
/// <param name="Singular">The node of the word without its plural s, or null.</param>
internal readonly record struct LexiconStart(LexiconNode? Whole, LexiconNode? Singular)
{
    /// <summary>True where no name begins with the word.</summary>
    public bool IsNone => Whole is null && Singular is null;
}

/// <summary>
/// Where the spellings of a <see cref="WordBook"/> begin names of a lexicon, kept by their numbers: most words of a text begin none, and each is looked up once and not at each occurrence. One object a thread.
/// </summary>
internal sealed class LexiconStarts
{
    private LexiconStart[] _starts = [];
    private ConceptLexicon? _lexicon;
    private int _turn;
    private int _count;

    /// <summary>Where all spellings begin, by their numbers; valid until the book has more.</summary>
    public ReadOnlySpan<LexiconStart> Of(WordBook words, ConceptLexicon lexicon)
    {
        if (!ReferenceEquals(lexicon, _lexicon) || words.Turn != _turn)
        {
            (_lexicon, _turn, _count) = (lexicon, words.Turn, 0);
        }

        if (words.Count > _starts.Length)
        {
            Array.Resize(ref _starts, Math.Max(words.Count, 2 * _starts.Length));
        }

        for (; _count < words.Count; _count++)
        {
            _starts[_count] = lexicon.StartOf(words[_count].Spelling);
        }

        return _starts.AsSpan(0, _count);
    }
}
