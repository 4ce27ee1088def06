namespace Stemma.GraphQuery.Functions;

/// <summary>
/// All scalar functions, by family: graph, scalar, list, number, string, conversion, temporal. Aggregates are in <see cref="AggregateCatalog"/>; <c>exists</c>,
/// <c>all</c>, <c>any</c>, <c>none</c>, <c>single</c>, <c>reduce</c> and <c>shortestPath</c> are syntax, not functions.
/// </summary>
public static class FunctionCatalog
{
    private static readonly (string Category, CypherFunction[] Functions)[] Families =
    [
        ("Scalar", [.. GraphFunctions.All, .. ScalarFunctions.All, .. ConversionFunctions.All]), ("List", [.. ListFunctions.All]), ("Numeric", [.. NumberFunctions.All]),
        ("String", [.. StringFunctions.All]), ("Temporal", [.. TemporalFunctions.All, .. DurationFunctions.All]),
    ];

    private static readonly Dictionary<string, CypherFunction> Functions = Families.SelectMany(family => family.Functions).ToDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<CypherFunction, string> Categories =
        Families.SelectMany(family => family.Functions.Select(function => KeyValuePair.Create(function, family.Category))).ToDictionary();

    /// <summary>Every function, sorted by name.</summary>
    public static IReadOnlyList<CypherFunction> All { get; } =
        [.. Functions.Values.OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Neo4j 5's name for the family of a function: Scalar, List, Numeric, String or Temporal.</summary>
    public static string CategoryOf(CypherFunction function) => Categories[function];

    /// <summary>The function of this name, ignoring case.</summary>
    public static bool TryFind(string name, out CypherFunction function) => Functions.TryGetValue(name, out function!);
}
