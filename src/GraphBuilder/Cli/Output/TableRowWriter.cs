using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphBuilder.Cli.Output;

/// <summary>Writes rows as a table for people: columns as wide as their widest cell up to a limit, numbers right-aligned, longer cells cut with an ellipsis.</summary>
/// <param name="writer">Destination.</param>
internal sealed class TableRowWriter(TextWriter writer) : IRowWriter
{
    private const int MaxCellWidth = 80;

    private readonly List<string[]> _rows = [];
    private bool[] _numeric = [];

    /// <inheritdoc/>
    public void Begin(IReadOnlyList<string> columns)
    {
        _rows.Add([.. columns.Select(Cut)]);
        _numeric = [.. columns.Select(_ => true)];
    }

    /// <inheritdoc/>
    public void Write(IReadOnlyList<GraphValue> row)
    {
        for (var at = 0; at < _numeric.Length; at++)
        {
            _numeric[at] &= row[at].IsNumber || row[at].IsNull;
        }

        _rows.Add([.. row.Select(value => Cut(ValuePrinter.Text(value)))]);
    }

    /// <inheritdoc/>
    public void End()
    {
        if (_numeric.Length == 0)
        {
            return;
        }

        var widths = _numeric.Select((_, column) => _rows.Max(row => row[column].Length)).ToArray();
        for (var at = 0; at < _rows.Count; at++)
        {
            writer.WriteLine(Line(_rows[at], widths));
            if (at == 0)
            {
                writer.WriteLine(string.Join("  ", widths.Select(width => new string('─', width))));
            }
        }

        writer.WriteLine(_rows.Count == 2 ? "1 row" : $"{_rows.Count - 1} rows");
        writer.Flush();
    }

    private string Line(string[] row, int[] widths) => string
        .Join("  ", row.Select((cell, at) => _numeric[at] && _rows.Count > 1 ? cell.PadLeft(widths[at]) : cell.PadRight(widths[at])))
        .TrimEnd();

    private static string Cut(string cell)
    {
        cell = cell.ReplaceLineEndings(" ");
        return cell.Length <= MaxCellWidth ? cell : $"{cell.AsSpan(0, MaxCellWidth - 1)}…";
    }
}
