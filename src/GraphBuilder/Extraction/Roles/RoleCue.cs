using Stemma.GraphBuilder.Text;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Roles;

/// <summary>Position of a cue relative to the mention that it applies to.</summary>
internal enum CueSide
{
    /// <summary>The mention follows: "based on X".</summary>
    Before,

    /// <summary>The mention precedes: "X-based", "the X benchmark".</summary>
    After,
}

/// <summary>Phrases that signal one role.</summary>
/// <param name="Id">Rule id, as evidence shows it.</param>
/// <param name="Role">The role signalled.</param>
/// <param name="Side">Where the cue is.</param>
/// <param name="Reach">Most tokens between cue and mention, not counting other mentions and the words that join them.</param>
/// <param name="Phrases">Lower-case phrases, tokens separated by spaces.</param>
internal sealed record RoleCue(string Id, ConceptRole Role, CueSide Side, int Reach, string[] Phrases)
{
    /// <summary>Position in <see cref="RoleCues.All"/>.</summary>
    public int Index { get; init; }
}

/// <summary>An occurrence of a cue in the text.</summary>
/// <param name="Range">Its tokens.</param>
/// <param name="Cue">The cue.</param>
internal readonly record struct CueMatch(TokenRange Range, RoleCue Cue);
