namespace Stemma.Benchmarks.Engines;

/// <summary>
/// How long a query is run before and while it is timed; the same for every engine. A query is warmed up by time and not by a number of runs: .NET and Java compile hot code a second time behind the
/// program, .NET not before 100 ms have gone by in which nothing new was compiled (TC_CallCountingDelayMs), and 300 runs of a quick query are over by then.
/// A query that takes seconds is run once and then five times.
/// </summary>
/// <param name="WarmUpMs">Warming up ends after this time…</param>
/// <param name="MaxWarmUps">… or after this many runs.</param>
/// <param name="MeasureMs">Timing ends after this time, if there were <paramref name="MinRuns"/>…</param>
/// <param name="MinRuns">Fewest timed runs.</param>
/// <param name="MaxRuns">… or after this many timed runs.</param>
internal sealed record MeasuringPolicy(int WarmUpMs = 2000, int MaxWarmUps = 100_000, int MeasureMs = 3000, int MinRuns = 5, int MaxRuns = 1001);
