using System.Globalization;

namespace Stemma.GraphQuery.Values;

/// <summary>Prints floats as Cypher does: the shortest digits that parse back to the same float, always with a point; exponent form below 10⁻³ and from 10⁷.</summary>
public static class FloatText
{
    /// <summary><c>1.0</c>, <c>0.001</c>, <c>1.0E22</c>, <c>-2.5E-4</c>, <c>NaN</c>, <c>Infinity</c>.</summary>
    public static string Of(double value)
    {
        if (double.IsNaN(value))
        {
            return "NaN";
        }

        if (double.IsInfinity(value))
        {
            return value > 0 ? "Infinity" : "-Infinity";
        }

        var magnitude = Math.Abs(value);
        return magnitude is 0 or (>= 1e-3 and < 1e7) ? Plain(value) : Scientific(value);
    }

    private static string Plain(double value)
    {
        var text = value.ToString("0.0###################", CultureInfo.InvariantCulture);
        return double.Parse(text, CultureInfo.InvariantCulture).Equals(value) ? text : WithPoint(value.ToString("R", CultureInfo.InvariantCulture));
    }

    /// <summary>
    /// Takes digits and exponent from the same text: if the shortest digits round up to a power of ten (1E-07 is 9.99…E-8 in full), another text would have another exponent.
    /// </summary>
    private static string Scientific(double value)
    {
        var text = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        var end = text.IndexOf('E', StringComparison.Ordinal);
        var mantissa = end < 0 ? text : text[..end];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        var leading = digits.Length - digits.TrimStart('0').Length;
        var exponent = (end < 0 ? 0 : int.Parse(text.AsSpan(end + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)) + (point < 0 ? mantissa.Length : point) - 1 - leading;
        digits = digits.Trim('0');
        var sign = value < 0 ? "-" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}.{(digits.Length > 1 ? digits[1..] : "0")}E{exponent}");
    }

    private static string WithPoint(string digits) => digits.Contains('.', StringComparison.Ordinal) ? digits : digits + ".0";
}
