using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Extraction.Names;
using Stemma.GraphBuilder.Extraction.Roles;
using Stemma.GraphBuilder.Extraction.Tagging;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction;

/// <summary>Facts that depend only on a word's spelling; stages read them many times per word.</summary>
/// <param name="Atoms">The tagger's atoms that depend on the spelling; the others are 0.</param>
/// <param name="Lower">The word in lower case as a feature, see <see cref="FeatureHash.OfLower"/>.</param>
/// <param name="Spelling">Hash of a phrase that begins with the word.</param>
/// <param name="Sign">Group of <see cref="SentenceSigns"/>, or 0.</param>
/// <param name="Link">How the word links its neighbours.</param>
/// <param name="Begins">Phrases that begin with the word.</param>
internal readonly record struct WordFacts(TokenAtoms Atoms, uint Lower, SpellingHash Spelling, byte Sign, TokenLink Link, PhraseBeginnings Begins)
{
    /// <summary>Computes the facts of a word.</summary>
    public static WordFacts Of(ReadOnlySpan<char> word)
    {
        var spelling = SpellingHash.Empty.Append(word);
        var begins = (CueFinder.MayBegin(spelling) ? PhraseBeginnings.Cue : 0) | (DefinitionFinder.MayBegin(spelling) ? PhraseBeginnings.Definition : 0);
        return new WordFacts(TokenAtoms.Of(word), FeatureHash.OfLower(word), spelling, (byte)SentenceSigns.Of(word), CueReach.LinkOf(word), begins);
    }
}

/// <summary>Kinds of phrases that begin with a word; most words begin none.</summary>
[Flags]
internal enum PhraseBeginnings : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Cues of roles.</summary>
    Cue = 1,

    /// <summary>Phrases that define a name.</summary>
    Definition = 2,
}

/// <summary>
/// Numbers spellings and caches what depends only on a spelling, so that it is computed once and not at each occurrence: some thousand spellings make up nearly all of a text (Zipf
/// 1949, "Human behavior and the principle of least effort"). One object per thread; it is cleared when full, which affects only the running time.
/// </summary>
internal sealed class WordBook
{
    /// <summary>
    /// Number of spellings from which the book is cleared before the next paper. With the data that other classes keep by number they take 16 MB, of which the frequent spellings,
    /// numbered first, fill a few adjacent pages.
    /// </summary>
    private const int Full = 1 << 15;

    /// <summary>Initial capacity: the spellings of one paper. Training keeps thousands of papers in memory.</summary>
    private const int Few = 256;

    private int[] _slots = new int[4 * Few];
    private WordFacts[] _facts = new WordFacts[Few];
    private (int Start, int Length)[] _spellings = new (int, int)[Few];
    private int[] _vectors = new int[Few];
    private char[] _letters = new char[8 * Few];
    private int _lettersUsed;
    private WordVectors? _known;

    /// <summary>Number of spellings; numbers run from 0.</summary>
    public int Count { get; private set; }

    /// <summary>How often the book was cleared; each time, numbers are assigned to other spellings.</summary>
    public int Turn { get; private set; }

    /// <summary>Begins a paper; clears the book if it is full.</summary>
    public void Begin()
    {
        if (Count < Full)
        {
            return;
        }

        Array.Clear(_slots);
        (Count, _lettersUsed) = (0, 0);
        Turn++;
    }

    /// <summary>
    /// Writes the numbers of the spellings of tokens. All are hashed before any is looked up, so that slots, and then the data they refer to, are prefetched before they are read.
    /// </summary>
    public void Read(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, Span<int> numbers)
    {
        for (var at = 0; at < tokens.Length; at++)
        {
            numbers[at] = (int)HashOf(text.Slice(tokens[at].Start, tokens[at].Length));
            CacheLines.Prefetch(ref _slots[numbers[at] & (_slots.Length - 1)], 1);
        }

        foreach (var hash in numbers)
        {
            CacheLines.Prefetch(ref _spellings[Likely(hash)], 1);
        }

        foreach (var hash in numbers)
        {
            CacheLines.Prefetch(ref _letters[_spellings[Likely(hash)].Start], 1);
        }

        for (var at = 0; at < tokens.Length; at++)
        {
            numbers[at] = NumberOf(text.Slice(tokens[at].Start, tokens[at].Length), numbers[at]);
        }
    }

