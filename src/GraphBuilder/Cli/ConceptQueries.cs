using Stemma.GraphModel;

namespace Stemma.GraphBuilder.Cli;

/// <summary>Cypher queries about one concept.</summary>
internal static class ConceptQueries
{
    /// <summary>The concept with id <c>$id</c> and the papers that introduce it, the surest first.</summary>
    public const string WithIntroducers =
        $"MATCH (c:{GraphSchema.Labels.Concept} {{{GraphSchema.Keys.Id}: $id}}) OPTIONAL MATCH (p:{GraphSchema.Labels.Paper})-[r:{GraphSchema.Types.Introduces}]->(c) "
        + $"RETURN c, p.{GraphSchema.Keys.Id} AS paper, p.{GraphSchema.Keys.Title} AS title, r.{GraphSchema.Keys.By} AS by, r.{GraphSchema.Keys.Confidence} AS confidence ORDER BY confidence DESC, paper";
}
