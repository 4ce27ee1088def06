using System.Text.RegularExpressions;
using Stemma.GraphModel.Graph;

namespace Stemma.Benchmarks.Fuzzing;

/// <summary>Relations that must hold between the results of a query and of others combined from the same parts.</summary>
/// <param name="runner">Runs the queries.</param>
/// <param name="written">The graph as queries wrote it.</param>
/// <param name="loaded">The same graph as loaded from a file.</param>
/// <param name="query">The parts.</param>
internal sealed partial class Relations(QueryRunner runner, IPropertyGraph written, IPropertyGraph loaded, ReadQuery query)
{
    private const int Limit = 3;

    private readonly string _items = string.Join(", ", query.Items.Select((item, i) => $"{item} AS c{i}"));
    private readonly string _aggregates = string.Join(", ", query.Aggregates.Select((item, i) => $"{item} AS a{i}"));
    private readonly string _columns = string.Join(", ", query.Items.Select((_, i) => $"c{i}"));

    /// <summary>Number of rows of the query, with and without its condition.</summary>
    public int RowCount { get; private set; }

    private string Kept => $"{query.Match} WITH * WHERE {query.Predicate} RETURN {_items}";

    /// <summary>The first violated relation, with both sides; null if all hold.</summary>
    public string? FirstBroken()
    {
        var whole = Rows($"{query.Match} RETURN {_items}");
        var kept = Rows(Kept);
        RowCount = whole.Count + kept.Count;
        return Differ("kept, refused and unknown rows are all rows", whole, [.. kept, .. Where($"NOT ({query.Predicate})"), .. Where($"({query.Predicate}) IS NULL")])
            ?? Differ("UNION ALL of the three parts is all rows", whole, Rows($"{Kept} UNION ALL {Text($"NOT ({query.Predicate})")} UNION ALL {Text($"({query.Predicate}) IS NULL")}"))
            ?? Differ("AND commutes", Where($"({query.Predicate}) AND ({query.Other})"), Where($"({query.Other}) AND ({query.Predicate})"))
            ?? Differ("OR is NOT of AND", Where($"({query.Predicate}) OR ({query.Other})"), Where($"NOT (NOT ({query.Predicate}) AND NOT ({query.Other}))"))
            ?? Differ("WHERE true adds nothing", kept, Where($"true AND ({query.Predicate})"))
            ?? (query.IsPlain ? Differ("the condition may stand in the match", kept, Rows($"{query.Match} WHERE {query.Predicate} RETURN {_items}")) : null)
            ?? Differ("count(*) counts the rows", [$"| {kept.Count} |"], Rows($"{query.Match} WITH * WHERE {query.Predicate} RETURN count(*) AS n"))
            ?? Differ("a sum of cases counts the rows", [$"| {kept.Count} |"], Rows($"{query.Match} RETURN sum(CASE WHEN {query.Predicate} THEN 1 ELSE 0 END) AS n"))
            ?? Differ("DISTINCT gives each row once", [.. Equivalent(kept).Distinct()], [.. Equivalent(Rows(Kept.Replace("RETURN ", "RETURN DISTINCT ", StringComparison.Ordinal)))])
            ?? Differ("WITH passes rows on", kept, Rows($"{query.Match} WITH * WHERE {query.Predicate} WITH {_items} RETURN {_columns}"))
            ?? Differ("a quantified pattern walks as a variable length does", kept, Rows(Quantified(Kept)))
            ?? Differ("a subquery passes rows on", kept, Rows($"CALL {{ {Kept} }} RETURN {_columns}"))
            ?? LimitIsAPrefix()
            ?? Differ("the plan as written gives the same rows", Plan(Kept, optimise: false), Plan(Kept, optimise: true))
            ?? Differ("… and so with aggregates", [.. Equivalent(Plan(Grouped, optimise: false))], [.. Equivalent(Plan(Grouped, optimise: true))])
            ?? Differ("a graph read from a file gives the same rows", kept, runner.Rows(loaded, Kept));
    }

    private string Grouped => $"{query.Match} WITH * WHERE {query.Predicate} RETURN {query.Items[0]} AS c, {_aggregates}";

    private string? LimitIsAPrefix()
    {
        var ordered = $"{Kept} ORDER BY {_columns}";
        var first = Rows($"{ordered} LIMIT {Limit}");
        return first.SequenceEqual(Rows(ordered).Take(Limit)) ? Differ("SKIP and LIMIT part the rows", Rows(ordered), [.. first, .. Rows($"{ordered} SKIP {Limit}")])
            : $"LIMIT gives the first rows: {string.Join(" ", first)}";
    }

    private List<string> Where(string condition) => Rows(Text(condition));

    private string Text(string condition) => $"{query.Match} WITH * WHERE {condition} RETURN {_items}";

    private List<string> Rows(string cypher) => runner.Rows(written, cypher);

    private List<string> Plan(string cypher, bool optimise) => QueryRunner.Rows(written, cypher, optimise);

    /// <summary>Rewrites <c>-[:T*1..2]-></c> as <c>-[:T]->{1,2}</c>.</summary>
    private static string Quantified(string cypher) => VariableLength().Replace(cypher, match =>
    {
        var least = match.Groups["least"].Value is { Length: > 0 } given ? given : "1";
        var most = match.Groups["to"].Success ? match.Groups["most"].Value : least;
        return $"{match.Groups["left"]}[{match.Groups["types"]}]{match.Groups["right"]}{{{least},{most}}}";
    });

    [GeneratedRegex(@"(?<left><?-)\[(?<types>[^\[\]*]*)\*(?<least>\d*)(?<to>\.\.)?(?<most>\d*)\](?<right>->?)")]
    private static partial Regex VariableLength();

    /// <summary>Writes integral floats as integers: <c>2</c> and <c>2.0</c> are equal for DISTINCT and grouping, which return the one that comes first.</summary>
    private static IEnumerable<string> Equivalent(IEnumerable<string> rows) => rows.Select(row => IntegralFloat().Replace(row, ""));

    [GeneratedRegex(@"(?<=\d)\.0(?![\d'])")]
    private static partial Regex IntegralFloat();

    private static string? Differ(string relation, List<string> left, List<string> right)
    {
        left.Sort(StringComparer.Ordinal);
        right.Sort(StringComparer.Ordinal);
        return left.SequenceEqual(right) ? null : $"{relation}: {left.Count} rows and {right.Count}: {FirstOf(left.Except(right))} and {FirstOf(right.Except(left))}";
    }

    private static string FirstOf(IEnumerable<string> rows) => rows.FirstOrDefault() ?? "(the same, not as often)";
}
