using Stemma.GraphBuilder.Extraction;

namespace Stemma.GraphBuilder.Linking.Assembly;

/// <summary>
/// Extracts evidence sentences from texts: relationships of a paper with the same sentence share one string, and the abstract is unpacked once for
/// successive requests on one paper. Not thread-safe.
/// </summary>
internal sealed class EvidenceSentences
{
    private readonly Dictionary<(TextField, int, int), string> _sentences = [];
    private ExtractedPaper? _paper;
    private string? _abstract;

    /// <summary>Starts a paper; <paramref name="text"/> is its abstract if already unpacked, otherwise null.</summary>
    public void Begin(ExtractedPaper paper, string? text)
    {
        (_paper, _abstract) = (paper, text);
        _sentences.Clear();
    }

    /// <summary>The sentence of a piece of evidence.</summary>
    public string Of(ExtractedPaper paper, Evidence evidence)
    {
        if (!ReferenceEquals(paper, _paper))
        {
            Begin(paper, null);
        }

        var place = (evidence.Mention.Field, evidence.SentenceStart, evidence.SentenceEnd);
        if (!_sentences.TryGetValue(place, out var sentence))
        {
            var text = evidence.Mention.Field == TextField.Title ? paper.Head.Title : _abstract ??= paper.ReadAbstract();
            _sentences.Add(place, sentence = text[evidence.SentenceStart..evidence.SentenceEnd]);
        }

        return sentence;
    }
}
