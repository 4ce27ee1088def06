namespace Stemma.GraphBuilder.Asking;

/// <summary>A Cypher text in the parts from which the question and the count of its rows are put together.</summary>
/// <param name="Body">All that finds the rows, up to <c>RETURN</c>.</param>
/// <param name="Columns">What is returned.</param>
/// <param name="Order">The order, total.</param>
internal sealed record AskText(string Body, string Columns, string Order)
{
    /// <summary>An expression that is null for a row that names the concept itself, or null where all do.</summary>
    public string? Through { get; init; }

    /// <summary>All rows.</summary>
    public string All => $"{Body}\nRETURN {Columns}\nORDER BY {Order}";

    /// <summary>The first <c>$limit</c> rows.</summary>
    public string First => $"{All}\nLIMIT $limit";

    /// <summary>One row: how many rows there are, and how many of them come through something else.</summary>
    public string Count => $"{Body}\nRETURN count(*) AS total, count({Through ?? "null"}) AS through";
}
