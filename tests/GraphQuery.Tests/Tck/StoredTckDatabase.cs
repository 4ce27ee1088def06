using Stemma.GraphStore.Embedded.Storage;

namespace Stemma.GraphQueryTests.Tck;

/// <summary>Saves the graph to a file and reopens it before each query.</summary>
/// <param name="path">The file, which is replaced each time.</param>
internal sealed class StoredTckDatabase(string path) : TckDatabase
{
    public override void Settle()
    {
        // Most scenarios have an empty graph; saving the first of them is enough.
        if (Graph.NodeCapacity > 0 || !File.Exists(path))
        {
            Reopen();
        }
    }

    private void Reopen()
    {
        using (var writer = GraphFileWriter.Create(path))
        {
            writer.WriteGraph(Graph, "openCypher TCK", CancellationToken.None);
            writer.Commit();
        }

        using var file = GraphFile.Open(path);
        Graph = file.LoadGraph(CancellationToken.None);
    }
}
