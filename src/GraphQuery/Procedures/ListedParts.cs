using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Procedures;

/// <summary>Filtered listings: <c>SHOW FULLTEXT INDEXES</c> is <c>SHOW INDEXES</c> restricted to type FULLTEXT.</summary>
internal static class ListedParts
{
    private static readonly string[] KindsOfIndex = ["RANGE", "FULLTEXT", "TEXT", "LOOKUP", "POINT", "VECTOR"];

    /// <summary>All filtered listings of a catalog.</summary>
    public static IEnumerable<IProcedure> Of(ProcedureCatalog catalog)
    {
        if (catalog.TryFind("SHOW INDEXES", out var indexes))
        {
            foreach (var kind in KindsOfIndex)
            {
                yield return Procedure.Filtered($"SHOW {kind} INDEXES", indexes, "type", GraphValue.From(kind));
            }
        }

        if (catalog.TryFind("SHOW FUNCTIONS", out var functions))
        {
            yield return Procedure.Filtered("SHOW BUILT IN FUNCTIONS", functions, "isBuiltIn", GraphValue.True);
            yield return Procedure.Filtered("SHOW USER DEFINED FUNCTIONS", functions, "isBuiltIn", GraphValue.False);
        }
    }
}
