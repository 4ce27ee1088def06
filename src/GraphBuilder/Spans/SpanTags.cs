namespace Stemma.GraphBuilder.Spans;

/// <summary>
/// Tags over any number of labels, in the BILOU scheme: outside, and for each label begin, inside and end of an entity of several tokens, or a single token. End tags distinguish
/// head words ("… dataset") from the words before them (Ratinov and Roth 2009, "Design challenges and misconceptions in named entity recognition").
/// </summary>
/// <param name="Labels">Number of labels.</param>
internal readonly record struct SpanTags(int Labels)
{
    /// <summary>No entity.</summary>
    public const int Outside = 0;

    private const int TagsALabel = 4;

    /// <summary>Number of tags.</summary>
    public int Count => 1 + (TagsALabel * Labels);

    /// <summary>Number of transition weights: row by earlier tag; the last row is the start of a text.</summary>
    public int Transitions => (Count + 1) * Count;

    /// <summary>The tag that begins an entity of several tokens.</summary>
    public static int Begin(int label) => 1 + (TagsALabel * label);

    /// <summary>The tag of the tokens between the first and the last.</summary>
    public static int Inside(int label) => 2 + (TagsALabel * label);

    /// <summary>The tag of the last token of an entity of several.</summary>
    public static int End(int label) => 3 + (TagsALabel * label);

    /// <summary>The tag of an entity of one token.</summary>
    public static int Single(int label) => 4 + (TagsALabel * label);

    /// <summary>True for a tag that may be the last of a text.</summary>
    public static bool MayEnd(int tag) => tag % TagsALabel is 0 or 3;

    /// <summary>True if a transition, by its index in a table of <see cref="Transitions"/>, is possible: an entity that has begun must continue or end before another tag.</summary>
    public bool MayFollow(int transition)
    {
        var (earlier, tag) = (transition / Count, transition % Count);
        var begins = tag % TagsALabel is 0 or 1;
        return earlier == Count || MayEnd(earlier) ? begins : !begins && (earlier - 1) / TagsALabel == (tag - 1) / TagsALabel;
    }

    /// <summary>Writes the tags of an entity.</summary>
    public static void Write(int label, Span<int> tags)
    {
        tags.Fill(Inside(label));
        tags[0] = tags.Length == 1 ? Single(label) : Begin(label);
        tags[^1] = tags.Length == 1 ? tags[0] : End(label);
    }
}