    /// <summary>The number in the slot where a search begins, mostly that of the spelling sought; 0 where the slot is empty.</summary>
    private int Likely(int hash) => Math.Max(0, _slots[hash & (_slots.Length - 1)] - 1);

    /// <summary>The number of a spelling, valid until the next paper.</summary>
    public int NumberOf(ReadOnlySpan<char> word) => NumberOf(word, (int)HashOf(word));

    private int NumberOf(ReadOnlySpan<char> word, int hash)
    {
        var mask = _slots.Length - 1;
        var slot = hash & mask;
        for (; _slots[slot] != 0; slot = (slot + 1) & mask)
        {
            var (start, length) = _spellings[_slots[slot] - 1];
            if (word.SequenceEqual(_letters.AsSpan(start, length)))
            {
                CacheLines.Prefetch(ref _facts[_slots[slot] - 1], 1);
                return _slots[slot] - 1;
            }
        }

        return Add(word, slot);
    }

    /// <summary>Facts of the spelling with a number.</summary>
    public ref readonly WordFacts this[int number] => ref _facts[number];

    /// <summary>Index of a spelling's vector, see <see cref="WordVectors.Find"/>.</summary>
    public int VectorOf(int number, WordVectors vectors)
    {
        if (!ReferenceEquals(vectors, _known))
        {
            _known = vectors;
            Array.Clear(_vectors);
        }

        // Stored plus two, so that 0 means not looked up yet and 1 means no vector.
        ref var kept = ref _vectors[number];
        if (kept == 0)
        {
            var (start, length) = _spellings[number];
            kept = vectors.Find(_letters.AsSpan(start, length)) + 2;
        }

        return kept - 2;
    }

    private int Add(ReadOnlySpan<char> word, int slot)
    {
        if (Count == _facts.Length)
        {
            Grow();
            return NumberOf(word);
        }

        if (_lettersUsed + word.Length > _letters.Length)
        {
            Array.Resize(ref _letters, Math.Max(2 * _letters.Length, _lettersUsed + word.Length));
        }

        word.CopyTo(_letters.AsSpan(_lettersUsed));
        _spellings[Count] = (_lettersUsed, word.Length);
        _facts[Count] = WordFacts.Of(word);
        _vectors[Count] = 0;
        _lettersUsed += word.Length;
        _slots[slot] = ++Count;
        return Count - 1;
    }

    /// <summary>Doubles the capacity.</summary>
    private void Grow()
    {
        Array.Resize(ref _facts, 2 * Count);
        Array.Resize(ref _spellings, 2 * Count);
        Array.Resize(ref _vectors, 2 * Count);
        _slots = new int[2 * _slots.Length];
        var mask = _slots.Length - 1;
        for (var number = 0; number < Count; number++)
        {
            var (start, length) = _spellings[number];
            var slot = (int)HashOf(_letters.AsSpan(start, length)) & mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = number + 1;
        }
    }

    /// <summary>
    /// Multiplicative hash of four letters at a time; the last step overlaps the one before where the length is no multiple of four. The quality of the hash affects only the
    /// running time.
    /// </summary>
    private static uint HashOf(ReadOnlySpan<char> word)
    {
        const ulong Odd = 0x9E3779B97F4A7C15;
        const int Step = 4;
        var hash = (ulong)word.Length;
        if (word.Length < Step)
        {
            foreach (var letter in word)
            {
                hash = (hash << 16) | letter;
            }

            return (uint)((hash * Odd) >> 32);
        }

        ref var letters = ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(word));
        var last = word.Length - Step;
        for (var at = 0; at < last; at += Step)
        {
            hash = (BitOperations.RotateLeft(hash, 29) ^ Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref letters, at * sizeof(char)))) * Odd;
        }

        return (uint)(((BitOperations.RotateLeft(hash, 29) ^ Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref letters, last * sizeof(char)))) * Odd) >> 32);
    }
}
