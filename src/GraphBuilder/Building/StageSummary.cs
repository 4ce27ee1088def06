namespace Stemma.GraphBuilder.Building;

/// <summary>What one stage of a build did: a row of the table at its end.</summary>
/// <param name="Stage">Name: <c>read</c>.</param>
/// <param name="In">How much it took.</param>
/// <param name="Out">How much it made.</param>
/// <param name="Elapsed">Time it took.</param>
/// <param name="PeakBytes">Most memory that the process had held when it ended.</param>
public sealed record StageSummary(string Stage, StageCount In, StageCount Out, TimeSpan Elapsed, long PeakBytes);

/// <summary>A number of things.</summary>
/// <param name="Count">How many.</param>
/// <param name="Noun">What, in the plural.</param>
public readonly record struct StageCount(long Count, string Noun);
