using System.CommandLine;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Stemma.Benchmarks.Serving;

/// <summary>
/// <c>serving</c>: loads a running service with many clients, each of which sends its next request as soon as it is answered, and prints response times. First, two
/// clients send every request once, so that each is computed; then all clients send them in turn, like many users with the same page open.
/// </summary>
internal static class ServingCommand
{
    private const int Subjects = 200;
    private const int FirstClients = 2;

    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var address = new Argument<string>("address") { Description = "Where the service listens, for instance http://127.0.0.1:5180" };
        var clients = new Option<int>("--clients") { Description = "Clients at once", DefaultValueFactory = _ => 64 };
        var seconds = new Option<int>("--seconds") { Description = "How long each kind of request is asked for", DefaultValueFactory = _ => 20 };
        var command = new Command("serving", "Loads a running service with many clients at once.") { address, clients, seconds };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(new Uri(parsed.GetRequiredValue(address)), parsed.GetValue(clients), TimeSpan.FromSeconds(parsed.GetValue(seconds)), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Uri address, int clients, TimeSpan time, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = address };
        var subjects = await SubjectsAsync(client, cancellationToken);
        Console.WriteLine($"| request | {clients} clients | errors | requests/s | median ms | p99 ms | most ms |\n|---|---|--:|--:|--:|--:|--:|");
        var errors = 0;
        foreach (var (kind, paths) in new[]
        {
            ("lineage", subjects.Select(subject => $"api/lineage?of={Uri.EscapeDataString(subject.Id)}&contrast=true").ToArray()),
            ("search", [.. subjects.Select(subject => $"api/search?q={Uri.EscapeDataString(subject.Typed)}")]),
        })
        {
            errors += Print(kind, "first time, 2 clients", await LoadAsync(client, paths, FirstClients, paths.Length, null, cancellationToken));
            errors += Print(kind, "again and again", await LoadAsync(client, paths, clients, int.MaxValue, time, cancellationToken));
        }

        return errors == 0 ? 0 : 1;
    }

    /// <summary>The concepts that most papers name: their ids, and the beginning of their names, as a user types it.</summary>
    private static async Task<(string Id, string Typed)[]> SubjectsAsync(HttpClient client, CancellationToken cancellationToken)
    {
        var request = new { statement = $"MATCH (c:Concept) RETURN c.id, c.name ORDER BY c.paperCount DESC, c.id LIMIT {Subjects}" };
        using var response = await client.PostAsJsonAsync("api/cypher", request, cancellationToken);
        var rows = (await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>(cancellationToken))!["rows"]!.AsArray();
        return [.. rows.Select(row => ((string)row![0]!, Typed((string)row[1]!)))];
    }

    private static string Typed(string name) => name[..Math.Max(Math.Min(3, name.Length), name.Length * 2 / 3)];

    private static async Task<Answers> LoadAsync(
        HttpClient client, string[] paths, int clients, int requests, TimeSpan? time, CancellationToken cancellationToken)
    {
        var (next, begun) = (-1, TimeProvider.System.GetTimestamp());
        async Task<List<(bool Failed, double Milliseconds)>> ClientAsync()
        {
            var answers = new List<(bool, double)>();
            for (var at = Interlocked.Increment(ref next); at < requests && (time is null || TimeProvider.System.GetElapsedTime(begun) < time); at = Interlocked.Increment(ref next))
            {
                var asked = TimeProvider.System.GetTimestamp();
                using var response = await client.GetAsync(new Uri(paths[at % paths.Length], UriKind.Relative), cancellationToken);
                await response.Content.ReadAsByteArrayAsync(cancellationToken);
                answers.Add((!response.IsSuccessStatusCode, TimeProvider.System.GetElapsedTime(asked).TotalMilliseconds));
            }

            return answers;
        }

        var all = (await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => ClientAsync()))).SelectMany(answers => answers).ToArray();
        return new Answers(all.Count(answer => answer.Failed), [.. all.Select(answer => answer.Milliseconds).Order()], TimeProvider.System.GetElapsedTime(begun));
    }

    private static int Print(string kind, string how, Answers answers)
    {
        var (errors, sorted, elapsed) = answers;
        string Ms(double share) => sorted[(int)((sorted.Length - 1) * share)].ToString("F1", CultureInfo.InvariantCulture);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {kind} | {how} | {errors} | {sorted.Length / elapsed.TotalSeconds:F0} | {Ms(0.5)} | {Ms(0.99)} | {Ms(1)} |"));
        return errors;
    }

    private sealed record Answers(int Errors, double[] Milliseconds, TimeSpan Elapsed);
}
