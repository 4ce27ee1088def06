using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Values;

/// <summary>Compares integers and floats exactly, without rounding an integer to the nearest double first.</summary>
internal static class NumberComparison
{
    private const double TwoTo63 = 9223372036854775808.0;

    /// <summary>Negative, zero or positive; NaN is greater than every number and equal to itself.</summary>
    public static int Compare(GraphValue left, GraphValue right) => (left.IsInteger, right.IsInteger) switch
    {
        (true, true) => left.AsInteger().CompareTo(right.AsInteger()),
        (true, false) => Compare(left.AsInteger(), right.AsFloat()),
        (false, true) => -Compare(right.AsInteger(), left.AsFloat()),
        _ => Compare(left.AsFloat(), right.AsFloat()),
    };

    /// <summary>Whether at least one of two numbers is NaN.</summary>
    public static bool HasNaN(GraphValue left, GraphValue right) => IsNaN(left) || IsNaN(right);

    /// <summary>Whether a value is the float NaN.</summary>
    public static bool IsNaN(GraphValue value) => value.IsFloat && double.IsNaN(value.AsFloat());

    private static int Compare(double left, double right) =>
        double.IsNaN(left) || double.IsNaN(right)
            ? double.IsNaN(left).CompareTo(double.IsNaN(right))
            : left.CompareTo(right);

    private static int Compare(long left, double right)
    {
        if (double.IsNaN(right) || right >= TwoTo63)
        {
            return -1;
        }

        if (right < -TwoTo63)
        {
            return 1;
        }

        var floor = Math.Floor(right);
        var order = left.CompareTo((long)floor);
        return order == 0 && right > floor ? -1 : order;
    }
}
