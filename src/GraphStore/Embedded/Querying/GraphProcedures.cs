using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Procedures;
using Stemma.GraphStore.Embedded.FullText;

namespace Stemma.GraphStore.Embedded.Querying;

/// <summary>The procedures of an embedded graph, named and shaped as in Neo4j 5.</summary>
internal static class GraphProcedures
{
    /// <summary>All of them.</summary>
    /// <param name="fullText">The full-text indexes of the graph that is queried.</param>
    public static ProcedureCatalog Over(Func<FullTextIndexes> fullText) => new(
        new Procedure(
            new ProcedureSignature(
                "db.index.fulltext.queryNodes",
                [new ProcedureField("indexName", "STRING"), new ProcedureField("queryString", "STRING")],
                [new ProcedureField("node", "NODE"), new ProcedureField("score", "FLOAT")]),
            (context, arguments) => SearchNodes(fullText(), context, arguments)),
        Listing("db.labels", "label", graph => Used(graph.Labels, label => !graph.NodesWithLabel(label).IsEmpty)),
        Listing("db.relationshipTypes", "relationshipType", graph => Used(graph.RelationshipTypes, type => graph.CountRelationships(type) > 0)),
        Listing("db.propertyKeys", "propertyKey", graph => Used(graph.PropertyKeys, _ => true)));

    private static IEnumerable<GraphValue[]> SearchNodes(FullTextIndexes indexes, ProcedureContext context, GraphValue[] arguments)
    {
        // An OPTIONAL MATCH before the call may have found nothing to search for.
        if (arguments[0].IsNull || arguments[1].IsNull)
        {
            yield break;
        }

        foreach (var hit in indexes.Search(arguments[0].AsString(), arguments[1].AsString(), context.CancellationToken))
        {
            yield return [GraphValue.From(new NodeReference(hit.Node)), GraphValue.From(hit.Score)];
        }
    }

    private static Procedure Listing(string name, string output, Func<IPropertyGraph, IEnumerable<string>> list) => new(
        new ProcedureSignature(name, [], [new ProcedureField(output, "STRING")]),
        (context, _) => list(context.Graph).Order(StringComparer.Ordinal).Select(item => new[] { GraphValue.From(item) }));

    // Tokens are never removed, so those of deleted things must be left out.
    private static IEnumerable<string> Used(ITokenTable table, Func<int, bool> isUsed) =>
        Enumerable.Range(0, table.Count).Where(isUsed).Select(table.NameOf);

    private sealed class Procedure(
        ProcedureSignature signature, Func<ProcedureContext, GraphValue[], IEnumerable<GraphValue[]>> invoke) : IProcedure
    {
        public ProcedureSignature Signature { get; } = signature;

        public IEnumerable<GraphValue[]> Invoke(ProcedureContext context, GraphValue[] arguments) => invoke(context, arguments);
    }
}
