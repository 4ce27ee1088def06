using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Cli.Output;

/// <summary>Writes the rows of a query in one format, as they come.</summary>
internal interface IRowWriter
{
    /// <summary>Begins; called once, before any row.</summary>
    void Begin(IReadOnlyList<string> columns);

    /// <summary>Writes a row with one value a column.</summary>
    void Write(IReadOnlyList<GraphValue> row);

    /// <summary>Ends; called once.</summary>
    void End();
}
