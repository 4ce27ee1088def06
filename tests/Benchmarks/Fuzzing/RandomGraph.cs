using System.Globalization;
using System.Text;
using Stemma.GraphModel.Values;
using Stemma.GraphStore.Embedded;

namespace Stemma.Benchmarks.Fuzzing;

/// <summary>
/// A small random graph: labels A and B, types T and U, and the properties that <see cref="ReadQueryWriter"/> uses. Each may be missing except <c>id</c>, which
/// distinguishes nodes and relationships of equal content in the rows.
/// </summary>
internal sealed class RandomGraph
{
    private static readonly string[] Words = ["", "a", "ab", "abc", "b", "Ba", "ä", "x y"];

    private readonly List<(string[] Labels, KeyValuePair<string, GraphValue>[] Properties)> _nodes = [];
    private readonly List<(string Type, int Start, int End, KeyValuePair<string, GraphValue>[] Properties)> _relationships = [];

    /// <summary>Generates a graph.</summary>
    /// <param name="random">Random numbers.</param>
    /// <param name="nodes">Number of nodes.</param>
    /// <param name="relationships">Number of relationships; loops and parallel ones occur.</param>
    public RandomGraph(Random random, int nodes, int relationships)
    {
        for (var node = 0; node < nodes; node++)
        {
            string[] labels = [.. new[] { "A", "B" }.Where(_ => random.Next(2) == 0)];
            _nodes.Add((labels, [new("id", GraphValue.From((long)node)), .. Properties(random)]));
        }

        for (var relationship = 0; relationship < relationships; relationship++)
        {
            _relationships.Add((random.Next(2) == 0 ? "T" : "U", random.Next(nodes), random.Next(nodes), [new("id", GraphValue.From((long)relationship)), .. Properties(random)]));
        }
    }

    /// <summary>The graph as queries would write it: elements are created first and changed afterwards.</summary>
    public ColumnGraph Written()
    {
        var graph = new ColumnGraph();
        foreach (var (labels, properties) in _nodes)
        {
            var node = graph.CreateNode([.. labels.Select(graph.LabelToken).Order()]);
            foreach (var (key, value) in properties)
            {
                graph.SetNodeProperty(node, graph.PropertyKeyToken(key), value);
            }
        }

        foreach (var (type, start, end, properties) in _relationships)
        {
            var relationship = graph.CreateRelationship(graph.RelationshipTypeToken(type), start, end);
            foreach (var (key, value) in properties)
            {
                graph.SetRelationshipProperty(relationship, graph.PropertyKeyToken(key), value);
            }
        }

        return graph;
    }

    /// <summary>The graph as loaded from a file.</summary>
    public ColumnGraph Loaded()
    {
        var loader = new ColumnGraphLoader();
        _nodes.ForEach(node => loader.AddNode(node.Labels, node.Properties));
        _relationships.ForEach(relationship => loader.AddRelationship(relationship.Type, relationship.Start, relationship.End, relationship.Properties));
        return loader.Finish();
    }

    /// <summary>The graph as one statement, for a server.</summary>
    public string AsStatement()
    {
        var text = new StringBuilder("CREATE ");
        text.AppendJoin(", ", _nodes.Select((node, i) => $"(n{i}{string.Concat(node.Labels.Select(label => ":" + label))} {Map(node.Properties)})"));
        text.Append(string.Concat(_relationships.Select(r => $", (n{r.Start})-[:{r.Type} {Map(r.Properties)}]->(n{r.End})")));
        return text.ToString();
    }

    private static IEnumerable<KeyValuePair<string, GraphValue>> Properties(Random random)
    {
        if (random.Next(4) > 0)
        {
            yield return new("x", GraphValue.From((long)random.Next(-1, 4)));
        }

        if (random.Next(4) > 0)
        {
            yield return new("s", GraphValue.From(Words[random.Next(Words.Length)]));
        }

        if (random.Next(3) > 0)
        {
            yield return new("f", GraphValue.From(random.Next(-2, 5) / 2.0));
        }

        if (random.Next(3) == 0)
        {
            yield return new("b", GraphValue.From(random.Next(2) == 0));
        }
    }

    private static string Map(IEnumerable<KeyValuePair<string, GraphValue>> properties) =>
        $"{{{string.Join(", ", properties.Select(property => $"{property.Key}: {Literal(property.Value)}"))}}}";

    private static string Literal(GraphValue value) => value.Kind switch
    {
        GraphValueKind.String => $"'{value.AsString()}'",
        GraphValueKind.Float => value.AsFloat().ToString("0.0", CultureInfo.InvariantCulture),
        GraphValueKind.Boolean => value.AsBoolean() ? "true" : "false",
        _ => value.AsInteger().ToString(CultureInfo.InvariantCulture),
    };
}
