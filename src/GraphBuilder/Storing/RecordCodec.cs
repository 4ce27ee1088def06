using Stemma.GraphModel.Papers;
using Stemma.GraphStore.Embedded.Storage;

namespace Stemma.GraphBuilder.Storing;

/// <summary>Encodes the records of one paper as bytes, as a graph file stores them so that a later run can merge them again.</summary>
internal static class RecordCodec
{
    /// <summary>Encodes and packs the records of one paper.</summary>
    public static PackedBytes Pack(IReadOnlyList<PaperRecord> records)
    {
        using var writer = new ContentWriter();
        return PackedBytes.Pack(writer.WriteList(records, Write).Written);
    }

    /// <summary>Decodes the records of one paper.</summary>
    public static PaperRecord[] Decode(byte[] content) => new ContentReader(content).ReadList(Read);

    /// <summary>Reads the abstract of a record; for the first record nothing else is decoded.</summary>
    public static string ReadAbstract(ContentReader reader, int record)
    {
        if (record > 0)
        {
            return reader.ReadList(Read)[record].Abstract;
        }

        reader.ReadInt32();
        reader.SkipText();
        return reader.ReadText();
    }

    private static void Write(ContentWriter writer, PaperRecord record) => writer
        .Write(record.Title).Write(record.Abstract).WriteOptional(record.SourceId).WriteOptional(record.Year).WriteOptional(record.Venue)
        .WriteTexts(record.Authors).WriteTexts(record.Keywords)
        .WriteOptional(record.Doi).WriteOptional(record.Arxiv).WriteOptional(record.OpenReview).WriteOptional(record.SemanticScholar).WriteOptional(record.OpenAlex)
        .WriteOptional(record.Url).WriteTexts(record.References)
        .Write(record.Origin.File).Write(record.Origin.Line);

    private static PaperRecord Read(ContentReader reader) => new(reader.ReadText(), reader.ReadText())
    {
        SourceId = reader.ReadOptionalText(),
        Year = reader.ReadOptionalInt32(),
        Venue = reader.ReadOptionalText(),
        Authors = reader.ReadTexts(),
        Keywords = reader.ReadTexts(),
        Doi = reader.ReadOptionalText(),
        Arxiv = reader.ReadOptionalText(),
        OpenReview = reader.ReadOptionalText(),
        SemanticScholar = reader.ReadOptionalText(),
        OpenAlex = reader.ReadOptionalText(),
        Url = reader.ReadOptionalText(),
        References = reader.ReadTexts(),
        Origin = new RecordOrigin(string.Intern(reader.ReadText()), reader.ReadInt64()),
    };
}
