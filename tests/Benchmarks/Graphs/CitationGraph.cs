using System.Globalization;
using System.IO.Compression;
using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;
using Stemma.GraphStore.Embedded;
using Stemma.GraphStore.Embedded.Storage;

namespace Stemma.Benchmarks.Graphs;

/// <summary>
/// A real citation graph, for query shapes that need citations: <c>citing,cited</c> lines, gzip. Self-citations are omitted, because engines differ in how often a walk
/// may use one.
/// </summary>
internal static class CitationGraph
{
    /// <summary>Reads the lines, writes a graph file and its tables.</summary>
    /// <param name="csv">The file of lines.</param>
    /// <param name="work">A folder that version control ignores.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static BenchmarkGraph Prepare(string csv, string work, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(work, "citations")).FullName;
        var file = Path.Combine(folder, "graph.stemma");
        var graph = Load(csv);
        using (var writer = GraphFileWriter.Create(file))
        {
            writer.WriteGraph(graph, Path.GetFileName(csv), cancellationToken);
            writer.Commit();
        }

        return new BenchmarkGraph("citations", file, folder, GraphTables.Write(graph, Path.Combine(folder, "tables")), Queries(graph));
    }

    /// <summary>The graph in memory: <c>(:Paper)-[:CITES]->(:Paper)</c>.</summary>
    public static ColumnGraph Load(string csv)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(csv), CompressionMode.Decompress));
        var loader = new ColumnGraphLoader();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            var (citing, cited) = (NumberOf(line[..comma]), NumberOf(line[(comma + 1)..]));
            if (citing != cited)
            {
                loader.AddRelationship("CITES", citing, cited, []);
            }
        }

        return loader.Finish();

        int NumberOf(string id)
        {
            if (!numbers.TryGetValue(id, out var number))
            {
                numbers[id] = number = loader.AddNode(
                    ["Paper"],
                    [new("id", GraphValue.From(id)), new("name", GraphValue.From(id)), new("year", GraphValue.From(YearOf(id)))]);
            }

            return number;
        }
    }

    /// <summary>An arXiv id from before 2007 has the year and month after the slash: <c>hep-th/9304045</c>.</summary>
    private static long YearOf(string id)
    {
        var year = int.Parse(id.AsSpan(id.IndexOf('/', StringComparison.Ordinal) + 1, 2), CultureInfo.InvariantCulture);
        return year > 90 ? 1900 + year : 2000 + year;
    }

    private static List<BenchmarkQuery> Queries(IPropertyGraph graph)
    {
        var seeds = new Seeds(graph, "Paper", "CITES");
        return
        [
            new("point lookup", QueryKind.Interactive, "MATCH (p:Paper {id: $id}) RETURN p.name AS name, p.year AS year", seeds.In),
            new("one hop in", QueryKind.Interactive, "MATCH (:Paper {id: $id})<-[:CITES]-(q:Paper) RETURN q.id AS id, q.year AS year", seeds.In),
            new("two hops out", QueryKind.Interactive, "MATCH (:Paper {id: $id})-[:CITES]->(:Paper)-[:CITES]->(q:Paper) RETURN q.id AS id", seeds.Out),
            new("two hops in", QueryKind.Interactive, "MATCH (:Paper {id: $id})<-[:CITES]-(:Paper)<-[:CITES]-(q:Paper) RETURN q.id AS id", seeds.In),
            new("co-citation, top 10", QueryKind.Interactive, """
                MATCH (:Paper {id: $id})<-[:CITES]-(:Paper)-[:CITES]->(o:Paper) WHERE o.id <> $id
                RETURN o.id AS id, count(*) AS n ORDER BY n DESC, id LIMIT 10
                """, seeds.In),
            new("coupling, top 10", QueryKind.Interactive, """
                MATCH (:Paper {id: $id})-[:CITES]->(:Paper)<-[:CITES]-(o:Paper) WHERE o.id <> $id
                RETURN o.id AS id, count(*) AS n ORDER BY n DESC, id LIMIT 10
                """, seeds.Out),
            new("lineage *1..3", QueryKind.Interactive, "MATCH (:Paper {id: $id})-[:CITES*1..3]->(q:Paper) RETURN DISTINCT q.id AS id", seeds.Out),
            PaperGraph.Shortest("Paper", "CITES", seeds.Pairs),
            new("most cited, top 10", QueryKind.Scan, "MATCH (:Paper)-[:CITES]->(p:Paper) RETURN p.id AS id, count(*) AS n ORDER BY n DESC, id LIMIT 10", BenchmarkQuery.None),
            new("papers per year", QueryKind.Scan, "MATCH (p:Paper) RETURN p.year AS year, count(*) AS n", BenchmarkQuery.None),
            new("paths of two citations, counted", QueryKind.Scan, "MATCH (:Paper)-[:CITES]->(:Paper)-[:CITES]->(:Paper) RETURN count(*) AS n", BenchmarkQuery.None),
        ];
    }
}
