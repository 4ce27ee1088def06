using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilder.Reading;
using Stemma.GraphBuilder.Storing;

namespace Stemma.GraphBuilder.Building;

/// <summary>Extracts many papers on several threads; each result stands at the place of its paper, so the threads do not show.</summary>
/// <param name="loadExtractor">Makes what reads one paper.</param>
/// <param name="cache">Finds extractions by key, null for those it has not; null for no cache.</param>
internal sealed class CorpusExtraction(Func<PaperExtractor> loadExtractor, Func<IReadOnlyList<byte[]>, IReadOnlyList<byte[]?>>? cache)
{
    // Papers looked up and extracted between two reports: enough for a thread to be busy for a tenth of a second.
    private const int BatchSize = 256;

    private int _reused;

    /// <summary>Papers that the cache had.</summary>
    public int Reused => _reused;

    /// <summary>Extracts them all.</summary>
    /// <param name="papers">Handed over: each place is emptied as its paper is packed, so that no text is held twice.</param>
    /// <param name="threads">Papers extracted at a time.</param>
    /// <param name="progress">Receives papers extracted.</param>
    /// <param name="cancellationToken">Stops between papers.</param>
    public ExtractedPaper[] Run(MergedPaper?[] papers, int threads, IProgress<long> progress, CancellationToken cancellationToken)
    {
        var extractor = loadExtractor();
        var extracted = new ExtractedPaper[papers.Length];
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
                extracted[first + at] = new ExtractedPaper(paper, keys[at], cached?[at] ?? ExtractionCodec.Encode(extractor.Extract(paper.Record.Title, paper.Record.Abstract)));
                papers[first + at] = null;
            }

            progress.Report(count);
        });
        return extracted;
    }
}
