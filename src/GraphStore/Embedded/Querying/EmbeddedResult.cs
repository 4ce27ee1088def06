using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery;

namespace Stemma.GraphStore.Embedded.Querying;

/// <summary>The rows of a run, produced on the thread pool a few hundred ahead of the reader. Until it is disposed, the graph stays locked and the time limit runs.</summary>
internal sealed class EmbeddedResult : IQueryResult
{
    /// <summary>Rows are passed in batches, of one row at first and twice as many each time, because passing a batch costs more than producing most rows.</summary>
    private const int LargestBatch = 128;

    /// <summary>Enough that neither side waits for the other at each batch, few enough that wide rows do not fill memory.</summary>
    private const int BatchesAhead = 2;

    private readonly CypherRun _run;
    private readonly QueryScope _scope;
    private Task _producing = Task.CompletedTask;
    private bool _isRead;
    private bool _isDisposed;

    /// <summary>Creates the result of a run and takes ownership of its scope.</summary>
    public EmbeddedResult(CypherRun run, QueryScope scope) => (_run, _scope) = (run, scope);

    /// <inheritdoc/>
    public IReadOnlyList<string> Columns => _run.Columns;

    /// <inheritdoc/>
    public QuerySummary Summary => _run.Summary;

    /// <inheritdoc/>
    public async IAsyncEnumerable<IReadOnlyList<GraphValue>> ReadRowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _isRead = _isRead ? throw new InvalidOperationException("The rows of a result can be read once.") : true;
        var batches = Channel.CreateBounded<List<IReadOnlyList<GraphValue>>>(
            new BoundedChannelOptions(BatchesAhead) { SingleReader = true, SingleWriter = true });
        _producing = Task.Run(() => ProduceAsync(batches.Writer), CancellationToken.None);
        await foreach (var batch in batches.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (var row in batch)
            {
                yield return row;
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        await _scope.CancelAsync().ConfigureAwait(false);
        await _producing.ConfigureAwait(false);
        _scope.Dispose();
        _run.End();
    }

    /// <summary>Never throws: failures are passed to the reader.</summary>
    private async Task ProduceAsync(ChannelWriter<List<IReadOnlyList<GraphValue>>> writer)
    {
        var batch = new List<IReadOnlyList<GraphValue>>(1);
        try
        {
            foreach (var row in _run.Rows)
            {
                batch.Add(row);
                if (batch.Count == batch.Capacity)
                {
                    await writer.WriteAsync(batch, _scope.Stop).ConfigureAwait(false);
                    batch = new List<IReadOnlyList<GraphValue>>(Math.Min(2 * batch.Capacity, LargestBatch));
                }
            }

            await writer.WriteAsync(batch, _scope.Stop).ConfigureAwait(false);
            writer.Complete();
        }
        catch (Exception e)
        {
            writer.TryWrite(batch);
            writer.Complete(_scope.Translate(e));
        }
    }
}
