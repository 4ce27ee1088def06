using Stemma.GraphBuilder.Evaluation;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Judging;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Training;

/// <summary>Creates examples for the judge from candidates that a tagger found in a paper outside its training data.</summary>
internal static class ConceptExamples
{
    /// <summary>Weight of a candidate that matches only optional labels.</summary>
    private const float OptionalWeight = 0.5f;

    /// <summary>One example per candidate, allowing the types of the labels that it matches. Without a match, only <see cref="ConceptJudge.NoConcept"/> is allowed.</summary>
    public static IEnumerable<ClassifierExample> ForJudge(PaperDocument document, LabelledPaper paper)
    {
        foreach (var concept in document.Concepts)
        {
            ConceptFeatures.Write(document, concept, document.Features);
            var hits = Hits(concept, paper);
            var allowed = 0;
            foreach (var type in hits.SelectMany(hit => hit.Types))
            {
                allowed |= 1 << (1 + (int)type);
            }

            var required = hits.Exists(hit => hit.Required);
            allowed |= hits.Count == 0 ? 1 << ConceptJudge.NoConcept : 0;
            yield return new ClassifierExample(document.Features.Items.ToArray(), allowed, required || hits.Count == 0 ? 1 : OptionalWeight);
        }
    }

    /// <summary>Labelled concepts with a name of the candidate, required ones first.</summary>
    private static List<LabelledConcept> Hits(ConceptDraft concept, LabelledPaper paper)
    {
        var names = concept.Surfaces.Select(NameFolding.Fold).ToHashSet(StringComparer.Ordinal);
        return [.. paper.Concepts.Where(label => label.Forms.Any(form => names.Contains(NameFolding.Fold(form)))).OrderByDescending(label => label.Required)];
    }
}
