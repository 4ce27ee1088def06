using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Procedures;
using Stemma.GraphQuery.Syntax;
using Xunit;

namespace Stemma.GraphQueryTests.Binding;

/// <summary>Operands that an expression uses several times are bound and evaluated once.</summary>
public sealed class ExpressionBinderTests
{
    private const int Depth = 50;

    public static TheoryData<string> Nested =>
    [
        "RETURN " + string.Concat(Enumerable.Repeat("CASE ", Depth)) + "1" + string.Concat(Enumerable.Repeat(" WHEN > 0 THEN 1 WHEN < 0 THEN 2 END", Depth)) + " = 1 AS x",
        "RETURN " + string.Concat(Enumerable.Repeat("false < (", Depth)) + "true" + string.Concat(Enumerable.Repeat(") <= true", Depth)) + " AS x",
        "CREATE (n:A:B) RETURN " + string.Concat(Enumerable.Repeat("coalesce(null, CASE WHEN ", Depth)) + "n:A" + string.Concat(Enumerable.Repeat(" THEN n END):$('A')&$('B')", Depth)) + " AS x",
    ];

    [Theory]
    [MemberData(nameof(Nested))]
    public void A_nested_operand_is_bound_once(string query)
    {
        var steps = 0;
        Binder.Bind(QueryParser.Parse(query), query, ProcedureCatalog.Empty, () => Assert.True(++steps < 50 * query.Length, "The operands are bound too often."));
        Assert.True(new TestGraph().Value(query).AsBoolean());
    }

    [Fact]
    public void The_subject_of_a_case_is_evaluated_once_for_all_branches() =>
        Assert.Equal(0, new TestGraph().Value("UNWIND range(1, 1000) AS i WITH CASE rand() WHEN < 0.5 THEN 1 WHEN >= 0.5 THEN 2 END AS x WHERE x IS NULL RETURN count(*)").AsInteger());

    [Fact]
    public void The_middle_of_a_comparison_chain_is_evaluated_once() =>
        Assert.Equal(0, new TestGraph().Value("UNWIND range(1, 1000) AS i WITH i WHERE 0.5 > rand() > 0.5 RETURN count(*)").AsInteger());

    [Theory]
    [InlineData("1 < toInteger('2') < 3", true)]
    [InlineData("1 < toInteger('2') < 2", false)]
    [InlineData("1 < toInteger(null) < 3", null)]
    [InlineData("3 < toInteger('2') < null", false)]
    [InlineData("1 < toInteger('2') < null", null)]
    [InlineData("null < toInteger('2') < 1", false)]
    [InlineData("2 < toInteger('1') < toInteger('2') / 0", false)]
    public void A_comparison_chain_is_the_conjunction_of_its_pairs(string chain, bool? expected)
    {
        var value = new TestGraph().Value("RETURN " + chain);
        Assert.Equal(expected, value.Kind == GraphValueKind.Null ? null : value.AsBoolean());
    }

    [Theory]
    [InlineData("CASE size('ab') WHEN 1, 2 THEN 'few' WHEN > 10 THEN 'many' ELSE 'some' END", "few")]
    [InlineData("CASE size('ab') WHEN > CASE size('a') WHEN > 0 THEN 1 END THEN 'more' END", "more")]
    [InlineData("CASE size('ab') WHEN IS NULL THEN 'none' WHEN 1 < 2 THEN 'x' ELSE 'y' END", "y")]
    [InlineData("[x IN ['a', 'bc'] | CASE size(x) WHEN > 1 THEN x ELSE '-' END][1]", "bc")]
    [InlineData("CASE count(*) WHEN > 0 THEN 'rows' ELSE 'none' END", "rows")]
    public void A_case_compares_its_subject_by_the_operator_of_each_branch(string choice, string expected) =>
        Assert.Equal(expected, new TestGraph().Value("RETURN " + choice).AsString());
}
