using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Values;

/// <summary>
/// The equivalence of DISTINCT, grouping and UNION (openCypher 9, section 3.6): like <c>=</c>, but null equals null, NaN equals NaN, and the result is always
/// true or false. Integer 1 equals float 1.0 and has the same hash. Does not allocate for scalars.
/// </summary>
public sealed class ValueEquivalence : IEqualityComparer<GraphValue>
{
    private ValueEquivalence()
    {
    }

    /// <summary>The one instance.</summary>
    public static ValueEquivalence Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(GraphValue x, GraphValue y)
    {
        if (x.IsNumber && y.IsNumber)
        {
            return NumberComparison.Compare(x, y) == 0;
        }

        var kind = x.Kind;
        if (kind != y.Kind)
        {
            return false;
        }

        return kind switch
        {
            GraphValueKind.List => EqualLists(x.AsList(), y.AsList()),
            GraphValueKind.Map => EqualMaps(x.AsMap(), y.AsMap()),
            _ => x.Equals(y),
        };
    }

    /// <inheritdoc/>
    public int GetHashCode(GraphValue obj)
    {
        switch (obj.Kind)
        {
            case GraphValueKind.Integer:
                return ((double)obj.AsInteger()).GetHashCode();
            case GraphValueKind.Float:
                var number = obj.AsFloat();
                return number == 0 ? 0.0.GetHashCode() : number.GetHashCode();
            case GraphValueKind.List:
                var hash = new HashCode();
                var elements = obj.AsList();
                for (var i = 0; i < elements.Count; i++)
                {
                    hash.Add(GetHashCode(elements[i]));
                }

                return hash.ToHashCode();
            case GraphValueKind.Map:
                var sum = 0;
                foreach (var (key, value) in obj.AsMap())
                {
                    sum ^= HashCode.Combine(key, GetHashCode(value));
                }

                return sum;
            default:
                return obj.GetHashCode();
        }
    }

    private bool EqualLists(IReadOnlyList<GraphValue> x, IReadOnlyList<GraphValue> y)
    {
        if (x.Count != y.Count)
        {
            return false;
        }

        for (var i = 0; i < x.Count; i++)
        {
            if (!Equals(x[i], y[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool EqualMaps(IReadOnlyDictionary<string, GraphValue> x, IReadOnlyDictionary<string, GraphValue> y)
    {
        if (x.Count != y.Count)
        {
            return false;
        }

        foreach (var (key, value) in x)
        {
            if (!y.TryGetValue(key, out var other) || !Equals(value, other))
            {
                return false;
            }
        }

        return true;
    }
}
