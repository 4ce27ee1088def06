using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery;
using Stemma.GraphQuery.Errors;
using Stemma.GraphStore.Embedded.FullText;
using Stemma.GraphStore.Embedded.Querying;
using Stemma.GraphStore.Embedded.Storage;

namespace Stemma.GraphStore.Embedded;

/// <summary>
/// A graph in this process behind <see cref="IGraphDatabase"/>: a <see cref="GraphFile"/> loaded into a <see cref="ColumnGraph"/>, or a graph in memory, queried by
/// <see cref="CypherEngine"/>. Readers run concurrently, a writer runs alone. A write to a file is committed when the file has been replaced, or not at all; a write that
/// changes nothing leaves the file untouched.
/// </summary>
public sealed class EmbeddedGraphDatabase : IGraphDatabase
{
    /// <summary>Bytes allocated while loading above which a collection follows: it takes a tenth of a second for a graph of 500 MB, and below this it frees too little to notice.</summary>
    private const long WorthCollecting = 128L << 20;

    private readonly ReaderWriterGate _gate = new();
    private readonly CypherEngine _engine;
    private readonly TimeProvider _clock;
    private readonly bool _isWritable;
    private readonly GraphSave _save;
    private ColumnGraph _graph;
    private FullTextIndexes _fullText;
    private GraphFile? _file;

    private EmbeddedGraphDatabase(ColumnGraph graph, GraphFile? file, bool isWritable, TimeProvider clock, GraphSave save)
    {
        (_graph, _file, _isWritable, _clock, _save) = (graph, file, isWritable, clock, save);
        _fullText = new FullTextIndexes(graph, file);
        _engine = new CypherEngine(GraphProcedures.Over(() => _fullText, () => _graph.IndexedKeys), clock);
        Description = file is null ? "graph in memory" : Path.GetFileName(file.Path);
    }

    /// <inheritdoc/>
    public string Description { get; }

    /// <summary>The graph itself, for algorithms that need all of it. A write to a file replaces it, so use it only where nothing is written.</summary>
    public ColumnGraph Graph => _graph;

    /// <summary>Loads a file. Throws <see cref="GraphFileException"/> if it cannot be read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isWritable">Whether queries may write to it.</param>
    /// <param name="clock">Current time of temporal functions, and clock of time limits.</param>
    /// <param name="cancellationToken">Stops loading.</param>
    public static EmbeddedGraphDatabase Open(string path, bool isWritable, TimeProvider clock, CancellationToken cancellationToken) =>
        Open(path, isWritable, clock, GraphSaver.Save, cancellationToken);

    /// <summary>Loads a file, with a custom save function; for tests.</summary>
    internal static EmbeddedGraphDatabase Open(string path, bool isWritable, TimeProvider clock, GraphSave save, CancellationToken cancellationToken)
    {
        var file = GraphFile.Open(path);
        try
        {
            var before = GC.GetTotalAllocatedBytes(precise: false);
            var database = new EmbeddedGraphDatabase(file.LoadGraph(cancellationToken), file, isWritable, clock, save);
            if (GC.GetTotalAllocatedBytes(precise: false) - before > WorthCollecting)
            {
                // Loading leaves garbage of half the graph's size, which the collector would otherwise keep until as much is allocated again.
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            }

            return database;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Queries a graph in memory, which from now on only this database may change.</summary>
    public static EmbeddedGraphDatabase Over(ColumnGraph graph, TimeProvider clock) => new(graph, null, isWritable: true, clock, GraphSaver.Save);

    /// <inheritdoc/>
    public async Task<IQueryResult> RunAsync(
        string cypher, IReadOnlyDictionary<string, GraphValue> parameters, QueryOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var scope = new QueryScope(options.Timeout, _clock, cancellationToken);
        try
        {
            // Only the engine can tell whether a statement writes; it rejects a write in read mode itself.
            var writing = options.Access == AccessMode.Write && _engine.IsWrite(cypher);
            RequireWritable(writing);
            await scope.EnterAsync(_gate, writing).ConfigureAwait(false);
            var run = await Task.Run(() => Start(cypher, parameters, options, writing, scope), CancellationToken.None).ConfigureAwait(false);
            return new EmbeddedResult(run, scope);
        }
        catch (Exception e)
        {
            scope.Dispose();
            if (scope.Translate(e) is var told && told != e)
            {
                throw told;
            }

            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var alone = await _gate.EnterAsync(writing: true, CancellationToken.None).ConfigureAwait(false);
        _fullText.Dispose();
        _file?.Dispose();
    }

    private void RequireWritable(bool writing)
    {
        if (writing && !_isWritable)
        {
            throw new CypherException(
                CypherErrorType.AccessModeError, CypherPhase.Compile, "ReadOnlyGraph", $"The query would change {Description}, which was opened for reading only.");
        }
    }

    private CypherRun Start(
        string cypher, IReadOnlyDictionary<string, GraphValue> parameters, QueryOptions options, bool writing, QueryScope scope)
    {
        if (!writing)
        {
            return _engine.Start(_graph, cypher, parameters, options, scope.Stop);
        }

        GraphColumns? written = null;
        _graph.BeforeCommit = () =>
        {
            scope.EndLimit();
            written = _file is null ? null : _save(_graph, _file, scope.Stop);
        };
        try
        {
            return _engine.Start(_graph, cypher, parameters, options, scope.Stop);
        }
        finally
        {
            _graph.BeforeCommit = null;
            if (written is not null)
            {
                Reopen(written);
            }
        }
    }

    /// <summary>
    /// Continues with the graph as written to the file, whose numbers are closed up. The change is committed, so a file that cannot be opened again is no fault of the statement:
    /// the graph is then searched in memory, and the next write reports the fault.
    /// </summary>
    private void Reopen(GraphColumns written)
    {
        var (oldText, oldFile) = (_fullText, _file!);
        _graph = new ColumnGraph(written);
        try
        {
            _file = GraphFile.Open(oldFile.Path);
            _fullText = new FullTextIndexes(_graph, _file);
            oldFile.Dispose();
        }
        catch (GraphFileException)
        {
            _fullText = new FullTextIndexes(_graph);
        }

        oldText.Dispose();
    }
}
