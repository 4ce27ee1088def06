namespace Stemma.GraphQuery.Functions;

/// <summary>
/// All scalar functions, by family: graph, scalar, list, number, string, conversion, temporal. Aggregates are in <see cref="AggregateCatalog"/>; <c>exists</c>,
/// <c>all</c>, <c>any</c>, <c>none</c>, <c>single</c>, <c>reduce</c> and <c>shortestPath</c> are syntax, not functions.
/// </summary>
public static class FunctionCatalog
{
    private static readonly Dictionary<string, CypherFunction> Functions =
        new CypherFunction[][]
        {
            [.. GraphFunctions.All], [.. ScalarFunctions.All], [.. ListFunctions.All], [.. NumberFunctions.All],
            [.. StringFunctions.All], [.. ConversionFunctions.All], [.. TemporalFunctions.All], [.. DurationFunctions.All],
        }
        .SelectMany(family => family)
        .ToDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every function, sorted by name.</summary>
    public static IReadOnlyList<CypherFunction> All { get; } =
        [.. Functions.Values.OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>The function of a name, without regard to case.</summary>
    public static bool TryFind(string name, out CypherFunction function) => Functions.TryGetValue(name, out function!);
}
