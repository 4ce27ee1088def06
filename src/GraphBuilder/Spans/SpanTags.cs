namespace Stemma.GraphBuilder.Spans;

/// <summary>Tags of tokens over any number of labels: outside, and for each label that an entity begins or goes on (Ramshaw and Marcus 1995).</summary>
/// <param name="Labels">Number of labels.</param>
internal readonly record struct SpanTags(int Labels)
{
    /// <summary>No entity.</summary>
    public const int Outside = 0;

    /// <summary>Number of tags.</summary>
    public int Count => 1 + (2 * Labels);

    /// <summary>Number of transition weights: row by earlier tag; the last row begins a text.</summary>
    public int Transitions => (Count + 1) * Count;

    /// <summary>The tag that begins an entity of a label.</summary>
    public static int Begin(int label) => 1 + (2 * label);

    /// <summary>The tag that continues an entity of a label.</summary>
    public static int Inside(int label) => 2 + (2 * label);

    /// <summary>True where the transition of this number in a table of <see cref="Transitions"/> is possible: only what a label begins goes on.</summary>
    public bool MayFollow(int transition)
    {
        var (earlier, tag) = (transition / Count, transition % Count);
        return tag == Outside || (tag & 1) == 1 || (earlier != Outside && earlier < Count && (earlier - 1) >> 1 == (tag - 1) >> 1);
    }
}
