using Stemma.GraphBuilder.Text;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Findings;

/// <summary>The concepts of a paper that may be the metric or the method of a number, and their mentions in its sentence.</summary>
internal readonly struct DetailCandidates
{
    private readonly PaperDocument _document;
    private readonly ResultSentence _sentence;
    private readonly int _main;
    private readonly List<ResultTarget> _mentions;
    private readonly ResultLists _lists;

    /// <summary>Collects the concepts of a type.</summary>
    /// <param name="document">The paper with roles.</param>
    /// <param name="sentence">The sentence of the number.</param>
    /// <param name="type">Metric or Method.</param>
    /// <param name="main">Index of the paper's own concept, or -1.</param>
    public DetailCandidates(PaperDocument document, ResultSentence sentence, ConceptType type, int main)
    {
        (_document, _sentence, _main) = (document, sentence, main);
        Concepts = [.. Enumerable.Range(0, document.Concepts.Count).Where(at => document.Concepts[at].Type == type)];
        _mentions = ResultTargets.In(document, sentence.Range, concept => concept.Type == type);
        _lists = new ResultLists(document, sentence.Range, sentence.Numbers, _mentions, sentence.Targets);
    }

    /// <summary>Indices of the concepts.</summary>
    public int[] Concepts { get; }

    /// <summary>The features of a number and a candidate, in the document's bag.</summary>
    public ReadOnlySpan<uint> FeaturesOf(int number, int concept, NumberKind kind)
    {
        DetailFeatures.WriteCandidate(_document, _sentence, number, new DetailCandidate(concept, concept == _main, kind, _lists.PlacesOf(number, concept)), _mentions, _document.Features);
        return _document.Features.Items;
    }

    /// <summary>A concept as printed in its mention nearest to a number; its first surface form where the sentence does not mention it.</summary>
    public string PrintedAs(int concept, TokenRange number)
    {
        var draft = _document.Concepts[concept];
        if (ResultSentence.Nearest(_mentions, number, concept) is >= 0 and var nearest)
        {
            foreach (var mention in draft.Mentions)
            {
                if (mention.Range.First == _mentions[nearest].Range.First)
                {
                    return _document[mention.Range].ToString();
                }
            }
        }

        return draft.Surfaces[0];
    }
}
