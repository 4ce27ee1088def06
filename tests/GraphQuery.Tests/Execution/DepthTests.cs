using Stemma.GraphQuery.Errors;
using Xunit;

namespace Stemma.GraphQueryTests.Execution;

/// <summary>No query overflows the stack when it is compiled, when it runs or by its result, even on a small thread.</summary>
public sealed class DepthTests
{
    private const int SmallStack = 1_500_000;

    public static TheoryData<string> Deep =>
    [
        "RETURN " + string.Join(" + ", Enumerable.Repeat("1", 500)),
        "RETURN " + string.Join(" < ", Enumerable.Repeat("1", 500)),
        "MATCH (n) WHERE " + string.Join(" OR ", Enumerable.Repeat("n.x = 1", 500)) + " RETURN n",
        "RETURN " + new string('[', 120) + "1" + new string(']', 120),
        "RETURN " + string.Concat(Enumerable.Repeat("CASE WHEN true THEN ", 120)) + "1" + string.Concat(Enumerable.Repeat(" END", 120)),
        "MATCH (a) WHERE " + string.Concat(Enumerable.Repeat("EXISTS { (a) WHERE ", 60)) + "true" + new string('}', 60) + " RETURN a",
        string.Concat(Enumerable.Range(0, 900).Select(i => $"CREATE (n{i}) ")),
        "MATCH (a)" + string.Concat(Enumerable.Repeat("-->()", 900)) + " RETURN a",
        string.Concat(Enumerable.Repeat("WITH 1 AS x ", 900)) + "RETURN x",
        Nested(times: 5, brackets: 100) + "RETURN x, [x] AS y ORDER BY y, toString(size(x))",
        "RETURN 1 AS x" + string.Concat(Enumerable.Repeat(" UNION ALL RETURN 1 AS x", 5_000)),
    ];

    public static TheoryData<string> TooDeep =>
    [
        string.Concat(Enumerable.Range(0, 5_000).Select(i => $"CREATE (n{i}) ")),
        "MATCH (a)" + string.Concat(Enumerable.Repeat("-->()", 20_000)) + " RETURN a",
        "MATCH (n) SET n" + string.Concat(Enumerable.Repeat(".x", 20_000)) + " = 1",
        "MATCH (n) SET n" + string.Concat(Enumerable.Repeat("['x']", 20_000)) + " = 1",
        "RETURN reduce(l = [], x IN range(1, 100000) | [l])",
        "RETURN reduce(l = [], x IN range(1, 100000) | [1, {k: [l]}])",
        "RETURN reduce(l = [], x IN range(1, 100000) | [y IN [1] | l])",
        "RETURN reduce(l = [], x IN range(1, 100000) | COLLECT { RETURN l AS y })",
        Nested(times: 100, brackets: 100) + "RETURN x",
        Nested(times: 100, brackets: 100) + "WITH x ORDER BY x RETURN count(DISTINCT x)",
        Nested(times: 100, brackets: 100) + "CREATE (n {p: x}) RETURN n",
        "WITH 0 AS x " + string.Concat(Enumerable.Repeat("WITH collect(x) AS x ", 530)) + "RETURN x",
        "WITH 0 AS x " + string.Concat(Enumerable.Repeat("WITH {k: x} AS x ", 530)) + "RETURN x",
        "WITH 0 AS x " + string.Concat(Enumerable.Repeat("WITH [] + {k: x} AS x ", 530)) + "RETURN x",
        "WITH 0 AS x " + string.Concat(Enumerable.Repeat("WITH COLLECT { RETURN x AS y } AS x ", 530)) + "RETURN x",
        "WITH 0 AS x " + string.Concat(Enumerable.Repeat("CALL { WITH x RETURN [x] AS y } WITH y AS x ", 530)) + "RETURN x",
        "WITH 0 AS x " + string.Concat(Enumerable.Repeat("UNWIND [[[x]]] AS y WITH y AS x ", 260)) + "RETURN x",
        "FOREACH (x IN [0] | " + string.Concat(Enumerable.Repeat($"FOREACH (x IN [{Brackets(100, "x")}] | ", 50)) + "CREATE ({p: x})" + new string(')', 51),
        "WITH 0 AS x RETURN " + string.Concat(Enumerable.Repeat($"[x IN [{Brackets(100, "x")}] | ", 50)) + "x" + new string(']', 50),
    ];

    /// <summary>Clauses that each nest the value of the one before.</summary>
    private static string Nested(int times, int brackets) =>
        "WITH 0 AS x " + string.Concat(Enumerable.Repeat($"WITH {Brackets(brackets, "x")} AS x ", times));

    private static string Brackets(int count, string inner) => new string('[', count) + inner + new string(']', count);

    [Theory]
    [MemberData(nameof(Deep))]
    public void A_deep_query_runs_on_a_small_stack(string query) => OnSmallStack(() => new TestGraph("CREATE ()").Run(query));

    [Theory]
    [MemberData(nameof(TooDeep))]
    public void A_query_that_is_too_deep_is_rejected(string query) => OnSmallStack(() =>
    {
        var fault = Assert.Throws<CypherException>(() => new TestGraph("CREATE ()").Run(query));
        Assert.Equal(CypherErrorType.LimitError, fault.Type);
    });

    [Fact]
    public void A_list_may_grow_in_reduce_without_nesting() =>
        Assert.Equal(2_000, new TestGraph().Value("RETURN size(reduce(l = [], x IN range(1, 2000) | l + [[x, x]]))").AsInteger());

    private static void OnSmallStack(Action action)
    {
        Exception? fault = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    action();
                }
                catch (Exception caught)
                {
                    fault = caught;
                }
            },
            SmallStack);
        thread.Start();
        thread.Join();
        Assert.Null(fault);
    }
}
