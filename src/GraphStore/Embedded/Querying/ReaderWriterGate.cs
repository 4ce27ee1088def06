namespace Stemma.GraphStore.Embedded.Querying;

/// <summary>
/// Admits many readers at once or one writer alone, in order of arrival, without blocking a thread. A reader that arrives after a waiting writer waits too,
/// so that writers are not starved.
/// </summary>
internal sealed class ReaderWriterGate
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Visitor> _waiting = [];
    private int _readers;
    private bool _isWriting;

    /// <summary>Enters; dispose the result, once, to leave.</summary>
    public async Task<IDisposable> EnterAsync(bool writing, CancellationToken cancellationToken)
    {
        var visitor = new Visitor(this, writing);
        lock (_lock)
        {
            _waiting.AddLast(visitor);
            Admit();
        }

        // A visitor that was admitted just before its token was cancelled enters, and sees the cancellation inside.
        using var stop = cancellationToken.UnsafeRegister(_ => GiveUp(visitor, cancellationToken), null);
        await visitor.Admission.Task.ConfigureAwait(false);
        return visitor;
    }

    private void GiveUp(Visitor visitor, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_waiting.Remove(visitor))
            {
                visitor.Admission.SetCanceled(cancellationToken);
                Admit();
            }
        }
    }

    private void Leave(Visitor visitor)
    {
        lock (_lock)
        {
            if (visitor.IsWriting)
            {
                _isWriting = false;
            }
            else
            {
                _readers--;
            }

            Admit();
        }
    }

    private void Admit()
    {
        while (_waiting.First?.Value is { } next && !_isWriting && (_readers == 0 || !next.IsWriting))
        {
            _waiting.RemoveFirst();
            if (next.IsWriting)
            {
                _isWriting = true;
            }
            else
            {
                _readers++;
            }

            next.Admission.SetResult();
        }
    }

    private sealed class Visitor(ReaderWriterGate gate, bool isWriting) : IDisposable
    {
        private int _left;

        public bool IsWriting { get; } = isWriting;

        public TaskCompletionSource Admission { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                gate.Leave(this);
            }
        }
    }
}
