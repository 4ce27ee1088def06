namespace Stemma.GraphAnalysis.Ranks;

/// <summary>
/// Vertices in reverse postorder of a depth-first search along arcs: every arc leads to a later vertex, except back arcs, which close cycles; so one sweep propagates
/// flow along the others (Tarjan 1972). Iterative, O(vertices + arcs).
/// </summary>
internal static class VisitingOrder
{
    /// <summary>All vertices, each once.</summary>
    public static int[] Of(CsrGraph graph)
    {
        var order = new int[graph.VertexCount];
        var free = order.Length;
        var isSeen = new bool[order.Length];
        var next = new int[order.Length];
        var open = new Stack<int>();
        for (var start = 0; start < order.Length; start++)
        {
            if (!isSeen[start])
            {
                isSeen[start] = true;
                open.Push(start);
            }

            while (open.TryPeek(out var vertex))
            {
                var targets = graph.TargetsOf(vertex);
                if (next[vertex] == targets.Length)
                {
                    order[--free] = open.Pop();
                }
                else if (targets[next[vertex]++] is var target && !isSeen[target])
                {
                    isSeen[target] = true;
                    open.Push(target);
                }
            }
        }

        return order;
    }
}
