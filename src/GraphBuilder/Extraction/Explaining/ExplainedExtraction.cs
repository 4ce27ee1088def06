namespace Stemma.GraphBuilder.Extraction.Explaining;

/// <summary>The extraction of one paper, with the reasons for it.</summary>
/// <param name="Title">The title that was read; spans of that field refer to it.</param>
/// <param name="Abstract">The abstract that was read.</param>
/// <param name="Extraction">Concepts, results and relations, as a build would find them.</param>
/// <param name="Concepts">For each concept of <paramref name="Extraction"/>, in the same order, why it was found.</param>
public sealed record ExplainedExtraction(
    string Title, string Abstract, PaperExtraction Extraction, IReadOnlyList<ConceptExplanation> Concepts);

/// <summary>Why one concept was found, and why it has its role.</summary>
/// <param name="TypeConfidence">Probability, 0..1, that an annotator lists the concept with its first type.</param>
/// <param name="RoleConfidence">Probability, 0..1, that the role is right, given the concept.</param>
/// <param name="Reasons">What the text and the lexicon show, in the order of the stages; empty where the model alone decided.</param>
public sealed record ConceptExplanation(double TypeConfidence, double RoleConfidence, IReadOnlyList<ExtractionReason> Reasons);

/// <summary>One reason for a decision.</summary>
/// <param name="Kind">The stage that found it.</param>
/// <param name="Rule">The rule's id as evidence shows it (<c>definition.called</c>), the lexicon id, or the stage's name.</param>
/// <param name="Sentence">What was found, as a sentence for users.</param>
/// <param name="Where">The words that show it, or null where the sentence suffices.</param>
public sealed record ExtractionReason(ReasonKind Kind, string Rule, string Sentence, TextSpan? Where);

/// <summary>Kind of a reason.</summary>
public enum ReasonKind
{
    /// <summary>The lexicon contains the name.</summary>
    Lexicon,

    /// <summary>The text gives a short form and its long form.</summary>
    Acronym,

    /// <summary>The name is where papers name what they introduce.</summary>
    Definition,

    /// <summary>A phrase beside the name signals the chosen role.</summary>
    Cue,

    /// <summary>A phrase beside the name signals a role that the model did not choose.</summary>
    OtherCue,
}
