using System.Net;

namespace Stemma.GraphApiTests.Exploring;

public sealed class NamesTests(SampleService service)
{
    private const string Dpo = "direct-preference-optimization";

    [Theory]
    [InlineData("/api/lineage?depth=1&of=dpo", "/api/lineage?depth=1&of=" + Dpo)]
    [InlineData("/api/lineage?of=Direct%20preference%20optimization", "/api/lineage?of=" + Dpo)]
    [InlineData("/api/neighbours?of=DPO&limit=5", "/api/neighbours?limit=5&of=" + Dpo)]
    [InlineData("/api/concept?id=DPO", "/api/concept?id=" + Dpo)]
    [InlineData("/api/path?from=PPO&to=dpo", "/api/path?from=" + "proximal-policy-optimization" + "&to=" + Dpo)]
    [InlineData("/api/paper?id=direct%20preference%20optimization%3A%20your%20language%20model%20is%20secretly%20a%20reward%20model", "/api/paper?id=arxiv%3A2305.18290")]
    public async Task A_name_where_an_id_should_stand_leads_to_the_id_and_keeps_the_rest_of_the_request(string asked, string answered)
    {
        using var response = await service.Client.GetAsync(new Uri(asked, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var query = (Uri address) => address.Query.TrimStart('?').Split('&').Order(StringComparer.Ordinal);
        Assert.Equal(query(new Uri(service.Client.BaseAddress!, answered)), query(response.RequestMessage!.RequestUri!));
    }

    [Fact]
    public async Task A_name_of_several_things_gives_the_choices()
    {
        var problem = await service.GetProblemAsync("/api/lineage?of=RPO");
        Assert.Equal((300, "node.ambiguous"), (problem.Status, (string?)problem.Body["code"]));
        Assert.True(problem.Body["choices"]!.AsArray().Count > 1);
        var labels = problem.Body["choices"]!.AsArray().Select(choice => (string?)choice!["label"]).ToArray();
        Assert.Contains("RPO", labels);
        Assert.Distinct(labels);
    }

    [Fact]
    public async Task A_name_that_nothing_has_offers_what_is_near()
    {
        var problem = await service.GetProblemAsync("/api/lineage?of=preference%20optimi");
        Assert.Equal((404, "node.not-found"), (problem.Status, (string?)problem.Body["code"]));
        Assert.Contains(problem.Body["choices"]!.AsArray(), choice => (string?)choice!["id"] == Dpo);
    }

    [Fact]
    public async Task The_name_of_an_author_offers_no_author_where_a_concept_is_asked_for()
    {
        var (_, found) = await service.PostAsync("/api/cypher", new { statement = "MATCH (a:Author) WHERE a.name CONTAINS ' ' RETURN a.name ORDER BY a.id LIMIT 1" });
        var name = Uri.EscapeDataString((string)found["rows"]![0]![0]!);
        Assert.Contains("Author", Types(await service.GetProblemAsync($"/api/lineage?of={name}")));

        var problem = await service.GetProblemAsync($"/api/concept?id={name}");
        Assert.Equal((404, "concept.not-found"), (problem.Status, (string?)problem.Body["code"]));
        Assert.DoesNotContain("Author", Types(problem));

        static IEnumerable<string?> Types((int Status, System.Text.Json.Nodes.JsonNode Body) problem) => problem.Body["choices"]!.AsArray().Select(choice => (string?)choice!["type"]);
    }
}
