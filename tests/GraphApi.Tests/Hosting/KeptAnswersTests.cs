using Stemma.GraphApi.Hosting;
using Stemma.GraphApiTests.Console;

namespace Stemma.GraphApiTests.Hosting;

public sealed class KeptAnswersTests(SampleService service)
{
    private readonly HandClock _clock = new();
    private int _readings;

    [Fact]
    public async Task Many_who_ask_at_once_wait_for_one_reading()
    {
        var answers = new KeptAnswers(service.Graph, _clock);
        var gate = new TaskCompletionSource();
        var asked = Enumerable.Range(0, 20).Select(_ => answers.GetAsync("x", async _ => { await gate.Task; return Read(); }, TestContext.Current.CancellationToken)).ToArray();
        gate.SetResult();
        Assert.All(await Task.WhenAll(asked), answer => Assert.Equal("1", answer));
    }

    [Fact]
    public async Task The_answer_of_a_graph_that_cannot_change_is_kept_for_good()
    {
        var answers = new KeptAnswers(service.Graph, _clock);
        await AskAsync(answers);
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("1", await AskAsync(answers));
    }

    [Fact]
    public async Task The_answer_of_a_graph_that_others_may_change_is_kept_for_a_minute()
    {
        var answers = new KeptAnswers(new ServedGraph(new WatchedDatabase(service.Graph.Database), "server"), _clock);
        await AskAsync(answers);
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal("1", await AskAsync(answers));
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("2", await AskAsync(answers));
    }

    [Fact]
    public async Task A_reading_that_fails_is_tried_again()
    {
        var answers = new KeptAnswers(service.Graph, _clock);
        await Assert.ThrowsAsync<TimeoutException>(() => answers.GetAsync<string>("x", _ => throw new TimeoutException(), TestContext.Current.CancellationToken));
        Assert.Equal("1", await AskAsync(answers));
    }

    [Fact]
    public async Task One_who_leaves_does_not_end_the_reading_for_the_others()
    {
        var answers = new KeptAnswers(service.Graph, _clock);
        var gate = new TaskCompletionSource();
        using var leaving = new CancellationTokenSource();
        var first = answers.GetAsync("x", async _ => { await gate.Task; return Read(); }, leaving.Token);
        var second = AskAsync(answers);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult();
        Assert.Equal("1", await second);
    }

    private Task<string> AskAsync(KeptAnswers answers) => answers.GetAsync("x", _ => Task.FromResult(Read()), TestContext.Current.CancellationToken);

    private string Read() => Interlocked.Increment(ref _readings).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A clock that is advanced by hand.</summary>
    private sealed class HandClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Advance(TimeSpan time) => _ticks += time.Ticks;

        public override long GetTimestamp() => _ticks;
    }
}
