using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilder.Reading;
using Stemma.GraphBuilder.Storing;

namespace Stemma.GraphBuilder.Building;

/// <summary>Extracts many papers on several threads; each result stands at the place of its paper, so the threads do not show.</summary>
/// <param name="extractor">Reads one paper.</param>
/// <param name="cache">Finds extractions by key, null for those it has not; null for no cache.</param>
internal sealed class CorpusExtraction(PaperExtractor extractor, Func<IReadOnlyList<byte[]>, IReadOnlyList<byte[]?>>? cache)
{
    // Papers looked up and extracted between two reports: enough for a thread to be busy for a tenth of a second.
    private const int BatchSize = 256;

    private int _reused;

    /// <summary>Papers that the cache had.</summary>
    public int Reused => _reused;

    /// <summary>Extracts them all.</summary>
    public ExtractedPaper[] Run(IReadOnlyList<MergedPaper> papers, int threads, IProgress<long> progress, CancellationToken cancellationToken)
    {
        var extracted = new ExtractedPaper[papers.Count];
        var batches = (papers.Count + BatchSize - 1) / BatchSize;
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, batches, options, batch =>
        {
            var first = batch * BatchSize;
            var count = Math.Min(BatchSize, papers.Count - first);
            var cached = cache?.Invoke([.. Enumerable.Range(first, count).Select(at => ExtractionKey.Of(papers[at].Record))]);
            for (var at = 0; at < count; at++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                extracted[first + at] = new ExtractedPaper(papers[first + at], Extract(papers[first + at], cached?[at]));
            }

            progress.Report(count);
        });
        return extracted;
    }

    private PaperExtraction Extract(MergedPaper paper, byte[]? cached)
    {
        if (cached is null)
        {
            return extractor.Extract(paper.Record.Title, paper.Record.Abstract);
        }

        Interlocked.Increment(ref _reused);
        return ExtractionCodec.Decode(cached);
    }
}
