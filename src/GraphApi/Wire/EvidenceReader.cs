using Stemma.GraphModel;
using Stemma.GraphModel.Values;

namespace Stemma.GraphApi.Wire;

/// <summary>Reads the evidence of a relationship, and locates the mention in its sentence.</summary>
internal static class EvidenceReader
{
    /// <summary>The evidence, or null if the relationship has none.</summary>
    /// <param name="properties">Properties of the relationship.</param>
    /// <param name="start">Its start node: the paper, for relationships extracted from a paper.</param>
    public static EvidenceView? Read(IReadOnlyDictionary<string, GraphValue> properties, GraphNode start)
    {
        var sentence = EntityViews.Text(properties, GraphSchema.Keys.Evidence);
        if (sentence is null)
        {
            return null;
        }

        var field = EntityViews.Text(properties, GraphSchema.Keys.Field) ?? "abstract";
        var offset = EntityViews.Integer(properties, GraphSchema.Keys.Start);
        var length = EntityViews.Integer(properties, GraphSchema.Keys.End) - offset;
        var text = EntityViews.Text(start.Properties, field == "title" ? GraphSchema.Keys.Title : GraphSchema.Keys.Abstract);
        var paper = EntityViews.Text(properties, GraphSchema.Keys.Paper) ?? EntityViews.IdOf(start);
        var at = Place(sentence, EntityViews.Integer(properties, GraphSchema.Keys.SentenceStart), text, offset, length);
        return new EvidenceView(paper, field, sentence, at, at + length, offset, EntityViews.Text(properties, GraphSchema.Keys.By));
    }

    private static int? Place(string sentence, int? sentenceStart, string? text, int? offset, int? length)
    {
        if (offset is null || length is null or <= 0)
        {
            return null;
        }

        // The same sentence can occur twice in a text: the occurrence that contains the mention is the right one.
        var from = sentenceStart ?? (text is null ? -1 : text.LastIndexOf(sentence, Math.Min(offset.Value, text.Length - 1), StringComparison.Ordinal));
        if (from < 0 && text is not null)
        {
            from = text.IndexOf(sentence, StringComparison.Ordinal);
        }

        var at = offset.Value - from;
        return from >= 0 && at >= 0 && at + length <= sentence.Length ? at : null;
    }
}
