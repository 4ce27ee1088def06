using Stemma.GraphBuilder.Evaluation;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Judging;
using Stemma.GraphBuilder.Extraction.Roles;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Training;

/// <summary>Makes examples for the judge and the role classifier out of candidates that a tagger found in a paper it had not seen.</summary>
internal static class ConceptExamples
{
    /// <summary>Weight of a candidate that matches only what a reader may leave out.</summary>
    private const float OptionalWeight = 0.5f;

    /// <summary>Candidates less sure than this hardly ever pass the judge; they are not there when roles are decided.</summary>
    private const double Doubtful = 0.25;

    /// <summary>One example a candidate; an optional concept may be kept or not.</summary>
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

    /// <summary>One example a candidate that a reader listed, with the roles that readers accept.</summary>
    public static IEnumerable<ClassifierExample> ForRoles(PaperDocument document, LabelledPaper paper)
    {
        document.Concepts.RemoveAll(concept => concept.Confidence < Doubtful && Hits(concept, paper).Count == 0);
        foreach (var concept in document.Concepts)
        {
            if (Hits(concept, paper) is { Count: > 0 } hits && !hits[0].Types.Contains(concept.Type))
            {
                concept.Types.Clear();
                concept.Types.AddRange(hits[0].Types);
            }
        }

        document.Mentions.Clear();
        document.Mentions.AddRange(document.Concepts.SelectMany(concept => concept.Mentions).OrderBy(mention => mention.Range.First));
        var covered = document.Covered().ToArray();
        foreach (var concept in document.Concepts)
        {
            if (Hits(concept, paper) is { Count: > 0 } hits)
            {
                RoleClassifier.WriteAll(document, concept, covered, document.Features);
                var allowed = hits[0].Roles.Aggregate(0, (mask, role) => mask | (1 << (int)role));
                yield return new ClassifierExample(document.Features.Items.ToArray(), allowed, hits[0].Required ? 1 : OptionalWeight);
            }
        }
    }

    /// <summary>Labelled concepts that the candidate names, required ones first.</summary>
    private static List<LabelledConcept> Hits(ConceptDraft concept, LabelledPaper paper)
    {
        var names = concept.Surfaces.Select(NameFolding.Fold).ToHashSet(StringComparer.Ordinal);
        return [.. paper.Concepts.Where(label => label.Forms.Any(form => names.Contains(NameFolding.Fold(form)))).OrderByDescending(label => label.Required)];
    }
}
