using CsCheck;
using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Execution;
using Stemma.GraphQuery.Functions;
using Stemma.GraphQuery.Planning;
using Stemma.GraphQuery.Procedures;
using Stemma.GraphQuery.Syntax;
using Stemma.GraphQuery.Values;
using Stemma.GraphStore.Embedded;
using Xunit;

namespace Stemma.GraphQueryTests.Planning;

/// <summary>On random small graphs, an optimised plan gives the rows of the plan as written.</summary>
public sealed class OptimiserTests
{
    private static readonly string[] Endings =
    [
        "RETURN a, b", "RETURN count(*)", "RETURN a.x, count(b) AS n", "RETURN DISTINCT b", "RETURN count(r)", "RETURN a.x AS x, count(DISTINCT b) AS n", "RETURN max(b.x), min(a.x)",
        "RETURN a.s, count(*), max(a.x), count(DISTINCT a.id)", "RETURN b.s AS s, b.x AS x, count(r) AS n ORDER BY n DESC, s, x LIMIT 2", "RETURN count(DISTINCT a.s) AS n",
        "RETURN DISTINCT a.s, b.x", "WITH a, count(b) AS n RETURN a.id, n ORDER BY n DESC, a.id, a LIMIT 3", "WITH a, b ORDER BY a, b LIMIT 2 RETURN a.s, b.s, b.id",
        "RETURN a.s AS s, a.id AS id, count(*) AS n ORDER BY n, s, id SKIP 1 LIMIT 2", "RETURN collect(DISTINCT b.s) = [], sum(a.x), count(a.x)",
    ];

    private static readonly Gen<string> Node = Gen.Select(
        Choice.Of("", ":A", ":B", ":A:B", ":A|B", ":!A"), Choice.Of("", "", " {x: 1}", " {id: 2}"), (labels, properties) => labels + properties);

    private static readonly Gen<string> Relationship = Gen.Select(
        Choice.Of("", ":T", ":U", ":T|U", ":!T"), Choice.Of("", "", "", "*1..2", "*0..2", "*2", "*1..4"), Choice.Of("->", "<-", "-"), (types, length, arrow) =>
            arrow == "<-" ? $"<-[{{0}}{types}{length}]-" : $"-[{{0}}{types}{length}]{arrow}");

    private static readonly Gen<string> Where = Choice.Of(
        "", "", " WHERE a.x = 1", " WHERE a.x < b.x", " WHERE a:A AND b.id = 1", " WHERE a.x = 1 OR b.x = 2", " WHERE (a)-->(b)", " WHERE a.id IN [1, 2, 3]", " WHERE b.id = a.x",
        " WHERE NOT EXISTS { (b)-[:U]->() }", " WHERE COUNT { (a)-[:T]->() } > 1", " WHERE a.id IN [1, null] AND a:B",
        " WHERE a.s CONTAINS 'b'", " WHERE a.s STARTS WITH 'a' AND a.x > 0", " WHERE b.s ENDS WITH 'é' AND b:B", " WHERE a.s CONTAINS ''", " WHERE a.s CONTAINS b.s AND a:A",
        " WHERE a.s CONTAINS null OR a.x = 1");

    private static readonly Gen<string> Query = Gen.Select(Node, Relationship, Node, Relationship, Choice.Of(0, 1, 2, 3, 4), Where, Choice.Of(Endings), Compose);

    private static readonly Gen<string> WhereOfHops = Choice.Of("", " WHERE b.x > 0", " WHERE b:A AND $x IS NULL", " WHERE a.x = b.x", " WHERE c.id < 2");

    /// <summary>Two hops that meet in b, one hop, and counts by label or type: what is answered from the lengths of adjacency lists.</summary>
    private static readonly Gen<string> Counting = Gen.OneOf(
        Gen.Select(Node, Hop("r"), Node, Hop("s"), Node, WhereOfHops, Choice.Of(
            "RETURN count(*)", "RETURN b.x, count(*)", "RETURN b, count(a), max(b.x)", "RETURN b.s AS s, count(r) AS n ORDER BY n, s LIMIT 2", "RETURN b.x, count(DISTINCT b.s), sum(b.x)",
            "RETURN a.x, count(c)", "RETURN count(DISTINCT b)", "RETURN a.s, count(s)"),
            (a, first, b, second, c, where, ending) => $"MATCH (a{a}){first}(b{b}){second}(c{c}){where} {ending}"),
        Gen.Select(Node, Hop("r"), Node, Choice.Of("RETURN a.s, count(*)", "RETURN b, count(r)", "RETURN type(r) AS t, count(*)", "RETURN type(r), count(b)", "RETURN b.x, count(a)"),
            (a, hop, b, ending) => $"MATCH (a{a}){hop}(b{b}) {ending}"),
        Choice.Of("MATCH (n) UNWIND labels(n) AS label RETURN label, count(*)", "MATCH (n) UNWIND labels(n) AS label RETURN label, count(n) AS n", "MATCH ()-[r]->() RETURN type(r), count(*)"));

    private static readonly string?[] Texts = ["ab", "abé", "ba", "", "é", null];

