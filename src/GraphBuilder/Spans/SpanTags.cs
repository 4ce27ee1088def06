namespace Stemma.GraphBuilder.Spans;

/// <summary>
/// Tags of tokens over any number of labels: outside, and for each label that an entity of several tokens begins, goes on or ends, or that a token is one by itself. Ends tell head words ("… dataset") from those before them
/// (Ratinov and Roth 2009, "Design challenges and misconceptions in named entity recognition").
/// </summary>
/// <param name="Labels">Number of labels.</param>
internal readonly record struct SpanTags(int Labels)
{
    /// <summary>No entity.</summary>
    public const int Outside = 0;

    private const int TagsALabel = 4;

    /// <summary>Number of tags.</summary>
    public int Count => 1 + (TagsALabel * Labels);

    /// <summary>Number of transition weights: row by earlier tag; the last row begins a text.</summary>
    public int Transitions => (Count + 1) * Count;

    /// <summary>The tag that begins an entity of several tokens.</summary>
    public static int Begin(int label) => 1 + (TagsALabel * label);

    /// <summary>The tag between the first token and the last.</summary>
    public static int Inside(int label) => 2 + (TagsALabel * label);

    /// <summary>The tag of the last of several tokens.</summary>
    public static int End(int label) => 3 + (TagsALabel * label);

    /// <summary>The tag of an entity of one token.</summary>
    public static int Single(int label) => 4 + (TagsALabel * label);

    /// <summary>True for a tag behind which the text may end.</summary>
    public static bool MayEnd(int tag) => tag % TagsALabel is 0 or 3;

    /// <summary>True where the transition of this number in a table of <see cref="Transitions"/> is possible: what begins goes on or ends, and only that.</summary>
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
