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

    [Theory]
    [InlineData("difusion modles", 7, 1716, "Diffusion Model")]
    [InlineData("diffusion modules", 7, 1716, "Diffusion Module")]
    [InlineData("diffusion modue", 7, 1716, "Diffusion Model")]
    [InlineData("diffusion modue", 50, 60, "Diffusion Module")]
    public async Task Papers_outweigh_a_slip_fiftyfold(string typed, int ofModule, int ofModel, string first)
    {
        await using var database = await OpenAsync("Kestrelnet");
        await AddAsync(database, "Diffusion Module", ofModule);
        await AddAsync(database, "Diffusion Model", ofModel);

        Assert.Equal(first, (await new NameSpeller(database).FindAsync(typed, 5, Cancelled))[0].Name);
    }

    [Theory]
    [InlineData("kestrel nets", true)]
    [InlineData("the Kestrelnet model", true)]
    [InlineData("Kestrlnet", false)]
    public async Task A_name_is_known_as_it_is_written(string typed, bool isKnown)
    {
        await using var database = await OpenAsync("Kestrelnet");

        Assert.Equal(isKnown, await new NameSpeller(database).IsKnownAsync(typed, Cancelled));
    }

    private static async Task<EmbeddedGraphDatabase> OpenAsync(string name)
    {
        var database = EmbeddedGraphDatabase.Over(SmallCorpus.Graph([]), TimeProvider.System);
        await AddAsync(database, name);
        return database;
    }

    private static Task AddAsync(IGraphDatabase database, string name, int papers = 9) =>
        WriteAsync(database, $"CREATE (:Concept:Method {{id: '{name.ToLowerInvariant()}', name: '{name}', aliases: ['{name}'], aliasReasons: [], aliasPapers: [{papers}], paperCount: {papers}}})");

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
