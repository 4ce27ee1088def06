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

/// <summary>Small random graphs, written node by node or loaded as columns, and the rows of a query on them.</summary>
internal static class RandomGraphs
{
    private static readonly string?[] Texts = ["ab", "abé", "ba", "", "é", null];

    private static readonly Gen<(int Labels, int X, int Id, int S)[]> Nodes = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 4], Gen.Int[0, 5]).Array[1, 6];

    private static readonly Gen<(int Start, int End, int Type)[]> Relationships = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, 1]).Array[0, 9];

    /// <summary>Graphs of nodes labelled A and B with x, id and s, and relationships T and U.</summary>
    public static Gen<ColumnGraph> Graph { get; } = Gen.Select(
        Nodes, Relationships, Gen.Bool, (nodes, relationships, isLoaded) => isLoaded ? Load(nodes, relationships) : Build(nodes, relationships));

    /// <summary>The same graph as written by queries, and as loaded from a file.</summary>
    public static Gen<(ColumnGraph Written, ColumnGraph Loaded)> Pair { get; } =
        Gen.Select(Nodes, Relationships, (nodes, relationships) => (Build(nodes, relationships), Load(nodes, relationships)));

    /// <summary>The rows of a query as text, sorted.</summary>
    public static List<string> Rows(IPropertyGraph graph, string query, bool optimise)
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

    /// <summary>The same graph loaded as columns, which have codes; if no node has label A, or all have it, the graph records the labels at the ends of its types.</summary>
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
}
