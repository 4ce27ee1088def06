using Stemma.GraphBuilder.Extraction;
using Stemma.GraphModel;
using Stemma.GraphModel.Papers;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Linking.Assembly;

/// <summary>Collects the properties of one node or relationship; null values are left out. Reused, so that a million of them need one list.</summary>
internal sealed class PropertyList
{
    private readonly List<KeyValuePair<string, GraphValue>> _entries = new(16);
    private readonly Dictionary<(TextField, int, int), string> _sentences = [];
    private PaperRecord? _record;

    /// <summary>What was collected.</summary>
    public ReadOnlySpan<KeyValuePair<string, GraphValue>> Entries => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_entries);

    /// <summary>Starts anew.</summary>
    public PropertyList Clear()
    {
        _entries.Clear();
        return this;
    }

    /// <summary>Adds a value unless it is null.</summary>
    public PropertyList Add(string key, GraphValue value)
    {
        if (!value.IsNull)
        {
            _entries.Add(new(key, value));
        }

        return this;
    }

    /// <summary>Adds a text unless it is null.</summary>
    public PropertyList Add(string key, string? value) => Add(key, GraphValue.From(value));

    /// <summary>Adds an integer unless it is null.</summary>
    public PropertyList Add(string key, int? value) => Add(key, value is { } number ? GraphValue.From((long)number) : GraphValue.Null);

    /// <summary>Adds a number unless it is null.</summary>
    public PropertyList Add(string key, double? value) => Add(key, value is { } number ? GraphValue.From(number) : GraphValue.Null);

    /// <summary>Adds sentence, field and offsets of a piece of evidence, and where its sentence begins.</summary>
    public PropertyList Add(PaperRecord record, Evidence evidence)
    {
        var mention = evidence.Mention;
        return Add(GraphSchema.Keys.Evidence, Sentence(record, evidence))
            .Add(GraphSchema.Keys.Field, mention.Field == TextField.Title ? "title" : "abstract")
            .Add(GraphSchema.Keys.Start, mention.Start)
            .Add(GraphSchema.Keys.End, mention.End)
            .Add(GraphSchema.Keys.SentenceStart, evidence.SentenceStart);
    }

    /// <summary>Cuts a sentence out once for all relationships of a paper that it shows.</summary>
    private string Sentence(PaperRecord record, Evidence evidence)
    {
        if (!ReferenceEquals(record, _record))
        {
            _record = record;
            _sentences.Clear();
        }

        var place = (evidence.Mention.Field, evidence.SentenceStart, evidence.SentenceEnd);
        if (!_sentences.TryGetValue(place, out var sentence))
        {
            var text = evidence.Mention.Field == TextField.Title ? record.Title : record.Abstract;
            _sentences.Add(place, sentence = text[evidence.SentenceStart..evidence.SentenceEnd]);
        }

        return sentence;
    }

    /// <summary>Adds confidence and rule.</summary>
    public PropertyList AddSource(double confidence, string by) =>
        Add(GraphSchema.Keys.Confidence, Math.Round(confidence, 4)).Add(GraphSchema.Keys.By, by);
}
