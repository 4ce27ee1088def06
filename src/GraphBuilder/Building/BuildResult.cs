using Stemma.GraphBuilder.Reading;

namespace Stemma.GraphBuilder.Building;

/// <summary>Result of a build.</summary>
/// <param name="Report">What was read, merged and skipped.</param>
/// <param name="Stages">What each stage did, in order.</param>
/// <param name="Output">The graph file.</param>
/// <param name="Nodes">Nodes of the graph.</param>
/// <param name="Relationships">Relationships of the graph.</param>
/// <param name="Reused">Papers whose extraction was reused from the existing graph.</param>
public sealed record BuildResult(
    ReadingReport Report, IReadOnlyList<StageSummary> Stages, string Output, int Nodes, int Relationships, int Reused);
