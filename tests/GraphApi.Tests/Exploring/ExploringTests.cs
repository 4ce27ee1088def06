using System.Text.Json.Nodes;

namespace Stemma.GraphApiTests.Exploring;

public sealed class ExploringTests(SampleService service)
{
    private const string Dpo = "direct-preference-optimization";

    [Fact]
    public async Task Health_names_the_graph_and_counts_its_papers()
    {
        var health = await service.GetAsync("/api/health");
        Assert.Equal("ok", (string?)health["status"]);
        Assert.True((int)health["papers"]! >= 150);
    }

    [Fact]
    public async Task Statistics_add_up()
    {
        var stats = await service.GetAsync("/api/stats");
        Assert.Equal((int)stats["byLabel"]!["Paper"]!, (int)stats["papers"]!);
        Assert.Equal(stats["byType"]!.AsObject().Sum(type => (int)type.Value!), (int)stats["relationships"]!);
        Assert.Equal((int)stats["papers"]!, stats["years"]!.AsArray().Sum(year => (int)year!["papers"]!));
    }

    [Theory]
    [InlineData("dpo")]
    [InlineData("DPO")]
    [InlineData("direct pref")]
    [InlineData("Direct Preference Optimization")]
    public async Task A_concept_is_found_by_acronym_by_name_and_by_the_beginning_of_its_name(string typed)
    {
        var hits = await service.GetAsync($"/api/search?q={Uri.EscapeDataString(typed)}");
        Assert.Equal(Dpo, (string?)hits["items"]![0]!["node"]!["id"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\"((*~^:+-!")]
    [InlineData("zzzzqqqq")]
    public async Task A_search_without_hits_is_empty_and_no_error(string typed)
    {
        var hits = await service.GetAsync($"/api/search?q={Uri.EscapeDataString(typed)}");
        Assert.Empty(hits["items"]!.AsArray());
    }

    [Fact]
    public async Task A_concept_page_shows_who_builds_on_it_with_the_mention_inside_the_sentence()
    {
        var page = await service.GetAsync($"/api/concept?id={Dpo}");
        Assert.Equal("DPO", (string?)page["node"]!["label"]);
        var building = page["papers"]!.AsArray().Where(paper => (string?)paper!["role"] == "builds_on").ToArray();
        Assert.True(building.Length >= 5);
        foreach (var paper in building)
        {
            var evidence = paper!["evidence"]!;
            var sentence = (string)evidence["sentence"]!;
            var mention = sentence[(int)evidence["start"]!..(int)evidence["end"]!];
            Assert.Matches("(?i)dpo|preference", mention);
        }
    }

    [Theory]
    [InlineData("builds_on", "what builds on Direct Preference Optimization?")]
    [InlineData("compares_with", "which papers compare with Direct Preference Optimization?")]
    [InlineData("uses", "which papers use Direct Preference Optimization?")]
    public async Task A_concept_page_counts_the_papers_that_the_question_about_a_role_finds(string role, string question)
    {
        var page = await service.GetAsync($"/api/concept?id={Dpo}");
        var (_, answer) = await service.PostAsync("/api/ask", new { question });
        Assert.Equal((int)answer["total"]!, (int)page["asked"]![role]!);
    }

    [Fact]
    public async Task A_paper_page_shows_its_text_and_its_concepts()
    {
        var page = await service.GetAsync("/api/paper?id=arxiv:2305.18290");
        Assert.Equal(2023, (int)page["year"]!);
        Assert.StartsWith("https://arxiv.org/abs/2305.18290", (string?)page["url"], StringComparison.Ordinal);
        Assert.Contains(page["concepts"]!.AsArray(), concept => (string?)concept!["node"]!["id"] == Dpo && (string?)concept["role"] == "introduces");
    }

    [Fact]
    public async Task Neighbours_are_limited_and_say_how_many_there_are()
    {
        var graph = await service.GetAsync($"/api/neighbours?of={Dpo}&limit=5");
        Assert.Equal(6, (int)graph["shown"]!);
        Assert.True((int)graph["total"]! > 6);
        AssertConsistent(graph);
    }

    [Fact]
    public async Task Neighbours_can_be_limited_to_types_and_kinds()
    {
        var graph = await service.GetAsync($"/api/neighbours?of={Dpo}&types=BUILDS_ON&kinds=Paper&direction=in");
        Assert.All(graph["edges"]!.AsArray(), edge => Assert.Equal("BUILDS_ON", (string?)edge!["type"]));
        Assert.All(graph["nodes"]!.AsArray().Where(node => (string?)node!["id"] != Dpo), node => Assert.Equal("Paper", (string?)node!["type"]));
    }

    [Fact]
    public async Task A_lineage_has_ancestors_and_descendants_and_only_descent_runs_through_it()
    {
        var lineage = await service.GetAsync($"/api/lineage?of={Dpo}");
        var edges = lineage["graph"]!["edges"]!.AsArray();
        Assert.Contains(edges, edge => (string?)edge!["from"] == Dpo);
        Assert.Contains(edges, edge => (string?)edge!["to"] == Dpo);
        Assert.All(edges, edge => Assert.Contains((string?)edge!["type"], new[] { "BUILDS_ON", "VARIANT_OF" }));
        AssertConsistent(lineage["graph"]!);
    }

    [Fact]
    public async Task The_lineage_of_a_paper_goes_on_through_its_concepts()
    {
        var (_, found) = await service.PostAsync("/api/cypher", new
        {
            statement = "MATCH (p:Paper)-[:BUILDS_ON]->(c:Concept)-[:BUILDS_ON|VARIANT_OF]->(a:Concept) WHERE NOT (p)-[:BUILDS_ON]-(:Paper) RETURN p.id, c.id, a.id ORDER BY p.id LIMIT 1",
        });
        var (paper, concept, ancestor) = ((string)found["rows"]![0]![0]!, (string)found["rows"]![0]![1]!, (string)found["rows"]![0]![2]!);
        var lineage = (await service.GetAsync($"/api/lineage?kinds=papers&of={Uri.EscapeDataString(paper)}"))["graph"]!;
        Assert.Contains(lineage["edges"]!.AsArray(), edge => (string?)edge!["from"] == paper && (string?)edge["to"] == concept && (string?)edge["type"] == "BUILDS_ON");
        Assert.Contains(lineage["edges"]!.AsArray(), edge => (string?)edge!["from"] == concept && (string?)edge["to"] == ancestor);
        AssertConsistent(lineage);

        var down = (await service.GetAsync($"/api/lineage?kinds=papers&direction=descendants&of={Uri.EscapeDataString(paper)}"))["graph"]!;
        Assert.DoesNotContain(down["nodes"]!.AsArray(), node => (string?)node!["id"] == concept);
        var few = (await service.GetAsync($"/api/lineage?kinds=papers&limit=2&of={Uri.EscapeDataString(paper)}"))["graph"]!;
        Assert.Equal((2, (int)lineage["total"]!), ((int)few["shown"]!, (int)few["total"]!));
    }

    [Fact]
    public async Task The_start_page_shows_something_worth_looking_at()
    {
        var start = await service.GetAsync("/api/start");
        Assert.True((int)start["graph"]!["shown"]! >= 15);
        Assert.Contains(start["graph"]!["nodes"]!.AsArray(), node => (string?)node!["id"] == (string?)start["focus"]);
        AssertConsistent(start["graph"]!);
    }

    [Fact]
    public async Task A_lineage_can_go_farther_one_way_than_the_other()
    {
        var both = await service.GetAsync($"/api/lineage?of={Dpo}&limit=200&depth=2");
        var uneven = await service.GetAsync($"/api/lineage?of={Dpo}&limit=200&up=0&down=2");
        var down = await service.GetAsync($"/api/lineage?of={Dpo}&limit=200&direction=descendants");
        Assert.Equal(down["graph"]!.ToJsonString(), uneven["graph"]!.ToJsonString());
        Assert.True((int)uneven["graph"]!["total"]! < (int)both["graph"]!["total"]!);
    }

    [Fact]
    public async Task The_start_page_shows_what_the_lineage_of_its_focus_shows()
    {
        var start = await service.GetAsync("/api/start");
        var lineage = await service.GetAsync($"/api/lineage?of={start["focus"]}&contrast=true");
        Assert.Equal(lineage["graph"]!.ToJsonString(), start["graph"]!.ToJsonString());
        Assert.True((int)start["graph"]!["shown"]! <= (int)start["graph"]!["total"]!);
    }

    [Fact]
    public async Task Two_concepts_are_connected_by_paths_of_the_graph()
    {
        var found = await service.GetAsync($"/api/path?from=proximal-policy-optimization&to={Dpo}");
        var path = found["paths"]![0]!;
        Assert.Equal("proximal-policy-optimization", (string?)path["nodes"]!.AsArray()[0]);
        Assert.Equal(Dpo, (string?)path["nodes"]!.AsArray()[^1]);
        Assert.Equal(path["nodes"]!.AsArray().Count - 1, path["edges"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("/api/concept?id=nowhere", 404, "concept.not-found")]
    [InlineData("/api/paper?id=arxiv:0000.00000", 404, "paper.not-found")]
    [InlineData("/api/neighbours?of=nowhere", 404, "node.not-found")]
    [InlineData("/api/lineage?of=nowhere", 404, "node.not-found")]
    [InlineData("/api/path?from=nowhere&to=elsewhere", 404, "node.not-found")]
    [InlineData("/api/neighbours?of=gsm8k&direction=up", 400, "request.direction")]
    [InlineData("/api/lineage?of=gsm8k&direction=up", 400, "request.direction")]
    [InlineData("/api/lineage?of=gsm8k&kinds=cats", 400, "request.kinds")]
    [InlineData("/api/neighbours?of=gsm8k&types=NOPE", 400, "request.types")]
    [InlineData("/api/neighbours?of=gsm8k&kinds=Paper,Cat", 400, "request.kinds")]
    [InlineData("/api/neighbours?of=gsm8k&limit=0", 400, "request.range")]
    [InlineData("/api/lineage?of=gsm8k&limit=501", 400, "request.range")]
    [InlineData("/api/lineage?of=gsm8k&depth=9", 400, "request.range")]
    [InlineData("/api/path?from=gsm8k&to=gsm8k&max=11", 400, "request.range")]
    [InlineData("/api/path?from=gsm8k&to=gsm8k", 400, "request.to")]
    [InlineData("/api/search?q=dpo&limit=51", 400, "request.range")]
    [InlineData("/api/lineage", 400, "request.malformed")]
    [InlineData("/api/lineage?of=gsm8k&depth=deep", 400, "request.malformed")]
    [InlineData("/api/nothing/here", 404, "route.not-found")]
    public async Task A_request_that_cannot_be_served_is_a_problem_with_a_code(string path, int status, string code)
    {
        var problem = await service.GetProblemAsync(path);
        Assert.Equal((status, code), (problem.Status, (string?)problem.Body["code"]));
        Assert.NotEmpty((string)problem.Body["detail"]!);
    }

    private static void AssertConsistent(JsonNode graph)
    {
        var ids = graph["nodes"]!.AsArray().Select(node => (string)node!["id"]!).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(graph["nodes"]!.AsArray().Count, ids.Count);
        Assert.All(graph["edges"]!.AsArray(), edge =>
        {
            Assert.Contains((string)edge!["from"]!, ids);
            Assert.Contains((string)edge["to"]!, ids);
        });
    }
}
