namespace Stemma.GraphBuilder.Spans;

/// <summary>A text to train on.</summary>
/// <param name="Text">The text.</param>
/// <param name="Gold">Tag of each token.</param>
/// <param name="Unlearnt">Number of entities that tags cannot represent: they begin or end within a token, or overlap an entity at least as long.</param>
internal sealed record SpanExample(SpanSequence Text, int[] Gold, int Unlearnt)
{
    /// <summary>Converts entities to tags, longest first.</summary>
    public static SpanExample Of(SpanSequence text, IEnumerable<SpanEntity> entities, string[] labels)
    {
        var gold = new int[text.Tokens.Length];
        var unlearnt = 0;
        foreach (var entity in entities.OrderByDescending(entity => entity.End - entity.Start).ThenBy(entity => entity.Start))
        {
            var first = Array.FindIndex(text.Tokens, token => token.Start == entity.Start);
            var last = Array.FindIndex(text.Tokens, token => token.End == entity.End);
            if (first < 0 || last < first || gold.AsSpan(first..(last + 1)).IndexOfAnyExcept(SpanTags.Outside) >= 0)
            {
                unlearnt++;
                continue;
            }

            SpanTags.Write(Array.BinarySearch(labels, entity.Label, StringComparer.Ordinal), gold.AsSpan(first..(last + 1)));
        }

        return new SpanExample(text, gold, unlearnt);
    }
}
