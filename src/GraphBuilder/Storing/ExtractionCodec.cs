using Stemma.GraphBuilder.Extraction;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Storing;

/// <summary>Encodes extractions as bytes, as a graph file caches them. Decoding gives an equal extraction.</summary>
internal static class ExtractionCodec
{
    /// <summary>Encodes an extraction.</summary>
    public static byte[] Encode(PaperExtraction extraction)
    {
        using var writer = new ContentWriter();
        return writer
            .WriteList(extraction.Concepts, WriteConcept)
            .WriteList(extraction.Results, WriteResult)
            .WriteList(extraction.Relations, WriteRelation)
            .ToArray();
    }

    /// <summary>Decodes an extraction.</summary>
    public static PaperExtraction Decode(byte[] content) => Read(new ContentReader(content));

    /// <summary>Reads an extraction.</summary>
    public static PaperExtraction Read(ContentReader reader) => new(reader.ReadList(ReadConcept), reader.ReadList(ReadResult), reader.ReadList(ReadRelation));

    /// <summary>Reads an extraction without the mentions of its concepts, which are a third of its objects.</summary>
    public static PaperExtraction ReadUnplaced(ContentReader reader) => new(ReadUnplacedConcepts(reader), reader.ReadList(ReadResult), reader.ReadList(ReadRelation));

    /// <summary>Reads only the concepts of an extraction, without their mentions.</summary>
    public static ExtractedConcept[] ReadUnplacedConcepts(ContentReader reader) => reader.ReadList(ReadUnplacedConcept);

    /// <summary>The number of concepts of an encoded extraction.</summary>
    public static int CountConcepts(byte[] content) => new ContentReader(content).ReadInt32();

    private static void WriteConcept(ContentWriter writer, ExtractedConcept concept)
    {
        writer
            .Write(concept.Name).WriteTexts(concept.Surfaces)
            .WriteOptional(concept.ShortForm).WriteOptional(concept.LongForm).WriteOptional(concept.LexiconId).Write(concept.Ambiguous)
            .WriteList(concept.Types, (inner, type) => inner.Write((int)type))
            .Write((int)concept.Role).Write(concept.Confidence);
        WriteEvidence(writer, concept.Evidence);
        writer.Write(concept.By).WriteList(concept.Mentions, WriteSpan);
    }

    private static ExtractedConcept ReadConcept(ContentReader reader) => ReadNames(reader) with { Mentions = reader.ReadList(ReadSpan) };

    private static ExtractedConcept ReadUnplacedConcept(ContentReader reader)
    {
        var concept = ReadNames(reader);
        reader.SkipList(ReadSpan);
        return concept;
    }

    /// <summary>Reads a concept up to its mentions.</summary>
    private static ExtractedConcept ReadNames(ContentReader reader) => new()
    {
        Name = reader.ReadText(),
        Surfaces = reader.ReadTexts(),
        ShortForm = reader.ReadOptionalText(),
        LongForm = reader.ReadOptionalText(),
        LexiconId = reader.ReadOptionalText(),
        Ambiguous = reader.ReadBoolean(),
        Types = reader.ReadList(inner => (ConceptType)inner.ReadInt32()),
        Role = (ConceptRole)reader.ReadInt32(),
        Confidence = reader.ReadDouble(),
        Evidence = ReadEvidence(reader),
        By = reader.ReadText(),
        Mentions = [],
    };

    private static void WriteResult(ContentWriter writer, ExtractedResult result)
    {
        writer
            .Write(result.On).Write(result.Value).WriteOptional(result.Unit).WriteOptional(result.Metric).WriteOptional(result.In).WriteOptional(result.Delta).WriteOptional(result.Of);
        WriteEvidence(writer, result.Evidence);
        writer.Write(result.By).Write(result.Confidence);
    }

    private static ExtractedResult ReadResult(ContentReader reader) => new(
        reader.ReadInt32(), reader.ReadDouble(), reader.ReadOptionalText(), reader.ReadOptionalText(), reader.ReadOptionalInt32(), reader.ReadOptionalDouble(), reader.ReadOptionalInt32(),
        ReadEvidence(reader), reader.ReadText(), reader.ReadDouble());

    private static void WriteRelation(ContentWriter writer, ExtractedRelation relation)
    {
        writer.Write(relation.Head).Write(relation.Type).Write(relation.Tail);
        WriteEvidence(writer, relation.Evidence);
        writer.Write(relation.By).Write(relation.Confidence);
    }

    private static ExtractedRelation ReadRelation(ContentReader reader) => new(
        reader.ReadInt32(), reader.ReadText(), reader.ReadInt32(), ReadEvidence(reader), reader.ReadText(), reader.ReadDouble());

    private static void WriteEvidence(ContentWriter writer, Evidence evidence)
    {
        WriteSpan(writer, evidence.Mention);
        writer.Write(evidence.SentenceStart).Write(evidence.SentenceEnd);
    }

    private static Evidence ReadEvidence(ContentReader reader) => new(ReadSpan(reader), reader.ReadInt32(), reader.ReadInt32());

    private static void WriteSpan(ContentWriter writer, TextSpan span) => writer.Write((int)span.Field).Write(span.Start).Write(span.End);

    private static TextSpan ReadSpan(ContentReader reader) => new((TextField)reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
}
