using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery;
using Stemma.GraphQuery.Errors;
using Stemma.GraphQuery.Procedures;
using Stemma.GraphStore.Embedded;
using Xunit;

namespace Stemma.GraphQueryTests.Tck;

/// <summary>The TCK on graphs saved to a file.</summary>
public sealed class StoredTckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("stemma-tck-").FullName;

    private string GraphFile => Path.Combine(_folder, "tck.stemma");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_passes_in_memory_passes_after_saving_and_opening_the_file()
    {
        TckSuite.SkipWhereAbsent();
        var listed = TckManifest.Read();
        Assert.Empty(
            from result in TckSuite.RunAll(() => new StoredTckDatabase(GraphFile))
            where listed.Contains(result.Scenario.Id) && result.Failure is not null
            select $"{result.Scenario.Id}: {result.Failure}");
    }

    [Fact]
    public async Task A_file_opened_for_reading_refuses_every_writing_query_by_its_name_and_stays_as_it_was()
    {
        TckSuite.SkipWhereAbsent();
        var engine = new CypherEngine(ProcedureCatalog.Empty, TimeProvider.System);
        var refused = 0;
        foreach (var scenario in TckSuite.Scenarios)
        {
            using var limit = TckSuite.Limit();
            var graph = new StoredTckDatabase(GraphFile);
            var setup = new ScenarioSetup(graph, TckSuite.Graphs, limit.Token);
            var query = scenario.Steps.First(step => step.Sentence == "executing query:").Text!;
            if (!Writes(engine, query))
            {
                continue;
            }

            _ = scenario.Steps.TakeWhile(setup.TryTake).Count();
            File.Delete(GraphFile);
            graph.Settle();
            var bytes = await File.ReadAllBytesAsync(GraphFile, limit.Token);
            await RefuseAsync(query, GraphChecksum.Of(graph.Graph), limit.Token);
            Assert.Equal(bytes, await File.ReadAllBytesAsync(GraphFile, limit.Token));
            refused++;
        }

        Assert.True(refused > 280, $"Only {refused} scenarios of the suite write.");
    }

    /// <summary>Whether a query has a writing clause; false for an invalid query.</summary>
    private static bool Writes(CypherEngine engine, string query)
    {
        try
        {
            return engine.IsWrite(query);
        }
        catch (CypherException)
        {
            return false;
        }
    }

    private async Task RefuseAsync(string query, string checksum, CancellationToken cancellationToken)
    {
        await using var database = EmbeddedGraphDatabase.Open(GraphFile, isWritable: false, TimeProvider.System, cancellationToken);
        var none = new Dictionary<string, GraphValue>();
        var inReading = await Assert.ThrowsAsync<CypherException>(() => database.ReadAllAsync(query, none, QueryOptions.Reading, cancellationToken));
        var onReadOnly = await Assert.ThrowsAsync<CypherException>(() => database.ReadAllAsync(query, none, QueryOptions.Writing, cancellationToken));

        Assert.Equal("AccessModeError.WriteInReadMode", inReading.Code);
        Assert.Equal("AccessModeError.ReadOnlyGraph", onReadOnly.Code);
        Assert.Contains("tck.stemma", onReadOnly.Message, StringComparison.Ordinal);
        Assert.Equal(checksum, GraphChecksum.Of(database.Graph));
    }
}
