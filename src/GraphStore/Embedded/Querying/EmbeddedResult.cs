using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery;

namespace Stemma.GraphStore.Embedded.Querying;

/// <summary>The rows of a run, made on the thread pool a few hundred ahead of the reader. Holds the graph, and its time limit, until it is disposed.</summary>
internal sealed class EmbeddedResult : IQueryResult
{
    /// <summary>Enough that neither side waits for the other at each row, few enough that a wide row does not fill memory.</summary>
    private const int RowsAhead = 256;

    private readonly CypherRun _run;
    private readonly QueryScope _scope;
    private Task _producing = Task.CompletedTask;
    private bool _isRead;
    private bool _isDisposed;

    /// <summary>Takes over a run and what it was started in.</summary>
    public EmbeddedResult(CypherRun run, QueryScope scope) => (_run, _scope) = (run, scope);

    /// <inheritdoc/>
    public IReadOnlyList<string> Columns => _run.Columns;

    /// <inheritdoc/>
    public QuerySummary Summary => _run.Summary;

    /// <inheritdoc/>
    public async IAsyncEnumerable<IReadOnlyList<GraphValue>> ReadRowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _isRead = _isRead ? throw new InvalidOperationException("The rows of a result can be read once.") : true;
        var rows = Channel.CreateBounded<IReadOnlyList<GraphValue>>(
            new BoundedChannelOptions(RowsAhead) { SingleReader = true, SingleWriter = true });
        _producing = Task.Run(() => ProduceAsync(rows.Writer), CancellationToken.None);
        await foreach (var row in rows.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return row;
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
    }

    /// <summary>Never fails itself: what goes wrong goes to the reader.</summary>
    private async Task ProduceAsync(ChannelWriter<IReadOnlyList<GraphValue>> writer)
    {
        try
        {
            foreach (var row in _run.Rows)
            {
                while (!writer.TryWrite(row))
                {
                    await writer.WaitToWriteAsync(_scope.Stop).ConfigureAwait(false);
                }
            }

            writer.Complete();
        }
        catch (Exception e)
        {
            writer.Complete(_scope.Translate(e));
        }
    }
}
