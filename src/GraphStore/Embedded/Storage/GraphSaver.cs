using Stemma.GraphStore.Embedded.FullText;

namespace Stemma.GraphStore.Embedded.Storage;

/// <summary>Puts a changed graph into its file; returns the columns as they are there.</summary>
/// <param name="graph">The graph with its changes.</param>
/// <param name="file">The file that it was loaded from.</param>
/// <param name="stop">Fires where the user wants it stopped; asked for the last time before the file is replaced.</param>
internal delegate GraphColumns GraphSave(ColumnGraph graph, GraphFile file, CancellationToken stop);

/// <summary>Saves what a statement changed: a new file with the graph as it is now, and with records, extractions and full-text indexes that nothing touched as they were, takes the place of the old one.</summary>
internal static class GraphSaver
{
    /// <summary>Saves a graph. Throws <see cref="GraphFileException"/> where the file cannot be written or was written by somebody else.</summary>
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

    /// <summary>The full-text indexes that would come out as they are: nodes keep their numbers, and all that changed are new ones without the index's label.</summary>
    private static FullTextDefinition[] Untouched(ColumnGraph graph, GraphFile file)
    {
        var isRenumbered = graph.NodeCount < graph.NodeCapacity;
        return isRenumbered || graph.ChangedNodes.Any(node => node < file.Description.Nodes)
            ? []
            : [.. FullTextDefinition.All.Where(definition => !graph.ChangedNodes.Any(node => HasLabel(node, graph.Labels.Find(definition.Label))))];

        // A node whose making was undone is none any more.
        bool HasLabel(int node, int label) => graph.NodeExists(node) && graph.HasLabel(node, label);
    }
}
