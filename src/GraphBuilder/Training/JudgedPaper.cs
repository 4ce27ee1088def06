using Stemma.GraphBuilder.Evaluation;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Training;

/// <summary>A labelled paper with the concepts that a judge found who had not seen its labels.</summary>
/// <param name="Document">All layers up to types.</param>
/// <param name="Labels">The labels.</param>
/// <param name="Fold">Part of the jackknife that it belongs to.</param>
internal sealed record JudgedPaper(PaperDocument Document, LabelledPaper Labels, int Fold)
{
    /// <summary>Weight of a concept that a reader may leave out.</summary>
    private const float OptionalWeight = 0.5f;

    /// <summary>The labelled concept that a found one names, a required one first; null where there is none.</summary>
    public LabelledConcept? LabelOf(ConceptDraft concept)
    {
        var names = concept.Surfaces.Select(NameFolding.Fold).ToHashSet(StringComparer.Ordinal);
        return Labels.Concepts.Where(label => label.Forms.Any(form => names.Contains(NameFolding.Fold(form)))).OrderByDescending(label => label.Required).FirstOrDefault();
    }

    /// <summary>Bit r for each role that readers accept; 0 where none lists the concept.</summary>
    public static int RolesOf(LabelledConcept? label) => label?.Roles.Aggregate(0, (mask, role) => mask | (1 << (int)role)) ?? 0;

    /// <summary>How much a concept counts.</summary>
    public static float WeightOf(LabelledConcept? label) => label is { Required: false } ? OptionalWeight : 1;

    /// <summary>True where a reader's name is one of the labelled or found forms of a concept.</summary>
    public static bool Names(LabelledConcept? label, ConceptDraft concept, string name)
    {
        var folded = NameFolding.Fold(name);
        return concept.Surfaces.Any(surface => NameFolding.Fold(surface) == folded) || (label is not null && label.Forms.Any(form => NameFolding.Fold(form) == folded))
            || (folded.Contains(" and ", StringComparison.Ordinal) && concept.Surfaces.Any(surface => surface.Length > 2 && folded.Contains(NameFolding.Fold(surface), StringComparison.Ordinal)));
    }
}
