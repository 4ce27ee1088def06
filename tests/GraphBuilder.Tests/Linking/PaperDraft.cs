using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilder.Reading;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilderTests.Linking;

/// <summary>Builds an extracted paper by hand: first the text, then the concepts that it names, located in the text by their surface forms.</summary>
internal sealed class PaperDraft(string id, string title, string text, int? year = null)
{
    private readonly List<ExtractedConcept> _concepts = [];
    private readonly List<ExtractedRelation> _relations = [];
    private readonly List<ExtractedResult> _results = [];

    public IReadOnlyList<string> Authors { get; init; } = [];

    public IReadOnlyList<string> References { get; init; } = [];

    public string? Venue { get; init; }

    /// <summary>Adds a concept by its first surface form; "Long Form (SF)" gives both forms and links them.</summary>
    public PaperDraft Names(string name, ConceptRole role, ConceptType type = ConceptType.Method, string? lexiconId = null, bool ambiguous = false, double confidence = 0.9, string by = "definition.propose")
    {
        var open = name.IndexOf(" (", StringComparison.Ordinal);
        string[] surfaces = open < 0 ? [name] : [name[..open], name[(open + 2)..^1]];
        var at = text.IndexOf(surfaces[0], StringComparison.Ordinal);
        var field = at >= 0 ? TextField.Abstract : TextField.Title;
        at = at >= 0 ? at : title.IndexOf(surfaces[0], StringComparison.Ordinal);
        if (at < 0)
        {
            throw new ArgumentException($"'{surfaces[0]}' stands neither in the title nor in the text.", nameof(name));
        }

        var span = new TextSpan(field, at, at + surfaces[0].Length);
        var (start, end) = SentenceAround(field == TextField.Title ? title : text, at);
        _concepts.Add(new ExtractedConcept
        {
            Name = surfaces[0],
            Surfaces = surfaces,
            LongForm = surfaces.Length > 1 ? surfaces[0] : null,
            ShortForm = surfaces.Length > 1 ? surfaces[1] : null,
            LexiconId = lexiconId,
            Ambiguous = ambiguous,
            Types = [type],
            Role = role,
            Confidence = confidence,
            Evidence = new Evidence(span, start, end),
            By = by,
            Mentions = [span],
        });
        return this;
    }

    /// <summary>Changes the first concept.</summary>
    public PaperDraft With(Func<ExtractedConcept, ExtractedConcept> change)
    {
        _concepts[0] = change(_concepts[0]);
        return this;
    }

    public PaperDraft States(int head, string type, int tail)
    {
        _relations.Add(new ExtractedRelation(head, type, tail, _concepts[tail].Evidence, "relation.test", 0.8));
        return this;
    }

    public PaperDraft Reports(int on, double value, string metric, int? of = null, int? metricAt = null)
    {
        _results.Add(new ExtractedResult(on, value, "%", metric, metricAt, null, of, _concepts[on].Evidence, "result.test", 0.9));
        return this;
    }

    /// <summary>Adds a result for the number written in the text as <paramref name="number"/>.</summary>
    public PaperDraft Reports(int on, string number, double value, string? metric, double confidence = 0.9, int? metricAt = null, string? unit = "%")
    {
        var at = text.IndexOf(number, StringComparison.Ordinal);
        var (start, end) = SentenceAround(text, at);
        _results.Add(new ExtractedResult(on, value, unit, metric, metricAt, null, null, new Evidence(new TextSpan(TextField.Abstract, at, at + number.Length), start, end), "result.test", confidence));
        return this;
    }

    public ExtractedPaper Build()
    {
        var record = new PaperRecord(title, text) { Year = year, Authors = Authors, References = References, Venue = Venue };
        return new ExtractedPaper(new MergedPaper(new PaperId(id), record, []), new PaperExtraction(_concepts, _results, _relations));
    }

    private static (int Start, int End) SentenceAround(string text, int at)
    {
        var start = text.LastIndexOf(". ", at, StringComparison.Ordinal);
        var end = text.IndexOf(". ", at, StringComparison.Ordinal);
        return (start < 0 ? 0 : start + 2, end < 0 ? text.Length : end + 1);
    }
}
