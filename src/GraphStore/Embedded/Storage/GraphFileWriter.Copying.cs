using Stemma.GraphStore.Embedded.FullText;

namespace Stemma.GraphStore.Embedded.Storage;

/// <content>Copying unchanged parts from another graph file.</content>
public sealed partial class GraphFileWriter
{
    private const string Source = "source";

    /// <summary>Copies the cache and the records of another graph file; entries written before take precedence.</summary>
    public void CopyContents(GraphFile source)
    {
        ArgumentNullException.ThrowIfNull(source);
        WhileAttached(source, () =>
        {
            Execute($"INSERT OR IGNORE INTO extraction SELECT * FROM {Source}.extraction ORDER BY hash");
            Execute($"INSERT OR IGNORE INTO record SELECT * FROM {Source}.record ORDER BY id");
        });
    }

    /// <summary>Writes the graph and its full-text indexes, copying some of these from another file; an index that is damaged there is rebuilt.</summary>
    /// <param name="columns">The graph.</param>
    /// <param name="before">The file that the graph was in before; its sources are kept.</param>
    /// <param name="untouched">The indexes whose content is the same for this graph as for that one.</param>
    /// <param name="cancellationToken">Stops within a second.</param>
    internal void WriteGraph(GraphColumns columns, GraphFile before, IReadOnlyList<FullTextDefinition> untouched, CancellationToken cancellationToken)
    {
        WhileAttached(before, () => WriteGraph(columns, before.Description.Sources, TryCopy, cancellationToken));

        bool TryCopy(FullTextDefinition definition) =>
            untouched.Contains(definition) && FullTextTable.TryCopy(Connection, definition, Source, before.Connections.Require(GraphFile.FullTextKey(definition)));
    }

    /// <summary>Throws if another process has replaced the file since it was opened.</summary>
    internal void RequireUnreplaced(GraphFile opened)
    {
        using var now = GraphFile.Open(_path);
        if (now.Description != opened.Description)
        {
            throw new GraphFileException(
                GraphFileFault.Replaced, _path, $"{_path} was written by another process since it was opened. Open it again, so that its work is not lost.");
        }
    }

    /// <summary>Runs an action while the tables of another file can be read under the name <see cref="Source"/>: SQLite attaches and detaches between transactions only.</summary>
    private void WhileAttached(GraphFile source, Action action)
    {
        Execute("COMMIT");
        Execute($"ATTACH $path AS {Source}", ("$path", source.Path));
        Execute("BEGIN");
        action();
        Execute("COMMIT");
        Execute($"DETACH {Source}");
        Execute("BEGIN");
    }
}
