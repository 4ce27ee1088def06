namespace Stemma.GraphBuilder.Extraction.Explaining;

/// <summary>One paper's extraction together with what led to it.</summary>
/// <param name="Title">The title that was read; spans of that field refer to it.</param>
/// <param name="Abstract">The abstract that was read.</param>
/// <param name="Extraction">Concepts, results and relations, as a build would find them.</param>
/// <param name="Concepts">For each concept of <paramref name="Extraction"/>, in the same order, why it stands there.</param>
public sealed record ExplainedExtraction(
    string Title, string Abstract, PaperExtraction Extraction, IReadOnlyList<ConceptExplanation> Concepts);

/// <summary>Why one concept was found, and why it has its role.</summary>
/// <param name="TypeConfidence">0..1 that a careful reader lists the concept with its first type.</param>
/// <param name="RoleConfidence">0..1 that the role is right, given the concept.</param>
/// <param name="Reasons">What the text or the lexicon shows, in the order of the stages; empty where the model alone decided.</param>
public sealed record ConceptExplanation(double TypeConfidence, double RoleConfidence, IReadOnlyList<ExtractionReason> Reasons);

/// <summary>One thing that the decision rests on.</summary>
/// <param name="Kind">Which stage saw it.</param>
/// <param name="Rule">The rule's id as evidence shows it (<c>definition.called</c>), the lexicon id, or the stage's name.</param>
/// <param name="Sentence">What was seen, for a reader.</param>
/// <param name="Where">The words that show it, or null where the sentence tells all.</param>
public sealed record ExtractionReason(ReasonKind Kind, string Rule, string Sentence, TextSpan? Where);

/// <summary>What a reason is.</summary>
public enum ReasonKind
{
    /// <summary>The lexicon knows the name.</summary>
    Lexicon,

    /// <summary>The text gives a short form and its long form.</summary>
    Acronym,

    /// <summary>The name stands where papers name what they introduce.</summary>
    Definition,

    /// <summary>A phrase beside the name shows the role that was decided.</summary>
    Cue,

    /// <summary>A phrase beside the name shows a role that the model weighed and did not take.</summary>
    OtherCue,
}
