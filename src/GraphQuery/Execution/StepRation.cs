using Stemma.GraphQuery.Binding;

namespace Stemma.GraphQuery.Execution;

/// <summary>
/// Limits the relationships that the variable-length parts of a pattern may have beyond their minimum, so that short matches are found before long ones (iterative deepening, Korf 1985).
/// </summary>
internal sealed class StepRation
{
    /// <summary>Allowed relationships beyond the minimum.</summary>
    public int Spare { get; set; }

    /// <summary>Whether the limit has stopped a part from continuing.</summary>
    public bool WasCut { get; set; }

    /// <summary>Maximum number of repetitions of a part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="relationships">Relationships per repetition.</param>
    public int MostOf(PatternRelationship part, int relationships) => part.IsRationed
        ? (int)Math.Min(part.Length!.Maximum, part.Length.Minimum + ((long)Spare / relationships))
        : part.Length!.Maximum;
}
