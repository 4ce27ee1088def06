using Stemma.GraphBuilder.Extraction;
using Stemma.GraphModel;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Linking.Assembly;

/// <summary>Collects the properties of one node or relationship; null values are left out. Reusable, so that a million of them need one list.</summary>
internal sealed class PropertyList
{
    private readonly List<KeyValuePair<string, GraphValue>> _entries = new(16);

    /// <summary>The collected properties.</summary>
    public ReadOnlySpan<KeyValuePair<string, GraphValue>> Entries => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_entries);

    /// <summary>Removes all properties.</summary>
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
    public PropertyList Add(string sentence, Evidence evidence)
    {
        var mention = evidence.Mention;
        return Add(GraphSchema.Keys.Evidence, sentence)
            .Add(GraphSchema.Keys.Field, mention.Field == TextField.Title ? "title" : "abstract")
            .Add(GraphSchema.Keys.Start, mention.Start)
            .Add(GraphSchema.Keys.End, mention.End)
            .Add(GraphSchema.Keys.SentenceStart, evidence.SentenceStart);
    }

    /// <summary>Adds confidence and rule.</summary>
    public PropertyList AddSource(double confidence, string by) =>
        Add(GraphSchema.Keys.Confidence, Math.Round(confidence, 4)).Add(GraphSchema.Keys.By, by);
}
