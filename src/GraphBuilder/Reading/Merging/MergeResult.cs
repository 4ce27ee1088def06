using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Reading.Merging;

/// <summary>The papers of an input after merging.</summary>
/// <param name="Papers">Sorted by id, ordinally; ids are distinct.</param>
/// <param name="Merges">Papers that were found more than once.</param>
/// <param name="Problems">Records that contradict each other.</param>
public sealed record MergeResult(IReadOnlyList<MergedPaper> Papers, IReadOnlyList<MergeNote> Merges, IReadOnlyList<ReadingProblem> Problems);

/// <summary>A paper that was found more than once.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Origins">Where it was found, sorted.</param>
/// <param name="Reason">Why its records are one paper: <c>same arXiv id, same title and authors</c>.</param>
public sealed record MergeNote(PaperId Id, string Title, IReadOnlyList<RecordOrigin> Origins, string Reason);
