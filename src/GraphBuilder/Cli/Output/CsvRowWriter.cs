using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphBuilder.Cli.Output;

/// <summary>Writes comma-separated values with a header line (RFC 4180, but with LF line ends); null is empty, entities and lists are in Cypher notation.</summary>
/// <param name="writer">Destination.</param>
internal sealed class CsvRowWriter(TextWriter writer) : IRowWriter
{
    /// <inheritdoc/>
    public void Begin(IReadOnlyList<string> columns) => WriteLine(columns);

    /// <inheritdoc/>
    public void Write(IReadOnlyList<GraphValue> row) => WriteLine(row.Select(value => value.IsNull ? "" : ValuePrinter.Text(value)));

    /// <inheritdoc/>
    public void End() => writer.Flush();

    private void WriteLine(IEnumerable<string> cells)
    {
        writer.Write(string.Join(',', cells.Select(Quote)));
        writer.Write('\n');
    }

    private static string Quote(string cell) =>
        cell.AsSpan().ContainsAny(",\"\r\n") || cell.Length > 0 && (cell[0] == ' ' || cell[^1] == ' ') ? $"\"{cell.Replace("\"", "\"\"")}\"" : cell;
}
