using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Stemma.GraphApiTests;
using static Microsoft.Playwright.Assertions;

namespace Stemma.BrowserTests;

public sealed class ReadingTests(SampleService service, Chromium chromium)
{
    /// <summary>Labels that overlap one another or another node's mark, as Cytoscape draws them; an overlap of two pixels is allowed.</summary>
    private const string Overlaps = """
        () => {
          const cy = document.querySelector("#graph")._cyreg.cy;
          const none = { includeNodes: false, includeEdges: false, includeLabels: false, includeOverlays: false, includeUnderlays: false, includeOutlines: false };
          const inset = 2 / cy.zoom();
          const labels = cy.nodes().filter((node) => node.pstyle("text-opacity").value > 0).map((node) => {
            const box = node.boundingBox({ ...none, includeLabels: true, includeMainLabels: true });
            const edge = node.pstyle("text-outline-width").pfValue + inset;
            return { id: node.id(), x1: box.x1 + edge, x2: box.x2 - edge, y1: box.y1 + edge, y2: box.y2 - edge };
          });
          const marks = cy.nodes().map((node) => {
            const { x, y } = node.position(), half = node.width() / 2 - inset;
            return { id: node.id(), x1: x - half, x2: x + half, y1: y - half, y2: y + half };
          });
          const touch = (a, b) => a.id !== b.id && a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;
          return labels.flatMap((a, i) => [...labels.slice(i + 1), ...marks].filter((b) => touch(a, b)).map((b) => `${a.id} × ${b.id}`));
        }
        """;

    /// <summary>Labels that extend beyond the edge of the canvas.</summary>
    private const string Cut = """
        () => {
          const cy = document.querySelector("#graph")._cyreg.cy;
          return cy.nodes().filter((node) => node.pstyle("text-opacity").value > 0).filter((node) => {
            const { x1, x2, y1, y2 } = node.renderedBoundingBox({ includeOverlays: false, includeOutlines: false });
            return x1 < 0 || y1 < 0 || x2 > cy.width() || y2 > cy.height();
          }).map((node) => node.id());
        }
        """;

    private Uri Address => service.Client.BaseAddress!;

