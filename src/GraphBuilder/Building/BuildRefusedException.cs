using Stemma.GraphBuilder.Reading;

namespace Stemma.GraphBuilder.Building;

/// <summary>Input from which no graph is to be made; the graph that was there is as it was.</summary>
/// <param name="message">One sentence.</param>
/// <param name="report">What was read until then.</param>
public sealed class BuildRefusedException(string message, ReadingReport report) : Exception(message)
{
    /// <summary>What was read until then.</summary>
    public ReadingReport Report { get; } = report;
}
