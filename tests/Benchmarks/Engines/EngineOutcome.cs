using System.Text.Json;

namespace Stemma.Benchmarks.Engines;

/// <summary>The outcome of one engine, as a JSON file that its process writes.</summary>
/// <param name="Version">The engine's own version.</param>
/// <param name="LoadSeconds">Time to build its database from the tables, or null if an earlier run did.</param>
/// <param name="OpenMs">Time until the database was open.</param>
/// <param name="ResidentMb">Memory of its process after the last query, in MB.</param>
/// <param name="PeakMb">Peak memory of its process since the database was open, loading excluded, in MB.</param>
/// <param name="Queries">One for each query of the job.</param>
internal sealed record EngineOutcome(string Version, double? LoadSeconds, double OpenMs, double ResidentMb, double PeakMb, IReadOnlyList<QueryOutcome> Queries)
{
    /// <summary>Reads an outcome; null if the process wrote none.</summary>
    public static EngineOutcome? TryRead(string path) =>
        File.Exists(path) ? JsonSerializer.Deserialize<EngineOutcome>(File.ReadAllText(path), EngineJob.Json) : null;

    /// <summary>Writes the outcome.</summary>
    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, EngineJob.Json));
}

/// <summary>The outcome of one query.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Milliseconds">Each timed run, until the caller had the last row.</param>
/// <param name="Rows">For each set of arguments, the rows as texts: integers as digits, strings unchanged, null for null.</param>
/// <param name="Fault">Why it failed, or null.</param>
internal sealed record QueryOutcome(string Name, IReadOnlyList<double> Milliseconds, IReadOnlyList<IReadOnlyList<IReadOnlyList<string?>>> Rows, string? Fault)
{
    /// <summary>The median time, or null if nothing was timed.</summary>
    public double? Median => Milliseconds.Count == 0 ? null : Milliseconds.Order().ElementAt(Milliseconds.Count / 2);

    /// <summary>The rows of all sets of arguments as one text, sorted within each set: equal if two engines agree.</summary>
    public string Fingerprint() => string.Join(
        "\n--\n", Rows.Select(rows => string.Join('\n', rows.Select(row => string.Join(" | ", row.Select(value => value ?? "null"))).Order(StringComparer.Ordinal))));
}
