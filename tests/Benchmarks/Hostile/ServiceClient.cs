using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Stemma.Benchmarks.Hostile;

/// <summary>Sends the service one statement, and polls its health meanwhile.</summary>
/// <param name="address">Address of the service.</param>
/// <param name="process">Id of its process, which must keep running.</param>
internal sealed class ServiceClient(Uri address, int process) : IDisposable
{
    private static readonly TimeSpan PingEvery = TimeSpan.FromMilliseconds(10);

    private readonly HttpClient _client = new() { BaseAddress = address };

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    /// <summary>Returns once the service answers.</summary>
    public async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await PingAsync(cancellationToken);
                return;
            }
            catch (HttpRequestException) when (!Process.GetProcessById(process).HasExited)
            {
                await Task.Delay(PingEvery, cancellationToken);
            }
        }
    }

    /// <summary>Runs one statement to its end.</summary>
    public async Task<StatementOutcome> RunAsync(string statement, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var asked = AskAsync(statement, cancellationToken);
        var (pings, slowest) = (0, 0.0);
        do
        {
            var begin = Stopwatch.GetTimestamp();
            await PingAsync(cancellationToken);
            slowest = Math.Max(slowest, Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            pings++;
        }
        while (await Task.WhenAny(asked, Task.Delay(PingEvery, cancellationToken)) != asked);

        return new StatementOutcome(await asked, Stopwatch.GetElapsedTime(start).TotalSeconds, slowest, pings);
    }

    private async Task<string> AskAsync(string statement, CancellationToken cancellationToken)
    {
        using var response = await _client.PostAsJsonAsync("/api/cypher", new { statement }, cancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<JsonNode>(cancellationToken);
        return (string?)answer?["code"] ?? $"HTTP {(int)response.StatusCode}";
    }

    private async Task PingAsync(CancellationToken cancellationToken)
    {
        using var response = await _client.GetAsync(new Uri("/api/health", UriKind.Relative), cancellationToken);
        response.EnsureSuccessStatusCode();
    }
}

/// <summary>Outcome of a statement.</summary>
/// <param name="Code">Error code, or the HTTP status of an answer without one.</param>
/// <param name="Seconds">Time from the request to the answer.</param>
/// <param name="SlowestPingMs">Slowest answer of <c>/api/health</c> meanwhile.</param>
/// <param name="Pings">Number of health requests.</param>
internal sealed record StatementOutcome(string Code, double Seconds, double SlowestPingMs, int Pings);
