using Stemma.GraphBuilder.Reading;

namespace Stemma.GraphBuilder.Building;

/// <summary>The input is unfit for a graph; an existing graph file is unchanged.</summary>
/// <param name="message">One sentence.</param>
/// <param name="report">What was read until then.</param>
public sealed class BuildRefusedException(string message, ReadingReport report) : Exception(message)
{
    /// <summary>What was read until then.</summary>
    public ReadingReport Report { get; } = report;
}
