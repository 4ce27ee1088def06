using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Spans;

/// <summary>
/// A convolutional net of one layer (Collobert et al. 2011, "Natural language processing (almost) from scratch") over word vectors, the upper units and the marks of the extraction, of three tokens,
/// and rows of spelling features: → <see cref="Hidden"/> rectified units a token → one score a tag. Immutable and thread-safe.
/// </summary>
/// <param name="Tags">The tags.</param>
/// <param name="First">First layer: row by unit; column by place in the window, then value.</param>
/// <param name="FirstBias">One value a unit.</param>
/// <param name="Rows"><see cref="TableRows"/> rows of as many values as units, in eight bits.</param>
/// <param name="RowScale">What one step of <paramref name="Rows"/> is worth.</param>
/// <param name="Out">Row by tag.</param>
/// <param name="OutBias">One value a tag.</param>
/// <param name="Transitions">Row by earlier tag; the last row begins a text.</param>
internal sealed record SpanNet(SpanTags Tags, float[] First, float[] FirstBias, sbyte[] Rows, float RowScale, float[] Out, float[] OutBias, float[] Transitions) : ISpanScorer
{
    /// <summary>Tokens that the layer sees.</summary>
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
