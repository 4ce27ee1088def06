using System.Globalization;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Functions;

/// <summary>
/// Conversions between scalars, each in three forms: <c>toX</c> throws for a kind that has no such value, <c>toXOrNull</c> gives null, and
/// <c>toXList</c> converts each element as <c>toXOrNull</c> does. Text that does not read as the type gives null in all of them.
/// </summary>
internal static class ConversionFunctions
{
    private const ValueKinds Text = ValueKinds.String | ValueKinds.Number | ValueKinds.Boolean | ValueKinds.Instant | ValueKinds.Duration;

    /// <summary>Items of a list that are converted between two looks whether the query must end.</summary>
    private const int ItemsBetweenLooks = 1024;

    public static IEnumerable<CypherFunction> All =>
    [
        .. Family("toInteger", "toIntegerList", ValueKinds.Number | ValueKinds.String | ValueKinds.Boolean, ValueKinds.Integer, ToInteger, ToIntegerOrNull),
        .. Family("toFloat", "toFloatList", ValueKinds.Number | ValueKinds.String, ValueKinds.Float, ToFloat),
        .. Family("toBoolean", "toBooleanList", ValueKinds.Boolean | ValueKinds.String | ValueKinds.Integer, ValueKinds.Boolean, ToBoolean),
        .. Family("toString", "toStringList", Text, ValueKinds.String, value => GraphValue.From(ValuePrinter.Text(value))),
    ];

    private static IEnumerable<CypherFunction> Family(
        string name, string listName, ValueKinds takes, ValueKinds returns, Func<GraphValue, GraphValue> convert, Func<GraphValue, GraphValue>? convertOrNull = null)
    {
        GraphValue OrNull(GraphValue value) => !value.IsNull && takes.Accept(value) ? (convertOrNull ?? convert)(value) : GraphValue.Null;

        yield return new(name, [takes], returns, (_, a) => convert(a[0])) { ChecksAtCompileTime = false, TypeFault = "InvalidArgumentValue" };
        yield return new(name + "OrNull", [ValueKinds.Any], returns, (_, a) => OrNull(a[0]));
        yield return new(listName, [ValueKinds.List], ValueKinds.List, (context, a) => Convert(a[0].AsList(), OrNull, context.CancellationToken));
    }

    /// <summary>Converts the items of a list; ends with the query.</summary>
    private static GraphValue Convert(IReadOnlyList<GraphValue> items, Func<GraphValue, GraphValue> convert, CancellationToken stop)
    {
        ListLimit.CheckTexts(items.Count);
        var converted = new GraphValue[items.Count];
        for (var i = 0; i < converted.Length; i++)
        {
            converted[i] = convert(items[i]);
            if (i % ItemsBetweenLooks == 0)
            {
                stop.ThrowIfCancellationRequested();
            }
        }

        return GraphValue.From(converted);
    }

    private static GraphValue ToInteger(GraphValue value) => value.Kind switch
    {
        GraphValueKind.Integer => value,
        GraphValueKind.Boolean => GraphValue.From(value.AsBoolean() ? 1 : 0),
        GraphValueKind.Float => Truncate(value.AsFloat()),
        _ => ParseInteger(value.AsString()) ?? throw RuntimeFault.Overflow(value.AsString()),
    };

    private static GraphValue ToIntegerOrNull(GraphValue value) => value.IsString ? ParseInteger(value.AsString()) ?? GraphValue.Null : ToInteger(value);

    /// <summary>
    /// Integer digits, or a decimal number that is cut; the null value for other text, nothing where 64 bits do not hold the number. Unlike for a float, white space around it is not taken. All as in Neo4j.
    /// </summary>
    private static GraphValue? ParseInteger(string text)
    {
        const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
        {
            return GraphValue.From(integer);
        }

        if (decimal.TryParse(text, Decimal, CultureInfo.InvariantCulture, out var exact))
        {
            return exact is > long.MaxValue or < long.MinValue ? null : GraphValue.From((long)decimal.Truncate(exact));
        }

        // What a decimal does not hold either is a number nevertheless; Infinity and NaN are none.
        var isNumber = text.Any(char.IsAsciiDigit) && double.TryParse(text, Decimal, CultureInfo.InvariantCulture, out _);
        return isNumber ? null : GraphValue.Null;
    }

    /// <summary>Cuts toward zero; NaN is 0 and what 64 bits do not hold becomes the nearest that they do, as in Neo4j.</summary>
    private static GraphValue Truncate(double value) => GraphValue.From((long)value);

    private static GraphValue ToFloat(GraphValue value) =>
        value.IsNumber ? GraphValue.From(value.AsNumber())
        : double.TryParse(value.AsString().Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? GraphValue.From(number)
        : GraphValue.Null;

    private static GraphValue ToBoolean(GraphValue value) =>
        value.IsBoolean ? value
        : value.IsInteger ? GraphValue.From(value.AsInteger() != 0)
        : bool.TryParse(value.AsString(), out var truth) ? GraphValue.From(truth)
        : GraphValue.Null;
}
