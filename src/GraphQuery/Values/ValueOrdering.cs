using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Values;

/// <summary>
/// The total order of ORDER BY, min and max (openCypher 9, section 3.7): maps, nodes, relationships, lists, paths, temporals, strings,
/// booleans, numbers with NaN last, null. Zero means equal under <see cref="ValueEquivalence"/>. Does not allocate for scalars.
/// </summary>
public sealed class ValueOrdering : IComparer<GraphValue>
{
    private ValueOrdering()
    {
    }

    /// <summary>The one instance.</summary>
    public static ValueOrdering Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(GraphValue x, GraphValue y)
    {
        if (x.IsNumber && y.IsNumber)
        {
            return NumberComparison.Compare(x, y);
        }

        var kind = x.Kind;
        var ranks = Rank(kind).CompareTo(Rank(y.Kind));
        return ranks != 0 ? ranks : CompareSameKind(kind, x, y);
    }

    private static int Rank(GraphValueKind kind) => kind switch
    {
        GraphValueKind.Map => 0,
        GraphValueKind.Node => 1,
        GraphValueKind.Relationship => 2,
        GraphValueKind.List => 3,
        GraphValueKind.Path => 4,
        GraphValueKind.DateTime => 5,
        GraphValueKind.LocalDateTime => 6,
        GraphValueKind.Date => 7,
        GraphValueKind.Time => 8,
        GraphValueKind.LocalTime => 9,
        GraphValueKind.Duration => 10,
        GraphValueKind.String => 11,
        GraphValueKind.Boolean => 12,
        GraphValueKind.Integer or GraphValueKind.Float => 13,
        _ => 14,
    };

    private int CompareSameKind(GraphValueKind kind, GraphValue x, GraphValue y) => kind switch
    {
        GraphValueKind.Null => 0,
        GraphValueKind.Boolean => x.AsBoolean().CompareTo(y.AsBoolean()),
        GraphValueKind.String => string.CompareOrdinal(x.AsString(), y.AsString()),
        GraphValueKind.List => CompareLists(x.AsList(), y.AsList()),
        GraphValueKind.Map => CompareMaps(x.AsMap(), y.AsMap()),
        GraphValueKind.Node or GraphValueKind.Relationship => CompareEntities(x, y),
        GraphValueKind.Path => ComparePaths(x, y),
        _ => TemporalOrdering.Compare(x, y),
    };

    private int CompareLists(IReadOnlyList<GraphValue> x, IReadOnlyList<GraphValue> y)
    {
        for (var i = 0; i < x.Count && i < y.Count; i++)
        {
            var order = Compare(x[i], y[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return x.Count.CompareTo(y.Count);
    }

    private int CompareMaps(IReadOnlyDictionary<string, GraphValue> x, IReadOnlyDictionary<string, GraphValue> y)
    {
        var counts = x.Count.CompareTo(y.Count);
        if (counts != 0)
        {
            return counts;
        }

        var xKeys = x.Keys.Order(StringComparer.Ordinal).ToArray();
        var yKeys = y.Keys.Order(StringComparer.Ordinal).ToArray();
        var keys = xKeys.Zip(yKeys, string.CompareOrdinal).FirstOrDefault(order => order != 0);
        return keys != 0 ? keys : xKeys.Select(key => Compare(x[key], y[key])).FirstOrDefault(order => order != 0);
    }

    private static int CompareEntities(GraphValue x, GraphValue y) => (EntityNumber(x), EntityNumber(y)) switch
    {
        ({ } a, { } b) => a.CompareTo(b),
        ({ }, null) => -1,
        (null, { }) => 1,
        _ => string.CompareOrdinal(ElementId(x), ElementId(y)),
    };

    private static int? EntityNumber(GraphValue entity) =>
        entity.IsNodeReference ? entity.AsNodeReference() : entity.IsRelationshipReference ? entity.AsRelationshipReference() : null;

    private static string ElementId(GraphValue entity) =>
        entity.Kind == GraphValueKind.Node ? entity.AsNode().ElementId : entity.AsRelationship().ElementId;

    private int ComparePaths(GraphValue x, GraphValue y)
    {
        var (xSteps, ySteps) = (PathSteps.Of(x), PathSteps.Of(y));
        return CompareLists(xSteps, ySteps);
    }
}
