using System.Reflection;
using Stemma.GraphAnalysis.Lineage;
using Stemma.GraphBuilder.Asking;
using Stemma.GraphStore;

namespace Stemma.GraphApiTests.Engines;

/// <summary>Every Cypher text that the product sends: the public texts of all types named <c>…Queries</c>, found by reflection, and the shapes that the viewer writes.</summary>
internal static class ProductQueries
{
    private static readonly Assembly[] Product = [typeof(GraphApi.Program).Assembly, typeof(Asker).Assembly, typeof(LineageFinder).Assembly, typeof(GraphLocation).Assembly];

    /// <summary>The texts by name.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = Product
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type.Name.EndsWith("Queries", StringComparison.Ordinal))
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
        .Where(field => field.FieldType == typeof(string))
        .Select(field => ($"{field.DeclaringType!.Name}.{field.Name}", (string)field.GetValue(null)!))
        .Concat(Viewer)
        .ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    private static IEnumerable<(string, string)> Viewer =>
    [
        ("viewer lineage", "MATCH p = (:Concept {id: $id})-[:BUILDS_ON|VARIANT_OF*1..2]->(:Concept) RETURN p UNION MATCH p = (:Concept {id: $id})<-[:BUILDS_ON|VARIANT_OF*1..2]-(:Concept) RETURN p"),
        ("viewer lineage by papers", "MATCH p = (:Concept {id: $id})<-[:BUILDS_ON]-(:Paper)<-[:BUILDS_ON*0..1]-(:Paper) RETURN p"),
        ("viewer lineage of a paper", "MATCH p = (:Paper {id: $id})-[:BUILDS_ON*1..2]->(:Paper) RETURN p UNION MATCH p = (:Paper {id: $id})<-[:BUILDS_ON*1..2]-(:Paper) RETURN p"),
        ("viewer lineage of a paper through concepts", "MATCH p = (:Paper {id: $id})-[:INTRODUCES|BUILDS_ON]->(:Concept)-[:BUILDS_ON|VARIANT_OF*0..1]->(:Concept) RETURN p UNION MATCH p = (:Paper {id: $id})-[:INTRODUCES]->(:Concept)<-[:BUILDS_ON|VARIANT_OF*0..1]-(:Concept) RETURN p"),
        ("viewer path", "MATCH p = shortestPath((:Concept {id: $from})-[:BUILDS_ON|VARIANT_OF*..6]-(:Concept {id: $to})) RETURN length(p)"),
        ("viewer neighbours", "MATCH (n:Concept {id: $id})-[r]-(m) RETURN n, r, m"),
    ];
}
