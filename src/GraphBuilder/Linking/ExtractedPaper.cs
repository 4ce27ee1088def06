using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Reading;
using Stemma.GraphBuilder.Storing;
using Stemma.GraphModel.Papers;
using Stemma.GraphStore.Embedded.Storage;

namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// A merged paper with its extraction in compact form: the input of linking. What linking compares repeatedly is kept unpacked; abstract, records and extraction are packed as in
/// the graph file, a quarter to a third of their size as objects, and decoded on each call. Immutable and thread-safe.
/// </summary>
public sealed class ExtractedPaper
{
    private readonly int _abstractOf;

    /// <summary>Packs a paper.</summary>
    /// <param name="paper">The paper.</param>
    /// <param name="extraction">Its concepts, results and relations; offsets refer to the paper's title and abstract.</param>
    public ExtractedPaper(MergedPaper paper, PaperExtraction extraction)
        : this(paper, ExtractionKey.Of(paper.Record), ExtractionCodec.Encode(extraction))
    {
    }

    /// <summary>Packs a paper whose extraction is already encoded.</summary>
    internal ExtractedPaper(MergedPaper paper, byte[] key, byte[] extraction)
    {
        Id = paper.Id;
        Head = paper.Record with { Abstract = "" };
        Origins = paper.Origins;
        Records = RecordCodec.Pack(paper.Records);
        Key = key;
        Extraction = PackedBytes.Pack(extraction);
        ConceptCount = ExtractionCodec.CountConcepts(extraction);
        _abstractOf = Enumerable.Range(0, paper.Records.Count).First(at => paper.Records[at].Abstract == paper.Record.Abstract);
    }

    /// <summary>The paper's id.</summary>
    public PaperId Id { get; }

    /// <summary>The merged record without its abstract, see <see cref="ReadAbstract"/>.</summary>
    public PaperRecord Head { get; }

    /// <summary>Where it was read.</summary>
    public IReadOnlyList<RecordOrigin> Origins { get; }

    /// <summary>Number of concepts of the extraction.</summary>
    public int ConceptCount { get; }

    /// <summary>The records that it was merged from, encoded by <see cref="RecordCodec"/>.</summary>
    internal PackedBytes Records { get; }

    /// <summary>The cache key of the extraction, see <see cref="ExtractionKey"/>.</summary>
    internal byte[] Key { get; }

    /// <summary>The extraction, encoded by <see cref="ExtractionCodec"/>.</summary>
    internal PackedBytes Extraction { get; }

    /// <summary>Unpacks the abstract: some microseconds.</summary>
    public string ReadAbstract() => ContentReader.Unpack(Records, reader => RecordCodec.ReadAbstract(reader, _abstractOf));

    /// <summary>Unpacks the extraction: some microseconds per concept.</summary>
    public PaperExtraction ReadExtraction() => ContentReader.Unpack(Extraction, ExtractionCodec.Read);

    /// <summary>Unpacks the extraction without the mentions of its concepts.</summary>
    internal PaperExtraction ReadUnplacedExtraction() => ContentReader.Unpack(Extraction, ExtractionCodec.ReadUnplaced);

    /// <summary>Unpacks only the concepts of the extraction, without their mentions.</summary>
    internal ExtractedConcept[] ReadUnplacedConcepts() => ContentReader.Unpack(Extraction, ExtractionCodec.ReadUnplacedConcepts);
}
