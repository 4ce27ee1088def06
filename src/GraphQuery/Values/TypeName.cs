using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Values;

/// <summary>The names of types in Cypher.</summary>
public static class TypeName
{
    private const string NotNull = " NOT NULL";

    /// <summary>The name with an article, for the start of a sentence: An INTEGER, A STRING.</summary>
    public static string WithArticle(GraphValue value) => value.IsInteger ? $"An {Of(value)}" : $"A {Of(value)}";

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
    /// The type as <c>valueType()</c> of Neo4j 5 prints it: <c>INTEGER NOT NULL</c>, <c>LIST&lt;STRING NOT NULL | INTEGER NOT NULL&gt; NOT NULL</c>,
    /// <c>NULL</c>. Element types are listed once, in Neo4j's order of types.
    /// </summary>
    public static string Full(GraphValue value)
    {
        if (value.IsNull)
        {
            return "NULL";
        }

        if (value.Kind != GraphValueKind.List)
        {
            return Of(value) + NotNull;
        }

        var elements = value.AsList();
        var types = elements.Where(e => !e.IsNull).OrderBy(Rank).Select(Full).Distinct(StringComparer.Ordinal).ToArray();
        if (elements.Any(e => e.IsNull))
        {
            types = types.Length == 0 ? ["NULL"] : [.. types.Select(type => type[..^NotNull.Length])];
        }

        return $"LIST<{(types.Length == 0 ? "NOTHING" : string.Join(" | ", types))}>{NotNull}";
    }

    /// <summary>Rank in the order "normalization of types" of the Neo4j Cypher manual; lists by the lowest rank of their elements.</summary>
    private static int Rank(GraphValue value) => value.Kind switch
    {
        GraphValueKind.Boolean => 0,
        GraphValueKind.String => 1,
        GraphValueKind.Integer => 2,
        GraphValueKind.Float => 3,
        GraphValueKind.Date => 4,
        GraphValueKind.LocalTime => 5,
        GraphValueKind.Time => 6,
        GraphValueKind.LocalDateTime => 7,
        GraphValueKind.DateTime => 8,
        GraphValueKind.Duration => 9,
        GraphValueKind.Node => 10,
        GraphValueKind.Relationship => 11,
        GraphValueKind.Map => 12,
        GraphValueKind.List => 20 + value.AsList().Select(Rank).DefaultIfEmpty(0).Min(),
        _ => 99,
    };
}
