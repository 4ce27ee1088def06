using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilder.Reading;
using Stemma.GraphBuilder.Storing;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Building;

/// <summary>Extracts many papers on several threads; each result stands at the place of its paper, so the threads do not show.</summary>
/// <param name="loadExtractor">Makes what reads one paper; called at once, so that the model is unpacked while files are read.</param>
/// <param name="cache">Finds extractions by key, null for those it has not; null for no cache.</param>
internal sealed class CorpusExtraction(Func<PaperExtractor> loadExtractor, Func<IReadOnlyList<byte[]>, IReadOnlyList<byte[]?>>? cache)
{
    // Papers looked up and extracted between two reports: enough for a thread to be busy for a tenth of a second.
    private const int BatchSize = 256;

    private Task<PaperExtractor>? _loading = Task.Run(loadExtractor);
    private int _reused;
    private NameNotes _notes = new(0);

    /// <summary>Papers that the cache had.</summary>
    public int Reused => _reused;

    /// <summary>Hands over what linking compares of the papers, by their places; linking lets go of it.</summary>
    public NameNotes TakeNotes()
    {
        var taken = _notes;
        _notes = new NameNotes(0);
        return taken;
    }

    /// <summary>Extracts them all; called once, and lets go of the extractor.</summary>
    /// <param name="papers">Handed over: each place is emptied as its paper is packed, so that no text is held twice.</param>
    /// <param name="threads">Papers extracted at a time.</param>
    /// <param name="progress">Receives papers extracted.</param>
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
