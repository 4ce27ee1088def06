namespace Stemma.GraphAnalysis.Ranks;

/// <summary>
/// Vertices sorted by strongly connected component, so that arcs between components lead from an earlier to a later one. Found by a second search, against the arcs, from
/// vertices in <see cref="VisitingOrder"/> (Kosaraju, in Sharir 1981, "A strong-connectivity algorithm and its applications in data flow analysis"). Within a component
/// the visiting order is kept. Iterative, O(vertices + arcs).
/// </summary>
/// <param name="Order">All vertices, each once.</param>
/// <param name="Ends">For each component in order, the place after its last vertex.</param>
internal sealed record StrongComponents(int[] Order, int[] Ends)
{
    /// <summary>The components of a graph.</summary>
    public static StrongComponents Of(CsrGraph graph)
    {
        var visiting = VisitingOrder.Of(graph);
        var (componentOf, sizes) = Number(graph, visiting);
        var ends = new int[sizes.Count];
        for (var (component, end) = (0, 0); component < ends.Length; component++)
        {
            ends[component] = end += sizes[component];
        }

        var order = new int[visiting.Length];
        var next = new int[ends.Length];
        foreach (var vertex in visiting)
        {
            var component = componentOf[vertex];
            order[ends[component] - sizes[component] + next[component]++] = vertex;
        }

        return new StrongComponents(order, ends);
    }

    private static (int[] ComponentOf, List<int> Sizes) Number(CsrGraph graph, int[] visiting)
    {
        var componentOf = new int[visiting.Length];
        Array.Fill(componentOf, -1);
        var sizes = new List<int>();
        var open = new Stack<int>();
        foreach (var start in visiting)
        {
            if (componentOf[start] >= 0)
            {
                continue;
            }

            componentOf[start] = sizes.Count;
            sizes.Add(0);
            open.Push(start);
            while (open.TryPop(out var vertex))
            {
                sizes[^1]++;
                foreach (var arc in graph.ArcsInto(vertex))
                {
                    var source = graph.SourceOf(arc);
                    if (componentOf[source] < 0)
                    {
                        componentOf[source] = sizes.Count - 1;
                        open.Push(source);
                    }
                }
            }
        }

        return (componentOf, sizes);
    }
}
