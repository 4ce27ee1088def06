using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction;

/// <summary>Groups tokens into sentences; the title is one sentence, whatever its punctuation.</summary>
internal sealed class SentenceFinder : IExtractionStage
{
    /// <inheritdoc/>
    public Layers Requires => Layers.Tokens;

    /// <inheritdoc/>
    public Layers Assigns => Layers.Sentences;

    /// <inheritdoc/>
    public void Annotate(PaperDocument document)
    {
        if (document.TitleTokens > 0)
        {
            document.Sentences.Add(new TokenRange(0, document.TitleTokens));
        }

        SentenceSplitter.Split(document.Text, document.Tokens, document.TitleTokens, document.Sentences);
        for (var sentence = 0; sentence < document.Sentences.Count; sentence++)
        {
            for (var token = document.Sentences[sentence].First; token < document.Sentences[sentence].End; token++)
            {
                document.SentenceOfToken.Add(sentence);
            }
        }
    }
}
