using Stemma.GraphStore.Embedded.FullText;

namespace Stemma.GraphStore.Embedded.Storage;

/// <summary>Saves a changed graph to its file; returns the columns as stored there.</summary>
/// <param name="graph">The graph with its changes.</param>
/// <param name="file">The file that it was loaded from.</param>
/// <param name="stop">Cancels on the user's request; checked for the last time before the file is replaced.</param>
internal delegate GraphColumns GraphSave(ColumnGraph graph, GraphFile file, CancellationToken stop);

/// <summary>Saves the changes of a statement: a new file with the current graph, and with copies of the records, extractions and unaffected full-text indexes, replaces the old one.</summary>
internal static class GraphSaver
{
    /// <summary>Saves a graph. Throws <see cref="GraphFileException"/> if the file cannot be written or another process has written it.</summary>
    public static GraphColumns Save(ColumnGraph graph, GraphFile file, CancellationToken stop)
    {
        var columns = graph.Pack();
        using var writer = GraphFileWriter.Create(file.Path);
        writer.RequireUnreplaced(file);
        writer.CopyContents(file);
        writer.WriteGraph(columns, file, Untouched(graph, file), stop);
        file.Connections.CloseIdle();
        stop.ThrowIfCancellationRequested();
        writer.Commit();
        return columns;
    }

    /// <summary>The full-text indexes whose content stays the same: nodes keep their numbers, and all changed nodes are new and lack the index's label.</summary>
    private static FullTextDefinition[] Untouched(ColumnGraph graph, GraphFile file)
    {
        var isRenumbered = graph.NodeCount < graph.NodeCapacity;
        return isRenumbered || graph.ChangedNodes.Any(node => node < file.Description.Nodes)
            ? []
            : [.. FullTextDefinition.All.Where(definition => !graph.ChangedNodes.Any(node => HasLabel(node, graph.Labels.Find(definition.Label))))];

        // A node whose creation was rolled back does not exist.
        bool HasLabel(int node, int label) => graph.NodeExists(node) && graph.HasLabel(node, label);
    }
}
