using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Lexicon;

namespace Stemma.GraphBuilder.Spans;

/// <summary>
/// Finds entities under labels of its own, which need not be types of Stemma; the front door of what learns from and is scored on the data sets of others.
/// Learning: <see cref="SpanText"/> → <see cref="SpanReader"/> → <see cref="SpanSequence"/> → <see cref="SpanExample"/> → <see cref="SpanChainTrainer"/>, <see cref="SpanNetTrainer"/> → <see cref="SpanModel"/>, with the
/// threshold that <see cref="SpanTrainer"/> finds on held-out parts. Tagging: text → <see cref="SpanReader"/> → <see cref="SpanModel"/> → <see cref="SpanStretch"/> → <see cref="SpanDecoder"/> → <see cref="SpanEntity"/>.
/// Scoring: <see cref="SpanScorecard"/>. The extraction that ships gives features and is not changed. Serves one thread.
/// </summary>
public sealed class SpanTagger
{
    private readonly SpanReader _reader;

    internal SpanTagger(SpanReader reader, IReadOnlyList<string> labels, SpanModel model, double threshold)
    {
        (_reader, Labels, Model, Threshold) = (reader, labels, model, threshold);
    }

    /// <summary>The labels that it knows.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>0..1; an entity's posterior lies above.</summary>
    public double Threshold { get; }

    internal SpanModel Model { get; }

    /// <summary>Reads a file that <see cref="Write"/> wrote, for the extraction that ships.</summary>
    /// <exception cref="InvalidDataException">The stream is no such file, or was learnt beside another extraction model.</exception>
    public static SpanTagger Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return SpanTaggerFile.Read(stream, new SpanReader(ConceptLexicon.LoadShipped(), ExtractionModel.LoadShipped()));
    }

    /// <summary>Writes it; the same tagger gives the same bytes.</summary>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        SpanTaggerFile.Write(stream, this);
    }

    /// <summary>The entities of a text, in order, without overlaps.</summary>
    public IReadOnlyList<SpanEntity> Tag(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sequence = _reader.Read(text);
        return Entities(sequence, Labels, SpanDecoder.Choose(Model.Stretches(sequence), sequence.Tokens.Length, Threshold));
    }

    /// <summary>Stretches of tokens as stretches of text.</summary>
    internal static IReadOnlyList<SpanEntity> Entities(SpanSequence text, IReadOnlyList<string> labels, IEnumerable<SpanStretch> stretches)
        => [.. stretches.Select(stretch => new SpanEntity(text.Tokens[stretch.First].Start, text.Tokens[stretch.End - 1].End, labels[stretch.Label]))];
}
