using Stemma.GraphModel.Graph;

namespace Stemma.Benchmarks.Graphs;

/// <summary>
/// Start nodes chosen from the graph itself, so that the same graph gives the same ones: by rank in the number of relationships of one type, from hubs to ordinary nodes,
/// because the cost of a walk depends on little else.
/// </summary>
/// <param name="graph">The graph.</param>
/// <param name="label">Label of the nodes.</param>
/// <param name="type">Type of the relationships.</param>
internal sealed class Seeds(IPropertyGraph graph, string label, string type)
{
    private static readonly int[] Ranks = [3, 10, 30, 100, 300, 1000, 3000];

    private readonly int _label = graph.Labels.Find(label);
    private readonly int _type = graph.RelationshipTypes.Find(type);
    private readonly int _id = graph.PropertyKeys.Find("id");

    /// <summary>Start nodes of walks against the direction of the relationships.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> In => [.. Ranked(node => graph.Incoming(node, _type).Count).Select(node => Argument(("id", node)))];

    /// <summary>Start nodes of walks along the relationships.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Out => [.. Ranked(node => graph.Outgoing(node, _type).Count).Select(node => Argument(("id", node)))];

    /// <summary>Pairs two to four steps apart, if there are any: from a node with many relationships to one that a breadth-first search reaches last.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Pairs =>
        [.. Ranked(node => graph.Outgoing(node, _type).Count).Select(node => Argument(("from", node), ("to", Farthest(node, steps: 4))))];

    private IEnumerable<int> Ranked(Func<int, int> degree)
    {
        int[] nodes =
        [
            .. Enumerable.Range(0, graph.NodeCapacity)
                .Where(node => graph.HasLabel(node, _label) && degree(node) > 0)
                .OrderByDescending(degree)
                .ThenBy(IdOf, StringComparer.Ordinal),
        ];
        return Ranks.Where(rank => rank < nodes.Length).Select(rank => nodes[rank]);
    }

    private int Farthest(int start, int steps)
    {
        var seen = new HashSet<int> { start };
        List<int> front = [start];
        for (var step = 0; step < steps; step++)
        {
            List<int> next = [];
            foreach (var node in front)
            {
                foreach (var neighbour in graph.Outgoing(node, _type).Neighbours)
                {
                    if (graph.HasLabel(neighbour, _label) && seen.Add(neighbour))
                    {
                        next.Add(neighbour);
                    }
                }
            }

            if (next.Count == 0)
            {
                break;
            }

            front = next;
        }

        return front.MinBy(IdOf, StringComparer.Ordinal);
    }

    private string IdOf(int node) => graph.NodeProperty(node, _id).AsString();

    private Dictionary<string, string> Argument(params (string Name, int Node)[] pairs) => pairs.ToDictionary(pair => pair.Name, pair => IdOf(pair.Node));
}
