using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace Stemma.Benchmarks.Serving;

/// <summary>
/// <c>viewer</c>: opens the viewer of a running service in the system's Chromium and prints the time until the start page is usable, and the frame rate of a drawing of
/// 1,000 nodes and 3,000 edges while it is dragged. The large drawing is generated, always the same, and replaces that of the start page.
/// </summary>
internal static class ViewerCommand
{
    private const int Nodes = 1000;
    private const int Edges = 3000;

    private static readonly string[] Types = ["Method", "Method", "Method", "Dataset", "Benchmark", "Task"];
    private static readonly string[] Relations = ["BUILDS_ON", "COMPARES_WITH", "EVALUATES_ON", "USES"];

    /// <summary>Milliseconds from the navigation to the first graph on the canvas.</summary>
    private const string WaitForGraph =
        "() => new Promise((resolve) => { const look = () => document.querySelector('#graph')?._cyreg?.cy.nodes().nonempty() ? requestAnimationFrame(() => resolve(performance.now())) : requestAnimationFrame(look); look(); })";

    private const int Moves = 90;

    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var address = new Argument<string>("address") { Description = "Where the service listens, for instance http://127.0.0.1:5180" };
        var browser = new Option<string>("--browser") { Description = "The browser's program", DefaultValueFactory = _ => "/usr/bin/chromium" };
        var command = new Command("viewer", "Measures the viewer of a running service in a browser.") { address, browser };
        command.SetAction((parsed, _) => RunAsync(new Uri(parsed.GetRequiredValue(address)), parsed.GetValue(browser)!));
        return command;
    }

    private static async Task<int> RunAsync(Uri address, string program)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = ["--no-sandbox"] });
        Console.WriteLine("| what | figure |\n|---|--:|");
        Print("start page, from navigation to its graph, ms", await Median(5, () => OpenAsync(browser, address, null)));
        foreach (var layout in new[] { "year", "cluster" })
        {
            var page = await PageAsync(browser, LargeDrawing());
            await page.GotoAsync(new Uri(address, layout == "year" ? "" : "?layout=cluster").ToString());
            var soon = await page.EvaluateAsync<double>(WaitForGraph);
            var (rate, cost) = await DragAsync(page);
            Print($"{Nodes:N0} nodes and {Edges:N0} edges by {layout}, from navigation to the graph, ms", soon);
            Print("the same while it is dragged, frames/s", rate);
            Print("the same, time of the page's own thread for a frame, ms", cost);
            await page.Context.CloseAsync();
        }

        return 0;
    }

    /// <summary>Drags the drawing in circles. The thread's time, unlike the frame rate, does not depend on other load on the machine.</summary>
    /// <returns>Frames per second, and milliseconds of the page's main thread per frame.</returns>
    private static async Task<(double Rate, double Cost)> DragAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Performance.enable", new Dictionary<string, object> { ["timeDomain"] = "threadTicks" });
        await page.EvaluateAsync("() => { window.drawn = 0; document.querySelector('#graph')._cyreg.cy.on('render', () => { window.drawn++; }); }");
        await page.Mouse.MoveAsync(700, 780);
        await page.Mouse.DownAsync();
        var (begun, before) = (TimeProvider.System.GetTimestamp(), await ThreadSecondsAsync(session));
        for (var move = 0; move < Moves; move++)
        {
            await page.Mouse.MoveAsync(700 + (60 * MathF.Cos(move / 3f)), 780 + (40 * MathF.Sin(move / 3f)));
            await page.EvaluateAsync("() => new Promise(requestAnimationFrame)");
        }

        var (elapsed, after) = (TimeProvider.System.GetElapsedTime(begun), await ThreadSecondsAsync(session));
        await page.Mouse.UpAsync();
        var drawn = await page.EvaluateAsync<int>("() => window.drawn");
        return (drawn / elapsed.TotalSeconds, 1000 * (after - before) / drawn);
    }

    private static async Task<double> ThreadSecondsAsync(ICDPSession session) =>
        (await session.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray()
            .First(metric => metric.GetProperty("name").GetString() == "TaskDuration").GetProperty("value").GetDouble();

    private static async Task<double> OpenAsync(IBrowser browser, Uri address, string? start)
    {
        var page = await PageAsync(browser, start);
        await page.GotoAsync(address.ToString());
        var soon = await page.EvaluateAsync<double>(WaitForGraph);
        await page.Context.CloseAsync();
        return soon;
    }

    private static async Task<IPage> PageAsync(IBrowser browser, string? start)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1440, Height = 900 } });
        var page = await context.NewPageAsync();
        if (start is not null)
        {
            await page.RouteAsync("**/api/start", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "application/json", Body = start }));
        }

        return page;
    }

    private static async Task<double> Median(int times, Func<Task<double>> measure)
    {
        var all = new List<double>();
        for (var time = 0; time < times; time++)
        {
            all.Add(await measure());
        }

        return all.Order().ElementAt(times / 2);
    }

    /// <summary>Generates concepts over twenty years, more of them in later years, with relations between distinct pairs.</summary>
    private static string LargeDrawing()
    {
        var random = new Random(7);
        var years = Enumerable.Range(0, Nodes).Select(_ => 2005 + (int)(20 * Math.Sqrt(random.NextDouble()))).ToArray();
        var nodes = years.Select((year, at) => new
        {
            id = $"n{at}", key = $"n{at}", type = Types[at % Types.Length], types = new[] { Types[at % Types.Length] }, label = $"Thing-{at}", name = $"Thing {at}",
            year, paperCount = 3, rank = random.NextDouble(), degree = 9,
        });
        var pairs = new HashSet<(int, int)>();
        while (pairs.Count < Edges)
        {
            var (one, other) = (random.Next(Nodes), random.Next(Nodes));
            if (years[one] > years[other])
            {
                pairs.Add((one, other));
            }
        }

        var edges = pairs.Select((pair, at) => new
        {
            id = $"e{at}", from = $"n{pair.Item1}", to = $"n{pair.Item2}", type = Relations[at % Relations.Length], confidence = 0.9, derived = false,
            via = (string?)null, papers = 1, evidence = (object?)null,
        });
        return JsonSerializer.Serialize(new { focus = "n0", graph = new { nodes, edges, shown = Nodes, total = Nodes } });
    }

    private static void Print(string what, double figure) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {figure:F0} |"));
}
