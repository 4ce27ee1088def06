using Stemma.GraphQuery.Binding;

namespace Stemma.GraphQuery.Execution;

/// <summary>
/// Rations the relationships that the varying parts of a pattern may take beyond their least, so that short matches are found before long ones (iterative deepening, Korf 1985).
/// </summary>
internal sealed class StepRation
{
    /// <summary>Relationships beyond the least.</summary>
    public int Spare { get; set; }

    /// <summary>Whether a part could have gone on with a larger ration.</summary>
    public bool WasCut { get; set; }

    /// <summary>Most repetitions of a part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="relationships">Relationships of each repetition.</param>
    public int MostOf(PatternRelationship part, int relationships) => part.IsRationed
        ? (int)Math.Min(part.Length!.Maximum, part.Length.Minimum + ((long)Spare / relationships))
        : part.Length!.Maximum;
}
