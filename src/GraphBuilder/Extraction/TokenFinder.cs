using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction;

/// <summary>Splits title and abstract into tokens.</summary>
internal sealed class TokenFinder : IExtractionStage
{
    /// <inheritdoc/>
    public Layers Requires => Layers.None;

    /// <inheritdoc/>
    public Layers Assigns => Layers.Tokens;

    /// <inheritdoc/>
    public void Annotate(PaperDocument document)
    {
        var text = document.Text.AsSpan();
        Tokenizer.Tokenize(text[..(document.AbstractStart - 1)], 0, document.Tokens);
        document.TitleTokens = document.Tokens.Count;
        Tokenizer.Tokenize(text[document.AbstractStart..], document.AbstractStart, document.Tokens);
        document.ReadWords();
    }
}