    [Theory]
    [InlineData("", 1440)]
    [InlineData("?of=dpo&show=128", 1440)]
    [InlineData("?of=dpo", 1000)]
    [InlineData("?of=dpo", 420)]
    [InlineData("?layout=cluster", 1440)]
    [InlineData("?cypher=MATCH%20(p:Paper)-[r:BUILDS_ON]-%3E(c:Concept)%20RETURN%20p,%20r,%20c%20LIMIT%20300", 1440)]
    public async Task Labels_cover_neither_one_another_nor_a_node(string query, int width)
    {
        await using var viewer = await chromium.OpenAsync(new Uri(Address, query), width: width);
        Assert.Empty(await viewer.Page.EvaluateAsync<string[]>(Overlaps));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?layout=cluster")]
    [InlineData("?of=arxiv:2305.18290&kinds=papers")]
    public async Task Labels_stand_inside_the_canvas(string query)
    {
        await using var viewer = await chromium.OpenAsync(new Uri(Address, query));
        Assert.Empty(await viewer.Page.EvaluateAsync<string[]>(Cut));
    }

    [Fact]
    public async Task Labels_stand_inside_the_canvas_when_the_fonts_arrive_after_the_drawing()
    {
        await using var viewer = await chromium.OpenAsync(Address);
        await viewer.Page.RouteAsync("**/*.woff2", async route =>
        {
            await viewer.Page.WaitForFunctionAsync("() => document.querySelector('#graph')?._cyreg?.cy.nodes('.labelled').nonempty()");
            await route.ContinueAsync();
        });
        await viewer.GoAsync(new Uri(Address, "?of=arxiv:2305.18290&kinds=papers"));
        Assert.Empty(await viewer.Page.EvaluateAsync<string[]>(Cut));
    }

    [Fact]
    public async Task A_narrow_page_keeps_a_legible_drawing_below_its_heading_and_opens_one_sheet_at_a_time()
    {
        await using var viewer = await chromium.OpenAsync(Address, width: 420);
        var heading = await viewer.Legend.BoundingBoxAsync();
        var drawing = await viewer.Page.Locator("#graph").BoundingBoxAsync();
        Assert.True(heading!.Y + heading.Height <= drawing!.Y);
        Assert.True(await viewer.Page.EvaluateAsync<double>("() => document.querySelector('#graph')._cyreg.cy.zoom()") >= 0.9);

        await viewer.AskAsync("what builds on DPO?");
        await Expect(viewer.Details).ToBeVisibleAsync();
        await viewer.PressAsync("q");
        await Expect(viewer.Drawer.GetByLabel("Cypher statement")).ToBeVisibleAsync();
        await Expect(viewer.Details).ToBeHiddenAsync();
        Assert.Equal(drawing.Width, (await viewer.Page.Locator("#graph").BoundingBoxAsync())!.Width);
    }

    [Fact]
    public async Task The_keyboard_alone_finds_a_path_by_typing_its_other_end()
    {
        await using var viewer = await chromium.OpenAsync(new Uri(Address, "?of=ppo"));
        await viewer.PressAsync("p");
        await viewer.Page.Keyboard.TypeAsync("KTO");
        await Expect(viewer.Page.GetByRole(AriaRole.Option).First).ToContainTextAsync("KTO");
        await viewer.Page.Keyboard.PressAsync("Enter");
        await Expect(viewer.Page).ToHaveURLAsync(new Regex("from=proximal-policy-optimization&to="));
    }

    [Fact]
    public async Task Labels_that_a_hover_brings_cover_neither_one_another_nor_a_node()
    {
        await using var viewer = await chromium.OpenAsync(new Uri(Address, "?of=dpo&show=128"));
        var at = await viewer.Page.EvaluateAsync<double[]>(
            "() => { const { x, y } = document.querySelector('#graph')._cyreg.cy.nodes('.focus').renderedPosition(), box = document.querySelector('#graph').getBoundingClientRect(); return [x + box.x, y + box.y]; }");
        await viewer.Page.Mouse.MoveAsync((float)at[0], (float)at[1]);
        await viewer.Page.WaitForFunctionAsync("() => document.querySelector('#graph')._cyreg.cy.elements('.near').length > 10");
        Assert.Empty(await viewer.Page.EvaluateAsync<string[]>(Overlaps));
    }

    [Theory]
    [InlineData("?of=dpo")]
    [InlineData("?of=dpo&show=128")]
    public async Task The_focus_and_the_selected_node_keep_their_labels_through_an_expansion(string query)
    {
        const string Unlabelled = "() => document.querySelector('#graph')._cyreg.cy.nodes('.focus, .selected').filter((node) => !node.hasClass('labelled')).length";
        await using var viewer = await chromium.OpenAsync(new Uri(Address, query));
        await viewer.PressAsync("ArrowRight");
        await viewer.PressAsync("Enter");
        await viewer.SettleAsync();
        Assert.Equal(0, await viewer.Page.EvaluateAsync<int>(Unlabelled));
    }

    [Fact]
    public async Task A_table_by_link_opens_in_the_console()
    {
        await using var viewer = await chromium.OpenAsync(Address);
        await viewer.Page.GotoAsync(new Uri(Address, "?cypher=MATCH%20(p:Paper)%20RETURN%20p.year,%20count(*)").ToString());
        await Expect(viewer.Drawer.GetByRole(AriaRole.Columnheader, new LocatorGetByRoleOptions { Name = "p.year" })).ToBeVisibleAsync();
        await Expect(viewer.Legend).ToContainTextAsync("nothing to draw");
    }

    [Fact]
    public async Task A_concept_without_lineage_says_so_and_leads_to_what_is_around_it()
    {
        var (_, found) = await service.PostAsync("/api/cypher", new
        {
            statement = "MATCH (c:Concept) WHERE NOT (c)-[:BUILDS_ON|VARIANT_OF]-(:Concept) AND c.paperCount > 2 RETURN c.id ORDER BY c.id LIMIT 1",
        });
        var concept = (string)found["rows"]![0]![0]!;
        await using var viewer = await chromium.OpenAsync(new Uri(Address, $"?of={concept}"));
        await viewer.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new Regex("^Show what is around") }).ClickAsync();
        await Expect(viewer.Page).ToHaveURLAsync(new Regex($"around={concept}"));
    }

    [Fact]
    public async Task A_name_that_was_typed_with_a_slip_is_found_and_marked()
    {
        await using var viewer = await chromium.OpenAsync(Address);
        await viewer.Box.FillAsync("Drect Preference Optimization");
        await Expect(viewer.Page.GetByRole(AriaRole.Option).First).ToContainTextAsync("similar spelling");
        await viewer.Box.PressAsync("Enter");
        await Expect(viewer.Page).ToHaveURLAsync(new Uri(Address, "?of=direct-preference-optimization").ToString());
    }

    [Fact]
    public async Task An_author_leads_to_the_papers_by_that_author()
    {
        await using var viewer = await chromium.OpenAsync(new Uri(Address, "?around=arxiv:2305.18290&node=arxiv:2305.18290"));
        await viewer.Details.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Rafael Rafailov" }).ClickAsync();
        await Expect(viewer.Details).ToContainTextAsync(new Regex("papers? (is|are) by Rafael Rafailov"));
    }

    [Fact]
    public async Task A_verdict_is_counted_kept_and_exported_and_can_be_taken_back()
    {
        await using var viewer = await chromium.OpenAsync(new Uri(Address, "?of=dpo"));
        await viewer.PressAsync("e");
        var wrong = viewer.Details.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Wrong" });
        await wrong.ClickAsync();
        await Expect(wrong).ToHaveAttributeAsync("aria-pressed", "true");
        await viewer.Page.ReloadAsync();
        await viewer.SettleAsync();
        await Expect(viewer.Details).ToContainTextAsync("0 right, 1 wrong");

        var download = await viewer.Page.RunAndWaitForDownloadAsync(() => viewer.Details.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Export" }).ClickAsync());
        await using var stream = await download.CreateReadStreamAsync();
        using var line = await JsonDocument.ParseAsync(stream, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("wrong", line.RootElement.GetProperty("verdict").GetString());
        Assert.NotEmpty(line.RootElement.GetProperty("sentence").GetString()!);

        await wrong.ClickAsync();
        await Expect(wrong).ToHaveAttributeAsync("aria-pressed", "false");
        await Expect(viewer.Details).Not.ToContainTextAsync("1 wrong");
    }

    [Fact]
    public async Task A_name_in_a_link_leads_to_its_lineage_or_to_a_choice()
    {
        await using var viewer = await chromium.OpenAsync(new Uri(Address, "?of=dpo&up=1"));
        await Expect(viewer.Page).ToHaveURLAsync(new Uri(Address, "?of=direct-preference-optimization&up=1").ToString());
        await viewer.Page.GotoAsync(new Uri(Address, "?of=SPO").ToString());
        await viewer.Page.GetByRole(AriaRole.Listitem).Filter(new LocatorFilterOptions { HasText = "Self-Play" }).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(viewer.Page).ToHaveURLAsync(new Uri(Address, "?of=self-play-preference-optimization").ToString());
    }

    [Fact]
    public async Task A_statement_that_runs_long_says_so_and_can_be_stopped()
    {
        await using var viewer = await chromium.OpenAsync(Address);
        await viewer.PressAsync("q");
        var editor = viewer.Page.GetByLabel("Cypher statement");
        await editor.FillAsync("UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN sum(x * y)");
        await editor.PressAsync("Control+Enter");
        await Expect(viewer.Drawer.GetByRole(AriaRole.Status)).ToHaveTextAsync("Running");
        await viewer.Drawer.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Cancel" }).ClickAsync();
        await Expect(viewer.Drawer.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Stopped.");
        await editor.FillAsync("RETURN 1 AS one");
        await editor.PressAsync("Control+Enter");
        await Expect(viewer.Drawer).ToContainTextAsync("1 row");
    }

    [Fact]
    public async Task The_plan_of_the_statement_is_one_click_away()
    {
        await using var viewer = await chromium.OpenAsync(Address);
        await viewer.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Explain" }).ClickAsync();
        await Expect(viewer.Drawer.GetByLabel("Plan")).ToContainTextAsync("Concept");
    }

    [Fact]
    public async Task A_question_that_is_not_understood_offers_others()
    {
        await using var viewer = await chromium.OpenAsync(Address);
        await viewer.Box.FillAsync("how is the weather?");
        await viewer.Box.PressAsync("Enter");
        await Expect(viewer.Details).ToContainTextAsync("not understood");
        await viewer.Details.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "what builds on DPO?" }).ClickAsync();
        await Expect(viewer.Details.Locator("mark").First).ToBeVisibleAsync();
    }
}
