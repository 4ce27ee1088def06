namespace Stemma.GraphApi.Wire;

/// <summary>Cypher that looks up single entities and the links among given ones.</summary>
internal static class EntityQueries
{
    /// <summary>Nodes by element id.</summary>
    public const string NodesByKey = "UNWIND $keys AS key MATCH (n) WHERE elementId(n) = key RETURN n";

    /// <summary>Number of relationships of each node, by element id.</summary>
    public const string DegreesByKey = "UNWIND $keys AS key MATCH (n) WHERE elementId(n) = key RETURN key, COUNT { (n)--() } AS degree";

    /// <summary>What papers introduce or build on, among the nodes with the given element ids.</summary>
    public const string LinksAmong =
        """
        UNWIND $keys AS key
        MATCH (p) WHERE elementId(p) = key
        MATCH (p)-[r:INTRODUCES|BUILDS_ON]->(c:Concept) WHERE p:Paper AND elementId(c) IN $keys
        RETURN r ORDER BY p.id, c.id, type(r)
        """;

    /// <summary>What authors wrote, among the nodes with the given element ids.</summary>
    public const string WrittenAmong =
        """
        UNWIND $keys AS key
        MATCH (a) WHERE elementId(a) = key
        MATCH (a)-[r:WROTE]->(p:Paper) WHERE a:Author AND elementId(p) IN $keys
        RETURN r ORDER BY a.id, p.id
        """;

    /// <summary>Which tasks papers address, among the nodes with the given element ids.</summary>
    public const string TasksAmong =
        """
        UNWIND $keys AS key
        MATCH (p) WHERE elementId(p) = key
        MATCH (p)-[r:ADDRESSES]->(c:Concept) WHERE p:Paper AND elementId(c) IN $keys
        RETURN r ORDER BY p.id, c.id
        """;

    /// <summary>A paper by its stable id.</summary>
    public const string PaperById = "MATCH (n:Paper {id: $id}) RETURN n";

    /// <summary>A concept by its stable id.</summary>
    public const string ConceptById = "MATCH (n:Concept {id: $id}) RETURN n";

    /// <summary>An author by its stable id.</summary>
    public const string AuthorById = "MATCH (n:Author {id: $id}) RETURN n";

    /// <summary>A venue by its stable id.</summary>
    public const string VenueById = "MATCH (n:Venue {id: $id}) RETURN n";
}
