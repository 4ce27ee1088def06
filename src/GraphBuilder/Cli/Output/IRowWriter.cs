using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Cli.Output;

/// <summary>Writes the rows of a query in one format, as they arrive.</summary>
internal interface IRowWriter
{
    /// <summary>Starts the output; called once, before any row.</summary>
    void Begin(IReadOnlyList<string> columns);

    /// <summary>Writes a row, with one value per column.</summary>
    void Write(IReadOnlyList<GraphValue> row);

    /// <summary>Completes the output; called once.</summary>
    void End();
}
