using System.Globalization;
using System.Text;
using Stemma.GraphBuilder.Evaluation;
using Stemma.GraphBuilder.Extraction;

namespace Stemma.GraphBuilder.Spans;

/// <summary>Entity scores by exact span and label, micro-averaged. Found entities with a label that does not occur in the texts are ignored.</summary>
public sealed class SpanScorecard
{
    /// <summary>Creates a scorecard for the labels of the texts.</summary>
    /// <param name="labels">In the order of the table.</param>
    public SpanScorecard(IEnumerable<string> labels) => ByLabel = labels.ToDictionary(label => label, _ => new Tally(), StringComparer.Ordinal);

    /// <summary>Number of texts.</summary>
    public int Texts { get; private set; }

    /// <summary>All labels together.</summary>
    public Tally All { get; } = new();

    /// <summary>Each label.</summary>
    public IReadOnlyDictionary<string, Tally> ByLabel { get; }

    /// <summary>
    /// Extracts every text as an abstract without a title and scores mentions of the types that the texts label; Dataset and Benchmark count as one. Public data sets follow their
    /// own schemes, so the scores measure transfer, not quality.
    /// </summary>
    public static SpanScorecard Score(PaperExtractor extractor, IReadOnlyList<SpanText> texts, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(extractor);
        return Score([.. texts.Select(SpanTypes.OfKnownTypes)], text => SpanTypes.Mentions(extractor.Extract("", text)), cancellation);
    }

    /// <summary>Tags every text and scores the entities.</summary>
    public static SpanScorecard Score(SpanTagger tagger, IReadOnlyList<SpanText> texts, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(tagger);
        return Score(texts, tagger.Tag, cancellation);
    }

    /// <summary>Adds a text.</summary>
    /// <param name="wanted">Its labelled entities, with labels known to the scorecard.</param>
    /// <param name="found">The predicted entities.</param>
    public void Add(IEnumerable<SpanEntity> wanted, IEnumerable<SpanEntity> found)
    {
        Texts++;
        var right = wanted.ToHashSet();
        foreach (var entity in right)
        {
            Count(entity.Label, tally => tally.Wanted++);
        }

        foreach (var entity in found.Where(entity => ByLabel.ContainsKey(entity.Label)).ToHashSet())
        {
            Count(entity.Label, tally => tally.Found++);
            if (right.Contains(entity))
            {
                Count(entity.Label, tally => (tally.Right, tally.Recalled) = (tally.Right + 1, tally.Recalled + 1));
            }
        }
    }

    /// <summary>The table printed by <c>stemma eval --spans</c>.</summary>
    public override string ToString()
    {
        var table = new StringBuilder();
        table.Append(CultureInfo.InvariantCulture, $"{Texts} {(Texts == 1 ? "text" : "texts")}, {All.Found} entities found, {All.Wanted} labelled\n\n");
        table.Append("                  precision  recall     F1   found  labelled\n");
        Row(table, "entities", All);
        foreach (var (label, tally) in ByLabel)
        {
            Row(table, $"  {label}", tally);
        }

        return table.ToString();
    }

    private static SpanScorecard Score(IReadOnlyList<SpanText> texts, Func<string, IEnumerable<SpanEntity>> find, CancellationToken cancellation)
    {
        var card = new SpanScorecard(SpanText.LabelsOf(texts));
        foreach (var text in texts)
        {
            cancellation.ThrowIfCancellationRequested();
            card.Add(text.Entities, find(text.Text));
        }

        return card;
    }

    private void Count(string label, Action<Tally> count)
    {
        count(All);
        count(ByLabel[label]);
    }

    private static void Row(StringBuilder table, string name, Tally tally)
        => table.Append(CultureInfo.InvariantCulture, $"{name,-18}{tally.Precision,9:F3}{tally.Recall,8:F3}{tally.F1,7:F3}{tally.Found,8}{tally.Wanted,10}\n");
}
