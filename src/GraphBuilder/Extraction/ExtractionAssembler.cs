using Stemma.GraphBuilder.Text;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction;

/// <summary>Turns a fully annotated document into the hand-over record.</summary>
internal static class ExtractionAssembler
{
    private static readonly char[] Dashes = [' ', '-', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212'];

    /// <summary>The record; shares nothing with the document.</summary>
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
        Name = WithoutHyphen(BestName(concept)),
        Surfaces = Surfaces(concept),
        ShortForm = concept.ShortForm,
        LongForm = concept.LongForm,
        LexiconId = concept.Entry?.Id,
        Ambiguous = concept.Entry?.IsAmbiguous ?? false,
        Types = concept.Types.ToArray(),
        Role = concept.Role,
        Confidence = Math.Round(concept.Confidence * concept.RoleConfidence, 3),
        Evidence = document.ToEvidence(WithoutHyphen(document, concept.Mentions[concept.ShownMention].Range)),
        By = concept.By,
        Mentions = Mentions(document, concept),
    };

    private static string[] Surfaces(ConceptDraft concept)
        => concept.Surfaces.Count == 1 ? [WithoutHyphen(concept.Surfaces[0])] : concept.Surfaces.Select(WithoutHyphen).Distinct(StringComparer.Ordinal).ToArray();

    private static TextSpan[] Mentions(PaperDocument document, ConceptDraft concept)
    {
        var spans = new TextSpan[concept.Mentions.Count];
        for (var at = 0; at < spans.Length; at++)
        {
            spans[at] = document.ToSpan(WithoutHyphen(document, concept.Mentions[at].Range));
        }

        return spans;
    }

    /// <summary>"FogNet - Seeing through": the tagger takes a dash for part of the name now and then.</summary>
    private static TokenRange WithoutHyphen(PaperDocument document, TokenRange range)
    {
        while (range.Count > 1 && document.Tokens[range.End - 1].Kind == TokenKind.Hyphen)
        {
            range = range with { End = range.End - 1 };
        }

        return range;
    }

    private static string WithoutHyphen(string name) => name.TrimEnd(Dashes) is { Length: > 0 } trimmed ? trimmed : name;

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