    private static readonly Gen<ColumnGraph> Graph = Gen.Select(
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 4], Gen.Int[0, 5]).Array[1, 6],
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, 1]).Array[0, 9],
        Gen.Bool,
        (nodes, relationships, isLoaded) => isLoaded ? Load(nodes, relationships) : Build(nodes, relationships));

    [Fact]
    public void Optimised_plans_give_the_same_rows_as_plans_as_written() => Gen.Select(Graph, Query).Sample(
        (graph, query) => Assert.Equal(Rows(graph, query, optimise: false), Rows(graph, query, optimise: true)),
        iter: 6_000,
        threads: 1,
        seed: "0000RLkMPH42",
        print: pair => pair.Item2);

    [Fact]
    public void Counting_without_visiting_gives_the_same_rows() => Gen.Select(Graph, Counting).Sample(
        (graph, query) => Assert.Equal(Rows(graph, query, optimise: false), Rows(graph, query, optimise: true)),
        iter: 4_000,
        threads: 1,
        seed: "0001RLkMPH42",
        print: pair => pair.Item2);

    private static string Compose(string a, string first, string b, string second, int form, string where, string ending)
    {
        var r = string.Format(System.Globalization.CultureInfo.InvariantCulture, first, "r");
        var s = string.Format(System.Globalization.CultureInfo.InvariantCulture, second, "s");
        var pattern = form switch
        {
            0 => $"(a{a}){r}(b{b})",
            1 => $"(a{a}){r}(c){s}(b{b})",
            2 => $"(a{a}){r}(b{b}){s}(a)",
            3 => $"(a{a}){r}(c), (b{b}){s}(c)",
            _ => $"(a{a}), (b{b}) OPTIONAL MATCH (a){r}(c){s}(b)",
        };
        return $"MATCH {pattern}{where} {ending}";
    }

    private static Gen<string> Hop(string name) => Gen.Select(
        Choice.Of("", ":T", ":U", ":T|U"), Choice.Of("->", "<-", "-"), (types, arrow) => arrow == "<-" ? $"<-[{name}{types}]-" : $"-[{name}{types}]{arrow}");

    private static ColumnGraph Build((int Labels, int X, int Id, int S)[] nodes, (int Start, int End, int Type)[] relationships)
    {
        var graph = new ColumnGraph();
        int[] labels = [graph.LabelToken("A"), graph.LabelToken("B")];
        int[] types = [graph.RelationshipTypeToken("T"), graph.RelationshipTypeToken("U")];
        var (x, id, s) = (graph.PropertyKeyToken("x"), graph.PropertyKeyToken("id"), graph.PropertyKeyToken("s"));
        foreach (var (which, value, key, text) in nodes)
        {
            var node = graph.CreateNode([.. labels.Where((_, i) => (which & (1 << i)) != 0)]);
            graph.SetNodeProperty(node, x, value == 3 ? GraphValue.Null : GraphValue.From((long)value));
            graph.SetNodeProperty(node, id, key == 4 ? GraphValue.Null : GraphValue.From((long)key));
            graph.SetNodeProperty(node, s, GraphValue.From(Texts[text]));
        }

        foreach (var (start, end, type) in relationships)
        {
            graph.CreateRelationship(types[type], start % nodes.Length, end % nodes.Length);
        }

        return graph;
    }

    /// <summary>The same graph as columns, which has codes; without nodes labelled A, or with all of them, types say what labels their ends have.</summary>
    private static ColumnGraph Load((int Labels, int X, int Id, int S)[] nodes, (int Start, int End, int Type)[] relationships)
    {
        var loader = new ColumnGraphLoader(["id"]);
        foreach (var (which, value, key, text) in nodes)
        {
            string[] labels = [.. new[] { "A", "B" }.Where((_, i) => (which & (1 << i)) != 0)];
            KeyValuePair<string, GraphValue>[] properties =
            [
                new("x", value == 3 ? GraphValue.Null : GraphValue.From((long)value)),
                new("id", key == 4 ? GraphValue.Null : GraphValue.From((long)key)),
                new("s", GraphValue.From(Texts[text])),
            ];
            loader.AddNode(labels, [.. properties.Where(property => !property.Value.IsNull)]);
        }

        foreach (var (start, end, type) in relationships)
        {
            loader.AddRelationship(type == 0 ? "T" : "U", start % nodes.Length, end % nodes.Length, []);
        }

        return loader.Finish();
    }

    private static List<string> Rows(IPropertyGraph graph, string query, bool optimise)
    {
        var bound = Binder.Bind(QueryParser.Parse(query), query, ProcedureCatalog.Empty);
        var compiled = StatementCompiler.Compile(Planner.Plan(bound, graph, optimise), profile: false);
        var token = TestContext.Current.CancellationToken;
        var limits = new RunLimits(TimeProvider.System, null, null, token);
        var context = new RunContext(compiled, graph, new Dictionary<string, GraphValue> { ["x"] = GraphValue.Null }, limits, new FunctionContext(graph, TimeProvider.System, 1, token));
        var root = compiled.Root();
        var rows = new List<string>();
        root.Open(context);
        while (root.Next(context))
        {
            rows.Add(string.Join(" | ", bound.Query.Outputs.Select(slot => ValuePrinter.Print(context.Row[slot]))));
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }
}
