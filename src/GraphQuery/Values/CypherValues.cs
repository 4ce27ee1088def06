using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Values;

/// <summary>
/// Cypher's operators on values: equality and comparison here, arithmetic, access and logic in the other parts of this class.
/// Null is the unknown truth value. Errors are <see cref="Errors.CypherException"/> of phase runtime.
/// </summary>
public static partial class CypherValues
{
    /// <summary>
    /// <c>left = right</c>, deep and three-valued: null if the result depends on a null (openCypher 9, section 3.6). Integer 1 equals float 1.0, NaN
    /// equals nothing, values of different types are unequal.
    /// </summary>
    public static bool? Equal(GraphValue left, GraphValue right)
    {
        if (left.IsNull || right.IsNull)
        {
            return null;
        }

        if (left.IsNumber && right.IsNumber)
        {
            return !NumberComparison.HasNaN(left, right) && NumberComparison.Compare(left, right) == 0;
        }

        var kind = left.Kind;
        if (kind != right.Kind)
        {
            return false;
        }

        return kind switch
        {
            GraphValueKind.List => EqualLists(left.AsList(), right.AsList()),
            GraphValueKind.Map => EqualMaps(left.AsMap(), right.AsMap()),
            _ => left.Equals(right),
        };
    }

    /// <summary>
    /// <c>value IN list</c>: true if an element is equal, null if none is but one might be, otherwise false; null for a null list or a null
    /// value in a non-empty list. Throws TypeError if the right operand is not a list.
    /// </summary>
    public static bool? In(GraphValue value, GraphValue list)
    {
        if (list.IsNull)
        {
            return null;
        }

        if (list.Kind != GraphValueKind.List)
        {
            throw RuntimeFault.InvalidArgumentType($"IN needs a LIST on its right, not {TypeName.Of(list)}.");
        }

        bool? found = false;
        var elements = list.AsList();
        for (var i = 0; i < elements.Count; i++)
        {
            var equal = Equal(value, elements[i]);
            if (equal == true)
            {
                return true;
            }

            found = equal is null ? null : found;
        }

        return found;
    }

    /// <summary>
    /// Order for <c>&lt; &lt;= &gt; &gt;=</c>: negative, zero or positive; null if the operands cannot be compared (different types, maps,
    /// entities, durations, a null inside) or if one is NaN, for which <see cref="Less"/> and the other three return false.
    /// </summary>
    public static int? Compare(GraphValue left, GraphValue right)
    {
        if (left.IsNumber && right.IsNumber)
        {
            return NumberComparison.HasNaN(left, right) ? null : NumberComparison.Compare(left, right);
        }

        var kind = left.Kind;
        if (kind != right.Kind)
        {
            return null;
        }

        return kind switch
        {
            GraphValueKind.String => string.CompareOrdinal(left.AsString(), right.AsString()),
            GraphValueKind.Boolean => left.AsBoolean().CompareTo(right.AsBoolean()),
            GraphValueKind.List => CompareLists(left.AsList(), right.AsList()),
            GraphValueKind.Date or GraphValueKind.LocalTime or GraphValueKind.Time or GraphValueKind.LocalDateTime or GraphValueKind.DateTime =>
                TemporalOrdering.Compare(left, right),
            _ => null,
        };
    }

    /// <summary><c>left &lt; right</c>.</summary>
    public static bool? Less(GraphValue left, GraphValue right) => Test(left, right, static order => order < 0);

    /// <summary><c>left &lt;= right</c>.</summary>
    public static bool? LessOrEqual(GraphValue left, GraphValue right) => Test(left, right, static order => order <= 0);

    /// <summary><c>left &gt; right</c>.</summary>
    public static bool? Greater(GraphValue left, GraphValue right) => Test(left, right, static order => order > 0);

    /// <summary><c>left &gt;= right</c>.</summary>
    public static bool? GreaterOrEqual(GraphValue left, GraphValue right) => Test(left, right, static order => order >= 0);

    private static bool? Test(GraphValue left, GraphValue right, Func<int, bool> holds) =>
        left.IsNumber && right.IsNumber && NumberComparison.HasNaN(left, right)
            ? false
            : Compare(left, right) is { } order ? holds(order) : null;

    private static bool? EqualLists(IReadOnlyList<GraphValue> left, IReadOnlyList<GraphValue> right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        bool? result = true;
        for (var i = 0; i < left.Count; i++)
        {
            var equal = Equal(left[i], right[i]);
            if (equal == false)
            {
                return false;
            }

            result = equal is null ? null : result;
        }

        return result;
    }

    private static bool? EqualMaps(IReadOnlyDictionary<string, GraphValue> left, IReadOnlyDictionary<string, GraphValue> right)
    {
        if (left.Count != right.Count || !left.Keys.All(right.ContainsKey))
        {
            return false;
        }

        bool? result = true;
        foreach (var (key, value) in left)
        {
            var equal = Equal(value, right[key]);
            if (equal == false)
            {
                return false;
            }

            result = equal is null ? null : result;
        }

        return result;
    }

    private static int? CompareLists(IReadOnlyList<GraphValue> left, IReadOnlyList<GraphValue> right)
    {
        var common = Math.Min(left.Count, right.Count);
        for (var i = 0; i < common; i++)
        {
            if (Equal(left[i], right[i]) == true)
            {
                continue;
            }

            return Compare(left[i], right[i]);
        }

        return left.Count.CompareTo(right.Count);
    }
}
