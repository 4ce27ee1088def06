using System.Globalization;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Errors;
using Stemma.GraphQuery.Values;
using Stemma.GraphQueryTests.Tck;
using Xunit;

namespace Stemma.GraphQueryTests.Values;

public sealed class CypherValuesTests
{
    [Theory]
    [InlineData("1", "1.0", "true")]
    [InlineData("9007199254740993", "9007199254740992.0", "false")]
    [InlineData("NaN", "NaN", "false")]
    [InlineData("'1'", "1", "false")]
    [InlineData("null", "null", "null")]
    [InlineData("[1, null]", "[1, 2]", "null")]
    [InlineData("[1, null]", "[2, null]", "false")]
    [InlineData("[1, null]", "[1]", "false")]
    [InlineData("{a: 1, b: null}", "{b: 2, a: 1}", "null")]
    [InlineData("{a: 1}", "{b: 1}", "false")]
    public void Equality_is_three_valued(string left, string right, string expected) =>
        Assert.Equal(expected, Print(CypherValues.Equal(Read(left), Read(right))));

    [Theory]
    [InlineData("2", "[1, 2, null]", "true")]
    [InlineData("3", "[1, 2, null]", "null")]
    [InlineData("3", "[1, 2]", "false")]
    [InlineData("null", "[]", "false")]
    [InlineData("null", "[1]", "null")]
    [InlineData("[1]", "[[1], 1]", "true")]
    [InlineData("1", "null", "null")]
    public void Membership_is_three_valued(string value, string list, string expected) =>
        Assert.Equal(expected, Print(CypherValues.In(Read(value), Read(list))));

    [Theory]
    [InlineData("1", "1.5", "true")]
    [InlineData("9007199254740993", "9007199254740992.0", "false")]
    [InlineData("'a'", "'b'", "true")]
    [InlineData("false", "true", "true")]
    [InlineData("1", "'b'", "null")]
    [InlineData("NaN", "1", "false")]
    [InlineData("[1, 2]", "[1, 3]", "true")]
    [InlineData("[1]", "[1, null]", "true")]
    [InlineData("[null, 1]", "[1, 2]", "null")]
    [InlineData("{}", "{a: 1}", "null")]
    public void Less_is_null_where_values_cannot_be_compared(string left, string right, string expected) =>
        Assert.Equal(expected, Print(CypherValues.Less(Read(left), Read(right))));

    [Theory]
    [InlineData("+", "1", "2", "3")]
    [InlineData("+", "1", "2.5", "3.5")]
    [InlineData("+", "'a'", "1", "'a1'")]
    [InlineData("+", "1.0", "'a'", "'1.0a'")]
    [InlineData("+", "[1]", "[2]", "[1, 2]")]
    [InlineData("+", "[1]", "2", "[1, 2]")]
    [InlineData("+", "1", "[2]", "[1, 2]")]
    [InlineData("+", "[1]", "null", "null")]
    [InlineData("-", "1", "2", "-1")]
    [InlineData("*", "3", "0.5", "1.5")]
    [InlineData("/", "7", "2", "3")]
    [InlineData("/", "-7", "2", "-3")]
    [InlineData("/", "7.0", "2", "3.5")]
    [InlineData("/", "1.0", "0", "Infinity")]
    [InlineData("%", "-7", "3", "-1")]
    [InlineData("%", "7.5", "2", "1.5")]
    [InlineData("%", "-9223372036854775808", "-1", "0")]
    [InlineData("^", "2", "3", "8.0")]
    [InlineData("^", "null", "3", "null")]
    public void Operators_compute(string symbol, string left, string right, string expected) =>
        Assert.Equal(expected, CanonicalText.Of(Operate(symbol, Read(left), Read(right))));

    [Theory]
    [InlineData("+", "9223372036854775807", "1", "ArgumentError.IntegerOverflow")]
    [InlineData("-", "-9223372036854775808", "1", "ArgumentError.IntegerOverflow")]
    [InlineData("*", "4611686018427387904", "2", "ArgumentError.IntegerOverflow")]
    [InlineData("/", "-9223372036854775808", "-1", "ArgumentError.IntegerOverflow")]
    [InlineData("/", "1", "0", "ArgumentError.DivisionByZero")]
    [InlineData("%", "1", "0", "ArgumentError.DivisionByZero")]
    [InlineData("+", "true", "1", "TypeError.InvalidArgumentType")]
    [InlineData("+", "'a'", "{}", "TypeError.InvalidArgumentType")]
    [InlineData("-", "'a'", "'b'", "TypeError.InvalidArgumentType")]
    [InlineData("*", "[1]", "2", "TypeError.InvalidArgumentType")]
    public void Operators_refuse(string symbol, string left, string right, string code) =>
        Assert.Equal(code, Assert.Throws<CypherException>(() => Operate(symbol, Read(left), Read(right))).Code);

