using Stemma.GraphBuilder.Text;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Roles;

/// <summary>On which side of a cue the mention stands that it speaks of.</summary>
internal enum CueSide
{
    /// <summary>The mention follows: "based on X".</summary>
    Before,

    /// <summary>The mention precedes: "X-based", "the X benchmark".</summary>
    After,
}

/// <summary>Phrases that show one role.</summary>
/// <param name="Id">Rule id, as evidence shows it.</param>
/// <param name="Role">The role shown.</param>
/// <param name="Side">Where the mention stands.</param>
/// <param name="Reach">How many tokens may stand between, other mentions and what joins them not counted.</param>
/// <param name="Phrases">Lower-case phrases, tokens separated by spaces.</param>
internal sealed record RoleCue(string Id, ConceptRole Role, CueSide Side, int Reach, string[] Phrases)
{
    /// <summary>Position in <see cref="RoleCues.All"/>.</summary>
    public int Index { get; init; }
}

/// <summary>A cue in the text.</summary>
/// <param name="Range">Its tokens.</param>
/// <param name="Cue">Which.</param>
internal readonly record struct CueMatch(TokenRange Range, RoleCue Cue);
