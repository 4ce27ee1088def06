namespace Stemma.GraphBuilder.Building;

/// <summary>What to build.</summary>
/// <param name="Inputs">Files of papers.</param>
/// <param name="Output">The graph file to make or replace.</param>
public sealed record BuildRequest(IReadOnlyList<string> Inputs, string Output)
{
    /// <summary>Whether the papers of the graph that is there stay in it; where there is none, one is made.</summary>
    public bool Append { get; init; }

    /// <summary>Whether a skipped or repaired record stops the build before anything is written.</summary>
    public bool Strict { get; init; }

    /// <summary>Threads for reading and extraction. The graph does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
