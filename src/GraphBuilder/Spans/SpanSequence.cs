using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Spans;

/// <summary>A text as a tagger sees it.</summary>
/// <param name="Tokens">Its tokens; offsets within the text.</param>
/// <param name="Features">Hashed features of all tokens, one after another.</param>
/// <param name="Ends">Where each token's features end in <paramref name="Features"/>.</param>
/// <param name="Inputs"><see cref="SpanReader.Width"/> values a token, with zeros for <see cref="SpanNet.Window"/> / 2 tokens before the first and behind the last.</param>
/// <param name="Rows"><see cref="SpanReader.RowCount"/> rows a token.</param>
internal sealed record SpanSequence(Token[] Tokens, uint[] Features, int[] Ends, float[] Inputs, int[] Rows)
{
    /// <summary>The hashed features of a token.</summary>
    public ReadOnlySpan<uint> FeaturesOf(int token)
    {
        var first = token == 0 ? 0 : Ends[token - 1];
        return Features.AsSpan(first, Ends[token] - first);
    }

    /// <summary>The rows of a token.</summary>
    public ReadOnlySpan<int> RowsOf(int token) => Rows.AsSpan(token * SpanReader.RowCount, SpanReader.RowCount);
}
