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

/// <summary>What a word's spelling alone tells; stages ask for it many times a word.</summary>
/// <param name="Atoms">Of the tagger's atoms those that depend on the spelling; the others are 0.</param>
/// <param name="Lower">The word in lower case as a feature, see <see cref="FeatureHash.OfLower"/>.</param>
/// <param name="Spelling">Hash of a phrase that begins with the word.</param>
/// <param name="Sign">Group of <see cref="SentenceSigns"/>, or 0.</param>
/// <param name="Link">How the word links what stands around it.</param>
/// <param name="Begins">Phrases that begin with the word.</param>
internal readonly record struct WordFacts(TokenAtoms Atoms, uint Lower, SpellingHash Spelling, byte Sign, TokenLink Link, PhraseBeginnings Begins)
{
    /// <summary>Works them out.</summary>
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
/// Numbers spellings and keeps what depends on a spelling alone, so that it is worked out once and not at each occurrence: some thousand spellings make up nearly all of a text (Zipf 1949, "Human behavior and the
/// principle of least effort"). One object a thread; it forgets all when it is full, which changes nothing but the time.
/// </summary>
internal sealed class WordBook
{
    /// <summary>Spellings from which it is emptied before the next paper. With what others keep by number they have 16 MB, of which the frequent ones, which come first, fill a few nearby pages.</summary>
    private const int Full = 1 << 15;

    /// <summary>Spellings that there is room for at first: those of one paper. Training holds thousands of papers at a time.</summary>
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

    /// <summary>How often all was forgotten; numbers mean other spellings then.</summary>
    public int Turn { get; private set; }

    /// <summary>Begins a paper.</summary>
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

    /// <summary>Writes the numbers of the spellings of tokens. All are hashed before any is looked up, so that slots, and then what they lead to, are on their way to the nearest cache when they are read.</summary>
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

    /// <summary>The number that stands where a search begins, mostly that of the spelling sought; where nothing stands, that of the first one.</summary>
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

    /// <summary>What is known of a number's spelling.</summary>
    public ref readonly WordFacts this[int number] => ref _facts[number];

    /// <summary>Index of a spelling's vector, see <see cref="WordVectors.Find"/>.</summary>
    public int VectorOf(int number, WordVectors vectors)
    {
        if (!ReferenceEquals(vectors, _known))
        {
            _known = vectors;
            Array.Clear(_vectors);
        }

        // Kept plus two, so that 0 stands for one that was not looked for and 1 for none.
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

    /// <summary>Makes room for twice as many.</summary>
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

    /// <summary>Four letters at a time, the last four once more where they are not a whole step, multiplied and folded; how well it spreads shows in nothing but the time.</summary>
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
