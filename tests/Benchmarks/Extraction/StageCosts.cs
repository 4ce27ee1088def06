using System.Globalization;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphModel.Papers;

namespace Stemma.Benchmarks.Extraction;

/// <summary>Cost of each extraction stage per abstract: processor time and allocated bytes, on one thread.</summary>
internal sealed class StageCosts(PaperExtractor extractor)
{
    private readonly PaperDocument _document = new();
    private readonly long[] _time = new long[extractor.Stages.Count + 1];
    private readonly long[] _bytes = new long[extractor.Stages.Count + 1];
    private int _papers;

    /// <summary>Runs the stages on all papers in several rounds; one more round before them is not counted, because code is compiled in it.</summary>
    public void Measure(IReadOnlyList<PaperRecord> papers, int rounds, CancellationToken cancellationToken)
    {
        for (var round = 0; round <= rounds; round++)
        {
            if (round == 1)
            {
                _papers = 0;
                Array.Clear(_time);
                Array.Clear(_bytes);
            }

            foreach (var paper in papers)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Run(paper);
            }
        }
    }

    private void Run(PaperRecord paper)
    {
        var (time, bytes) = (ThreadClock.Now(), GC.GetAllocatedBytesForCurrentThread());
        void Take(int stage)
        {
            var (now, allocated) = (ThreadClock.Now(), GC.GetAllocatedBytesForCurrentThread());
            _time[stage] += now - time;
            _bytes[stage] += allocated - bytes;
            (time, bytes) = (now, allocated);
        }

        _document.Reset(paper.Title, paper.Abstract);
        for (var stage = 0; stage < extractor.Stages.Count; stage++)
        {
            extractor.Stages[stage].Annotate(_document);
            Take(stage);
        }

        ExtractionAssembler.Assemble(_document);
        Take(extractor.Stages.Count);
        _papers++;
    }

    /// <summary>A table with one row per stage.</summary>
    public override string ToString()
    {
        var names = extractor.Stages.Select(stage => stage.GetType().Name).Append(nameof(ExtractionAssembler));
        var rows = names.Select((name, at) => Row(name, _time[at], _bytes[at])).Append(Row("all", _time.Sum(), _bytes.Sum()));
        return $"| stage | µs | bytes |\n|---|--:|--:|\n{string.Join('\n', rows)}";
    }

    private string Row(string name, long time, long bytes)
        => string.Create(CultureInfo.InvariantCulture, $"| {name} | {time / 1000.0 / _papers:F1} | {bytes / _papers:N0} |");
}
