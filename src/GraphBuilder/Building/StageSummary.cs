namespace Stemma.GraphBuilder.Building;

/// <summary>What one stage of a build did: a row of the table at its end.</summary>
/// <param name="Stage">Name, such as <c>read</c>.</param>
/// <param name="In">Size of its input.</param>
/// <param name="Out">Size of its output.</param>
/// <param name="Elapsed">Time it took.</param>
/// <param name="PeakBytes">Peak memory of the process up to its end.</param>
public sealed record StageSummary(string Stage, StageCount In, StageCount Out, TimeSpan Elapsed, long PeakBytes);

/// <summary>A number of items.</summary>
/// <param name="Count">How many.</param>
/// <param name="Noun">What they are, in the plural.</param>
public readonly record struct StageCount(long Count, string Noun);
