namespace Stemma.GraphQuery.Syntax;

/// <summary>
/// Parses <c>SHOW INDEXES YIELD … WHERE … RETURN …</c>, which is a call of a procedure of that name: its columns are those of Neo4j 5.
/// </summary>
internal sealed class ShowParser(TokenReader reader)
{
    private static readonly string[] Adjectives = ["ALL", "RANGE", "FULLTEXT", "TEXT", "LOOKUP", "POINT", "VECTOR", "UNIQUE", "BUILT", "IN", "USER", "DEFINED", "EXECUTABLE", "BY", "CURRENT"];

    private static readonly (string Word, string Procedure)[] Things =
    [
        ("INDEX", "SHOW INDEXES"), ("INDEXES", "SHOW INDEXES"), ("CONSTRAINT", "SHOW CONSTRAINTS"), ("CONSTRAINTS", "SHOW CONSTRAINTS"),
        ("PROCEDURE", "SHOW PROCEDURES"), ("PROCEDURES", "SHOW PROCEDURES"), ("FUNCTION", "SHOW FUNCTIONS"), ("FUNCTIONS", "SHOW FUNCTIONS"),
        ("DATABASE", "SHOW DATABASES"), ("DATABASES", "SHOW DATABASES"), ("TRANSACTION", "SHOW TRANSACTIONS"), ("TRANSACTIONS", "SHOW TRANSACTIONS"),
    ];

    /// <summary>The name of the procedure after SHOW, which was taken.</summary>
    public string ParseName()
    {
        while (Adjectives.Any(reader.Is))
        {
            reader.Take();
        }

        foreach (var (word, procedure) in Things)
        {
            if (reader.TryTake(word))
            {
                return procedure;
            }
        }

        throw reader.Unexpected("INDEXES, CONSTRAINTS, PROCEDURES, FUNCTIONS, DATABASES or TRANSACTIONS");
    }
}
