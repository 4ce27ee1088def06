using System.Text.Json.Nodes;

namespace Stemma.GraphApiTests.Exploring;

public sealed class SearchTests(SampleService service)
{
    private const string Dpo = "direct-preference-optimization";

    [Theory]
    [InlineData("Drect Preference Optimization")]
    [InlineData("direct prefrence optimisation")]
    [InlineData("Direct-Preference-Optimization")]
    [InlineData("DPO algorithm")]
    [InlineData("the DPO method")]
    [InlineData("the direct preference optimization")]
    public async Task A_name_is_found_in_spite_of_slips(string typed) => Assert.Equal(Dpo, Ids(await SearchAsync(typed))[0]);

    [Fact]
    public async Task A_slip_is_told_as_one()
    {
        var item = (await SearchAsync("Drect Preference Optimization"))[0]!;
        Assert.Equal("similar to Direct Preference Optimization", (string?)item["match"]);
    }

    [Fact]
    public async Task What_is_known_by_another_name_does_not_lead_because_a_long_form_holds_the_words()
    {
        var items = await SearchAsync("transformer");
        Assert.DoesNotContain("bert", Ids(items).Take(2));
    }

    [Theory]
    [InlineData("PPO", "proximal-policy-optimization")]
    [InlineData("GSM8K", "gsm8k")]
    public async Task A_whole_name_stays_first_and_brings_no_slips(string typed, string id)
    {
        var items = await SearchAsync(typed);
        Assert.Equal(id, Ids(items)[0]);
        Assert.DoesNotContain(items, item => ((string?)item!["match"])!.StartsWith("similar", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("o")]
    [InlineData("dp")]
    [InlineData("DPO")]
    [InlineData("direct")]
    public async Task Of_names_that_begin_so_those_that_many_papers_use_lead(string typed)
    {
        var begun = (await SearchAsync(typed)).Where(item => (string?)item!["match"] == "name" && !string.Equals((string?)item["node"]!["name"], typed, StringComparison.OrdinalIgnoreCase))
            .Select(item => (int?)item!["node"]!["paperCount"] ?? 0).ToArray();
        Assert.NotEmpty(begun);
        Assert.Equal(begun.OrderDescending(), begun);
    }

    [Fact]
    public async Task A_name_that_holds_the_words_and_that_many_use_comes_before_a_rare_one_that_begins_so()
    {
        var items = (await SearchAsync("preference")).Where(item => (string?)item!["node"]!["type"] != "Paper").ToArray();
        Assert.Equal(Dpo, Ids(items)[0]);
    }

    [Theory]
    [InlineData("proximal policy optimization algorithms", "arxiv:1707.06347")]
    [InlineData("KTO: Model Alignment as Prospect Theoretic Optimization", "arxiv:2402.01306")]
    public async Task A_paper_of_that_title_is_the_first_of_the_papers(string title, string id) =>
        Assert.Equal(id, Ids((await SearchAsync(title)).Where(item => (string?)item!["node"]!["type"] == "Paper"))[0]);

    [Fact]
    public async Task An_author_is_found_by_the_whole_name()
    {
        var (_, found) = await service.PostAsync("/api/cypher", new { statement = "MATCH (a:Author)-[:WROTE]->() WHERE a.name CONTAINS ' ' RETURN a.name, a.id, count(*) AS papers ORDER BY papers DESC, a.id LIMIT 1" });
        var (name, id) = ((string)found["rows"]![0]![0]!, (string)found["rows"]![0]![1]!);
        var item = Assert.Single(await SearchAsync(name.ToLowerInvariant()), item => (string?)item!["node"]!["type"] == "Author");
        Assert.Equal((id, "author"), ((string?)item!["node"]!["id"], (string?)item["match"]));
    }

    private async Task<JsonArray> SearchAsync(string typed) => (await service.GetAsync($"/api/search?q={Uri.EscapeDataString(typed)}"))["items"]!.AsArray();

    private static string[] Ids(IEnumerable<JsonNode?> items) => [.. items.Select(item => (string)item!["node"]!["id"]!)];
}
