using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction;

/// <summary>Turns a fully annotated document into a <see cref="PaperExtraction"/>.</summary>
internal static class ExtractionAssembler
{
    /// <summary>Builds the record, which shares no objects with the document.</summary>
    public static PaperExtraction Assemble(PaperDocument document)
    {
        if (document.Concepts.Count == 0)
        {
            return PaperExtraction.Empty;
        }

        var concepts = new ExtractedConcept[document.Concepts.Count];
        for (var at = 0; at < concepts.Length; at++)
        {
            concepts[at] = Assemble(document, document.Concepts[at]);
        }

        return new PaperExtraction(concepts, document.Results.ToArray(), document.Relations.ToArray());
    }

    private static ExtractedConcept Assemble(PaperDocument document, ConceptDraft concept) => new()
    {
        Name = NameEdges.Cut(BestName(concept)),
        Surfaces = Surfaces(concept),
        ShortForm = Cut(concept.ShortForm),
        LongForm = Cut(concept.LongForm),
        LexiconId = concept.Entry?.Id,
        Ambiguous = concept.Entry?.IsAmbiguous ?? false,
        Types = TypesOf(concept),
        Role = concept.Role,
        Confidence = Math.Round(concept.Confidence * concept.RoleConfidence, 3),
        Evidence = document.ToEvidence(NameEdges.Cut(document, concept.Mentions[concept.ShownMention].Range)),
        By = concept.By,
        Mentions = Mentions(document, concept),
    };

    /// <summary>
    /// Where role and type contradict each other, a role that only one kind of thing can have decides the type: what a paper addresses is a task. Of 190 such cases in 2,889 labelled
    /// abstracts, annotators accept the type of the role in 131 and the other type in 65.
    /// </summary>
    private static ConceptType[] TypesOf(ConceptDraft concept) => concept.Role switch
    {
        ConceptRole.Addresses when !concept.Types.Contains(ConceptType.Task) => [ConceptType.Task],
        ConceptRole.Measures when !concept.Types.Contains(ConceptType.Metric) => [ConceptType.Metric],
        ConceptRole.EvaluatesOn when !concept.Types.Exists(ConceptTypes.IsData) => [ConceptType.Benchmark],
        _ => concept.Types.ToArray(),
    };

    private static string? Cut(string? name) => name is null ? null : NameEdges.Cut(name);

    private static string[] Surfaces(ConceptDraft concept)
        => concept.Surfaces.Count == 1 ? [NameEdges.Cut(concept.Surfaces[0])] : concept.Surfaces.Select(NameEdges.Cut).Distinct(StringComparer.Ordinal).ToArray();

    private static TextSpan[] Mentions(PaperDocument document, ConceptDraft concept)
    {
        var spans = new TextSpan[concept.Mentions.Count];
        for (var at = 0; at < spans.Length; at++)
        {
            spans[at] = document.ToSpan(NameEdges.Cut(document, concept.Mentions[at].Range));
        }

        return spans;
    }

    /// <summary>Annotation guidelines: the paper's own method goes by its short name, everything else by its long form where the text gives one.</summary>
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
