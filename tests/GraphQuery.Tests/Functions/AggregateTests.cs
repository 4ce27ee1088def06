using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Errors;
using Stemma.GraphQuery.Functions;
using Stemma.GraphQueryTests.Tck;
using Xunit;

namespace Stemma.GraphQueryTests.Functions;

public sealed class AggregateTests
{
    [Theory]
    [InlineData("count", "[1, null, 'a']", "2")]
    [InlineData("count", "[]", "0")]
    [InlineData("collect", "[2, null, 1]", "[2, 1]")]
    [InlineData("sum", "[1, 2]", "3")]
    [InlineData("sum", "[1, 2.5]", "3.5")]
    [InlineData("sum", "[null]", "0")]
    [InlineData("avg", "[1, 2]", "1.5")]
    [InlineData("avg", "[]", "null")]
    [InlineData("min", "[3, 'a', [1], true]", "[1]")]
    [InlineData("max", "[3, 'a', [1], true]", "3")]
    [InlineData("max", "[1.0, NaN]", "NaN")]
    [InlineData("min", "[null]", "null")]
    [InlineData("stDev", "[2, 4, 4, 4, 5, 5, 7, 9, 5]", "2.0")]
    [InlineData("stDevP", "[2, 4, 4, 4, 5, 5, 7, 9]", "2.0")]
    [InlineData("stDev", "[8]", "0.0")]
    public void An_aggregate_leaves_null_out(string name, string values, string expected) =>
        Assert.Equal(expected, CanonicalText.Of(Aggregate(name, values)));

    [Theory]
    [InlineData("percentileDisc", 0.0, "15")]
    [InlineData("percentileDisc", 0.4, "20")]
    [InlineData("percentileDisc", 0.41, "35")]
    [InlineData("percentileDisc", 1.0, "50")]
    [InlineData("percentileCont", 0.4, "29.0")]
    [InlineData("percentileCont", 0.75, "40.0")]
    public void A_percentile_is_found_by_nearest_rank_or_by_interpolation(string name, double percentile, string expected) =>
        Assert.Equal(expected, CanonicalText.Of(Aggregate(name, "[50, 15, 35, 40, 20]", GraphValue.From(percentile))));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.5)]
    [InlineData(double.NaN)]
    public void A_percentile_outside_zero_to_one_is_a_fault(double percentile)
    {
        var fault = Assert.Throws<CypherException>(() => Aggregate("percentileCont", "[1]", GraphValue.From(percentile)));
        Assert.Equal("ArgumentError.NumberOutOfRange", fault.Code);
    }

    [Theory]
    [InlineData("count", "[1, 1.0, '1', NaN, NaN, null]", "3")]
    [InlineData("collect", "[[1], [1.0], {a: null}, {a: null}]", "[[1], {a: null}]")]
    public void Distinct_takes_equivalent_values_once(string name, string values, string expected) =>
        Assert.Equal(expected, CanonicalText.Of(Aggregate(name, values, distinct: true)));

    [Fact]
    public void Counting_rows_counts_null_too()
    {
        var rows = AggregateCatalog.StartCountRows();
        rows.Add(GraphValue.Null);
        rows.Add(GraphValue.From(1));
        Assert.Equal(2, rows.Result(() => { }).AsInteger());
    }

    [Fact]
    public void A_sum_beyond_64_bits_is_a_fault()
    {
        var fault = Assert.Throws<CypherException>(() => Aggregate("sum", "[9223372036854775807, 1]"));
        Assert.Equal("ArgumentError.IntegerOverflow", fault.Code);
    }

    [Fact]
    public void Held_bytes_grow_with_what_is_collected()
    {
        Assert.True(AggregateCatalog.TryFind("COLLECT", out var collect));
        var accumulator = collect.Start(distinct: true);
        accumulator.Add(GraphValue.From(new string('x', 1000)));
        Assert.InRange(accumulator.HeldBytes, 4000, 5000);
    }

    [Fact]
    public void A_percentile_of_many_values_can_be_stopped_while_they_are_sorted()
    {
        Assert.True(AggregateCatalog.TryFind("percentileDisc", out var percentile));
        var accumulator = percentile.Start(distinct: false, GraphValue.From(0.5));
        for (var i = 0; i < 1000; i++)
        {
            accumulator.Add(GraphValue.From(i * 7919 % 1009));
        }

        var steps = 0;
        Assert.Throws<OperationCanceledException>(() => accumulator.Result(() => _ = ++steps < 500 ? 0 : throw new OperationCanceledException()));
    }

    private static GraphValue Aggregate(string name, string values, GraphValue second = default, bool distinct = false)
    {
        Assert.True(AggregateCatalog.TryFind(name, out var function));
        var accumulator = function.Start(distinct, second);
        foreach (var value in TckValueReader.Read(values).AsList())
        {
            accumulator.Add(value);
        }

        return accumulator.Result(() => { });
    }
}
