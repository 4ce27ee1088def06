using Stemma.GraphBuilder.Publishing;
using Stemma.GraphModel.Graph;

namespace Stemma.GraphBuilder.Cli;

/// <summary>An export format for graphs.</summary>
/// <param name="Name">As typed: <c>jsonl</c>.</param>
/// <param name="Description">What it is useful for.</param>
/// <param name="Write">Writes a graph to a stream.</param>
public sealed record ExportFormat(string Name, string Description, Action<IPropertyGraph, Stream, CancellationToken> Write)
{
    /// <summary>All formats, in the order of help.</summary>
    public static IReadOnlyList<ExportFormat> All { get; } =
    [
        new("jsonl", "one JSON object a paper, with its concepts and evidence", (graph, stream, cancellationToken) => new JsonLinesExporter(graph).Write(stream, cancellationToken)),
    ];
}
