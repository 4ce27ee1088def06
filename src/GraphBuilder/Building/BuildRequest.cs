namespace Stemma.GraphBuilder.Building;

/// <summary>Parameters of a build.</summary>
/// <param name="Inputs">Files of papers.</param>
/// <param name="Output">The graph file to create or replace.</param>
public sealed record BuildRequest(IReadOnlyList<string> Inputs, string Output)
{
    /// <summary>Whether the papers of an existing graph file are kept; without such a file a new graph is built.</summary>
    public bool Append { get; init; }

    /// <summary>Whether a skipped or repaired record stops the build before anything is written.</summary>
    public bool Strict { get; init; }

    /// <summary>Threads for reading and extraction. The graph does not depend on their number.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
