using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Stemma.GraphApiTests;
using static Microsoft.Playwright.Assertions;

namespace Stemma.BrowserTests;

public sealed class AnswerTests(SampleService service, Chromium chromium)
{
    /// <summary>Ids of nodes whose labels cover a year of the axis.</summary>
    private const string OnYears = """
        () => {
          const cy = document.querySelector("#graph")._cyreg.cy, at = document.querySelector("#graph").getBoundingClientRect();
          const years = [...document.querySelectorAll(".axis-year")].map((year) => year.getBoundingClientRect());
          return cy.nodes().filter((node) => node.pstyle("text-opacity").value > 0).filter((node) => {
            const { x1, x2, y2 } = node.renderedBoundingBox({ includeOverlays: false, includeUnderlays: false, includeOutlines: false });
            return years.some((year) => x1 + at.x < year.right && year.left < x2 + at.x && y2 + at.y > year.top + 2);
          }).map((node) => node.id());
        }
        """;

    private Uri Address => service.Client.BaseAddress!;

    [Theory]
    [InlineData("")]
    [InlineData("?of=dpo&show=128")]
    [InlineData("?ask=what%20do%20DPO%20and%20PPO%20have%20in%20common%3F")]
    [InlineData("?ask=new%20benchmarks%20for%20reasoning")]
    public async Task Labels_leave_the_years_of_the_axis_free(string query)
    {
        await using var viewer = await chromium.OpenAsync(new Uri(Address, query));
        Assert.Empty(await viewer.Page.EvaluateAsync<string[]>(OnYears));
    }

    [Fact]
    public async Task A_long_answer_shows_more_of_its_rows_and_the_link_keeps_them()
    {
        await using var viewer = await chromium.OpenAsync(new Uri(Address, "?ask=who%20works%20on%20DPO%3F"));
        await viewer.Details.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Show more", Exact = true }).ClickAsync();
        await Expect(viewer.Details).ToContainTextAsync(new Regex(@"\b1\d\d found"));
        await Expect(viewer.Page).ToHaveURLAsync(new Regex("show=200"));
    }

    [Fact]
    public async Task Suggestions_have_the_width_of_a_narrow_page()
    {
        await using var viewer = await chromium.OpenAsync(Address, width: 420);
        await viewer.Box.FillAsync("preference");
        await Expect(viewer.Page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        Assert.True((await viewer.Page.GetByRole(AriaRole.Listbox).BoundingBoxAsync())!.Width > 390);
    }

    [Fact]
    public async Task The_keyboard_goes_from_the_box_to_the_drawing_and_the_answer_is_read_out()
    {
        await using var viewer = await chromium.OpenAsync(Address);
        await viewer.AskAsync("what builds on DPO?");
        await Expect(viewer.Page.Locator("#graph")).ToBeFocusedAsync();
        await Expect(viewer.Page.Locator("[aria-live=polite]").First).ToContainTextAsync("papers build on Direct Preference Optimization");
    }

    [Fact]
    public async Task A_path_is_told_step_by_step_and_a_step_leads_to_its_line()
    {
        await using var viewer = await chromium.OpenAsync(new Uri(Address, "?from=ppo&to=dpo"));
        var step = viewer.Details.Locator("ol button").First;
        await step.ClickAsync();
        await Expect(viewer.Page).ToHaveURLAsync(new Regex("edge="));
        await Expect(viewer.Details.GetByRole(AriaRole.Meter)).ToBeVisibleAsync();
    }
}
