namespace Stemma.GraphAnalysis.Communities;

/// <summary>Weakly connected components, by breadth-first search both ways.</summary>
public static class Components
{
    /// <summary>For each vertex its component, numbered from 0 in descending order of size, ties by smallest vertex.</summary>
    public static int[] Find(CsrGraph graph, CancellationToken cancellationToken)
    {
        var component = new int[graph.VertexCount];
        Array.Fill(component, -1);
        var queue = new Queue<int>();
        var count = 0;
        for (var start = 0; start < component.Length; start++)
        {
            if (component[start] < 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Visit(graph, component, queue, start, count++);
            }
        }

        return Numbering.BySize(component, count);
    }

    private static void Visit(CsrGraph graph, int[] component, Queue<int> queue, int start, int number)
    {
        component[start] = number;
        queue.Enqueue(start);
        while (queue.TryDequeue(out var vertex))
        {
            foreach (var target in graph.TargetsOf(vertex))
            {
                Reach(target);
            }

            foreach (var arc in graph.ArcsInto(vertex))
            {
                Reach(graph.SourceOf(arc));
            }
        }

        void Reach(int vertex)
        {
            if (component[vertex] < 0)
            {
                component[vertex] = number;
                queue.Enqueue(vertex);
            }
        }
    }
}
