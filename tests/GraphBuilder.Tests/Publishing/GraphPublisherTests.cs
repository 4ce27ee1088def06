using Stemma.GraphBuilder;
using Stemma.GraphBuilder.Building;
using Stemma.GraphBuilder.Cli;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilder.Publishing;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.GraphStore.Embedded;
using Stemma.GraphStore.Neo4j;
using Stemma.Testing;
using Stemma.Testing.Engines;

namespace Stemma.GraphBuilderTests.Publishing;

/// <summary>Publishing graphs to a real server.</summary>
[Collection(nameof(Neo4jCollection))]
public sealed class GraphPublisherTests(Neo4jServer server) : IAsyncLifetime
{
    private static readonly Dictionary<string, GraphValue> None = [];

    private Neo4jGraphDatabase? _neo4j;

    private Neo4jGraphDatabase Server => _neo4j!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _neo4j = await Neo4jGraphDatabase.OpenAsync(Neo4jAddress.Parse(server.Address, "neo4j", Neo4jServer.Password), TimeProvider.System, Cancelled);
        await Server.ReadAllAsync("MATCH (n) DETACH DELETE n", None, QueryOptions.Writing, Cancelled);
    }

    public ValueTask DisposeAsync() => _neo4j?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task The_graph_of_a_listing_arrives_whole_and_a_second_publication_creates_nothing()
    {
        await using var embedded = BuildListing();

        var first = await PublishAsync(embedded.Graph);
        await AssertSameAsync(embedded);
        var (here, there) = (await GraphStatistics.ReadAsync(embedded, Cancelled), await GraphStatistics.ReadAsync(Server, Cancelled));
        Assert.Equal(62, here.ByLabel.Single(label => label.Name == "Paper").Count);
        Assert.Equal(here.ByLabel, there.ByLabel);
        Assert.Equal(here.ByType, there.ByType);
        Assert.Equal(here.ByYear, there.ByYear);
        Assert.Equal((here.Nodes, here.Relationships), (first.NodesCreated, first.RelationshipsCreated));

        var second = await PublishAsync(embedded.Graph);
        Assert.Equal((first.Nodes, first.Relationships, 0, 0), (second.Nodes, second.Relationships, second.NodesCreated, second.RelationshipsCreated));
        await AssertSameAsync(embedded);
    }

    [Fact]
    public async Task A_publication_that_was_interrupted_is_taken_up_where_it_stopped()
    {
        await using var embedded = BuildListing();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var progress = new Watcher(value =>
        {
            if (value is { Stage: "relationships", Done: > 0 })
            {
                stop.Cancel();
            }
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Publisher().PublishAsync(embedded.Graph, progress, stop.Token));
        var there = (int)(await GraphStatistics.ReadAsync(Server, Cancelled)).Relationships;
        Assert.InRange(there, 1, embedded.Graph.RelationshipCount - 1);

        var report = await PublishAsync(embedded.Graph);
        Assert.Equal((0, embedded.Graph.RelationshipCount - there), (report.NodesCreated, report.RelationshipsCreated));
        await AssertSameAsync(embedded);
    }

    [Fact]
    public async Task Parallel_relationships_stay_apart()
    {
        var loader = new ColumnGraphLoader();
        var paper = AddNode(loader, ["Paper"], "arxiv:1", "One");
        var other = AddNode(loader, ["Paper"], "arxiv:2", "Two");
        var benchmark = AddNode(loader, ["Concept", "Benchmark"], "gsm8k", "GSM8K");
        AddRelationship(loader, "REPORTS", paper, benchmark, ("field", "abstract"), ("start", 10), ("value", 71.2), ("metric", "accuracy"));
        AddRelationship(loader, "REPORTS", paper, benchmark, ("field", "abstract"), ("start", 10), ("value", 71.2));
        AddRelationship(loader, "REPORTS", paper, benchmark, ("field", "abstract"), ("start", 10), ("value", 81.8));
        AddRelationship(loader, "REPORTS", paper, benchmark, ("field", "title"), ("start", 10), ("value", 81.8));
        AddRelationship(loader, "BUILDS_ON", paper, other, ("via", "dpo"), ("confidence", 0.9));
        AddRelationship(loader, "BUILDS_ON", paper, other, ("via", "ppo"), ("confidence", 0.8));
        AddRelationship(loader, "BUILDS_ON", paper, other, ("confidence", 0.7));
        AddRelationship(loader, "BUILDS_ON", other, paper, ("confidence", 0.6));
        AddRelationship(loader, "CITES", paper, other);
        await using var embedded = EmbeddedGraphDatabase.Over(loader.Finish(), TimeProvider.System);

        Assert.Equal(9, (await PublishAsync(embedded.Graph)).RelationshipsCreated);
        await AssertSameAsync(embedded);
        Assert.Equal(0, (await PublishAsync(embedded.Graph)).RelationshipsCreated);
        await AssertSameAsync(embedded);
    }

    [Fact]
    public async Task Names_are_stored_as_they_are_written()
    {
        const string Hostile = "Robby' DETACH DELETE n; // ` `` \\u0060 ) \" “naïve” 深度 𝔸 \n\t\\";
        var loader = new ColumnGraphLoader();
        var paper = AddNode(loader, ["Paper", "we`ird", "esc\\u0060) DETACH DELETE n //", "“Ünïcödé” label"], Hostile, Hostile);
        var concept = AddNode(loader, ["Concept", "Method"], "it's", "`MATCH (n)`");
        AddRelationship(loader, "SAYS`]->() DETACH DELETE n //", paper, concept, ("evidence", Hostile), ("odd key `x\\u0060", Hostile));
        await using var embedded = EmbeddedGraphDatabase.Over(loader.Finish(), TimeProvider.System);

        await PublishAsync(embedded.Graph);
        await AssertSameAsync(embedded);
        var again = await PublishAsync(embedded.Graph);
        Assert.Equal((0, 0), (again.NodesCreated, again.RelationshipsCreated));
    }

    [Fact]
    public async Task What_else_the_server_holds_is_left_alone()
    {
        await Server.ReadAllAsync("CREATE (:Note {text: 'mine'})-[:ON]->(:Paper {id: 'arxiv:1', stars: 3})", None, QueryOptions.Writing, Cancelled);
        var loader = new ColumnGraphLoader();
        AddNode(loader, ["Paper"], "arxiv:1", "One");

        Assert.Equal(0, (await PublishAsync(loader.Finish())).NodesCreated);
        var kept = await Server.ReadAllAsync("MATCH (n:Note)-[:ON]->(p:Paper) RETURN n.text, p.stars, p.name", None, QueryOptions.Reading, Cancelled);
        Assert.Equal([GraphValue.From("mine"), GraphValue.From(3), GraphValue.From("One")], Assert.Single(kept.Rows));
    }

    [Fact]
    public async Task A_node_that_the_server_could_not_find_again_is_refused_before_anything_is_written()
    {
        var loader = new ColumnGraphLoader();
        AddNode(loader, ["Paper"], "arxiv:1", "One");
        loader.AddNode(["Note"], [new("text", GraphValue.From("mine"))]);

        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => PublishAsync(loader.Finish()));
        Assert.Contains("Note", fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, (await GraphStatistics.ReadAsync(Server, Cancelled)).Nodes);
    }

    private static EmbeddedGraphDatabase BuildListing()
    {
        var listing = SharedFolder.Require("papers", "trending-listing.txt");
        var folder = Directory.CreateTempSubdirectory("stemma-publish-");
        try
        {
            var file = Path.Combine(folder.FullName, "listing.stemma");
            Pipeline.LoadShipped(LinkOverrides.None, TimeProvider.System).Run(new BuildRequest([listing], file), NoProgress.Instance, Cancelled);
            return EmbeddedGraphDatabase.Over(GraphOpener.LoadFile(file, "publish", Cancelled), TimeProvider.System);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int AddNode(ColumnGraphLoader loader, string[] labels, string id, string name) =>
        loader.AddNode(labels, [new("id", GraphValue.From(id)), new("name", GraphValue.From(name))]);

    private static void AddRelationship(ColumnGraphLoader loader, string type, int start, int end, params (string Key, object Value)[] properties) =>
        loader.AddRelationship(type, start, end, [.. properties.Select(property => KeyValuePair.Create(property.Key, property.Value switch
        {
            int number => GraphValue.From((long)number),
            double number => GraphValue.From(number),
            var text => GraphValue.From((string)text),
        }))]);

    private GraphPublisher Publisher() => new(new Neo4jBatchWriter(Server, TimeProvider.System));

    private Task<PublishReport> PublishAsync(ColumnGraph graph) => Publisher().PublishAsync(graph, progress: null, Cancelled);

    private async Task AssertSameAsync(EmbeddedGraphDatabase embedded)
    {
        var (here, there) = (await ContentText.ReadAsync(embedded, Cancelled), await ContentText.ReadAsync(Server, Cancelled));
        Assert.Equal(here.Nodes, there.Nodes);
        Assert.Equal(here.Relationships, there.Relationships);
    }

    private sealed class Watcher(Action<PublishProgress> watch) : IProgress<PublishProgress>
    {
        public void Report(PublishProgress value) => watch(value);
    }
}
