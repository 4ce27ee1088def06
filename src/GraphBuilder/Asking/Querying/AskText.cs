namespace Stemma.GraphBuilder.Asking.Querying;

/// <summary>A Cypher text in parts, from which the queries for its rows and for their number are assembled.</summary>
/// <param name="Body">The part before <c>RETURN</c>.</param>
/// <param name="Columns">The returned columns.</param>
/// <param name="Order">The order, which is total.</param>
internal sealed record AskText(string Body, string Columns, string Order)
{
    /// <summary>An expression that is null for rows that <see cref="FoundRows.ViaCount"/> does not count; null if it counts none.</summary>
    public string? Through { get; init; }

    /// <summary>An order by column names for the rows within the limit; null if it is <see cref="Order"/>.</summary>
    public string? Shown { get; init; }

    /// <summary>All rows.</summary>
    public string All => Shown is null ? $"{Body}\nRETURN {Columns}\nORDER BY {Order}" : $"{Body}\nWITH {Columns}\nRETURN {Names}\nORDER BY {Shown}";

    /// <summary>The first <c>$limit</c> rows.</summary>
    public string First => Shown is null ? $"{All}\nLIMIT $limit" : $"{Body}\nWITH {Columns}\nORDER BY {Order}\nLIMIT $limit\nRETURN {Names}\nORDER BY {Shown}";

    /// <summary>Names of the columns, which must not contain commas.</summary>
    private string Names => string.Join(", ", Columns.Split(", ").Select(column => column.Split(" AS ")[^1]));

    /// <summary>One row: the number of rows, and how many of them <see cref="FoundRows.ViaCount"/> counts.</summary>
    public string Count => $"{Body}\nRETURN count(*) AS total, count({Through ?? "null"}) AS through";
}
