using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Extraction.Tagging;

namespace Stemma.GraphBuilder.Spans;

/// <summary>
/// Converts a text to a <see cref="SpanSequence"/>: features of the extraction's tagger, and the extraction's output for each token, whose model was trained without these texts. A
/// text is read as an abstract without a title. Not thread-safe.
/// </summary>
internal sealed class SpanReader
{
    /// <summary>Rows per token in the table of a net.</summary>
    public const int RowCount = NetFeatures.Count + 3;

    /// <summary>Maximum number of hashed features of a token.</summary>
    private const int MostFeatures = FeatureTemplates.MostFeatures + 16;

    private readonly IReadOnlyList<IExtractionStage> _stages;
    private readonly WordVectors _words;
    private readonly ShippedUnits _shipped;
    private readonly ShippedMarks _marks;
    private readonly PaperDocument _document = new();

    /// <summary>Creates a reader with a lexicon and a model.</summary>
    public SpanReader(ConceptLexicon lexicon, ExtractionModel model)
    {
        _stages = new PaperExtractor(lexicon, model).Stages;
        _words = model.Tagger.Net.Words;
        _shipped = new ShippedUnits(model.Tagger);
        _marks = new ShippedMarks(model.Judge.Memory);
        Width = (_words.Dimensions + TaggerNet.Top + ShippedMarks.Values + 7) / 8 * 8;
    }

    /// <summary>Values per token.</summary>
    public int Width { get; }

    /// <summary>Reads a text.</summary>
    public SpanSequence Read(string text)
    {
        _document.Reset("", text);
        foreach (var stage in _stages)
        {
            stage.Annotate(_document);
        }

        var count = _document.Tokens.Count;
        _document.Tagging.Atoms.Read(_document);
        var atoms = _document.Tagging.Atoms.Atoms.AsSpan(0, count);
        _shipped.Read(_document, atoms);
        _marks.Read(_document, _shipped.Probabilities);
        var (features, ends) = Features(atoms);
        var tokens = _document.Tokens.Select(token => token with { Start = token.Start - _document.AbstractStart, End = token.End - _document.AbstractStart });
        return new SpanSequence([.. tokens], features, ends, Inputs(count), Rows(atoms));
    }

    private (uint[] Features, int[] Ends) Features(ReadOnlySpan<TokenAtoms> atoms)
    {
        var features = new List<uint>();
        var ends = new int[atoms.Length];
        Span<uint> own = stackalloc uint[MostFeatures];
        for (var token = 0; token < atoms.Length; token++)
        {
            var count = FeatureTemplates.Write(atoms, token, own);
            count += _marks.WriteFeatures(atoms, token, own[count..]);
            features.AddRange(own[..count]);
            ends[token] = features.Count;
        }

        return ([.. features], ends);
    }

    private float[] Inputs(int count)
    {
        var inputs = new float[(count + SpanNet.Window - 1) * Width];
        for (var token = 0; token < count; token++)
        {
            var own = inputs.AsSpan((token + (SpanNet.Window / 2)) * Width, Width);
            if (_words.Find(_document[token]) is >= 0 and var word)
            {
                TaggerNet.Widen(_words[word], own[.._words.Dimensions]);
            }

            own = own[_words.Dimensions..];
            _shipped.Units.AsSpan(token * TaggerNet.Top, TaggerNet.Top).CopyTo(own);
            _marks.WriteValues(token, own[TaggerNet.Top..]);
        }

        return inputs;
    }

    private int[] Rows(ReadOnlySpan<TokenAtoms> atoms)
    {
        var rows = new int[atoms.Length * RowCount];
        for (var token = 0; token < atoms.Length; token++)
        {
            var own = rows.AsSpan(token * RowCount, RowCount);
            NetFeatures.Write(atoms, token, own);
            _marks.WriteRows(token, own[NetFeatures.Count..]);
            foreach (ref var row in own)
            {
                row &= SpanNet.TableRows - 1;
            }
        }

        return rows;
    }
}
