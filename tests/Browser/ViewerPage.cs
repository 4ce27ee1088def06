using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Stemma.BrowserTests;

/// <summary>The viewer as a user operates it: by labels and by keys.</summary>
public sealed partial class ViewerPage : IAsyncDisposable
{
    private readonly List<string> _faults = [];

    /// <summary>Wraps a page and records faults and requests to other hosts.</summary>
    public ViewerPage(IPage page)
    {
        Page = page;
        page.PageError += (_, fault) => _faults.Add(fault);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _faults.Add(message.Text);
            }
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal) && new Uri(request.Url).Host != "127.0.0.1")
            {
                _faults.Add($"foreign request: {request.Url}");
            }
        };
    }

    /// <summary>The page itself.</summary>
    public IPage Page { get; }

    /// <summary>Script errors, console errors and requests to other hosts so far.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Left side: legend, counts, years.</summary>
    public ILocator Legend => Page.GetByRole(AriaRole.Complementary, new PageGetByRoleOptions { Name = "Legend and filters" });

    /// <summary>Right side: the selection, and the answer.</summary>
    public ILocator Details => Page.GetByRole(AriaRole.Complementary, new PageGetByRoleOptions { Name = "Details" });

    /// <summary>The search box.</summary>
    public ILocator Box => Page.GetByRole(AriaRole.Combobox);

    /// <summary>Bottom: console and table.</summary>
    public ILocator Drawer => Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Console and table" });

    /// <summary>Opens an address and waits for a graph.</summary>
    public async Task GoAsync(Uri address)
    {
        await Page.GotoAsync(address.ToString());
        await SettleAsync();
    }

    /// <summary>Waits until nodes are shown, nothing is being fetched, and no panel is faded because its content is loading or an animation is running.</summary>
    public async Task SettleAsync()
    {
        await Expect(Legend.GetByText(Counted())).ToBeVisibleAsync();
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Expect(Page.Locator(".waiting")).ToHaveCountAsync(0);
        await Page.WaitForFunctionAsync("() => document.getAnimations().every((animation) => animation.playState !== 'running')");
    }

    /// <summary>Types a search, clicks the first suggestion that contains <paramref name="option"/>, and waits for its lineage.</summary>
    public async Task SearchAsync(string text, string option)
    {
        await Box.FillAsync(text);
        await Page.GetByRole(AriaRole.Option).Filter(new LocatorFilterOptions { HasText = option }).First.ClickAsync();
        await TitledAsync($"Lineage of {text}");
    }

    /// <summary>Asks a question.</summary>
    public async Task AskAsync(string question)
    {
        await Box.FillAsync(question);
        await Box.PressAsync("Enter");
        await TitledAsync(question);
    }

    /// <summary>Waits until the view with this title is shown.</summary>
    private async Task TitledAsync(string title)
    {
        await Expect(Legend.GetByRole(AriaRole.Heading, new LocatorGetByRoleOptions { Level = 1 })).ToHaveTextAsync(title);
        await SettleAsync();
    }

    /// <summary>Presses a key on the graph.</summary>
    public async Task PressAsync(string key)
    {
        await Page.Locator("#graph").FocusAsync();
        await Page.Keyboard.PressAsync(key);
    }

    /// <summary>Number of nodes shown, including those added by expanding.</summary>
    public async Task<int> ShownAsync()
    {
        var counted = Counted().Match(await Legend.GetByText(Counted()).InnerTextAsync());
        return NumberIn(counted.Groups["asked"]) + NumberIn(counted.Groups["added"]);
    }

    /// <summary>Everything that the view shows, as text: the table version of the graph.</summary>
    public async Task<string> TableAsync()
    {
        if (!await Drawer.GetByRole(AriaRole.Table).First.IsVisibleAsync())
        {
            await PressAsync("t");
        }

        await Expect(Drawer.GetByRole(AriaRole.Table).First).ToBeVisibleAsync();
        var text = await Drawer.InnerTextAsync();
        await PressAsync("t");
        return text;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    private static int NumberIn(Group group) =>
        group.Success ? int.Parse(group.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"(?<asked>[\d,]+)(?: of [\d,]+)? shown(?:, from the first .*?rows(?: only)?)?(, (?<added>[\d,]+) more from expanding)?", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Counted();
}
