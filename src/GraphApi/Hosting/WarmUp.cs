using Stemma.GraphAnalysis.Lineage;
using Stemma.GraphApi.Exploring;
using Stemma.GraphBuilder.Asking;

namespace Stemma.GraphApi.Hosting;

/// <summary>
/// Runs once after the start, in the background: reads the answers that scan the whole graph and issues each kind of request once, so that the first users do not wait
/// for code to be compiled. It uses the graph's own best known concept; a fault here is only logged and shows again in a real request.
/// </summary>
internal sealed class WarmUp(ServedGraph graph, LineageFinder finder, Asker asker, NameSearch search, KeptAnswers answers, ILogger<WarmUp> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            var start = await StartEndpoint.GetAsync(graph, finder, answers, stoppingToken);
            if (start.Graph.Nodes.FirstOrDefault(node => node.Id == start.Focus) is { } focus)
            {
                await search.FindAsync(focus.Label, stoppingToken);
                await StatsEndpoint.GetAsync(graph, answers, stoppingToken);
                await asker.AskAsync($"what builds on {focus.Name}?", new AskOptions(), stoppingToken);
                await asker.AskAsync($"who introduced {focus.Name}?", new AskOptions(), stoppingToken);
                await asker.AskAsync($"how are {focus.Name} and {start.Graph.Nodes[0].Name} connected?", new AskOptions(), stoppingToken);
            }
        }
        catch (Exception fault) when (fault is GraphModel.Database.QueryException or GraphModel.Database.GraphUnavailableException or OperationCanceledException)
        {
            log.LogDebug(fault, "The warm-up ended early");
        }
    }
}
