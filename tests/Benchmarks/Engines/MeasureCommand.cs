using System.CommandLine;
using System.Diagnostics;
using Stemma.GraphStore.Embedded;

namespace Stemma.Benchmarks.Engines;

/// <summary><c>measure JOB OUTCOME</c>: Stemma's side of <c>engines</c>, in a separate process so that its memory can be measured.</summary>
internal static class MeasureCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var job = new Argument<FileInfo>("job");
        var outcome = new Argument<FileInfo>("outcome");
        var command = new Command("measure", "Runs one job on the embedded engine (used by engines)") { job, outcome };
        command.SetAction((parsed, stop) => RunAsync(EngineJob.Read(parsed.GetRequiredValue(job).FullName), parsed.GetRequiredValue(outcome).FullName, stop));
        return command;
    }

    private static async Task<int> RunAsync(EngineJob job, string outcome, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        await using var database = EmbeddedGraphDatabase.Open(job.StemmaFile, isWritable: false, TimeProvider.System, cancellationToken);
        var openMs = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var timer = new QueryTimer(database, job.Policy);
        var queries = new List<QueryOutcome>();
        foreach (var query in job.Queries)
        {
            queries.Add(await timer.TimeAsync(query, cancellationToken));
        }

        var process = Environment.ProcessId;
        new EngineOutcome("main", null, openMs, ProcessMemory.ResidentMb(process), ProcessMemory.PeakMb(process), queries).Write(outcome);
        return 0;
    }
}
