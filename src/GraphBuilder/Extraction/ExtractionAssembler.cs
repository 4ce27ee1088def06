using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction;

/// <summary>Turns a fully annotated document into the hand-over record.</summary>
internal static class ExtractionAssembler
{
    /// <summary>The record; shares nothing with the document.</summary>
    public static PaperExtraction Assemble(PaperDocument document)
        => document.Concepts.Count == 0
            ? PaperExtraction.Empty
            : new PaperExtraction(
                document.Concepts.Select(concept => Assemble(document, concept)).ToArray(), document.Results.ToArray(), document.Relations.ToArray());

    private static ExtractedConcept Assemble(PaperDocument document, ConceptDraft concept) => new()
    {
        Name = BestName(concept),
        Surfaces = concept.Surfaces.ToArray(),
        ShortForm = concept.ShortForm,
        LongForm = concept.LongForm,
        LexiconId = concept.Entry?.Id,
        Ambiguous = concept.Entry?.IsAmbiguous ?? false,
        Types = concept.Types.ToArray(),
        Role = concept.Role,
        Confidence = Math.Round(concept.Confidence * concept.RoleConfidence, 3),
        Evidence = document.ToEvidence(concept.Mentions[concept.EvidenceMention].Range),
        By = concept.By,
        Mentions = concept.Mentions.Select(mention => document.ToSpan(mention.Range)).ToArray(),
    };

    /// <summary>Guidelines: the paper's own method goes by its short name, everything else by its long form where the text gives one.</summary>
    private static string BestName(ConceptDraft concept)
    {
        if (concept.Canonical is { } canonical)
        {
            return canonical;
        }

        var defined = concept.Role == ConceptRole.Introduces ? concept.ShortForm : concept.LongForm;
        return defined is not null && concept.Surfaces.Contains(defined) ? defined : concept.Surfaces[0];
    }
}
