using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Stemma.GraphBuilder.Asking;
using Stemma.Testing.Engines;

namespace Stemma.GraphApiTests.Engines;

/// <summary>Checks that the service on a graph in Neo4j answers as it does on the same graph embedded.</summary>
[Collection(nameof(TwoEngines))]
public sealed class ServiceEquivalenceTests(TwoEngines engines)
{
    /// <summary>Members that differ between engines: element ids, the engine's name, the time taken, and the request number.</summary>
    private static readonly string[] OwnMembers = ["key", "source", "milliseconds", "plan", "traceId"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string> Questions => [.. Asker.Examples.Concat(
    [
        "what builds on DPO?", "which papers evaluate on D4RL since 2021?", "who introduced GSM8K?", "how are PPO and DPO connected?", "what is DPO?", "what builds on Direct Preference Optimisation?",
        "variants of PPO", "results on GSM8K", "what does CQL build on?", "which methods are compared with CQL?", "what builds on something unheard of?",
        "what builds on DPO but not PPO?", "which papers evaluate on D4RL and build on CQL?", "newest papers that build on DPO at ICML", "which methods outperform CQL?", "how are DPO and GSM8K connected?",
        "is GRPO a variant of PPO?", "does DPO beat PPO on GSM8K?", "coauthors of Sergey Levine", "papers by Sergey Levine and Chelsea Finn", "papers by Sergey Levin", "surveys on offline RL", "papers on DPO at CVPR 2031", "papers about robots",
    ]).Distinct(StringComparer.Ordinal)];

    [Theory]
    [InlineData("/api/health")]
    [InlineData("/api/stats")]
    [InlineData("/api/start")]
    [InlineData("/api/concept?id=direct-preference-optimization")]
    [InlineData("/api/concept?id=gsm8k")]
    [InlineData("/api/concept?id=nowhere")]
    [InlineData("/api/paper?id=arxiv:2305.18290")]
    [InlineData("/api/neighbours?of=direct-preference-optimization&limit=500")]
    [InlineData("/api/neighbours?of=gsm8k&limit=9&direction=in&types=EVALUATES_ON,REPORTS")]
    [InlineData("/api/neighbours?of=arxiv:2305.18290&kinds=Method,Author&direction=both")]
    [InlineData("/api/lineage?of=direct-preference-optimization&depth=3&limit=25&contrast=true")]
    [InlineData("/api/lineage?of=proximal-policy-optimization&direction=descendants&asOf=2023")]
    [InlineData("/api/lineage?of=arxiv:2305.18290&depth=2")]
    [InlineData("/api/lineage?of=direct-preference-optimization&kinds=papers")]
    [InlineData("/api/path?from=proximal-policy-optimization&to=direct-preference-optimization&max=5")]
    [InlineData("/api/path?from=gsm8k&to=direct-preference-optimization")]
    public async Task A_page_is_the_same(string path)
    {
        var (here, there) = (await GetAsync(engines.Embedded, path), await GetAsync(engines.Neo4j, path));
        Assert.Equal(here, there);
    }

    [Theory]
    [InlineData("dpo")]
    [InlineData("direct pref")]
    [InlineData("atari 100k")]
    [InlineData("offline reinforcement")]
    [InlineData("llama 3.1")]
    [InlineData("don't")]
    [InlineData("\"((*~^:DPO AND")]
    public async Task A_search_finds_the_same_concepts_in_the_same_order_and_as_many_papers(string typed)
    {
        var path = $"/api/search?limit=50&q={Uri.EscapeDataString(typed)}";
        var (here, there) = (await SearchAsync(engines.Embedded, path), await SearchAsync(engines.Neo4j, path));
        Assert.Equal(here, there);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_question_has_the_same_answer(string question)
    {
        var (here, there) = (await PostAsync(engines.Embedded, "/api/ask", new { question }), await PostAsync(engines.Neo4j, "/api/ask", new { question }));
        Assert.Equal(here, there);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task The_text_shown_beside_an_answer_gives_its_rows_on_both_engines(string question)
    {
        foreach (var engine in new[] { engines.Embedded, engines.Neo4j })
        {
            var answer = await new Asker(engine.Database).AskAsync(question, new AskOptions { Limit = 7 }, Cancelled);
            if (answer.Cypher is not null)
            {
                await ShownCypher.AssertGivesAsync(answer, engine.Database, Cancelled);
            }
        }
    }

    [Theory]
    [InlineData("MATCH (p:Paper)-[r:INTRODUCES]->(c:Concept) RETURN p, r, c ORDER BY p.id, c.id LIMIT 20")]
    [InlineData("MATCH path = (:Concept {id: 'direct-preference-optimization'})-[:BUILDS_ON]->(c) RETURN path, length(path) AS hops ORDER BY c.id")]
    [InlineData("UNWIND [1, 2.5, 'a', null, [1, [2]], {k: date('2024-02-29')}] AS x RETURN x, duration('P1DT2H') AS d")]
    [InlineData("MATCH (p:Paper) WHERE p.year >= 2020 RETURN p.year AS year, count(*) AS papers, collect(p.id)[0] IS NULL AS none ORDER BY year")]
    public async Task A_statement_has_the_same_result(string statement)
    {
        var (here, there) = (await PostAsync(engines.Embedded, "/api/cypher", new { statement }), await PostAsync(engines.Neo4j, "/api/cypher", new { statement }));
        Assert.StartsWith("200", here);
        Assert.Equal(here, there);
    }

    [Theory]
    [InlineData("CREATE (n:Never)", 403)]
    [InlineData("MATCH (n) RETRN n", 400)]
    public async Task A_statement_is_refused_with_the_same_status(string statement, int status)
    {
        foreach (var engine in new[] { engines.Embedded, engines.Neo4j })
        {
            using var response = await engine.Client.PostAsJsonAsync("/api/cypher", new { statement }, Cancelled);
            Assert.Equal(status, (int)response.StatusCode);
        }
    }

    private static async Task<string> GetAsync(Engine engine, string path)
    {
        using var response = await engine.Client.GetAsync(new Uri(path, UriKind.Relative), Cancelled);
        return await DescribeAsync(response);
    }

    private static async Task<string> PostAsync(Engine engine, string path, object request)
    {
        using var response = await engine.Client.PostAsJsonAsync(path, request, Cancelled);
        return await DescribeAsync(response);
    }

    /// <summary>Papers are ordered and limited by the engine's own scores, so only their number is compared.</summary>
    private static async Task<string> SearchAsync(Engine engine, string path)
    {
        var found = (await engine.Client.GetFromJsonAsync<JsonNode>(path, Cancelled))!;
        var concepts = found["items"]!.AsArray().Where(item => (string?)item!["node"]!["type"] != "Paper").Select(item => $"{item!["node"]!["id"]} {item["match"]}");
        return string.Join('\n', concepts.Append($"{found["total"]} in all"));
    }

    private static async Task<string> DescribeAsync(HttpResponseMessage response)
    {
        var body = (await response.Content.ReadFromJsonAsync<JsonNode>(Cancelled))!;
        var edges = new Dictionary<string, string>(StringComparer.Ordinal);
        NameEdges(body, edges);
        Simplify(body, edges);
        return $"{(int)response.StatusCode} {body.ToJsonString(new() { WriteIndented = true })}";
    }

    /// <summary>Names every edge by its content, because its id depends on the engine.</summary>
    private static void NameEdges(JsonNode? node, Dictionary<string, string> edges)
    {
        if (node is JsonObject { } map && map.ContainsKey("from") && map.ContainsKey("type") && map["id"] is JsonValue id)
        {
            edges[(string)id!] = $"{map["from"]} {map["type"]} {map["to"]} {map["via"]} {map["evidence"]?["offset"]}";
        }

        foreach (var child in Children(node))
        {
            NameEdges(child, edges);
        }
    }

    private static void Simplify(JsonNode? node, Dictionary<string, string> edges)
    {
        if (node is JsonObject map)
        {
            foreach (var name in OwnMembers)
            {
                map.Remove(name);
            }

            if (map["id"] is JsonValue id && edges.TryGetValue((string)id!, out var edge))
            {
                map["id"] = edge;
            }

            if (map["edges"] is JsonArray { Count: > 0 } ids && ids[0] is JsonValue)
            {
                map["edges"] = new JsonArray([.. ids.Select(step => (JsonNode)edges[(string)step!])]);
            }
        }

        foreach (var child in Children(node))
        {
            Simplify(child, edges);
        }
    }

    private static IEnumerable<JsonNode?> Children(JsonNode? node) => node switch
    {
        JsonObject map => [.. map.Select(member => member.Value)],
        JsonArray list => [.. list],
        _ => [],
    };
}
