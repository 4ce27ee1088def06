using System.Globalization;
using Stemma.GraphModel.Graph;
using Stemma.GraphQuery.Binding;

namespace Stemma.GraphQuery;

/// <summary>Reports labels, types and property keys of a query that do not occur in the graph: a misspelt name is not an error but matches nothing.</summary>
internal static class UnknownNames
{
    /// <summary>Existing names in a notice, at most.</summary>
    private const int Listed = 24;

    /// <summary>One sentence per name, in query order.</summary>
    /// <param name="asked">The names in the query.</param>
    /// <param name="graph">The queried graph, after the run, so that names created by the query are known.</param>
    public static IReadOnlyList<string> Describe(IReadOnlyList<AskedName> asked, IPropertyGraph graph) =>
        asked.Count == 0 ? [] : [.. asked.Where(name => !IsKnown(name, graph)).OrderBy(name => name.Place.Offset).Select(name => Describe(name, graph))];

    private static bool IsKnown(AskedName asked, IPropertyGraph graph) => TablesOf(asked.Kind, graph).Any(table => table.Find(asked.Name) >= 0);

    private static IEnumerable<ITokenTable> TablesOf(AskedKind kind, IPropertyGraph graph) => kind switch
    {
        AskedKind.Label => [graph.Labels],
        AskedKind.Type => [graph.RelationshipTypes],
        AskedKind.Key => [graph.PropertyKeys],
        _ => [graph.Labels, graph.RelationshipTypes],
    };

    private static string Describe(AskedName asked, IPropertyGraph graph)
    {
        var what = asked.Kind switch
        {
            AskedKind.Label => $"No node has the label '{asked.Name}'",
            AskedKind.Type => $"No relationship has the type '{asked.Name}'",
            AskedKind.Key => $"Nothing has the property '{asked.Name}'",
            _ => $"Nothing has the label or type '{asked.Name}'",
        };
        var at = asked.Place.Position is { } place ? string.Create(CultureInfo.InvariantCulture, $" (line {place.Line}, column {place.Column})") : "";
        var known = TablesOf(asked.Kind, graph).SelectMany(table => Enumerable.Range(0, table.Count).Select(table.NameOf)).Order(StringComparer.OrdinalIgnoreCase).ToArray();
        var same = known.FirstOrDefault(name => name.Equals(asked.Name, StringComparison.OrdinalIgnoreCase));
        return same is not null ? $"{what}{at}: names are told apart by case, and there is '{same}'."
            : known.Length == 0 ? $"{what}{at}: the graph has none."
            : $"{what}{at}: there are {string.Join(", ", known.Take(Listed))}{(known.Length > Listed ? ", …" : "")}.";
    }
}
