using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Memory;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Extraction.Tagging;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Spans;

/// <summary>
/// Features of each token from the shipped extraction: tag probabilities, concepts accepted by the judge, and the name memory's record of the phrase. Not thread-safe.
/// </summary>
internal sealed class ShippedMarks(NameMemory memory)
{
    /// <summary>
    /// Values per token: tag probabilities; begin and inside of a concept for each kind; the memory's share for each kind, its number of papers, and whether its phrase begins
    /// here.
    /// </summary>
    public const int Values = TagSet.Count + (2 * TagSet.Kinds) + TagSet.Kinds + 2;

    /// <summary>First feature template that is not one of <see cref="FeatureTemplates"/>.</summary>
    private const uint FirstTemplate = 200;

    /// <summary>Maximum length of a phrase looked up in the memory, in tokens.</summary>
    private const int LongestPhrase = 6;

    /// <summary>Number of steps to which a share is quantised in a feature.</summary>
    private const int Steps = 4;

    private float[] _values = [];
    private uint[] _tag = [];
    private uint[] _concept = [];
    private uint[] _phrase = [];

    /// <summary>Reads a document with all layers, and the tag probabilities, row by token.</summary>
    public void Read(PaperDocument document, ReadOnlySpan<float> probabilities)
    {
        var count = document.Tokens.Count;
        _values = new float[count * Values];
        _tag = new uint[count];
        _concept = new uint[count];
        _phrase = new uint[count];
        for (var token = 0; token < count; token++)
        {
            ReadTag(token, probabilities.Slice(token * TagSet.Count, TagSet.Count));
        }

        foreach (var concept in document.Concepts)
        {
            foreach (var mention in concept.Mentions)
            {
                MarkConcept(mention.Range, TagSet.KindOf(concept.Type), (float)concept.Confidence);
            }
        }

        foreach (var sentence in document.Sentences)
        {
            for (var token = sentence.First; token < sentence.End;)
            {
                token = MarkPhrase(document, token, sentence.End);
            }
        }
    }

    /// <summary>Writes the values of a token.</summary>
    public void WriteValues(int token, Span<float> values) => _values.AsSpan(token * Values, Values).CopyTo(values);

    /// <summary>Writes three hashed rows of a token.</summary>
    public void WriteRows(int token, Span<int> rows)
    {
        rows[0] = (int)(FeatureHash.Mix(FirstTemplate, _tag[token]) >> 1);
        rows[1] = (int)(FeatureHash.Mix(FirstTemplate + 1, _concept[token]) >> 1);
        rows[2] = (int)(FeatureHash.Mix(FirstTemplate + 2, _phrase[token]) >> 1);
    }

    /// <summary>Writes the hashed features of a token; returns their number.</summary>
    public int WriteFeatures(ReadOnlySpan<TokenAtoms> atoms, int token, Span<uint> features)
    {
        var (own, before, after) = (_tag[token], token > 0 ? _tag[token - 1] : uint.MaxValue, token + 1 < _tag.Length ? _tag[token + 1] : uint.MaxValue);
        features[0] = FeatureHash.Mix(FirstTemplate, own);
        features[1] = FeatureHash.Mix(FirstTemplate + 1, _concept[token]);
        features[2] = FeatureHash.Mix(FirstTemplate + 2, _phrase[token]);
        features[3] = FeatureHash.Mix(FirstTemplate + 3, own, atoms[token].Word);
        features[4] = FeatureHash.Mix(FirstTemplate + 4, own, atoms[token].Shape);
        features[5] = FeatureHash.Mix(FirstTemplate + 5, own, before);
        features[6] = FeatureHash.Mix(FirstTemplate + 6, own, after);
        features[7] = FeatureHash.Mix(FirstTemplate + 7, own, before, after);
        features[8] = FeatureHash.Mix(FirstTemplate + 8, own, token > 0 ? atoms[token - 1].Word : 0);
        features[9] = FeatureHash.Mix(FirstTemplate + 9, own, token + 1 < atoms.Length ? atoms[token + 1].Word : 0);
        features[10] = FeatureHash.Mix(FirstTemplate + 10, own, _concept[token], _phrase[token]);
        return 11;
    }

    /// <summary>Stores the probabilities, and the most probable tag with its quantised probability.</summary>
    private void ReadTag(int token, ReadOnlySpan<float> probabilities)
    {
        probabilities.CopyTo(_values.AsSpan(token * Values));
        var best = 0;
        for (var tag = 1; tag < probabilities.Length; tag++)
        {
            best = probabilities[tag] > probabilities[best] ? tag : best;
        }

        _tag[token] = ((uint)best * (Steps + 1)) + Step(probabilities[best]);
    }

    private void MarkConcept(TokenRange range, int kind, float confidence)
    {
        for (var token = range.First; token < range.End; token++)
        {
            var inside = token == range.First ? 0 : 1;
            _values[(token * Values) + TagSet.Count + (2 * kind) + inside] = confidence;
            _concept[token] = 1 + (uint)((2 * kind) + inside);
        }
    }

    /// <summary>Marks the longest phrase in the memory that begins at a token; returns the token to continue at.</summary>
    private int MarkPhrase(PaperDocument document, int first, int sentenceEnd)
    {
        for (var end = Math.Min(sentenceEnd, first + LongestPhrase); end > first; end--)
        {
            if (memory.TryFind(PhraseHash.Of(document, new TokenRange(first, end)), out var record))
            {
                for (var token = first; token < end; token++)
                {
                    KeepPhrase(token, token == first, record);
                }

                return end;
            }
        }

        return first + 1;
    }

    private void KeepPhrase(int token, bool begins, NameRecord record)
    {
        var values = _values.AsSpan((token * Values) + TagSet.Count + (2 * TagSet.Kinds));
        var best = 0;
        for (var kind = 0; kind < TagSet.Kinds; kind++)
        {
            values[kind] = record.Share * record.Kinds[kind];
            best = record.Kinds[kind] > record.Kinds[best] ? kind : best;
        }

        values[TagSet.Kinds] = record.Papers / 16;
        values[TagSet.Kinds + 1] = begins ? 1 : 0;
        _phrase[token] = 1 + (2 * (((uint)best * (Steps + 1)) + Step(record.Share))) + (begins ? 1u : 0u);
    }

    private static uint Step(float share) => (uint)(share * Steps);
}
