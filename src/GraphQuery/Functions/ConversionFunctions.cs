using System.Globalization;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Functions;

/// <summary>
/// Conversions between scalars, each in three forms: <c>toX</c> throws for a type that cannot be converted, <c>toXOrNull</c> returns null, and
/// <c>toXList</c> converts each element like <c>toXOrNull</c>. A string that cannot be parsed gives null in all three.
/// </summary>
internal static class ConversionFunctions
{
    private const ValueKinds Text = ValueKinds.String | ValueKinds.Number | ValueKinds.Boolean | ValueKinds.Instant | ValueKinds.Duration;

    /// <summary>Number of list items converted between two checks for cancellation.</summary>
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

    /// <summary>Converts the items of a list; can be cancelled.</summary>
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
    /// Parses an integer, or a decimal number that is truncated. Returns the null value for other text, and null if the number does not fit in 64 bits.
    /// Unlike for floats, surrounding white space is rejected. All as in Neo4j.
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

        // A number may also be out of the range of decimals; Infinity and NaN are not numbers here.
        var isNumber = text.Any(char.IsAsciiDigit) && double.TryParse(text, Decimal, CultureInfo.InvariantCulture, out _);
        return isNumber ? null : GraphValue.Null;
    }

    /// <summary>Truncates toward zero; NaN becomes 0 and numbers out of the 64-bit range become the nearest in range, as in Neo4j.</summary>
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
