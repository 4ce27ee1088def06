using Microsoft.Playwright;
using Stemma.GraphApi.Hosting;

[assembly: AssemblyFixture(typeof(Stemma.BrowserTests.Chromium))]

namespace Stemma.BrowserTests;

/// <summary>The system's Chromium, shared by all tests of the assembly, which are skipped if there is none.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Array.Find(Places, File.Exists) is { } program)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = program,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            });
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>Opens the viewer in a window of its own, and waits until it shows a graph.</summary>
    public async Task<ViewerPage> OpenAsync(Uri address, ColorScheme scheme = ColorScheme.Light, int width = 1440, int height = 900)
    {
        Assert.SkipWhen(_browser is null, "needs Chromium, for instance Debian's package chromium");
        Assert.SkipUnless(ViewerFiles.Exist, "needs the built viewer (a build with Node.js 20)");
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var page = new ViewerPage(await context.NewPageAsync());
        await page.GoAsync(address);
        return page;
    }
}
