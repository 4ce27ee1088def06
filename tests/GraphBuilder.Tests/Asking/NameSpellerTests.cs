using Stemma.GraphBuilder.Asking;
using Stemma.GraphBuilder.Asking.Names;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.GraphStore.Embedded;
using Xunit;

namespace Stemma.GraphBuilderTests.Asking;

/// <summary>The known names after other writers change the graph.</summary>
public sealed class NameSpellerTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0.5, false)]
    [InlineData(1.5, true)]
    public async Task A_name_that_comes_later_is_known_after_a_minute(double minutes, bool isKnown)
    {
        var clock = new SteppedClock();
        await using var database = await OpenAsync("Kestrelnet");
        var speller = new NameSpeller(database, clock);
        Assert.Single(await speller.FindAsync("Kestrlnet", 5, Cancelled));

        await AddAsync(database, "Sparrownet");
        clock.Advance(TimeSpan.FromMinutes(minutes));
        Assert.Equal(isKnown, (await speller.FindAsync("Sparownet", 5, Cancelled)).Count == 1);
    }

    [Theory]
    [InlineData(30, false)]
    [InlineData(61, true)]
    public async Task A_name_that_was_changed_is_known_after_an_hour(int minutes, bool isKnown)
    {
        var clock = new SteppedClock();
        await using var database = await OpenAsync("Kestrelnet");
        var speller = new NameSpeller(database, clock);
        Assert.Single(await speller.FindAsync("Kestrlnet", 5, Cancelled));

        await WriteAsync(database, "MATCH (c:Concept) SET c.name = 'Sparrownet'");
        clock.Advance(TimeSpan.FromMinutes(minutes));
        Assert.Equal(isKnown, (await speller.FindAsync("Sparownet", 5, Cancelled)).Count == 1);
    }

    [Fact]
    public async Task Without_a_clock_the_names_are_read_once()
    {
        await using var database = await OpenAsync("Kestrelnet");
        var speller = new NameSpeller(database);
        await speller.FindAsync("Kestrlnet", 5, Cancelled);

        await AddAsync(database, "Sparrownet");
        Assert.Empty(await speller.FindAsync("Sparownet", 5, Cancelled));
    }

    private static async Task<EmbeddedGraphDatabase> OpenAsync(string name)
    {
        var database = EmbeddedGraphDatabase.Over(SmallCorpus.Graph([]), TimeProvider.System);
        await AddAsync(database, name);
        return database;
    }

    private static Task AddAsync(IGraphDatabase database, string name) =>
        WriteAsync(database, $"CREATE (:Concept:Method {{id: '{name.ToLowerInvariant()}', name: '{name}', aliases: ['{name}'], aliasReasons: [], aliasPapers: [9], paperCount: 9}})");

    private static async Task WriteAsync(IGraphDatabase database, string statement) =>
        await database.ReadAllAsync(statement, new Dictionary<string, GraphValue>(), QueryOptions.Writing, Cancelled);

    /// <summary>A clock that advances only on request.</summary>
    private sealed class SteppedClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Advance(TimeSpan time) => _ticks += time.Ticks;
    }
}
