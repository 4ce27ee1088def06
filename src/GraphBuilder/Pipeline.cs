using Stemma.GraphBuilder.Building;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilder.Linking.Assembly;
using Stemma.GraphBuilder.Reading;
using Stemma.GraphBuilder.Reading.Merging;
using Stemma.GraphModel.Papers;
using Stemma.GraphStore.Embedded;

namespace Stemma.GraphBuilder;

/// <summary>
/// Papers in, graph out: the entry point of the builder. The stages, in order, with their outputs:
/// <list type="number">
/// <item>read: files → <see cref="PaperReading"/> → <see cref="PaperRecord"/>, problems, furniture</item>
/// <item>merge: records → <see cref="PaperMerger"/> → <see cref="MergedPaper"/>, by id</item>
/// <item>extract: title and abstract → <see cref="PaperExtractor"/> → <see cref="PaperExtraction"/> (<see cref="CorpusExtraction"/> runs it on all papers, and notes what linking compares)</item>
/// <item>link: extractions → <see cref="ConceptLinker"/> → <see cref="LinkedCorpus"/></item>
/// <item>derive: linked corpus → <see cref="GraphAssembler"/> → nodes and relationships in a <see cref="ColumnGraphLoader"/></item>
/// <item>store: graph → <see cref="GraphFileBuild"/>, which writes records and extractions while the graph is linked → one file</item>
/// </list>
/// The same input gives the same graph, whatever the order of files and the number of threads. Each stage releases the output of the one before as soon as it has taken what later stages need.
/// An existing file is untouched until the last stage ends.
/// </summary>
/// <param name="loadExtractor">Creates the extractor; called when a build begins, concurrently with reading, and released after extraction, because a model takes tens of megabytes.</param>
/// <param name="linker">Decides which names mean one concept.</param>
/// <param name="clock">Measures the times in the report.</param>
public sealed class Pipeline(Func<PaperExtractor> loadExtractor, ConceptLinker linker, TimeProvider clock)
{
    /// <summary>The pipeline with the lexicon and models that ship with the program.</summary>
    /// <param name="overrides">The user's decisions on names.</param>
    /// <param name="clock">Measures the times in the report.</param>
    public static Pipeline LoadShipped(LinkOverrides overrides, TimeProvider clock) =>
        new(PaperExtractor.LoadShipped, new ConceptLinker(LexiconReader.ReadShipped(), overrides, ConceptOrigin.ReadShipped()), clock);

    /// <summary>
    /// Builds a graph. Throws <see cref="InputFileException"/> for an input that cannot be opened, <see cref="BuildRefusedException"/> where nothing was read
    /// or <see cref="BuildRequest.Strict"/> forbids what was, and what the store throws for a file that cannot be written.
    /// </summary>
    public BuildResult Run(BuildRequest request, IBuildProgress progress, CancellationToken cancellationToken)
    {
        var meter = new StageMeter(progress, clock);
        using var file = GraphFileBuild.Begin(request);
        var extraction = new CorpusExtraction(loadExtractor, file.FindExtractions);
        var (report, merged) = ReadAndMerge(request, file, meter, cancellationToken);
        RefuseBadInput(request, report);
        var papers = Extract(extraction, merged, request.Threads, meter, cancellationToken);
        file.BeginPapers(papers);
        var graph = LinkAndDerive(papers, extraction, meter, cancellationToken);
        Store(file, graph, papers, meter, cancellationToken);
        return new BuildResult(report, meter.Stages, request.Output, graph.NodeCount, graph.RelationshipCount, extraction.Reused);
    }

    /// <summary>A method of its own so that the readings become garbage: of their texts, only the merged papers remain, in an array whose entries extraction clears.</summary>
    private static (ReadingReport Report, MergedPaper?[] Papers) ReadAndMerge(
        BuildRequest request, GraphFileBuild file, StageMeter meter, CancellationToken cancellationToken)
    {
        var readings = Read(request, meter, cancellationToken);
        var merged = Merge([.. file.ReadStoredRecords(cancellationToken), .. readings.SelectMany(reading => reading.TakePapers())], meter, cancellationToken);
        return (new ReadingReport(readings, merged.Papers.Count, merged.Merges, merged.Problems), [.. merged.Papers]);
    }

    private static IReadOnlyList<FileReading> Read(BuildRequest request, StageMeter meter, CancellationToken cancellationToken) => meter.Run(
        "read",
        new StageCount(request.Inputs.Count, "files"),
        request.Inputs.Sum(SizeOf),
        stage => PaperReading.Read(request.Inputs, request.Threads, stage, cancellationToken),
        readings => new StageCount(readings.Sum(reading => reading.Papers.Count), "records"));

    private static MergeResult Merge(List<PaperRecord> records, StageMeter meter, CancellationToken cancellationToken) => meter.Run(
        "merge",
        new StageCount(records.Count, "records"),
        total: 0,
        _ => PaperMerger.Merge(records, cancellationToken),
        merged => new StageCount(merged.Papers.Count, "papers"));

    private static ExtractedPaper[] Extract(
        CorpusExtraction extraction, MergedPaper?[] papers, int threads, StageMeter meter, CancellationToken cancellationToken) => meter.Run(
        "extract",
        meter.Last,
        papers.Length,
        stage => extraction.Run(papers, threads, stage, cancellationToken),
        extracted => new StageCount(extracted.Sum(paper => (long)paper.ConceptCount), "concepts of papers"),
        letsGo: true);

    /// <summary>A method of its own so that the linked corpus becomes garbage before the graph is stored.</summary>
    private ColumnGraphLoader LinkAndDerive(ExtractedPaper[] papers, CorpusExtraction extraction, StageMeter meter, CancellationToken cancellationToken) =>
        Derive(Link(papers, extraction, meter, cancellationToken), meter, cancellationToken);

    private LinkedCorpus Link(ExtractedPaper[] papers, CorpusExtraction extraction, StageMeter meter, CancellationToken cancellationToken) => meter.Run(
        "link",
        meter.Last,
        total: 0,
        _ => linker.Link(papers, extraction.TakeNotes(), cancellationToken),
        corpus => new StageCount(corpus.Concepts.Count, "concepts"),
        letsGo: true);

    private static ColumnGraphLoader Derive(LinkedCorpus corpus, StageMeter meter, CancellationToken cancellationToken) => meter.Run(
        "derive",
        meter.Last,
        total: 0,
        _ =>
        {
            var loader = new ColumnGraphLoader();
            GraphAssembler.Assemble(corpus, loader, cancellationToken);
            return loader;
        },
        graph => new StageCount(graph.NodeCount + (long)graph.RelationshipCount, "nodes and relationships"),
        letsGo: true);

    private static void Store(GraphFileBuild file, ColumnGraphLoader graph, ExtractedPaper[] papers, StageMeter meter, CancellationToken cancellationToken) => meter.Run(
        "store",
        meter.Last,
        papers.Length,
        stage => file.Write(graph, papers, stage, cancellationToken),
        bytes => new StageCount(bytes, "bytes"));

    private static void RefuseBadInput(BuildRequest request, ReadingReport report)
    {
        if (report.RecordCount == 0)
        {
            throw new BuildRefusedException("no paper was read, so no graph was written", report);
        }

        if (request.Strict && report.HasLosses)
        {
            throw new BuildRefusedException("the input has records that cannot be read as they are, and --strict was given, so no graph was written", report);
        }
    }

    private static long SizeOf(string file) => File.Exists(file) ? new FileInfo(file).Length : 0;
}
