using System.Runtime.InteropServices;
using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>Properties of one token that feature templates combine, as hashes or small numbers.</summary>
internal struct TokenAtoms
{
    private const int MostLetters = 32;
    private const int LongestSuffix = 4;

    /// <summary>Hash of the word in lower case, digits folded to 0.</summary>
    public uint Word;

    /// <summary>Hash of the letter pattern: X for a capital, x for a small letter, d for a digit, other characters as they are; runs longer than two count as two.</summary>
    public uint Shape;

    /// <summary>Hashes of the first two, three and four characters, folded as in <see cref="Word"/>.</summary>
    public uint Prefix2, Prefix3, Prefix4;

    /// <summary>Hashes of the last two, three and four characters, folded as in <see cref="Word"/>.</summary>
    public uint Suffix2, Suffix3, Suffix4;

    /// <summary>Lexicon match: 0 none, else kind, flags, and whether it begins here.</summary>
    public uint Lexicon;

    /// <summary>Acronym definition: 0 none, 1 short form, 2 long form begins, 3 long form continues.</summary>
    public uint Acronym;

    /// <summary>Name definition: 0 none, else rule and whether it begins here.</summary>
    public uint Definition;

    /// <summary>Position: 1 in the title, plus 2 at the start of a sentence.</summary>
    public uint Place;

    /// <summary>
    /// Nearest cue of those that precede their mention, within six tokens before the token in its sentence: 4 × (index + 1) + distance (0..3, 3 for three or more); 0 none.
    /// </summary>
    public uint Cue;

    /// <summary>Use of the word in the document: occurrences (1, 2, 3 or more), in the title, and, inside a sentence of the abstract, ever capitalised and ever not.</summary>
    public uint Document;

    /// <summary>1 without white space before the token.</summary>
    public uint Glue;

    /// <summary>The atoms that depend on a word's spelling. The word and its prefixes are those of its first 32 characters.</summary>
    public static TokenAtoms Of(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[MostLetters];
        Span<char> ending = stackalloc char[LongestSuffix];
        var lower = buffer[..Math.Min(word.Length, MostLetters)];
        Fold(word[..lower.Length], lower);
        var suffix = ending[..Math.Min(word.Length, LongestSuffix)];
        Fold(word[^suffix.Length..], suffix);
        var length = lower.Length;
        return new TokenAtoms
        {
            Word = FeatureHash.Of(lower),
            Shape = ShapeOf(word),
            Prefix2 = FeatureHash.Of(lower[..Math.Min(2, length)]),
            Prefix3 = FeatureHash.Of(lower[..Math.Min(3, length)]),
            Prefix4 = FeatureHash.Of(lower[..Math.Min(4, length)]),
            Suffix2 = FeatureHash.Of(suffix[^Math.Min(2, length)..]),
            Suffix3 = FeatureHash.Of(suffix[^Math.Min(3, length)..]),
            Suffix4 = FeatureHash.Of(suffix),
        };
    }

    /// <summary>Lower case, with 0 for every digit.</summary>
    private static void Fold(ReadOnlySpan<char> word, Span<char> folded)
    {
        for (var at = 0; at < word.Length; at++)
        {
            var letter = word[at];
            folded[at] = char.IsAsciiDigit(letter) ? '0' : char.IsAsciiLetterUpper(letter) ? (char)(letter | 0x20) : char.IsAscii(letter) ? letter : char.ToLowerInvariant(letter);
        }
    }

    private static uint ShapeOf(ReadOnlySpan<char> word)
    {
        var hash = 17u;
        var last = '\0';
        var run = 0;
        foreach (var sign in word)
        {
            var kind = char.IsUpper(sign) ? 'X' : char.IsLower(sign) ? 'x' : char.IsDigit(sign) ? 'd' : sign;
            run = kind == last ? run + 1 : 1;
            last = kind;
            if (run <= 2)
            {
                hash = (hash * 31) + kind;
            }
        }

        return FeatureHash.Mix(1, hash);
    }
}

/// <summary>Computes <see cref="TokenAtoms"/> for a document; one object per thread.</summary>
internal sealed class TokenAtomReader
{
    private const int CueWindow = 6;

    /// <summary>Numbers of lower-case words, by <see cref="TokenAtoms.Word"/>.</summary>
    private readonly Dictionary<uint, int> _lowerNumbers = [];

    /// <summary>Number of the lower-case word, by number of the spelling.</summary>
    private int[] _lowerOf = [];

    /// <summary><see cref="TokenAtoms.Document"/> by number of the lower-case word; undefined for words that are not in the paper.</summary>
    private uint[] _seen = [];

