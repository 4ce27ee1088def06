namespace Stemma.Benchmarks.Engines;

/// <summary>
/// How long a query is run before and while it is timed; the same for every engine. A query that takes a microsecond is run 300 times to warm up, enough for the tiers of .NET's and
/// Java's compilers, and one that takes seconds is run once and then five times.
/// </summary>
/// <param name="WarmUpMs">Warming up ends after this time…</param>
/// <param name="MaxWarmUps">… or after this many runs.</param>
/// <param name="MeasureMs">Timing ends after this time, if there were <paramref name="MinRuns"/>…</param>
/// <param name="MinRuns">Fewest timed runs.</param>
/// <param name="MaxRuns">… or after this many timed runs.</param>
internal sealed record MeasuringPolicy(int WarmUpMs = 1500, int MaxWarmUps = 300, int MeasureMs = 3000, int MinRuns = 5, int MaxRuns = 200);
