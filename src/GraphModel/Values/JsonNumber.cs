using System.Globalization;

namespace Stemma.GraphModel.Values;

/// <summary>Converts numbers from and to JSON, which has one kind for Cypher's two: a number with a point or an exponent is a float.</summary>
public static class JsonNumber
{
    /// <summary>The shortest digits that round-trip, always with a point or an exponent: <c>1.0</c>, <c>0.25</c>, <c>1E+22</c>, <c>-0.0</c>.</summary>
    /// <param name="value">Finite: JSON has no other floats.</param>
    public static string Print(double value)
    {
        var digits = value.ToString("R", CultureInfo.InvariantCulture);
        return IsFloat(digits) ? digits : digits + ".0";
    }

    /// <summary>Parses a JSON number; false for an integer of more than 64 bits or a float beyond the largest, which no value can represent.</summary>
    public static bool TryRead(string digits, out GraphValue value)
    {
        ArgumentNullException.ThrowIfNull(digits);
        value = GraphValue.Null;
        if (IsFloat(digits))
        {
            var number = double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
            value = double.IsFinite(number) ? GraphValue.From(number) : value;
        }
        else if (long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
        {
            value = GraphValue.From(integer);
        }

        return !value.IsNull;
    }

    /// <summary>Why <see cref="TryRead"/> rejected a number, as the end of a sentence.</summary>
    public static string Fault(string digits) => IsFloat(digits)
        ? $"{digits} is beyond the largest float, {Print(double.MaxValue)}"
        : $"{digits} is no integer of 64 bits ({long.MinValue} to {long.MaxValue}); with .0 behind it, it is a float";

    private static bool IsFloat(string digits) => digits.AsSpan().ContainsAny(".eE");
}
