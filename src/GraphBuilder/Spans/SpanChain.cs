namespace Stemma.GraphBuilder.Spans;

/// <summary>Linear scores of tags over hashed features. Immutable and thread-safe.</summary>
/// <param name="Tags">The tags.</param>
/// <param name="Weights">Row by feature, one eight-bit weight per tag; the number of rows is a power of two.</param>
/// <param name="Scale">Weight of one quantisation step.</param>
/// <param name="Transitions">Row by earlier tag; the last row is the start of a text.</param>
internal sealed record SpanChain(SpanTags Tags, sbyte[] Weights, float Scale, float[] Transitions) : ISpanScorer
{
    /// <inheritdoc/>
    public void AddScores(SpanSequence text, float share, Span<float> scores)
    {
        var mask = (uint)(Weights.Length / Tags.Count) - 1;
        for (var token = 0; token < text.Ends.Length; token++)
        {
            var own = scores.Slice(token * Tags.Count, Tags.Count);
            foreach (var feature in text.FeaturesOf(token))
            {
                var row = Weights.AsSpan((int)(feature & mask) * Tags.Count, Tags.Count);
                for (var tag = 0; tag < row.Length; tag++)
                {
                    own[tag] += share * Scale * row[tag];
                }
            }
        }
    }
}
