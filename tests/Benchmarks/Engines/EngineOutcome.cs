using System.Text.Json;

namespace Stemma.Benchmarks.Engines;

/// <summary>What one engine did, as a JSON file that its process leaves.</summary>
/// <param name="Version">The engine's own version.</param>
/// <param name="LoadSeconds">Time to build its database from the tables, or null where an earlier run did.</param>
/// <param name="OpenMs">Time until the database was open.</param>
/// <param name="ResidentMb">Memory of its process after the last query.</param>
/// <param name="PeakMb">The most memory that its process had since the database was open, loading left out.</param>
/// <param name="Queries">One for each query of the job.</param>
internal sealed record EngineOutcome(string Version, double? LoadSeconds, double OpenMs, double ResidentMb, double PeakMb, IReadOnlyList<QueryOutcome> Queries)
{
    /// <summary>Reads an outcome; null where the process left none.</summary>
    public static EngineOutcome? TryRead(string path) =>
        File.Exists(path) ? JsonSerializer.Deserialize<EngineOutcome>(File.ReadAllText(path), EngineJob.Json) : null;

    /// <summary>Writes the outcome.</summary>
    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, EngineJob.Json));
}

/// <summary>What became of one query.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Milliseconds">Each timed run, until the last row was in the caller's hands.</param>
/// <param name="Rows">For each set of arguments, rows of texts: integers as digits, strings as they are, null for null.</param>
/// <param name="Fault">Why it did not run, or null.</param>
internal sealed record QueryOutcome(string Name, IReadOnlyList<double> Milliseconds, IReadOnlyList<IReadOnlyList<IReadOnlyList<string?>>> Rows, string? Fault)
{
    /// <summary>The median time, or null where nothing was timed.</summary>
    public double? Median => Milliseconds.Count == 0 ? null : Milliseconds.Order().ElementAt(Milliseconds.Count / 2);

    /// <summary>The rows of all sets of arguments as one text, sorted within each: equal where two engines agree.</summary>
    public string Fingerprint() => string.Join(
        "\n--\n", Rows.Select(rows => string.Join('\n', rows.Select(row => string.Join(" | ", row.Select(value => value ?? "null"))).Order(StringComparer.Ordinal))));
}
