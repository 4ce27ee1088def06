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
    ];

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
