namespace Stemma.GraphBuilder.Extraction.Lexicon;

/// <summary>A node in the trie of <see cref="ConceptLexicon"/>.</summary>
internal sealed class LexiconNode
{
    /// <summary>Spellings that end here, those of earlier entries first.</summary>
    public LexiconForm[] Forms { get; set; } = [];

    /// <summary>True where longer names continue.</summary>
    public bool Continues { get; set; }
}

/// <summary>Trie nodes of the names that begin with a word.</summary>
/// <param name="Whole">The node of the word, or null.</param>
/// <param name="Singular">The node of the word without its plural s, or null.</param>
internal readonly record struct LexiconStart(LexiconNode? Whole, LexiconNode? Singular)
{
    /// <summary>True where no name begins with the word.</summary>
    public bool IsNone => Whole is null && Singular is null;
}

/// <summary>
/// Caches the <see cref="LexiconStart"/> of each spelling of a <see cref="WordBook"/>, by its number, so that it is looked up once instead of at each occurrence: most words begin
/// no name. One object per thread.
/// </summary>
internal sealed class LexiconStarts
{
    private LexiconStart[] _starts = [];
    private ConceptLexicon? _lexicon;
    private int _turn;
    private int _count;

    /// <summary>The starts of all spellings, by number; valid until the book has more spellings.</summary>
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
