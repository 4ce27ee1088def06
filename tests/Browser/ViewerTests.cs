using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Stemma.GraphApiTests;
using static Microsoft.Playwright.Assertions;

namespace Stemma.BrowserTests;

public sealed class ViewerTests(SampleService service, Chromium chromium)
{
    private Uri Address => service.Client.BaseAddress!;

    [Fact]
    public async Task The_page_opens_on_a_lineage_without_faults_or_foreign_requests()
    {
        await using var viewer = await chromium.OpenAsync(Address);
        Assert.True(await viewer.ShownAsync() >= 15);
        Assert.Empty(viewer.Faults);
    }

    [Fact]
    public async Task Search_expand_undo_and_a_shared_link_lead_to_the_same_view()
    {
        await using var viewer = await chromium.OpenAsync(Address);
        await viewer.SearchAsync("DPO", "Direct Preference Optimization");
        var before = await viewer.ShownAsync();
        var table = await viewer.TableAsync();

        await viewer.PressAsync("Enter");
        await Expect(viewer.Legend).ToContainTextAsync("more from expanding");
        await viewer.SettleAsync();
        var expanded = await viewer.ShownAsync();
        Assert.True(expanded > before);

        var shared = new Uri(viewer.Page.Url);
        var expandedTable = await viewer.TableAsync();
        await viewer.PressAsync("u");
        await Expect(viewer.Legend).Not.ToContainTextAsync("more from expanding");
        Assert.Equal(before, await viewer.ShownAsync());
        Assert.Equal(table, await viewer.TableAsync());

        await using var other = await chromium.OpenAsync(shared);
        Assert.Equal(expanded, await other.ShownAsync());
        Assert.Equal(expandedTable, await other.TableAsync());
    }

    [Fact]
    public async Task An_edge_shows_its_sentence_with_the_mention_marked()
    {
        await using var viewer = await chromium.OpenAsync(Address);
        await viewer.SearchAsync("DPO", "Direct Preference Optimization");
        await viewer.PressAsync("e");
        await Expect(viewer.Details.Locator("blockquote")).ToBeVisibleAsync();
        var sentence = await viewer.Details.Locator("blockquote").First.InnerTextAsync();
        Assert.Contains(' ', sentence);
        Assert.Contains(await viewer.Details.Locator("blockquote mark").First.InnerTextAsync(), sentence, StringComparison.Ordinal);
        await Expect(viewer.Details.GetByRole(AriaRole.Meter)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_question_shows_its_answer_its_rows_and_its_cypher()
    {
        await using var viewer = await chromium.OpenAsync(Address);
        await viewer.AskAsync("what builds on DPO?");
        await Expect(viewer.Details).ToContainTextAsync(new Regex("build"));
        await Expect(viewer.Details.Locator("mark").First).ToBeVisibleAsync();
        await Expect(viewer.Page.Locator("body")).ToContainTextAsync("MATCH");
    }

    [Fact]
    public async Task The_console_runs_cypher_and_points_at_a_fault()
    {
        await using var viewer = await chromium.OpenAsync(Address);
        await viewer.PressAsync("q");
        var editor = viewer.Page.GetByLabel("Cypher statement");
        await Expect(editor).ToBeVisibleAsync();
        await editor.FillAsync("MATCH (p:Paper) RETURN count(p) AS papers");
        await editor.PressAsync("Control+Enter");
        await Expect(viewer.Drawer).ToContainTextAsync("papers");
        await Expect(viewer.Drawer).ToContainTextAsync("1 row");

        await editor.FillAsync("MATCH (p:Paper) RETURN q");
        await editor.PressAsync("Control+Enter");
        await Expect(viewer.Drawer.GetByRole(AriaRole.Alert)).ToContainTextAsync("q");
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 420)]
    public async Task Axe_finds_nothing(ColorScheme scheme, int width)
    {
        await using var viewer = await chromium.OpenAsync(Address, scheme, width);
        await AssertAccessibleAsync(viewer);
    }

    [Theory]
    [InlineData(ColorScheme.Light, "e", "v")]
    [InlineData(ColorScheme.Dark, "e", "w")]
    [InlineData(ColorScheme.Light, "q")]
    [InlineData(ColorScheme.Dark, "i")]
    [InlineData(ColorScheme.Light, "t")]
    [InlineData(ColorScheme.Light, "?")]
    public async Task Axe_finds_nothing_in_what_keys_open(ColorScheme scheme, params string[] keys)
    {
        await using var viewer = await chromium.OpenAsync(Address, scheme);
        foreach (var key in keys)
        {
            await viewer.PressAsync(key);
            await viewer.SettleAsync();
        }

        await AssertAccessibleAsync(viewer);
    }

    [Theory]
    [InlineData("?ask=colourless%20green%20ideas")]
    [InlineData("?of=SPO")]
    [InlineData("?ask=what%20builds%20on%20DPO%3F")]
    [InlineData("?ask=results%20on%20GSM8K")]
    [InlineData("?of=gsm8k")]
    [InlineData("?cypher=MATCH%20(p:Paper)%20RETURN%20p.year,%20count(*)")]
    public async Task Axe_finds_nothing_where_a_link_leads(string query)
    {
        await using var viewer = await chromium.OpenAsync(Address);
        await viewer.Page.GotoAsync(new Uri(Address, query).ToString());
        await viewer.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await AssertAccessibleAsync(viewer);
    }

    [Fact]
    public async Task The_keyboard_alone_walks_reads_and_finds_the_same_in_the_table()
    {
        await using var viewer = await chromium.OpenAsync(new Uri(Address, "?of=dpo"));
        var live = viewer.Page.Locator("[aria-live=polite]").First;
        await viewer.PressAsync("ArrowLeft");
        await Expect(live).ToContainTextAsync("relations shown");
        await viewer.PressAsync("e");
        await Expect(live).ToContainTextAsync(new Regex("builds on|variant of|compares with|evaluated on"));
        await viewer.PressAsync("t");
        await Expect(viewer.Drawer.Locator("tr[data-selected]")).ToHaveCountAsync(1);
        await viewer.Page.Keyboard.PressAsync("Escape");
        await Expect(viewer.Drawer.Locator("tr[data-selected]")).ToHaveCountAsync(0);
    }

    /// <summary>Asserts that axe finds no violation on a settled page. Checked again, because violations found while a panel is faded disappear once its content has loaded.</summary>
    private static async Task AssertAccessibleAsync(ViewerPage viewer)
    {
        var found = await FindViolationsAsync(viewer);
        for (var again = 0; again < 2 && found.Length > 0; again++)
        {
            await viewer.Page.WaitForTimeoutAsync(1000);
            await viewer.SettleAsync();
            found = await FindViolationsAsync(viewer);
        }

        Assert.True(found.Length == 0, string.Join('\n', found));
    }

    private static async Task<string[]> FindViolationsAsync(ViewerPage viewer) =>
        [.. (await viewer.Page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {violation.Help} ({violation.Nodes[0].Target})")];
}
