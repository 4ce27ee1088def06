namespace Stemma.Benchmarks.Engines;

/// <summary>
/// How long a query is warmed up and timed; the same for every engine. Warm-up is limited by time rather than by number of runs: .NET and Java recompile hot code in the
/// background, .NET only after 100 ms without newly compiled code (TC_CallCountingDelayMs), and 300 runs of a fast query take less than that. A query that takes seconds
/// is run once and then five times.
/// </summary>
/// <param name="WarmUpMs">Warm-up ends after this time…</param>
/// <param name="MaxWarmUps">… or after this many runs.</param>
/// <param name="MeasureMs">Timing ends after this time, once there are <paramref name="MinRuns"/>…</param>
/// <param name="MinRuns">Minimum number of timed runs.</param>
/// <param name="MaxRuns">… or after this many timed runs.</param>
internal sealed record MeasuringPolicy(int WarmUpMs = 2000, int MaxWarmUps = 100_000, int MeasureMs = 3000, int MinRuns = 5, int MaxRuns = 1001);
