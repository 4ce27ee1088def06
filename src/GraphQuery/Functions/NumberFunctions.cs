using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Functions;

/// <summary>Functions on numbers, as in Neo4j 5: floats follow IEEE 754, integers are exact.</summary>
internal static class NumberFunctions
{
    public static IEnumerable<CypherFunction> All =>
    [
        new("abs", [ValueKinds.Number], ValueKinds.Number, (_, a) => Abs(a[0])),
        new("sign", [ValueKinds.Number], ValueKinds.Integer, (_, a) => GraphValue.From(Sign(a[0].AsNumber()))),
        new("round", [ValueKinds.Number, ValueKinds.Integer, ValueKinds.String], ValueKinds.Float, Round) { MinArity = 1 },
        new("isNaN", [ValueKinds.Number], ValueKinds.Boolean, (_, a) => GraphValue.From(double.IsNaN(a[0].AsNumber()))),
        new("rand", [], ValueKinds.Float, (context, _) => GraphValue.From(context.Random.NextDouble())) { IsDeterministic = false },
        new("pi", [], ValueKinds.Float, (_, _) => GraphValue.From(Math.PI)),
        new("e", [], ValueKinds.Float, (_, _) => GraphValue.From(Math.E)),
        new("atan2", [ValueKinds.Number, ValueKinds.Number], ValueKinds.Float, (_, a) => GraphValue.From(Math.Atan2(a[0].AsNumber(), a[1].AsNumber()))),
        Float("ceil", Math.Ceiling),
        Float("floor", Math.Floor),
        Float("sqrt", Math.Sqrt),
        Float("exp", Math.Exp),
        Float("log", Math.Log),
        Float("log10", Math.Log10),
        Float("sin", Math.Sin),
        Float("cos", Math.Cos),
        Float("tan", Math.Tan),
        Float("cot", x => 1 / Math.Tan(x)),
        Float("asin", Math.Asin),
        Float("acos", Math.Acos),
        Float("atan", Math.Atan),
        Float("sinh", Math.Sinh),
        Float("cosh", Math.Cosh),
        Float("tanh", Math.Tanh),
        Float("haversin", x => (1 - Math.Cos(x)) / 2),
        Float("degrees", double.RadiansToDegrees),
        Float("radians", double.DegreesToRadians),
    ];

    private static CypherFunction Float(string name, Func<double, double> compute) =>
        new(name, [ValueKinds.Number], ValueKinds.Float, (_, a) => GraphValue.From(compute(a[0].AsNumber())));

    private static GraphValue Abs(GraphValue number) =>
        number.IsFloat ? GraphValue.From(Math.Abs(number.AsFloat()))
        : number.AsInteger() < 0 ? CypherValues.Negate(number)
        : number;

    private static int Sign(double number) => number > 0 ? 1 : number < 0 ? -1 : 0;

    /// <summary>2⁵³: from here on, neighbouring floats are at least 1 apart (IEEE 754, binary64), so that no digit is left to round. Below it, decimals do not overflow.</summary>
    private const double WholeFloats = 9_007_199_254_740_992;

    private static GraphValue Round(FunctionContext context, ReadOnlySpan<GraphValue> arguments)
    {
        var value = arguments[0].AsNumber();
        var digits = arguments.Length > 1 ? arguments[1].AsInteger() : 0;
        if (digits < 0)
        {
            throw RuntimeFault.Argument("NumberOutOfRange", "round() cannot round to a negative number of digits.");
        }

        var mode = arguments.Length > 2 ? arguments[2].AsString().ToUpperInvariant() : digits == 0 ? "HALF_CEILING" : "HALF_UP";
        if (!double.IsFinite(value) || Math.Abs(value) >= 1e15 || digits > 15)
        {
            return GraphValue.From(value);
        }

        var scale = Scale((int)digits);
        if (Math.Abs(value) * (double)scale >= WholeFloats)
        {
            return GraphValue.From(value);
        }

        // Adding 0.0 turns the decimal's negative zero into 0.0.
        return GraphValue.From((double)Round((decimal)value, scale, mode) + 0.0);
    }

    /// <summary>Rounds by a mode with its Neo4j name; the default rounds halves up for whole numbers and away from zero if digits are given.</summary>
    private static decimal Round(decimal value, decimal scale, string mode)
    {
        var scaled = value * scale;
        var rounded = mode switch
        {
            "UP" => scaled >= 0 ? Math.Ceiling(scaled) : Math.Floor(scaled),
            "DOWN" => Math.Truncate(scaled),
            "CEILING" => Math.Ceiling(scaled),
            "FLOOR" => Math.Floor(scaled),
            "HALF_UP" => Math.Round(scaled, MidpointRounding.AwayFromZero),
            "HALF_DOWN" => Math.Sign(scaled) * Math.Ceiling(Math.Abs(scaled) - 0.5m),
            "HALF_EVEN" => Math.Round(scaled, MidpointRounding.ToEven),
            "HALF_CEILING" => Math.Floor(scaled + 0.5m),
            _ => throw RuntimeFault.Argument(
                "InvalidArgumentValue", $"round() knows the modes UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN and HALF_EVEN, not {mode}."),
        };
        return rounded / scale;
    }

    private static decimal Scale(int digits)
    {
        var scale = 1m;
        for (var i = 0; i < digits; i++)
        {
            scale *= 10;
        }

        return scale;
    }
}
