using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Errors;
using Stemma.GraphQuery.Functions;
using Stemma.GraphQuery.Temporals;
using Stemma.GraphQuery.Values;
using Stemma.GraphStore.Embedded;
using Xunit;

namespace Stemma.GraphQueryTests.Functions;

public sealed class ContextFunctionsTests
{
    [Theory]
    [InlineData("date", "2024-05-06")]
    [InlineData("localtime", "07:08:09.5")]
    [InlineData("time.statement", "07:08:09.5Z")]
    [InlineData("localdatetime.transaction", "2024-05-06T07:08:09.5")]
    [InlineData("datetime.realtime", "2024-05-06T07:08:09.5Z")]
    public void Without_argument_a_temporal_function_gives_the_present_in_utc(string name, string expected) =>
        Assert.Equal(expected, TemporalPrinter.Print(Call(name)));

    [Theory]
    [InlineData("date.realtime", "Asia/Tokyo", "2024-05-06")]
    [InlineData("datetime.statement", "America/New_York", "2024-05-06T03:08:09.5-04:00[America/New_York]")]
    [InlineData("localtime.transaction", "+10:00", "17:08:09.5")]
    public void The_present_can_be_asked_for_in_a_zone(string name, string zone, string expected) =>
        Assert.Equal(expected, TemporalPrinter.Print(Call(name, GraphValue.From(zone))));

    [Fact]
    public void Timestamp_counts_milliseconds_since_1970() =>
        Assert.Equal(Contexts.Instant.ToUnixTimeMilliseconds(), Call("timestamp").AsInteger());

    [Fact]
    public void The_same_seed_gives_the_same_random_numbers_and_uuids()
    {
        Assert.True(FunctionCatalog.TryFind("RANDOMuuid", out var function));
        var (first, second) = (function.Invoke(Contexts.New(seed: 7), []).AsString(), function.Invoke(Contexts.New(seed: 7), []).AsString());

        Assert.Equal(first, second);
        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", first);
        Assert.NotEqual(first, function.Invoke(Contexts.New(seed: 8), []).AsString());
        Assert.InRange(Call("rand").AsFloat(), 0, 1);
    }

    [Fact]
    public void A_long_range_takes_no_memory_until_it_is_copied()
    {
        var range = Call("range", GraphValue.From(-40_000_000), GraphValue.From(40_000_000));

        Assert.Equal(80_000_001, Call("size", range).AsInteger());
        Assert.Equal(40_000_000, Call("last", range).AsInteger());
        Assert.InRange(ValueSize.Of(range), 1, 100);
        foreach (var copy in (Action[])[() => Call("reverse", range), () => Call("tail", range), () => CypherValues.Add(range, range)])
        {
            Assert.Equal("MemoryLimitError.ListTooLong", Assert.Throws<CypherException>(copy).Code);
        }
    }

    [Fact]
    public void Entities_answer_with_what_the_graph_holds()
    {
        var graph = new ColumnGraph();
        var paper = graph.CreateNode([graph.LabelToken("Paper")]);
        var method = graph.CreateNode([graph.LabelToken("Method"), graph.LabelToken("Concept")]);
        graph.SetNodeProperty(paper, graph.PropertyKeyToken("year"), GraphValue.From(2023));
        var uses = graph.CreateRelationship(graph.RelationshipTypeToken("USES"), paper, method);
        var node = GraphValue.From(new NodeReference(paper));
        var relationship = GraphValue.From(new RelationshipReference(uses));
        var path = GraphValue.From(new PathReference([paper, method], [uses]));

        Assert.Equal("USES", Call("type", graph, relationship).AsString());
        Assert.Equal(["Paper"], Call("labels", graph, node).AsList().Select(label => label.AsString()));
        Assert.Equal(["year"], Call("keys", graph, node).AsList().Select(key => key.AsString()));
        Assert.Equal(2023, Call("properties", graph, node).AsMap()["year"].AsInteger());
        Assert.Equal(node, Call("startNode", graph, relationship));
        Assert.Equal(method, Call("endNode", graph, relationship).AsNodeReference());
        Assert.Equal(1, Call("length", graph, path).AsInteger());
        Assert.Equal(2, Call("nodes", graph, path).AsList().Count);
        Assert.Equal(relationship, Assert.Single(Call("relationships", graph, path).AsList()));
        Assert.Equal("n0", Call("elementId", graph, node).AsString());
        Assert.Equal(0, Call("id", graph, node).AsInteger());
    }

    [Fact]
    public void Reading_a_deleted_node_is_a_fault()
    {
        var graph = new ColumnGraph();
        var node = graph.CreateNode([]);
        graph.DeleteNode(node);

        var fault = Assert.Throws<CypherException>(() => Call("labels", graph, GraphValue.From(new NodeReference(node))));
        Assert.Equal("EntityNotFound.DeletedEntityAccess", fault.Code);
    }

    [Fact]
    public void Angles_and_constants_follow_ieee_754()
    {
        Assert.Equal(Math.PI, Call("pi").AsFloat());
        Assert.Equal(Math.E, Call("e").AsFloat());
        foreach (var (name, expected) in new (string, double)[]
        {
            ("sin", Math.Sin(0.5)), ("cos", Math.Cos(0.5)), ("tan", Math.Tan(0.5)), ("cot", 1 / Math.Tan(0.5)), ("asin", Math.Asin(0.5)),
            ("acos", Math.Acos(0.5)), ("atan", Math.Atan(0.5)), ("sinh", Math.Sinh(0.5)), ("cosh", Math.Cosh(0.5)), ("tanh", Math.Tanh(0.5)),
            ("radians", 0.5 * Math.PI / 180),
        })
        {
            Assert.Equal(expected, Call(name, GraphValue.From(0.5)).AsFloat(), 1e-15);
        }
    }

    private static GraphValue Call(string name, params GraphValue[] arguments) => Call(name, new ColumnGraph(), arguments);

    private static GraphValue Call(string name, ColumnGraph graph, params GraphValue[] arguments)
    {
        Assert.True(FunctionCatalog.TryFind(name, out var function));
        return function.Invoke(Contexts.New(graph), arguments);
    }
}