    private int _numbered;
    private int _turn;

    /// <summary>Atoms of each token.</summary>
    public TokenAtoms[] Atoms { get; private set; } = [];

    /// <summary>Computes the atoms of <paramref name="document"/>.</summary>
    public void Read(PaperDocument document)
    {
        var count = document.Tokens.Count;
        if (Atoms.Length < count)
        {
            Atoms = new TokenAtoms[Math.Max(count, 512)];
        }

        for (var token = 0; token < count; token++)
        {
            Atoms[token] = OfToken(document, token);
        }

        MarkLexicon(document);
        MarkNames(document);
        MarkCues(document);
        MarkDocument(document);
    }

    private static TokenAtoms OfToken(PaperDocument document, int token)
    {
        var atoms = document.FactsOf(token).Atoms;
        atoms.Place = (token < document.TitleTokens ? 1u : 0u) + (token == document.SentenceAt(token).First ? 2u : 0u);
        atoms.Glue = document.Tokens[token].SpaceBefore ? 0u : 1u;
        return atoms;
    }

    private void MarkLexicon(PaperDocument document)
    {
        foreach (var match in document.LexiconMatches)
        {
            var value = 2u * (1u + (uint)TagSet.KindOf(match.Entry.Types[0]) + (match.Entry.IsGeneric ? 4u : 0u) + (match.Entry.IsAmbiguous ? 8u : 0u));
            for (var token = match.Range.First; token < match.Range.End; token++)
            {
                Atoms[token].Lexicon = value + (token == match.Range.First ? 1u : 0u);
            }
        }
    }

    private void MarkNames(PaperDocument document)
    {
        foreach (var definition in document.Definitions)
        {
            var value = 2u * (FeatureHash.Of(definition.Id) >> 8);
            for (var token = definition.Range.First; token < definition.Range.End; token++)
            {
                Atoms[token].Definition = value + (token == definition.Range.First ? 1u : 0u);
            }
        }

        foreach (var pair in document.Acronyms)
        {
            for (var token = pair.Short.First; token < pair.Short.End; token++)
            {
                Atoms[token].Acronym = 1;
            }

            for (var token = pair.Long.First; token < pair.Long.End; token++)
            {
                Atoms[token].Acronym = token == pair.Long.First ? 2u : 3u;
            }
        }
    }

    private void MarkCues(PaperDocument document)
    {
        foreach (var cue in document.Cues)
        {
            if (cue.Cue.Side == Roles.CueSide.Before)
            {
                var end = Math.Min(document.SentenceAt(cue.Range.First).End, cue.Range.End + CueWindow);
                for (var token = cue.Range.End; token < end; token++)
                {
                    Atoms[token].Cue = (4u * ((uint)cue.Cue.Index + 1)) + (uint)Math.Min(3, token - cue.Range.End);
                }
            }
        }
    }

    /// <summary>Counts words by their lower-case numbers, which are looked up by number of the spelling.</summary>
    private void MarkDocument(PaperDocument document)
    {
        NumberLowerWords(document.Words);
        var words = document.WordOfToken;
        foreach (var word in words)
        {
            _seen[_lowerOf[word]] = 0;
        }

        for (var token = 0; token < words.Length; token++)
        {
            ref var seen = ref _seen[_lowerOf[words[token]]];
            var known = seen;
            var inner = (Atoms[token].Place & 2) == 0 && token >= document.TitleTokens;
            var upper = char.IsUpper(document[token][0]);
            seen = Math.Min(known & 3, 2) + 1 | (known & ~3u) | (token < document.TitleTokens ? 4u : 0u) | (inner && upper ? 8u : 0u) | (inner && !upper ? 16u : 0u);
        }

        for (var token = 0; token < words.Length; token++)
        {
            Atoms[token].Document = _seen[_lowerOf[words[token]]];
        }
    }

    private void NumberLowerWords(WordBook words)
    {
        if (words.Turn != _turn)
        {
            (_turn, _numbered) = (words.Turn, 0);
            _lowerNumbers.Clear();
        }

        if (_lowerOf.Length < words.Count)
        {
            Array.Resize(ref _lowerOf, Math.Max(words.Count, 2 * _lowerOf.Length));
            Array.Resize(ref _seen, _lowerOf.Length);
        }

        for (; _numbered < words.Count; _numbered++)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_lowerNumbers, words[_numbered].Atoms.Word, out var known);
            number = known ? number : _lowerNumbers.Count - 1;
            _lowerOf[_numbered] = number;
        }
    }
}