    [Theory]
    [InlineData("[1, 2, 3]", "-1", "3")]
    [InlineData("[1, 2, 3]", "3", "null")]
    [InlineData("[1, 2, 3]", "-4", "null")]
    [InlineData("[1]", "null", "null")]
    [InlineData("null", "0", "null")]
    [InlineData("{a: 1}", "'a'", "1")]
    [InlineData("{a: 1}", "'A'", "null")]
    public void Indexing_reaches_in_or_gives_null(string container, string key, string expected) =>
        Assert.Equal(expected, CanonicalText.Of(CypherValues.Index(Read(container), Read(key))));

    [Theory]
    [InlineData("[1]", "'a'", "TypeError.ListElementAccessByNonInteger")]
    [InlineData("{}", "0", "TypeError.MapElementAccessByNonString")]
    [InlineData("1", "0", "TypeError.InvalidArgumentType")]
    public void Indexing_refuses(string container, string key, string code) =>
        Assert.Equal(code, Assert.Throws<CypherException>(() => CypherValues.Index(Read(container), Read(key))).Code);

    [Theory]
    [InlineData("1", "3", "[2, 3]")]
    [InlineData("-2", "", "[3, 4]")]
    [InlineData("", "-1", "[1, 2, 3]")]
    [InlineData("3", "1", "[]")]
    [InlineData("-99", "99", "[1, 2, 3, 4]")]
    [InlineData("null", "2", "null")]
    public void Slices_are_cut_at_the_ends(string from, string to, string expected)
    {
        var list = Read("[1, 2, 3, 4]");
        Assert.Equal(expected, CanonicalText.Of(CypherValues.Slice(list, from.Length > 0 ? Read(from) : null, to.Length > 0 ? Read(to) : null)));
    }

    [Theory]
    [InlineData(0.0, "0.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(1.0, "1.0")]
    [InlineData(0.1, "0.1")]
    [InlineData(123456.789, "123456.789")]
    [InlineData(9999999.0, "9999999.0")]
    [InlineData(1e7, "1.0E7")]
    [InlineData(-1.5e-9, "-1.5E-9")]
    [InlineData(0.001, "0.001")]
    [InlineData(0.00099, "9.9E-4")]
    [InlineData(1e-7, "1.0E-7")]
    [InlineData(-1e23, "-1.0E23")]
    [InlineData(12345678.5, "1.23456785E7")]
    [InlineData(double.MaxValue, "1.7976931348623157E308")]
    [InlineData(double.Epsilon, "5.0E-324")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void Floats_print_with_a_point_and_a_capital_exponent(double value, string expected) => Assert.Equal(expected, FloatText.Of(value));

    [Fact]
    public void What_is_printed_of_a_power_of_ten_reads_back_as_it()
    {
        for (var exponent = -323; exponent <= 308; exponent++)
        {
            var value = double.Parse($"1e{exponent}", CultureInfo.InvariantCulture);

            Assert.Equal(value, double.Parse(FloatText.Of(value), CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Kinds_are_sorted_from_maps_to_null()
    {
        string[] sorted = ["{a: 1}", "(:A)", "[:T]", "[]", "[1]", "[null]", "<(:A)-[:T]->(:B)>", "''", "'a'", "false", "true", "-1", "1.5", "NaN", "null"];
        var shuffled = sorted.Select(Read).Reverse().ToList();

        shuffled.Sort(ValueOrdering.Instance);

        Assert.Equal(sorted, shuffled.Select(value => ValuePrinter.Print(value)));
    }

    [Theory]
    [InlineData("(:A:B {k: 'it\\'s', l: [1.0]})")]
    [InlineData("[:T {k: null}]")]
    [InlineData("<(:A)-[:T]->(:B)<-[:U {k: 1}]-()>")]
    [InlineData("{a: {b: [true, null]}}")]
    public void Values_print_as_the_tck_writes_them(string text) => Assert.Equal(text, ValuePrinter.Print(Read(text)));

    private static GraphValue Read(string text) => TckValueReader.Read(text);

    private static string Print(bool? truth) => ValuePrinter.Print(CypherValues.FromTruth(truth));

    private static GraphValue Operate(string symbol, GraphValue left, GraphValue right) => symbol switch
    {
        "+" => CypherValues.Add(left, right),
        "-" => CypherValues.Subtract(left, right),
        "*" => CypherValues.Multiply(left, right),
        "/" => CypherValues.Divide(left, right),
        "%" => CypherValues.Modulo(left, right),
        _ => CypherValues.Power(left, right),
    };
}
