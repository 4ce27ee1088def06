using Stemma.GraphStore.Embedded.Querying;

namespace Stemma.GraphStoreTests.Embedded.Querying;

public sealed class ReaderWriterGateTests
{
    private readonly ReaderWriterGate _gate = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Readers_enter_together_and_a_writer_waits_for_all_of_them()
    {
        var first = await _gate.EnterAsync(writing: false, Stop);
        var second = await _gate.EnterAsync(writing: false, Stop);
        var writer = _gate.EnterAsync(writing: true, Stop);
        first.Dispose();
        Assert.False(writer.IsCompleted);
        second.Dispose();
        (await writer).Dispose();
    }

    [Fact]
    public async Task A_reader_that_comes_after_a_waiting_writer_waits_too()
    {
        var reading = await _gate.EnterAsync(writing: false, Stop);
        var writer = _gate.EnterAsync(writing: true, Stop);
        var late = _gate.EnterAsync(writing: false, Stop);
        Assert.False(late.IsCompleted);
        reading.Dispose();
        var writing = await writer;
        Assert.False(late.IsCompleted);
        writing.Dispose();
        (await late).Dispose();
    }

    [Fact]
    public async Task A_writer_that_gives_up_lets_those_behind_it_in()
    {
        using var cancellation = new CancellationTokenSource();
        using var reading = await _gate.EnterAsync(writing: false, Stop);
        var writer = _gate.EnterAsync(writing: true, cancellation.Token);
        var late = _gate.EnterAsync(writing: false, Stop);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writer);
        (await late).Dispose();
    }

    [Fact]
    public async Task Leaving_twice_is_leaving_once()
    {
        var first = await _gate.EnterAsync(writing: false, Stop);
        using var second = await _gate.EnterAsync(writing: false, Stop);
        first.Dispose();
        first.Dispose();
        Assert.False(_gate.EnterAsync(writing: true, Stop).IsCompleted);
    }
}
