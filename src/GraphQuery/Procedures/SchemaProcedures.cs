using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Procedures;

/// <summary>The schema of a graph, derived from its contents, with the names and columns of Neo4j 5.</summary>
internal static class SchemaProcedures
{
    /// <summary>All of them.</summary>
    public static IEnumerable<IProcedure> All =>
    [
        Procedure.Listing("db.labels", ["label STRING"], context => Texts(LabelsOf(context.Graph).Select(context.Graph.Labels.NameOf))),
        Procedure.Listing("db.relationshipTypes", ["relationshipType STRING"], context => Texts(TypesOf(context.Graph).Select(context.Graph.RelationshipTypes.NameOf))),
        Procedure.Listing("db.propertyKeys", ["propertyKey STRING"], context => Texts(Enumerable.Range(0, context.Graph.PropertyKeys.Count).Select(context.Graph.PropertyKeys.NameOf))),
        Procedure.Listing("db.schema.visualization", ["nodes LIST", "relationships LIST"], Visualize),
        Procedure.Listing(
            "db.schema.nodeTypeProperties",
            ["nodeType STRING", "nodeLabels LIST", "propertyName STRING", "propertyTypes LIST", "mandatory BOOLEAN"],
            NodeProperties),
        Procedure.Listing("db.schema.relTypeProperties", ["relType STRING", "propertyName STRING", "propertyTypes LIST", "mandatory BOOLEAN"], RelationshipProperties),
    ];

    // Tokens are never removed, so tokens that are no longer used must be left out.
    private static IEnumerable<int> LabelsOf(IPropertyGraph graph) => Enumerable.Range(0, graph.Labels.Count).Where(label => !graph.NodesWithLabel(label).IsEmpty);

    private static IEnumerable<int> TypesOf(IPropertyGraph graph) => Enumerable.Range(0, graph.RelationshipTypes.Count).Where(type => graph.CountRelationships(type) > 0);

    private static IEnumerable<GraphValue[]> Texts(IEnumerable<string> names) => names.Order(StringComparer.Ordinal).Select(name => new[] { GraphValue.From(name) });

    /// <summary>One node per label, and one relationship per combination of type, start label and end label.</summary>
    private static IEnumerable<GraphValue[]> Visualize(ProcedureContext context)
    {
        var graph = context.Graph;
        var ways = new HashSet<(int Type, int From, int To)>();
        for (var relationship = 0; relationship < graph.RelationshipCapacity; relationship++)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (graph.RelationshipExists(relationship))
            {
                Add(graph, relationship, ways);
            }
        }

        var nodes = LabelsOf(graph).Select(label => GraphValue.From(NodeFor(graph, label)));
        var relationships = ways.Order().Select((way, i) => GraphValue.From(new GraphRelationship(
            $"-{i + 1}", graph.RelationshipTypes.NameOf(way.Type), IdOf(way.From), IdOf(way.To), Named(graph.RelationshipTypes.NameOf(way.Type)))));
        yield return [GraphValue.From(nodes.ToArray()), GraphValue.From(relationships.ToArray())];
    }

    private static void Add(IPropertyGraph graph, int relationship, HashSet<(int Type, int From, int To)> ways)
    {
        foreach (var from in graph.LabelsOf(graph.StartOf(relationship)))
        {
            foreach (var to in graph.LabelsOf(graph.EndOf(relationship)))
            {
                ways.Add((graph.TypeOf(relationship), from, to));
            }
        }
    }

    private static string IdOf(int label) => $"-{label + 1}";

    private static GraphNode NodeFor(IPropertyGraph graph, int label) => new(IdOf(label), [graph.Labels.NameOf(label)], Named(graph.Labels.NameOf(label)));

    private static Dictionary<string, GraphValue> Named(string name) => new() { ["name"] = GraphValue.From(name) };

    private static IEnumerable<GraphValue[]> NodeProperties(ProcedureContext context)
    {
        var graph = context.Graph;
        var nodes = Enumerable.Range(0, graph.NodeCapacity).Where(graph.NodeExists);
        return PropertyUse.Of(
                context, nodes, node => string.Join('\0', EntityDetacher.LabelNames(graph, node).Order(StringComparer.Ordinal)), graph.NodePropertyKeys, graph.NodeProperty)
            .Select(use =>
            {
                var labels = use.Group.Split('\0', StringSplitOptions.RemoveEmptyEntries);
                var type = string.Concat(labels.Select(label => $":`{label}`"));
                return (GraphValue[])[GraphValue.From(type), GraphValue.FromStrings(labels), .. use.Columns(graph)];
            });
    }

    private static IEnumerable<GraphValue[]> RelationshipProperties(ProcedureContext context)
    {
        var graph = context.Graph;
        var relationships = Enumerable.Range(0, graph.RelationshipCapacity).Where(graph.RelationshipExists);
        return PropertyUse.Of(
                context, relationships, relationship => graph.RelationshipTypes.NameOf(graph.TypeOf(relationship)), graph.RelationshipPropertyKeys, graph.RelationshipProperty)
            .Select(use => (GraphValue[])[GraphValue.From($":`{use.Group}`"), .. use.Columns(graph)]);
    }

    /// <summary>How the entities of a group use a property key.</summary>
    /// <param name="Group">Labels or type.</param>
    /// <param name="Key">Key token, or −1 for a group without properties.</param>
    /// <param name="Types">Names of the types of the values.</param>
    /// <param name="IsMandatory">Whether each entity of the group has the property.</param>
    private sealed record PropertyUse(string Group, int Key, IEnumerable<string> Types, bool IsMandatory)
    {
        /// <summary>Reads all entities and returns the uses ordered by group name.</summary>
        public static IEnumerable<PropertyUse> Of(
            ProcedureContext context, IEnumerable<int> entities, Func<int, string> groupOf, Func<int, IReadOnlyList<int>> keysOf, Func<int, int, GraphValue> read)
        {
            var groups = new SortedDictionary<string, (int Count, SortedDictionary<int, (int Count, SortedSet<string> Types)> Keys)>(StringComparer.Ordinal);
            foreach (var entity in entities)
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                var group = groupOf(entity);
                var (count, keys) = groups.GetValueOrDefault(group, (0, []));
                groups[group] = (count + 1, keys);
                foreach (var key in keysOf(entity))
                {
                    var (uses, types) = keys.GetValueOrDefault(key, (0, new SortedSet<string>(StringComparer.Ordinal)));
                    types.Add(TypeName.Full(read(entity, key)).Replace(" NOT NULL", "", StringComparison.Ordinal));
                    keys[key] = (uses + 1, types);
                }
            }

            return groups.SelectMany(group => group.Value.Keys.Count == 0
                ? [new PropertyUse(group.Key, -1, [], IsMandatory: false)]
                : group.Value.Keys.Select(key => new PropertyUse(group.Key, key.Key, key.Value.Types, key.Value.Count == group.Value.Count)));
        }

        /// <summary>The columns that nodes and relationships have in common.</summary>
        public GraphValue[] Columns(IPropertyGraph graph) => Key < 0
            ? [GraphValue.Null, GraphValue.Null, GraphValue.False]
            : [GraphValue.From(graph.PropertyKeys.NameOf(Key)), GraphValue.FromStrings(Types), GraphValue.From(IsMandatory)];
    }
}
