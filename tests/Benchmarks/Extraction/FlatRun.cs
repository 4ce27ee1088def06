using System.Diagnostics;
using System.Globalization;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphModel.Papers;

namespace Stemma.Benchmarks.Extraction;

/// <summary>Shows whether memory stays flat: papers are extracted over and over on all processors, and nothing is kept.</summary>
internal static class FlatRun
{
    private const int RowsEvery = 100_000;

    /// <summary>Prints a row every 100,000 abstracts.</summary>
    /// <param name="papers">Papers with abstracts.</param>
    /// <param name="count">Total number of abstracts to read.</param>
    /// <param name="cancellationToken">Stops between rows.</param>
    public static void Run(PaperRecord[] papers, int count, CancellationToken cancellationToken)
    {
        var extractor = PaperExtractor.LoadShipped();
        Console.WriteLine("| abstracts | abstracts/s | ms of CPU an abstract | working set MB | managed heap MB | bytes allocated an abstract |\n|--:|--:|--:|--:|--:|--:|");
        for (var done = 0; done < count; done += RowsEvery)
        {
            var (started, spent, allocated) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
            var first = done;
            var some = Math.Min(RowsEvery, count - done);
            Parallel.For(0, some, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken }, at =>
            {
                var paper = papers[(first + at) % papers.Length];
                extractor.Extract(paper.Title, paper.Abstract);
            });
            var (seconds, cpu, bytes) = (started.Elapsed.TotalSeconds, Environment.CpuUsage.TotalTime - spent, GC.GetTotalAllocatedBytes() - allocated);
            using var process = Process.GetCurrentProcess();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {first + some:N0} | {some / seconds:N0} | {cpu.TotalMilliseconds / some:F3} | {process.WorkingSet64 >> 20:N0} | {GC.GetTotalMemory(forceFullCollection: true) >> 20:N0} | {bytes / some:N0} |"));
        }
    }
}
