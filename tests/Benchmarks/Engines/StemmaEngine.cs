namespace Stemma.Benchmarks.Engines;

/// <summary>Stemma's own engine, through <see cref="MeasureCommand"/> of this program.</summary>
internal sealed class StemmaEngine : IEngine
{
    public string Name => "Stemma";

    public string Dialect => "cypher";

    public Task<string?> FindObstacleAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public async Task<EngineOutcome> RunAsync(EngineJob job, string folder, CancellationToken cancellationToken)
    {
        var (jobFile, outcomeFile) = (Path.Combine(folder, "job.json"), Path.Combine(folder, "outcome.json"));
        job.Write(jobFile);
        var program = Path.ChangeExtension(typeof(StemmaEngine).Assembly.Location, ".dll");
        var (code, output) = await ChildProcess.RunAsync(folder, ["dotnet", program, "measure", jobFile, outcomeFile], cancellationToken);
        return EngineOutcome.TryRead(outcomeFile) ?? throw new EngineFailedException($"exit {code}: {output}");
    }
}
