using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Reading;
using Stemma.GraphBuilder.Storing;
using Stemma.GraphModel.Papers;

namespace Stemma.Benchmarks.Extraction;

/// <summary>
/// <c>extraction PAPERS</c>: the cost of extraction per abstract, stage by stage, and a hash of everything extracted, which must not change if only speed changes.
/// <c>--keep</c> writes the extractions, <c>--against</c> counts the differences from those kept by another build, <c>--flat</c> shows whether memory stays flat.
/// </summary>
internal static class ExtractionCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var papers = new Argument<string[]>("papers") { Description = "Files of papers" };
        var take = new Option<int>("--take") { Description = "Abstracts taken, spread evenly over the files", DefaultValueFactory = _ => 3000 };
        var rounds = new Option<int>("--rounds") { Description = "How often all are read", DefaultValueFactory = _ => 3 };
        var keep = new Option<string?>("--keep") { Description = "File for what was found" };
        var against = new Option<string?>("--against") { Description = "File that --keep wrote" };
        var flat = new Option<int>("--flat") { Description = "Read this many abstracts instead, the taken ones round and round on all processors, and print what memory is held every 100,000" };
        var command = new Command("extraction", "Measures extraction stage by stage.") { papers, take, rounds, keep, against, flat };
        command.SetAction((parsed, cancellationToken) =>
        {
            var chosen = Choose(parsed.GetRequiredValue(papers), parsed.GetValue(take), cancellationToken);
            if (parsed.GetValue(flat) is > 0 and var count)
            {
                FlatRun.Run(chosen, count, cancellationToken);
                return Task.FromResult(0);
            }

            Run(chosen, parsed.GetValue(rounds), parsed.GetValue(keep), parsed.GetValue(against), cancellationToken);
            return Task.FromResult(0);
        });
        return command;
    }

    /// <summary>Papers with abstracts, spread evenly over the files.</summary>
    public static PaperRecord[] Choose(IReadOnlyList<string> files, int count, CancellationToken cancellationToken)
    {
        var all = PaperReading.Read(files, 1, null, cancellationToken).SelectMany(reading => reading.TakePapers()).Where(paper => paper.Abstract.Length > 0).ToArray();
        return [.. Enumerable.Range(0, Math.Min(count, all.Length)).Select(at => all[(long)at * all.Length / Math.Min(count, all.Length)])];
    }

    private static void Run(PaperRecord[] papers, int rounds, string? keep, string? against, CancellationToken cancellationToken)
    {
        var extractor = PaperExtractor.LoadShipped();
        var found = papers.Select(paper => ExtractionCodec.Encode(extractor.Extract(paper.Title, paper.Abstract))).ToArray();
        Console.WriteLine($"{papers.Length} abstracts, found: {Convert.ToHexStringLower(SHA256.HashData(found.SelectMany(bytes => bytes).ToArray()))[..16]}");
        if (against is not null)
        {
            Console.WriteLine(new ExtractionDifference(File.ReadLines(against).Select(Convert.FromHexString), found));
        }

        if (keep is not null)
        {
            File.WriteAllLines(keep, found.Select(Convert.ToHexStringLower));
        }

        var costs = new StageCosts(extractor);
        var before = Environment.CpuUsage.TotalTime;
        costs.Measure(papers, rounds, cancellationToken);
        var spent = Environment.CpuUsage.TotalTime - before;
        Console.WriteLine(costs);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"process, collector and compiler included: {spent.TotalMilliseconds / papers.Length / (rounds + 1):F3} ms of processor time an abstract"));
    }
}
