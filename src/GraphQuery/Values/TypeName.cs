using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Values;

/// <summary>Names the types of values as Cypher spells them.</summary>
public static class TypeName
{
    /// <summary>The type of a value without its element types: <c>INTEGER</c>, <c>LIST</c>, <c>ZONED DATETIME</c>.</summary>
    public static string Of(GraphValue value) => Of(value.Kind);

    /// <summary>The name of a kind.</summary>
    public static string Of(GraphValueKind kind) => kind switch
    {
        GraphValueKind.Null => "NULL",
        GraphValueKind.Boolean => "BOOLEAN",
        GraphValueKind.Integer => "INTEGER",
        GraphValueKind.Float => "FLOAT",
        GraphValueKind.String => "STRING",
        GraphValueKind.List => "LIST",
        GraphValueKind.Map => "MAP",
        GraphValueKind.Node => "NODE",
        GraphValueKind.Relationship => "RELATIONSHIP",
        GraphValueKind.Path => "PATH",
        GraphValueKind.Date => "DATE",
        GraphValueKind.LocalTime => "LOCAL TIME",
        GraphValueKind.Time => "ZONED TIME",
        GraphValueKind.LocalDateTime => "LOCAL DATETIME",
        GraphValueKind.DateTime => "ZONED DATETIME",
        GraphValueKind.Duration => "DURATION",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>
    /// The type as <c>valueType()</c> of Neo4j 5 prints it: <c>INTEGER NOT NULL</c>, <c>LIST&lt;INTEGER NOT NULL | STRING NOT NULL&gt; NOT NULL</c>,
    /// <c>NULL</c>. Element types are sorted by name and listed once.
    /// </summary>
    public static string Full(GraphValue value)
    {
        if (value.IsNull)
        {
            return "NULL";
        }

        if (value.Kind != GraphValueKind.List)
        {
            return Of(value) + " NOT NULL";
        }

        var elements = value.AsList();
        var types = elements.Where(e => !e.IsNull).Select(Full).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (elements.Any(e => e.IsNull))
        {
            types = types.Length == 0 ? ["NULL"] : [.. types.Select(t => t[..^" NOT NULL".Length])];
        }

        return $"LIST<{(types.Length == 0 ? "NOTHING" : string.Join(" | ", types))}> NOT NULL";
    }
}
