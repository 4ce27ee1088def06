using System.Globalization;
using System.Text;
using Stemma.Benchmarks.Graphs;

namespace Stemma.Benchmarks.Engines;

/// <summary>The outcomes of all engines on one graph, as a Markdown table. The first engine is Stemma; the others must return the same rows.</summary>
/// <param name="graph">The measured graph.</param>
/// <param name="outcomes">By engine, in column order.</param>
internal sealed class EngineTable(BenchmarkGraph graph, IReadOnlyList<(IEngine Engine, EngineOutcome Outcome)> outcomes)
{
    /// <summary>Disagreements, one sentence each; empty if all engines returned the same rows.</summary>
    public IReadOnlyList<string> Differences =>
    [
        .. from query in graph.Queries
           let expected = Of(outcomes[0], query)
           from other in outcomes.Skip(1)
           let given = Of(other, query)
           where given.Fault is null && given.Fingerprint() != expected.Fingerprint()
           select $"{graph.Name}, {query.Name}: {other.Engine.Name} gives other rows than {outcomes[0].Engine.Name}: {FirstDifference(expected, given)}",
    ];

    /// <summary>Queries that an engine could not run, one sentence each.</summary>
    public IReadOnlyList<string> Faults =>
    [
        .. from query in graph.Queries
           from engine in outcomes
           let outcome = Of(engine, query)
           where outcome.Fault is not null
           select $"{graph.Name}, {query.Name}: {engine.Engine.Name}: {outcome.Fault!.ReplaceLineEndings(" ")}",
    ];

    /// <summary>The table.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Line(text, ["query", "rows", .. outcomes.Select(pair => $"{pair.Engine.Name}"), "Stemma ÷ fastest other"]);
        Line(text, ["---", "--:", .. outcomes.Select(_ => "--:"), "--:"]);
        foreach (var query in graph.Queries)
        {
            Line(text, [$"{query.Name}{(query.Kind == QueryKind.Scan ? " (scan)" : "")}", Rows(query), .. outcomes.Select(pair => Cell(Of(pair, query))), Ratio(query)]);
        }

        Line(text, ["opened, ms", "", .. outcomes.Select(pair => Number(pair.Outcome.OpenMs)), ""]);
        Line(text, ["memory after the queries, MB", "", .. outcomes.Select(pair => Number(pair.Outcome.ResidentMb)), ""]);
        Line(text, ["most memory, MB", "", .. outcomes.Select(pair => Number(pair.Outcome.PeakMb)), ""]);
        return text.ToString();
    }

    private static QueryOutcome Of((IEngine Engine, EngineOutcome Outcome) pair, BenchmarkQuery query) => pair.Outcome.Queries.First(outcome => outcome.Name == query.Name);

    private static string Cell(QueryOutcome outcome) => outcome.Median is { } median ? Number(median) : "fails";

    private string Rows(BenchmarkQuery query) => Of(outcomes[0], query).Rows.Select(rows => rows.Count).Distinct().Order().ToArray() switch
    {
        [] => "",
        [var single] => single.ToString("N0", CultureInfo.InvariantCulture),
        var counts => string.Create(CultureInfo.InvariantCulture, $"{counts[0]:N0} to {counts[^1]:N0}"),
    };

    private string Ratio(BenchmarkQuery query)
    {
        var others = outcomes.Skip(1).Select(pair => Of(pair, query).Median).Where(median => median is not null).ToArray();
        return others.Length > 0 && Of(outcomes[0], query).Median is { } own ? (own / others.Min()!.Value).ToString("0.00", CultureInfo.InvariantCulture) : "";
    }

    private static string FirstDifference(QueryOutcome expected, QueryOutcome given)
    {
        var (left, right) = (expected.Fingerprint().Split('\n'), given.Fingerprint().Split('\n'));
        var at = left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{left.Length} and {right.Length} lines, line {at + 1} is “{left.ElementAtOrDefault(at)}” and “{right.ElementAtOrDefault(at)}”";
    }

    private static string Number(double value) => value.ToString(value switch { >= 100 => "N0", >= 10 => "0.0", >= 1 => "0.00", _ => "0.000" }, CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
