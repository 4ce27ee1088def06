using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Spans;

/// <summary>A text as the input of a tagger.</summary>
/// <param name="Tokens">The tokens, with offsets within the text.</param>
/// <param name="Features">Hashed features of all tokens, concatenated.</param>
/// <param name="Ends">End of each token's features in <paramref name="Features"/>.</param>
/// <param name="Inputs"><see cref="SpanReader.Width"/> values per token, zero-padded by <see cref="SpanNet.Window"/> / 2 tokens at both ends.</param>
/// <param name="Rows"><see cref="SpanReader.RowCount"/> rows per token.</param>
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
