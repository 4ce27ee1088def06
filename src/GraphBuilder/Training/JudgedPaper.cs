using Stemma.GraphBuilder.Evaluation;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Training;

/// <summary>A labelled paper with the concepts found by a judge that was not trained on it.</summary>
/// <param name="Document">The paper with all layers up to types.</param>
/// <param name="Labels">The labels.</param>
/// <param name="Fold">Cross-validation fold of the paper.</param>
internal sealed record JudgedPaper(PaperDocument Document, LabelledPaper Labels, int Fold)
{
    /// <summary>Weight of an optional concept.</summary>
    private const float OptionalWeight = 0.5f;

    /// <summary>The labelled concept that shares a name with a found one, preferring required ones; null if there is none.</summary>
    public LabelledConcept? LabelOf(ConceptDraft concept)
    {
        var names = concept.Surfaces.Select(NameFolding.Fold).ToHashSet(StringComparer.Ordinal);
        return Labels.Concepts.Where(label => label.Forms.Any(form => names.Contains(NameFolding.Fold(form)))).OrderByDescending(label => label.Required).FirstOrDefault();
    }

    /// <summary>Mask of the roles that annotators accept, bit r for role r; 0 for an unlabelled concept.</summary>
    public static int RolesOf(LabelledConcept? label) => label?.Roles.Aggregate(0, (mask, role) => mask | (1 << (int)role)) ?? 0;

    /// <summary>Training weight of a concept; null for an unlabelled one.</summary>
    public static float WeightOf(LabelledConcept? label) => label is { Required: false } ? OptionalWeight : 1;

    /// <summary>
    /// True if an annotator's name is one of the labelled or found forms of a concept. A name with "and" in it also matches if it contains a found form of three letters or more.
    /// </summary>
    public static bool Names(LabelledConcept? label, ConceptDraft concept, string name)
    {
        var folded = NameFolding.Fold(name);
        return concept.Surfaces.Any(surface => NameFolding.Fold(surface) == folded) || (label is not null && label.Forms.Any(form => NameFolding.Fold(form) == folded))
            || (folded.Contains(" and ", StringComparison.Ordinal) && concept.Surfaces.Any(surface => surface.Length > 2 && NameFolding.HasWords(folded, NameFolding.Fold(surface))));
    }
}
