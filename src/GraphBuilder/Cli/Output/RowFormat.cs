namespace Stemma.GraphBuilder.Cli.Output;

/// <summary>The output formats for rows.</summary>
internal static class RowFormat
{
    /// <summary>Their names, the default first.</summary>
    public static IReadOnlyList<string> Names { get; } = ["table", "json", "csv"];

    /// <summary>Creates the writer of a format.</summary>
    public static IRowWriter Create(string name, CommandConsole console) => name switch
    {
        "json" => new JsonRowWriter(console.ResultBytes),
        "csv" => new CsvRowWriter(console.Results),
        _ => new TableRowWriter(console.Results),
    };
}
