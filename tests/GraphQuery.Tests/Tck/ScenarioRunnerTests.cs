using Xunit;

namespace Stemma.GraphQueryTests.Tck;

/// <summary>The runner must reject what the TCK rejects; the scenarios here are not part of the TCK.</summary>
public sealed class ScenarioRunnerTests
{
    private const string AnyOrder = "the result should be, in any order:";

    [Theory]
    [InlineData("UNWIND [2, 1] AS n RETURN n", AnyOrder, "n;1;2", null)]
    [InlineData("UNWIND [2, 1] AS n RETURN n", "the result should be, in order:", "n;1;2", "rows")]
    [InlineData("RETURN 1 AS n", AnyOrder, "n;1.0", "rows")]
    [InlineData("RETURN 1 AS n", AnyOrder, "n;'1'", "rows")]
    [InlineData("RETURN 1 AS n", AnyOrder, "m;1", "columns")]
    [InlineData("UNWIND [1, 1] AS n RETURN n", AnyOrder, "n;1", "rows")]
    [InlineData("RETURN [2, 1] AS n", AnyOrder, "n;[1, 2]", "rows")]
    [InlineData("RETURN [2, 1] AS n", "the result should be (ignoring element order for lists):", "n;[1, 2]", null)]
    [InlineData("RETURN {b: 1, a: 2} AS n", AnyOrder, "n;{a: 2, b: 1}", null)]
    [InlineData("RETURN 0.0 / 0.0 AS n", AnyOrder, "n;NaN", null)]
    [InlineData("RETURN date('2024-02-03') AS n", AnyOrder, "n;'2024-02-03'", null)]
    [InlineData("MATCH p = (:A)-[:T]->() RETURN p", AnyOrder, "p;<(:A {k: 1})-[:T]->(:B)>", null)]
    [InlineData("MATCH p = (:B)<-[:T]-() RETURN p", AnyOrder, "p;<(:B)<-[:T]-(:A {k: 1})>", null)]
    [InlineData("MATCH p = (:A)-[:T]->() RETURN p", AnyOrder, "p;<(:B)<-[:T]-(:A {k: 1})>", "rows")]
    [InlineData("RETURN 1 AS n", "the result should be empty", "", "rows")]
    [InlineData("RETURN m AS n", AnyOrder, "n;1", "raised SyntaxError.UndefinedVariable")]
    [InlineData("RETURN m", "a SyntaxError should be raised at compile time: UndefinedVariable", "", null)]
    [InlineData("RETURN m", "a SyntaxError should be raised at any time: *", "", null)]
    [InlineData("RETURN m", "a SyntaxError should be raised at runtime: UndefinedVariable", "", "instead of")]
    [InlineData("RETURN m", "a SyntaxError should be raised at compile time: VariableTypeConflict", "", "instead of")]
    [InlineData("RETURN m", "a TypeError should be raised at compile time: UndefinedVariable", "", "instead of")]
    [InlineData("RETURN 1", "a SyntaxError should be raised at compile time: UndefinedVariable", "", "no error")]
    [InlineData("RETURN 1", "the moon should be full", "", "unknown")]
    public void An_outcome_is_compared_strictly(string query, string sentence, string table, string? failure) =>
        AssertFailure(failure, Run(query, new TckStep(sentence, null, Rows(table))));

    [Theory]
    [InlineData("CREATE (:A {k: 1}), (:C)", "+nodes=2;+labels=1;+properties=1", null)]
    [InlineData("CREATE (:A {k: 1}), (:C)", "+nodes=2;+labels=2;+properties=1", "side effects")]
    [InlineData("MATCH (a:A) SET a.k = 2", "+properties=1;-properties=1", null)]
    [InlineData("MATCH (a:A) SET a.k = 1", "+properties=1;-properties=1", "side effects")]
    [InlineData("MATCH (a:A) DETACH DELETE a", "-nodes=1;-relationships=1;-labels=1;-properties=1", null)]
    [InlineData("CREATE (x) DELETE x", "", null)]
    [InlineData("CREATE (x)", "", "side effects")]
    public void Side_effects_are_what_can_be_observed(string query, string effects, string? failure)
    {
        var table = effects.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(effect => effect.Split('=')).ToArray();
        var step = effects.Length == 0 ? new TckStep("no side effects", null, []) : new TckStep("the side effects should be:", null, table);
        AssertFailure(failure, Run(query, step));
    }

    [Fact]
    public void A_fault_at_run_time_must_leave_no_change() =>
        Assert.Null(Run(
            "CREATE (x:X {k: 1}) WITH x UNWIND [1, 'a'] AS n RETURN toInteger(n) % 0",
            new TckStep("a ArgumentError should be raised at runtime: DivisionByZero", null, [])));

    private static void AssertFailure(string? expected, string? actual)
    {
        if (expected is null)
        {
            Assert.Null(actual);
        }
        else
        {
            Assert.Contains(expected, actual, StringComparison.Ordinal);
        }
    }

    private static IReadOnlyList<string>[] Rows(string table) => [.. table.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(cell => new[] { cell })];

    private static string? Run(string query, TckStep expectation)
    {
        var setup = new ScenarioSetup(new TckDatabase(), "", TestContext.Current.CancellationToken);
        TckStep[] steps =
        [
            new("having executed:", "CREATE (:A {k: 1})-[:T]->(:B)", []),
            new("executing query:", query, []),
            expectation,
        ];
        return ScenarioRunner.Run(new TckScenario("own", "own", [], steps), setup);
    }
}
