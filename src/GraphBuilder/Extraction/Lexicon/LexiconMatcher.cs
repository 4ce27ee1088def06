using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Lexicon;

/// <summary>Finds lexicon names: the longest at each token, continuing behind it. Reports where a name occurs, not whether it is meant; the tagger decides that.</summary>
internal sealed class LexiconMatcher(ConceptLexicon lexicon) : IExtractionStage
{
    /// <inheritdoc/>
    public Layers Requires => Layers.Tokens | Layers.Sentences;

    /// <inheritdoc/>
    public Layers Assigns => Layers.LexiconMatches;

    /// <inheritdoc/>
    public void Annotate(PaperDocument document)
    {
        var starts = document.Starts.Of(document.Words, lexicon);
        var words = document.WordOfToken;
        foreach (var sentence in document.Sentences)
        {
            for (var at = sentence.First; at < sentence.End;)
            {
                ref readonly var start = ref starts[words[at]];
                if (!start.IsNone && document.Tokens[at].Kind is TokenKind.Word or TokenKind.Markup or TokenKind.Number
                    && lexicon.LongestAt(document.Text, document.Tokens, at, sentence.End, document.FactsOf(at).Spelling, start, out var end) is { } form)
                {
                    document.LexiconMatches.Add(new LexiconMatch(new TokenRange(at, end), form));
                    at = end;
                }
                else
                {
                    at++;
                }
            }
        }
    }
}
