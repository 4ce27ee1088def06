namespace Stemma.GraphBuilder.Asking.Querying;

/// <summary>A Cypher text in the parts from which the question and the count of its rows are put together.</summary>
/// <param name="Body">All that finds the rows, up to <c>RETURN</c>.</param>
/// <param name="Columns">What is returned.</param>
/// <param name="Order">The order, total.</param>
internal sealed record AskText(string Body, string Columns, string Order)
{
    /// <summary>An expression that is null for a row that names the concept itself, or null where all do.</summary>
    public string? Through { get; init; }

    /// <summary>An order of the rows that the limit left, by the names of their columns; null where it is <see cref="Order"/>.</summary>
    public string? Shown { get; init; }

    /// <summary>All rows.</summary>
    public string All => Shown is null ? $"{Body}\nRETURN {Columns}\nORDER BY {Order}" : $"{Body}\nWITH {Columns}\nRETURN {Names}\nORDER BY {Shown}";

    /// <summary>The first <c>$limit</c> rows.</summary>
    public string First => Shown is null ? $"{All}\nLIMIT $limit" : $"{Body}\nWITH {Columns}\nORDER BY {Order}\nLIMIT $limit\nRETURN {Names}\nORDER BY {Shown}";

    /// <summary>Names of the columns, which hold no comma.</summary>
    private string Names => string.Join(", ", Columns.Split(", ").Select(column => column.Split(" AS ")[^1]));

    /// <summary>One row: how many rows there are, and how many of them come through something else.</summary>
    public string Count => $"{Body}\nRETURN count(*) AS total, count({Through ?? "null"}) AS through";
}
