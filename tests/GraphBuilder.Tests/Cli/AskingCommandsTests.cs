using System.Text.Json;

namespace Stemma.GraphBuilderTests.Cli;

/// <summary>The commands that read a graph, on one small graph, through the real process.</summary>
public sealed class AskingCommandsTests : IAsyncLifetime
{
    private readonly StemmaProcess _stemma = new();

    public async ValueTask InitializeAsync()
    {
        _stemma.Write("a.jsonl", $"{Papers.Introduces}\n{Papers.BuildsOn}\n{Papers.FromConference}\n");
        Assert.Equal(0, (await _stemma.RunAsync("build", "a.jsonl", "-o", "g.stemma")).Code);
    }

    public ValueTask DisposeAsync()
    {
        _stemma.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Query_prints_a_table_with_numbers_to_the_right()
    {
        var query = await _stemma.RunAsync("query", "g.stemma", "MATCH (p:Paper) RETURN p.id AS id, p.year AS year ORDER BY year");

        Assert.Equal((0, ""), (query.Code, query.Messages));
        Assert.Equal("id                year\n────────────────  ────\narxiv:2301.00001  2023\narxiv:2401.00002  2024\n2 rows\n", query.Results);
    }

    [Fact]
    public async Task A_write_without_leave_names_the_option_that_gives_it() =>
        Assert.EndsWith("\nstemma: --write lets a statement change the graph\n", (await _stemma.RunAsync("query", "g.stemma", "CREATE (:Paper {id: 'x'})")).Messages);

    [Fact]
    public async Task A_miss_is_told_in_a_sentence_and_five_suggestions()
    {
        var ask = await _stemma.RunAsync("ask", "g.stemma", "lorem ipsum dolor");

        Assert.Equal((1, "This is no question of a known form, and nothing in this graph is named “lorem ipsum dolor”.\n"), (ask.Code, ask.Results));
        Assert.Equal(6, ask.Messages.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public async Task Query_prints_one_JSON_array_of_row_objects()
    {
        var query = await _stemma.RunAsync(
            "query", "g.stemma", "MATCH (p:Paper {year: $year}) RETURN p.id AS id, $tags AS tags, $share AS share, $word AS word, null AS nothing, p",
            "--param", "year=2023", "--param", "tags=[1, \"a\"]", "--param", "share=0.5", "--param", "$word=plain text", "--format", "json");

        Assert.Equal((0, ""), (query.Code, query.Messages));
        using var rows = JsonDocument.Parse(query.Results);
        var row = Assert.Single(rows.RootElement.EnumerateArray());
        Assert.StartsWith("[\n{\"id\":\"arxiv:2301.00001\",\"tags\":[1,\"a\"],\"share\":0.5,\"word\":\"plain text\",\"nothing\":null,\"p\":{", query.Results);
        Assert.Equal("Paper", row.GetProperty("p").GetProperty("labels")[0].GetString());
    }

    [Fact]
    public async Task Query_without_rows_prints_an_empty_result_in_each_format()
    {
        const string Nothing = "MATCH (p:Paper {id: 'x'}) RETURN p.id AS id";

        Assert.Equal("[]\n", (await _stemma.RunAsync("query", "g.stemma", Nothing, "--format", "json")).Results);
        Assert.Equal("id\n", (await _stemma.RunAsync("query", "g.stemma", Nothing, "--format", "csv")).Results);
        Assert.Equal("id\n──\n0 rows\n", (await _stemma.RunAsync("query", "g.stemma", Nothing)).Results);
    }

    [Fact]
    public async Task Query_writes_CSV_with_quotes_where_they_are_needed()
    {
        var query = await _stemma.RunAsync("query", "g.stemma", "UNWIND ['a,b', 'say \"x\"', 'plain'] AS text RETURN text, 1.5 AS n, null AS none", "--format", "csv");

        Assert.Equal("text,n,none\n\"a,b\",1.5,\n\"say \"\"x\"\"\",1.5,\nplain,1.5,\n", query.Results);
    }

    [Fact]
    public async Task Query_says_where_it_cut_the_rows()
    {
        var query = await _stemma.RunAsync("query", "g.stemma", "UNWIND range(1, 9) AS n RETURN n", "--limit", "2", "--format", "csv");

        Assert.Equal("n\n1\n2\n", query.Results);
        Assert.Equal("cut after 2 rows; --limit 0 gives all\n", query.Messages);
    }

    [Fact]
    public async Task A_fault_of_the_statement_has_its_line_column_and_caret()
    {
        var query = await _stemma.RunAsync("query", "g.stemma", "MATCH (p:Paper)\nRETURN q.name");

        Assert.Equal((1, ""), (query.Code, query.Results));
        Assert.Contains("(line 2, column 8) [SyntaxError.UndefinedVariable]\n  RETURN q.name\n         ^\n", query.Messages);
    }

    [Fact]
    public async Task Writing_needs_the_option_and_is_kept()
    {
        const string Write = "CREATE (n:Note {text: 'seen'})";

        var refused = await _stemma.RunAsync("query", "g.stemma", Write);
        Assert.Equal(1, refused.Code);
        Assert.Contains("[AccessModeError.", refused.Messages);

        var written = await _stemma.RunAsync("query", "g.stemma", Write, "--write");
        Assert.Equal(0, written.Code);
        Assert.StartsWith("created 1 nodes and 0 relationships", written.Messages);
        Assert.Equal("text\nseen\n", (await _stemma.RunAsync("query", "g.stemma", "MATCH (n:Note) RETURN n.text AS text", "--format", "csv")).Results);
    }

    [Theory]
    [InlineData("year", "--param year: expected name=value, for instance --param year=2023")]
    [InlineData("x=\"\\ud800\"", "--param x: the text has half of a character, a \\u escape from D800 to DFFF without the other that belongs to it")]
    [InlineData("=3", "--param =3: expected name=value, for instance --param year=2023")]
    public async Task A_parameter_without_name_or_value_is_refused(string parameter, string sentence)
    {
        var query = await _stemma.RunAsync("query", "g.stemma", "RETURN 1", "--param", parameter);

        Assert.Equal((1, $"stemma: {sentence}\n"), (query.Code, query.Messages));
    }

    [Fact]
    public async Task Ask_answers_with_the_sentence_that_shows_it()
    {
        var ask = await _stemma.RunAsync("ask", "g.stemma", "what builds on DPO?");

        Assert.Equal(0, ask.Code);
        Assert.Contains("  1. StepField: Preferences One Step at a Time (2024)\n     arxiv:2401.00002, BUILDS_ON", ask.Results);
        Assert.Contains("We propose StepField, which builds on Direct Preference Optimization (DPO).", ask.Results);
    }

    [Fact]
    public async Task Ask_prints_the_object_that_the_contract_names()
    {
        var ask = await _stemma.RunAsync("ask", "g.stemma", "what builds on DPO?", "--json", "--limit", "0");

        Assert.Equal((0, ""), (ask.Code, ask.Messages));
        using var answer = JsonDocument.Parse(ask.Results);
        Assert.Equal("what builds on DPO?", answer.RootElement.GetProperty("question").GetString());
        Assert.StartsWith("builds_on(", answer.RootElement.GetProperty("understood").GetString());
        Assert.StartsWith("CALL {", answer.RootElement.GetProperty("cypher").GetString());
        Assert.False(answer.RootElement.GetProperty("truncated").GetBoolean());
        var row = answer.RootElement.GetProperty("rows")[0];
        Assert.Equal(["id", "source_id", "title", "year", "relation", "via", "evidence", "confidence"], row.EnumerateObject().Select(field => field.Name));
        Assert.Equal(("arxiv:2401.00002", "2401.00002", 2024), (row.GetProperty("id").GetString(), row.GetProperty("source_id").GetString(), row.GetProperty("year").GetInt32()));
    }

    [Fact]
    public async Task Ask_as_of_a_year_leaves_out_what_came_later()
    {
        var ask = await _stemma.RunAsync("ask", "g.stemma", "what builds on DPO?", "--as-of", "2023", "--json");

        using var answer = JsonDocument.Parse(ask.Results);
        Assert.Equal(0, answer.RootElement.GetProperty("rows").GetArrayLength());
    }

    [Fact]
    public async Task Ask_says_what_to_ask_instead_where_a_name_is_not_in_the_graph()
    {
        var ask = await _stemma.RunAsync("ask", "g.stemma", "what builds on Quuxifier?");

        Assert.Equal(1, ask.Code);
        Assert.Contains("Quuxifier", ask.Results);
    }

    [Fact]
    public async Task Lineage_draws_a_tree_and_writes_JSON_and_dot()
    {
        var tree = await _stemma.RunAsync("lineage", "g.stemma", "DPO", "--descendants");
        Assert.Equal(0, tree.Code);
        Assert.Contains("└─ is built on by\n   └─ StepField (2024)", tree.Results);

        var dot = await _stemma.RunAsync("lineage", "g.stemma", "DPO", "--format", "dot");
        Assert.StartsWith("digraph lineage {\n", dot.Results);
        Assert.Contains(" -> ", dot.Results);

        var json = await _stemma.RunAsync("lineage", "g.stemma", "direct-preference-optimization", "--format", "json");
        using var lineage = JsonDocument.Parse(json.Results);
        Assert.Equal("direct-preference-optimization", lineage.RootElement.GetProperty("focus").GetString());
        Assert.Equal("stepfield", lineage.RootElement.GetProperty("arcs")[0].GetProperty("from").GetString());

        var paper = await _stemma.RunAsync("lineage", "g.stemma", "arxiv:2301.00001");
        Assert.StartsWith("SlowNet: Slow Fields for Language Models (2023)\n", paper.Results);
    }

    [Fact]
    public async Task Lineage_of_an_unknown_name_is_a_sentence()
    {
        var lineage = await _stemma.RunAsync("lineage", "g.stemma", "Quuxifier");

        Assert.Equal((1, "stemma: Nothing in this graph is named “Quuxifier”.\n"), (lineage.Code, lineage.Messages));
    }

    [Fact]
    public async Task Stats_counts_nodes_relationships_and_years()
    {
        var text = await _stemma.RunAsync("stats", "g.stemma");
        Assert.Equal((0, ""), (text.Code, text.Messages));
        Assert.StartsWith("g.stemma: ", text.Results);
        Assert.Contains("\npapers by year\n  2023             1\n  2024             1\n", text.Results);

        using var json = JsonDocument.Parse((await _stemma.RunAsync("stats", "g.stemma", "--json")).Results);
        Assert.Equal(2, json.RootElement.GetProperty("byLabel").GetProperty("Paper").GetInt32());
        Assert.Equal(
            json.RootElement.GetProperty("relationships").GetInt64(),
            json.RootElement.GetProperty("byType").EnumerateObject().Sum(type => type.Value.GetInt64()));
    }

    [Theory]
    [InlineData("bolt://localhost:7687", "stemma: bolt:// needs the official driver, which this build leaves out.")]
    [InlineData("http://localhost:1", "stemma: No Neo4j server answers at http://localhost:1.")]
    [InlineData("a.jsonl", "stemma: a.jsonl is not a Stemma graph.")]
    public async Task What_is_no_graph_is_answered_with_what_to_do(string graph, string sentence)
    {
        foreach (var command in new string[][] { ["query", graph, "RETURN 1"], ["stats", graph], ["ask", graph, "what builds on DPO?"], ["lineage", graph, "DPO"] })
        {
            var outcome = await _stemma.RunAsync(command);

            Assert.Equal((1, ""), (outcome.Code, outcome.Results));
            Assert.StartsWith(sentence, outcome.Messages);
        }
    }
}
