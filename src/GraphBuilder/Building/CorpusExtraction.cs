using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilder.Reading;
using Stemma.GraphBuilder.Storing;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Building;

/// <summary>Extracts many papers on several threads. Results are stored by the index of their paper, so they do not depend on thread scheduling.</summary>
/// <param name="loadExtractor">Creates the extractor; called at once, in the background, so that the model is unpacked while files are read.</param>
/// <param name="cache">Looks extractions up by key, null for missing ones; null for no cache.</param>
internal sealed class CorpusExtraction(Func<PaperExtractor> loadExtractor, Func<IReadOnlyList<byte[]>, IReadOnlyList<byte[]?>>? cache)
{
    // Papers per batch, between two progress reports: enough to keep a thread busy for a tenth of a second.
    private const int BatchSize = 256;

    private Task<PaperExtractor>? _loading = Task.Run(loadExtractor);
    private int _reused;
    private NameNotes _notes = new(0);

    /// <summary>Number of papers found in the cache.</summary>
    public int Reused => _reused;

    /// <summary>Passes the notes for linking, by paper index, to the caller and drops them here, so that linking can release them.</summary>
    public NameNotes TakeNotes()
    {
        var taken = _notes;
        _notes = new NameNotes(0);
        return taken;
    }

    /// <summary>Extracts all papers. Can be called once; releases the extractor.</summary>
    /// <param name="papers">Owned by this method: each entry is cleared when its paper is packed, so that no text is held twice.</param>
    /// <param name="threads">Number of threads.</param>
    /// <param name="progress">Receives the number of papers extracted.</param>
    /// <param name="cancellationToken">Stops between papers.</param>
    public ExtractedPaper[] Run(MergedPaper?[] papers, int threads, IProgress<long> progress, CancellationToken cancellationToken)
    {
        var extractor = TakeExtractor();
        var extracted = new ExtractedPaper[papers.Length];
        _notes = new NameNotes(papers.Length);
        var batches = (papers.Length + BatchSize - 1) / BatchSize;
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, batches, options, batch =>
        {
            var first = batch * BatchSize;
            var count = Math.Min(BatchSize, papers.Length - first);
            var keys = Enumerable.Range(first, count).Select(at => ExtractionKey.Of(papers[at]!.Record)).ToArray();
            var cached = cache?.Invoke(keys);
            Interlocked.Add(ref _reused, cached?.Count(found => found is not null) ?? 0);
            for (var at = 0; at < count; at++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var paper = papers[first + at]!;
                extracted[first + at] = new ExtractedPaper(paper, keys[at], cached?[at] is { } known ? Note(first + at, known) : Extract(first + at, paper.Record, extractor));
                papers[first + at] = null;
            }

            progress.Report(count);
        });
        return extracted;
    }

    private PaperExtractor TakeExtractor()
    {
        var loading = Interlocked.Exchange(ref _loading, null) ?? throw new InvalidOperationException("the papers of a build are extracted once");
        return loading.GetAwaiter().GetResult();
    }

    private byte[] Note(int at, byte[] known)
    {
        _notes.Add(at, ExtractionCodec.ReadUnplacedConcepts(new ContentReader(known)));
        return known;
    }

    private byte[] Extract(int at, PaperRecord record, PaperExtractor extractor)
    {
        var extraction = extractor.Extract(record.Title, record.Abstract);
        _notes.Add(at, extraction.Concepts);
        return ExtractionCodec.Encode(extraction);
    }
}
