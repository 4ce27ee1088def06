using System.Globalization;
using System.Text;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Evaluation;

/// <summary>
/// Entity figures on a public data set by exact span and type, micro-averaged. Types that the set does not label are left out on both sides; Dataset and Benchmark are one. The sets follow
/// schemes of their own, so that the figures tell transfer, not quality.
/// </summary>
public sealed class SpanScorecard
{
    /// <summary>Number of texts.</summary>
    public int Texts { get; private set; }

    /// <summary>All types together.</summary>
    public Tally All { get; } = new();

    /// <summary>Each type that the set labels.</summary>
    public IReadOnlyDictionary<ConceptType, Tally> ByType { get; private init; } = new Dictionary<ConceptType, Tally>();

    /// <summary>Extracts every text as an abstract without title and scores the mentions.</summary>
    public static SpanScorecard Score(PaperExtractor extractor, IReadOnlyList<LabelledSpans> texts, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(extractor);
        ArgumentNullException.ThrowIfNull(texts);
        var card = new SpanScorecard { ByType = texts.SelectMany(text => text.Entities).Select(entity => entity.Type).Distinct().Order().ToDictionary(type => type, _ => new Tally()) };
        foreach (var text in texts)
        {
            cancellation.ThrowIfCancellationRequested();
            card.Add(text, extractor.Extract("", text.Text));
        }

        return card;
    }

    /// <summary>The table that <c>stemma eval --spans</c> prints.</summary>
    public override string ToString()
    {
        var table = new StringBuilder();
        table.Append(CultureInfo.InvariantCulture, $"{Texts} {(Texts == 1 ? "text" : "texts")}, {All.Found} entities found, {All.Wanted} labelled\n\n");
        table.Append("                  precision  recall     F1   found  labelled\n");
        Row(table, "entities", All);
        foreach (var (type, tally) in ByType)
        {
            Row(table, $"  {type}", tally);
        }

        return table.ToString();
    }

    private void Add(LabelledSpans text, PaperExtraction extraction)
    {
        Texts++;
        var wanted = text.Entities.ToHashSet();
        foreach (var entity in wanted)
        {
            Count(entity.Type, tally => tally.Wanted++);
        }

        foreach (var span in extraction.Concepts.SelectMany(Spans).Where(span => ByType.ContainsKey(span.Type)).ToHashSet())
        {
            Count(span.Type, tally => tally.Found++);
            if (wanted.Contains(span))
            {
                Count(span.Type, tally => (tally.Right, tally.Recalled) = (tally.Right + 1, tally.Recalled + 1));
            }
        }
    }

    private static IEnumerable<LabelledSpan> Spans(ExtractedConcept concept)
        => concept.Mentions.Select(mention => new LabelledSpan(mention.Start, mention.End, concept.Types[0] == ConceptType.Benchmark ? ConceptType.Dataset : concept.Types[0]));

    private void Count(ConceptType type, Action<Tally> count)
    {
        count(All);
        count(ByType[type]);
    }

    private static void Row(StringBuilder table, string name, Tally tally)
        => table.Append(CultureInfo.InvariantCulture, $"{name,-18}{tally.Precision,9:F3}{tally.Recall,8:F3}{tally.F1,7:F3}{tally.Found,8}{tally.Wanted,10}\n");
}
