using Stemma.GraphModel.Graph;
using Stemma.GraphStore.Embedded.Storage;

namespace Stemma.Benchmarks.Graphs;

/// <summary>A graph built by Stemma: papers, concepts, authors, and who builds on what.</summary>
internal static class PaperGraph
{
    /// <summary>Reads a graph file and writes its tables.</summary>
    /// <param name="file">Output of <c>stemma build</c>.</param>
    /// <param name="work">A folder that version control ignores; the files of this graph go into a subfolder named after its checksum.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static BenchmarkGraph Prepare(string file, string work, CancellationToken cancellationToken)
    {
        using var opened = GraphFile.Open(file);
        var graph = opened.LoadGraph(cancellationToken);
        var folder = Path.Combine(work, $"papers-{opened.Description.Checksum[..12]}");
        var tables = GraphTables.Write(graph, Path.Combine(folder, "tables"));
        return new BenchmarkGraph("papers", Path.GetFullPath(file), folder, tables, Queries(graph));
    }

    private static List<BenchmarkQuery> Queries(IPropertyGraph graph)
    {
        var papers = new Seeds(graph, "Paper", "BUILDS_ON");
        var benchmarks = new Seeds(graph, "Concept", "EVALUATES_ON");
        var methods = new Seeds(graph, "Concept", "BUILDS_ON");
        return
        [
            new("nothing", QueryKind.Call, "RETURN 1 AS one", BenchmarkQuery.None),
            new("point lookup", QueryKind.Interactive, "MATCH (p:Paper {id: $id}) RETURN p.name AS name, p.year AS year", papers.In),
            new("one hop: what builds on a method", QueryKind.Interactive, "MATCH (c:Concept {id: $id})<-[:BUILDS_ON]-(p:Paper) RETURN p.id AS id, p.year AS year", methods.In),
            new("two hops out", QueryKind.Interactive, "MATCH (:Paper {id: $id})-[:BUILDS_ON]->(:Concept)-[:BUILDS_ON]->(c:Concept) RETURN c.id AS id", papers.Out),
            new("two hops in", QueryKind.Interactive, "MATCH (:Paper {id: $id})<-[:BUILDS_ON]-(:Paper)<-[:BUILDS_ON]-(q:Paper) RETURN q.id AS id", papers.In),
            new("benchmarks used together, top 10", QueryKind.Interactive, """
                MATCH (:Concept {id: $id})<-[:EVALUATES_ON]-(:Paper)-[:EVALUATES_ON]->(o:Concept) WHERE o.id <> $id
                RETURN o.id AS id, count(*) AS n ORDER BY n DESC, id LIMIT 10
                """, benchmarks.In),
            new("lineage of a paper *1..2", QueryKind.Interactive, "MATCH (:Paper {id: $id})<-[:BUILDS_ON*1..2]-(q:Paper) RETURN DISTINCT q.id AS id", papers.In),
            new("lineage of a paper *1..3", QueryKind.Interactive, "MATCH (:Paper {id: $id})<-[:BUILDS_ON*1..3]-(q:Paper) RETURN DISTINCT q.id AS id", papers.In),
            new("lineage of a method *1..2", QueryKind.Interactive, "MATCH (:Concept {id: $id})<-[:BUILDS_ON*1..2]-(q:Paper) RETURN DISTINCT q.id AS id", methods.In),
            new("lineage of a method *1..3", QueryKind.Interactive, "MATCH (:Concept {id: $id})<-[:BUILDS_ON*1..3]-(q:Paper) RETURN DISTINCT q.id AS id", methods.In),
            Shortest("Concept", "BUILDS_ON", methods.Pairs),
            new("most used methods, top 10", QueryKind.Scan, "MATCH (:Paper)-[:USES]->(c:Concept) RETURN c.id AS id, count(*) AS n ORDER BY n DESC, id LIMIT 10", BenchmarkQuery.None),
            new("papers per year", QueryKind.Scan, "MATCH (p:Paper) RETURN p.year AS year, count(*) AS n", BenchmarkQuery.None),
            new("title CONTAINS", QueryKind.Scan, "MATCH (p:Paper) WHERE p.name CONTAINS $word RETURN count(*) AS n",
                [new Dictionary<string, string> { ["word"] = "Preference" }, new Dictionary<string, string> { ["word"] = "zebrafish" }]),
        ];
    }

    /// <summary>The length of a shortest directed path between two nodes.</summary>
    public static BenchmarkQuery Shortest(string label, string type, IReadOnlyList<IReadOnlyDictionary<string, string>> pairs) => new(
        "shortest path", QueryKind.Interactive, $"MATCH p = shortestPath((a:{label} {{id: $from}})-[:{type}*..10]->(b:{label} {{id: $to}})) RETURN length(p) AS steps", pairs)
    {
        Kuzu = $"MATCH p = (a:{label} {{id: $from}})-[:{type}* SHORTEST 1..10]->(b:{label} {{id: $to}}) RETURN length(p) AS steps",
    };
}
