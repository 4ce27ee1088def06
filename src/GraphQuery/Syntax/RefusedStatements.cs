using Stemma.GraphQuery.Errors;

namespace Stemma.GraphQuery.Syntax;

/// <summary>Rejects statements that Neo4j has and Stemma lacks, naming an alternative.</summary>
internal static class RefusedStatements
{
    private static readonly (string[] Words, string Reason)[] Statements =
    [
        (["LOAD", "CSV"], "LOAD CSV is not supported: a query reads no files. Send the rows as a parameter and UNWIND it, or give the file to 'stemma build'."),
        (["USE"], "USE is not supported: there is one graph."),
        (["CREATE", "INDEX"], IndexesAreFixed),
        (["CREATE", "RANGE", "INDEX"], IndexesAreFixed),
        (["CREATE", "TEXT", "INDEX"], IndexesAreFixed),
        (["CREATE", "POINT", "INDEX"], IndexesAreFixed),
        (["CREATE", "LOOKUP", "INDEX"], IndexesAreFixed),
        (["CREATE", "VECTOR", "INDEX"], IndexesAreFixed),
        (["CREATE", "FULLTEXT", "INDEX"], IndexesAreFixed),
        (["DROP", "INDEX"], IndexesAreFixed),
        (["CREATE", "CONSTRAINT"], "Constraints are not supported: the builder keeps ids apart. MERGE finds a node by its id, or makes it."),
        (["DROP", "CONSTRAINT"], "Constraints are not supported."),
        (["CREATE", "DATABASE"], OneGraph),
        (["DROP", "DATABASE"], OneGraph),
        (["START", "DATABASE"], OneGraph),
        (["STOP", "DATABASE"], OneGraph),
        (["ALTER"], OneGraph),
        (["CREATE", "USER"], OneGraph),
        (["SHOW", "USERS"], OneGraph),
        (["SHOW", "CURRENT", "USER"], OneGraph),
        (["SHOW", "ROLES"], OneGraph),
        (["SHOW", "PRIVILEGES"], OneGraph),
        (["SHOW", "SETTINGS"], "SHOW SETTINGS is not supported: what can be set is said when a graph is opened or served."),
        (["GRANT"], OneGraph),
        (["DENY"], OneGraph),
        (["REVOKE"], OneGraph),
        (["TERMINATE"], "TERMINATE is not supported: stop a query from where it was sent."),
    ];

    private const string IndexesAreFixed = "Indexes are fixed when a graph is built: SHOW INDEXES lists them.";
    private const string OneGraph = "Databases, users and rights are not managed by queries: there is one graph, and who may write is said when it is opened.";

    /// <summary>Throws if one of these statements starts here.</summary>
    public static void Check(TokenReader reader)
    {
        foreach (var (words, reason) in Statements)
        {
            var ahead = 0;
            while (ahead < words.Length && reader.Ahead(ahead).IsKeyword(words[ahead]))
            {
                ahead++;
            }

            if (ahead == words.Length)
            {
                throw SyntaxFault.At(reader.Text, reader.Current.Span.Start, CypherErrorType.SyntaxError, "UnsupportedStatement", reason);
            }
        }
    }
}
