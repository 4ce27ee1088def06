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
/// <see cref="CypherEngine"/>. Many readers run at once, a writer alone; a write to a file is committed once the file is replaced, or not at all, and one that
/// changed nothing leaves the file alone.
/// </summary>
public sealed class EmbeddedGraphDatabase : IGraphDatabase
{
    /// <summary>A collection after loading takes a tenth of a second for a graph of 500 MB, and nothing that anybody would notice saves less than this.</summary>
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

    /// <summary>The graph itself, for algorithms that need all of it. Changes with each write: for graphs that are not written.</summary>
    public ColumnGraph Graph => _graph;

    /// <summary>Loads a file. Throws <see cref="GraphFileException"/> where it cannot be read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isWritable">Whether queries may write to it.</param>
    /// <param name="clock">Gives temporal functions their now, and measures time limits.</param>
    /// <param name="cancellationToken">Stops loading.</param>
    public static EmbeddedGraphDatabase Open(string path, bool isWritable, TimeProvider clock, CancellationToken cancellationToken) =>
        Open(path, isWritable, clock, GraphSaver.Save, cancellationToken);

    /// <summary>Loads a file whose changes are saved in a way of the caller's, for tests.</summary>
    internal static EmbeddedGraphDatabase Open(string path, bool isWritable, TimeProvider clock, GraphSave save, CancellationToken cancellationToken)
    {
        var file = GraphFile.Open(path);
        try
        {
            var before = GC.GetTotalAllocatedBytes(precise: false);
            var database = new EmbeddedGraphDatabase(file.LoadGraph(cancellationToken), file, isWritable, clock, save);
            if (GC.GetTotalAllocatedBytes(precise: false) - before > WorthCollecting)
            {
                // Half as much again as the graph is left of its making, and the collector would let it lie until as much is added.
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

    /// <summary>Queries a graph in memory, which only this database may change from now on.</summary>
    public static EmbeddedGraphDatabase Over(ColumnGraph graph, TimeProvider clock) => new(graph, null, isWritable: true, clock, GraphSaver.Save);

    /// <inheritdoc/>
    public async Task<IQueryResult> RunAsync(
        string cypher, IReadOnlyDictionary<string, GraphValue> parameters, QueryOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var scope = new QueryScope(options.Timeout, _clock, cancellationToken);
        try
        {
            // Nobody but the engine knows what writes; it refuses a write in reading mode itself.
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

    /// <summary>Goes on with the graph as it stands in the file, numbers included.</summary>
    private void Reopen(GraphColumns written)
    {
        var (oldText, oldFile) = (_fullText, _file!);
        _file = GraphFile.Open(oldFile.Path);
        _graph = new ColumnGraph(written);
        _fullText = new FullTextIndexes(_graph, _file);
        oldText.Dispose();
        oldFile.Dispose();
    }
}
