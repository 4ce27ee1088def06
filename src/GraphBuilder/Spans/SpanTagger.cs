using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Lexicon;

namespace Stemma.GraphBuilder.Spans;

/// <summary>
/// Finds entities with labels learnt from a data set, which need not be types of Stemma; the entry point for training and scoring on public data sets. Training:
/// <see cref="SpanText"/> → <see cref="SpanReader"/> → <see cref="SpanSequence"/> → <see cref="SpanExample"/> → <see cref="SpanChainTrainer"/>, <see cref="SpanNetTrainer"/> →
/// <see cref="SpanModel"/>, with the threshold that <see cref="SpanTrainer"/> chooses on held-out parts. Tagging: text → <see cref="SpanReader"/> → <see cref="SpanModel"/> →
/// <see cref="SpanStretch"/> → <see cref="SpanDecoder"/> → <see cref="SpanEntity"/>. Scoring: <see cref="SpanScorecard"/>. The shipped extraction supplies features and is not
/// modified. Not thread-safe.
/// </summary>
public sealed class SpanTagger
{
    private readonly SpanReader _reader;

    internal SpanTagger(SpanReader reader, IReadOnlyList<string> labels, SpanModel model, double threshold)
    {
        (_reader, Labels, Model, Threshold) = (reader, labels, model, threshold);
    }

    /// <summary>The labels that the tagger assigns.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Threshold in 0..1 that the posterior of an entity must exceed.</summary>
    public double Threshold { get; }

    internal SpanModel Model { get; }

    /// <summary>Reads a file written by <see cref="Write"/>, for use with the shipped extraction.</summary>
    /// <exception cref="InvalidDataException">The stream is not such a file, or the tagger was trained with another extraction model.</exception>
    public static SpanTagger Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return SpanTaggerFile.Read(stream, new SpanReader(ConceptLexicon.LoadShipped(), ExtractionModel.LoadShipped()));
    }

    /// <summary>Writes the tagger; the same tagger gives the same bytes.</summary>
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

    /// <summary>Converts spans of tokens to spans of text.</summary>
    internal static IReadOnlyList<SpanEntity> Entities(SpanSequence text, IReadOnlyList<string> labels, IEnumerable<SpanStretch> stretches)
        => [.. stretches.Select(stretch => new SpanEntity(text.Tokens[stretch.First].Start, text.Tokens[stretch.End - 1].End, labels[stretch.Label]))];
}
