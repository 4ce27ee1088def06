using System.Text.Json.Nodes;

namespace Stemma.GraphApiTests.Asking;

public sealed class AskTests(SampleService service)
{
    [Fact]
    public async Task What_builds_on_a_method_lists_papers_with_their_sentences_and_the_query_behind_them()
    {
        var (status, answer) = await service.PostAsync("/api/ask", new { question = "what builds on DPO?" });
        Assert.Equal(200, status);
        Assert.Equal("builds_on(direct-preference-optimization)", (string?)answer["understood"]);
        Assert.True(answer["rows"]!.AsArray().Count >= 5);
        Assert.All(answer["rows"]!.AsArray(), row => Assert.NotEmpty((string)row!["evidence"]!["sentence"]!));
        Assert.True((int)answer["graph"]!["shown"]! > 5);

        var (again, rows) = await service.PostAsync("/api/cypher", new { statement = (string?)answer["cypher"], parameters = answer["parameters"] });
        Assert.Equal(200, again);
        Assert.True((int)rows["rowCount"]! >= answer["rows"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("Which papers evaluate on D4RL?")]
    [InlineData("who introduced GSM8K?")]
    [InlineData("how are PPO and DPO connected?")]
    public async Task Other_questions_answer_too(string question)
    {
        var (status, answer) = await service.PostAsync("/api/ask", new { question });
        Assert.Equal(200, status);
        Assert.NotEmpty(answer["rows"]!.AsArray());
        Assert.NotEmpty((string)answer["answer"]!);
    }

    [Theory]
    [InlineData("papers about DPO at ICLR 2031", "No paper of ICLR in 2031 is in this graph")]
    [InlineData("papers about DPO at IROS", "No paper of IROS is in this graph")]
    [InlineData("papers about DPO at ICML 2018", "No paper in this graph names ")]
    public async Task An_empty_answer_says_where_the_graph_has_no_papers_of_the_venue_and_year(string question, string beginning)
    {
        var (_, answer) = await service.PostAsync("/api/ask", new { question });
        Assert.StartsWith(beginning, (string?)answer["answer"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_count_by_year_has_the_papers_of_each_year_beside_all_of_the_year()
    {
        var (_, answer) = await service.PostAsync("/api/ask", new { question = "papers per year on DPO" });
        var years = answer["years"]!.AsArray();
        Assert.Equal(answer["rows"]!.AsArray().Select(row => (int)row!["year"]!), years.Select(year => (int)year!["year"]!));
        Assert.All(years, year => Assert.InRange((int)year!["papers"]!, 1, (int)year["all"]!));
    }

    [Fact]
    public async Task Authors_are_drawn_with_the_papers_that_they_wrote()
    {
        var (_, answer) = await service.PostAsync("/api/ask", new { question = "who works on DPO?" });
        var edges = answer["graph"]!["edges"]!.AsArray();
        Assert.All(answer["rows"]!.AsArray().Take(40), row => Assert.Contains(edges, edge => (string?)edge!["type"] == "WROTE" && (string?)edge["from"] == (string?)row!["id"]));
    }

    [Theory]
    [InlineData("new benchmarks for reasoning")]
    [InlineData("what do DPO and PPO have in common?")]
    [InlineData("who works on DPO?")]
    [InlineData("what came after PPO?")]
    public async Task A_sentence_is_told_with_the_paper_that_it_stands_in(string question)
    {
        var (_, answer) = await service.PostAsync("/api/ask", new { question });
        Assert.NotEmpty(answer["rows"]!.AsArray());
        foreach (var evidence in answer["rows"]!.AsArray().Select(row => row!["evidence"]).OfType<JsonNode>())
        {
            var paper = await service.GetAsync($"/api/paper?id={Uri.EscapeDataString((string)evidence["paper"]!)}");
            Assert.Contains((string)evidence["sentence"]!, $"{paper["title"]} {paper["abstract"]}", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_benchmark_is_drawn_with_the_paper_that_introduces_it_and_the_task_of_the_paper()
    {
        var (_, answer) = await service.PostAsync("/api/ask", new { question = "new benchmarks for reasoning" });
        Assert.Contains(answer["graph"]!["edges"]!.AsArray(), edge => (string?)edge!["type"] == "ADDRESSES" && (string?)edge["to"] == "reasoning");
    }

    [Fact]
    public async Task A_question_that_is_not_understood_is_a_problem_with_suggestions()
    {
        var (status, problem) = await service.PostAsync("/api/ask", new { question = "colourless green ideas sleep furiously" });
        Assert.Equal((422, "ask.not-understood"), (status, (string?)problem["code"]));
        Assert.NotEmpty(problem["suggestions"]!.AsArray());
    }

    [Fact]
    public async Task An_empty_question_is_a_problem()
    {
        var (status, problem) = await service.PostAsync("/api/ask", new { question = " " });
        Assert.Equal((400, "request.question"), (status, (string?)problem["code"]));
    }
}
