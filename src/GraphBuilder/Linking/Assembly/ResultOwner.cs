using Stemma.GraphBuilder.Extraction;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking.Assembly;

/// <summary>Tells whose a reported number is: the method that extraction tied to it, else the paper's own method that its sentence names, else the only one or the one of the title.</summary>
internal static class ResultOwner
{
    /// <summary>The concept, or −1 where the text does not tell.</summary>
    public static int Of(LinkedCorpus corpus, int paper, List<ConceptLink> links, ExtractedResult result, EvidenceSentences sentences)
    {
        if (result.Of is { } slot)
        {
            return corpus.ConceptOf[paper][slot];
        }

        var source = corpus.Papers[paper];
        var own = links.FindAll(link => link.Role == ConceptRole.Introduces && corpus.Concepts[link.Concept].Types[0] == ConceptType.Method);
        var sentence = sentences.Of(source, result.Evidence);
        var named = own.FindAll(link => link.Surfaces.Any(surface => sentence.Contains(surface, StringComparison.Ordinal)));
        return (named.Count, own.Count) switch
        {
            (1, _) => named[0].Concept,
            (_, 1) => own[0].Concept,
            _ => own.Find(link => TitleNames.IsNamed(source.Head.Title, corpus.Concepts[link.Concept]))?.Concept ?? -1,
        };
    }
}
