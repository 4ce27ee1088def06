namespace Stemma.GraphQuery.Syntax;

/// <summary>
/// Parses <c>SHOW INDEXES YIELD … WHERE … RETURN …</c> as a call of a procedure of that name, with the columns of Neo4j 5. A word that filters the listed items is part of the name
/// (<c>SHOW FULLTEXT INDEXES</c>), unless it selects all of them or none.
/// </summary>
internal sealed class ShowParser(TokenReader reader)
{
    private static readonly (string[] Words, string Procedure)[] Things =
    [
        .. OfIndexes(["ALL"], "SHOW INDEXES"), .. OfIndexes([], "SHOW INDEXES"), .. OfIndexes(["RANGE"], "SHOW RANGE INDEXES"), .. OfIndexes(["FULLTEXT"], "SHOW FULLTEXT INDEXES"),
        .. OfIndexes(["TEXT"], "SHOW TEXT INDEXES"), .. OfIndexes(["LOOKUP"], "SHOW LOOKUP INDEXES"), .. OfIndexes(["POINT"], "SHOW POINT INDEXES"), .. OfIndexes(["VECTOR"], "SHOW VECTOR INDEXES"),
        (["FUNCTION"], "SHOW FUNCTIONS"), (["FUNCTIONS"], "SHOW FUNCTIONS"), (["ALL", "FUNCTION"], "SHOW FUNCTIONS"), (["ALL", "FUNCTIONS"], "SHOW FUNCTIONS"),
        (["BUILT", "IN", "FUNCTION"], "SHOW BUILT IN FUNCTIONS"), (["BUILT", "IN", "FUNCTIONS"], "SHOW BUILT IN FUNCTIONS"),
        (["USER", "DEFINED", "FUNCTION"], "SHOW USER DEFINED FUNCTIONS"), (["USER", "DEFINED", "FUNCTIONS"], "SHOW USER DEFINED FUNCTIONS"),
        (["PROCEDURE"], "SHOW PROCEDURES"), (["PROCEDURES"], "SHOW PROCEDURES"), (["TRANSACTION"], "SHOW TRANSACTIONS"), (["TRANSACTIONS"], "SHOW TRANSACTIONS"),
        (["DATABASE"], "SHOW DATABASES"), (["DATABASES"], "SHOW DATABASES"), (["DEFAULT", "DATABASE"], "SHOW DATABASES"), (["HOME", "DATABASE"], "SHOW DATABASES"),
    ];

    private static readonly string[] KindsOfConstraint = ["ALL", "UNIQUE", "UNIQUENESS", "KEY", "EXIST", "EXISTENCE", "NODE", "RELATIONSHIP", "REL", "PROPERTY", "TYPE"];

    /// <summary>The name of the procedure after SHOW, which has already been taken.</summary>
    public string ParseName()
    {
        foreach (var (words, procedure) in Things)
        {
            if (reader.TryTake(words))
            {
                SkipWhoMayRun(procedure);
                return procedure;
            }
        }

        return TryTakeConstraints() ? "SHOW CONSTRAINTS" : throw reader.Unexpected("INDEXES, CONSTRAINTS, PROCEDURES, FUNCTIONS, DATABASES or TRANSACTIONS");
    }

    private static (string[] Words, string Procedure)[] OfIndexes(string[] kind, string procedure) => [([.. kind, "INDEX"], procedure), ([.. kind, "INDEXES"], procedure)];

    /// <summary>Skips <c>EXECUTABLE BY CURRENT USER</c>: every caller may call everything that is listed.</summary>
    private void SkipWhoMayRun(string procedure)
    {
        var isCallable = procedure == "SHOW PROCEDURES" || procedure.EndsWith("FUNCTIONS", StringComparison.Ordinal);
        if (isCallable && reader.TryTake("EXECUTABLE") && reader.TryTake("BY") && !reader.TryTake("CURRENT", "USER"))
        {
            reader.ExpectName("CURRENT USER or the name of a user");
        }
    }

    /// <summary>Takes <c>… CONSTRAINTS</c> with all words before it: there are no constraints of any kind.</summary>
    private bool TryTakeConstraints()
    {
        var ahead = 0;
        while (KindsOfConstraint.Any(reader.Ahead(ahead).IsKeyword))
        {
            ahead++;
        }

        if (!reader.Ahead(ahead).IsKeyword("CONSTRAINT") && !reader.Ahead(ahead).IsKeyword("CONSTRAINTS"))
        {
            return false;
        }

        reader.Return(reader.Mark + ahead + 1);
        return true;
    }
}
