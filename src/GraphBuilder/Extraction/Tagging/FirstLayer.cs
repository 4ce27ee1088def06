using System.Runtime.CompilerServices;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>
/// The first layer of <see cref="TaggerNet"/>: bias, <see cref="WordParts"/> of five words, and rows of <see cref="NetFeatures"/>. The rows that depend on spelling, and the
/// no-mark rows that most tokens share, are summed once per spelling (<see cref="WordSums"/>); where earlier stages marked a token, the no-mark row is subtracted and its own row
/// added. Immutable and thread-safe.
/// </summary>
[SkipLocalsInit]
internal sealed class FirstLayer
{
    private const int Hidden = TaggerNet.Hidden;

    private readonly WordVectors _words;
    private readonly WordParts _parts;
    private readonly LineArray<sbyte> _rows;
    private readonly float[] _bias;
    private readonly float _scale;

    /// <summary>Creates the layer from trained weights.</summary>
    public FirstLayer(WordVectors words, NetWeights weights)
    {
        (_words, _bias, _scale) = (words, weights.FirstBias, weights.RowScale);
        _parts = new WordParts(words, weights.First);
        _rows = LineArray<sbyte>.Of([.. weights.Rows, .. Negated(weights.Rows)]);
    }

    /// <summary>Computes the units of all tokens of a sentence, not rectified, and lists those above zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(PaperDocument document, ReadOnlySpan<TokenAtoms> atoms, TokenRange sentence, NetScratch scratch)
    {
        while (scratch.Spelt.FindMissing(document.Words, this) is >= 0 and var number)
        {
            AddUp(document.Words[number].Atoms, scratch.Spelt[number]);
        }

        var spellings = document.WordOfToken.Slice(sentence.First, sentence.Count);
        var words = scratch.Words(sentence.Count);
        for (var token = 0; token < words.Length; token++)
        {
            words[token] = document.Words.VectorOf(spellings[token], _words);
            _parts.Know(words[token]);
        }

        Span<int> rows = stackalloc int[NetFeatures.MostOthers];
        Span<int> next = stackalloc int[NetFeatures.MostOthers];
        Span<int> places = stackalloc int[TaggerNet.Window];
        var count = WriteRows(atoms, sentence.First, rows);
        for (var token = 0; token < words.Length; token++)
        {
            var ahead = 0;
            if (token + 1 < words.Length)
            {
                ahead = WriteRows(atoms, sentence.First + token + 1, next);
                scratch.Spelt.Prefetch(spellings[token + 1]);
            }

            var near = _parts.WriteRows(words, token, places);
            RowLanes.Write(_bias, _parts.SumOf(places[..near]), new RowSum(scratch.Spelt[spellings[token]], _rows.Span, rows[..count], _scale), scratch.Units(token));
            scratch.KeepActive(token);
            count = ahead;
            var spent = rows;
            rows = next;
            next = spent;
        }
    }

    /// <summary>Writes the rows of a token, and prefetches them while the previous token is summed: they are scattered across several megabytes.</summary>
    private int WriteRows(ReadOnlySpan<TokenAtoms> atoms, int token, Span<int> rows)
    {
        var count = NetFeatures.WriteOthers(atoms, token, rows);
        foreach (var row in rows[..count])
        {
            _rows.Prefetch(row * Hidden, Hidden);
        }

        return count;
    }

    /// <summary>Sums the rows that depend on a word's spelling, and those of a token without marks.</summary>
    private void AddUp(in TokenAtoms word, Span<short> sums)
    {
        Span<int> rows = stackalloc int[NetFeatures.Spelt + NetFeatures.Marks];
        NetFeatures.WriteSpelt(word, rows);
        NetFeatures.WriteUnmarked(rows[NetFeatures.Spelt..]);
        RowLanes.Sum(_rows.Span, rows, sums);
    }

    /// <summary>The rows of a token without marks, negated; this does not overflow, because trained values are at least -127.</summary>
    private static sbyte[] Negated(sbyte[] table)
    {
        Span<int> rows = stackalloc int[NetFeatures.Marks];
        NetFeatures.WriteUnmarked(rows);
        var negated = new sbyte[rows.Length * Hidden];
        for (var at = 0; at < negated.Length; at++)
        {
            negated[at] = checked((sbyte)-table[(rows[at / Hidden] * Hidden) + (at % Hidden)]);
        }

        return negated;
    }
}
