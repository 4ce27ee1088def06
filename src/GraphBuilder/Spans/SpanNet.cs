using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Spans;

/// <summary>
/// A convolutional net of one layer (Collobert et al. 2011, "Natural language processing (almost) from scratch") over the word vectors, top units and marks of the extraction in a
/// window of five tokens, and rows of spelling features: → <see cref="Hidden"/> rectified units per token → one score per tag. Immutable and thread-safe.
/// </summary>
/// <param name="Tags">The tags.</param>
/// <param name="First">First layer: row by unit; column by position in the window, then value.</param>
/// <param name="FirstBias">One value per unit.</param>
/// <param name="Rows"><see cref="TableRows"/> rows of one eight-bit value per unit.</param>
/// <param name="RowScale">Weight of one quantisation step of <paramref name="Rows"/>.</param>
/// <param name="Out">Output layer, row by tag.</param>
/// <param name="OutBias">One value per tag.</param>
/// <param name="Transitions">Row by earlier tag; the last row is the start of a text.</param>
internal sealed record SpanNet(SpanTags Tags, float[] First, float[] FirstBias, sbyte[] Rows, float RowScale, float[] Out, float[] OutBias, float[] Transitions) : ISpanScorer
{
    /// <summary>Window of the layer, in tokens.</summary>
    public const int Window = 5;

    /// <summary>Units of the layer.</summary>
    public const int Hidden = 128;

    /// <summary>Rows of the table of spelling features.</summary>
    public const int TableRows = 1 << 13;

    /// <inheritdoc/>
    public void AddScores(SpanSequence text, float share, Span<float> scores)
    {
        var units = new float[text.Tokens.Length * Hidden];
        var width = First.Length / Hidden;
        Lanes.Multiply(text.Inputs, width / Window, text.Tokens.Length, First, width, FirstBias, units);
        for (var token = 0; token < text.Tokens.Length; token++)
        {
            var own = units.AsSpan(token * Hidden, Hidden);
            RowLanes.Add(new RowSum([], Rows, text.RowsOf(token), RowScale), own);
            Lanes.Rectify(own);
            for (var tag = 0; tag < Tags.Count; tag++)
            {
                scores[(token * Tags.Count) + tag] += share * (OutBias[tag] + Lanes.Dot(own, Out.AsSpan(tag * Hidden, Hidden)));
            }
        }
    }
}
