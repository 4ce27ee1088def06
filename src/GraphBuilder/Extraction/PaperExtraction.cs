using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction;

/// <summary>Findings of one abstract, before papers are compared; passed from extraction to linking. A pure function of title, abstract, lexicon and model.</summary>
/// <param name="Concepts">One entry per concept of this paper, ordered by first mention.</param>
/// <param name="Results">Numeric results, in text order.</param>
/// <param name="Relations">Relations between two concepts of this paper, in text order.</param>
public sealed record PaperExtraction(
    IReadOnlyList<ExtractedConcept> Concepts,
    IReadOnlyList<ExtractedResult> Results,
    IReadOnlyList<ExtractedRelation> Relations)
{
    /// <summary>Nothing found.</summary>
    public static PaperExtraction Empty { get; } = new([], [], []);
}

/// <summary>One concept as one paper names it.</summary>
public sealed record ExtractedConcept
{
    /// <summary>Best surface form: the long form where the text gives one, else the form as printed; for the paper's own method its short name.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Distinct surface forms as printed, in order of first mention, those of merged concepts last; contains <see cref="Name"/>. A split name ("Atari … 100k steps", "GPT-3.5/4") is
    /// given whole, because the part that is printed is another name.
    /// </summary>
    public required IReadOnlyList<string> Surfaces { get; init; }

    /// <summary>Acronym that this text defines for the concept, or null.</summary>
    public string? ShortForm { get; init; }

    /// <summary>Long form that this text gives for the concept, or null.</summary>
    public string? LongForm { get; init; }

    /// <summary>Id of the lexicon entry it was recognised as, or null. Lexicon ids are concept ids.</summary>
    public string? LexiconId { get; init; }

    /// <summary>True where the lexicon entry's name is an ambiguous word (MATH, SPIN, Adam) that linking must check again.</summary>
    public bool Ambiguous { get; init; }

    /// <summary>Types that usage supports, the likeliest first; at least one.</summary>
    public required IReadOnlyList<ConceptType> Types { get; init; }

    /// <summary>The strongest role that the text supports.</summary>
    public required ConceptRole Role { get; init; }

    /// <summary>Probability (0..1) that an annotator lists the concept, with its first type, in this role.</summary>
    public required double Confidence { get; init; }

    /// <summary>Sentence and mention that show the role.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>Rule or model that decided, for instance <c>definition.called</c>.</summary>
    public required string By { get; init; }

    /// <summary>All mentions, in text order, title first.</summary>
    public required IReadOnlyList<TextSpan> Mentions { get; init; }
}

/// <summary>One numeric result tied to a dataset or benchmark of the same extraction.</summary>
/// <param name="On">Index into <see cref="PaperExtraction.Concepts"/> of the dataset or benchmark.</param>
/// <param name="Value">The number, as printed without unit: <c>81.8</c>.</param>
/// <param name="Unit"><c>%</c>, <c>points</c>, <c>x</c> or null.</param>
/// <param name="Metric">Metric as printed, or null.</param>
/// <param name="In">Index of that metric, or null.</param>
/// <param name="Delta">The change that the text states, with its sign: of the same size as the value where that is itself a change, else the change given beside the level; null for none.</param>
/// <param name="Of">Index of the method that reached it, or null where the text names none.</param>
/// <param name="Evidence">Where it is stated; the mention is the number.</param>
/// <param name="By">Rule.</param>
/// <param name="Confidence">0..1.</param>
public sealed record ExtractedResult(
    int On, double Value, string? Unit, string? Metric, int? In, double? Delta, int? Of, Evidence Evidence, string By, double Confidence);

/// <summary>A relation between two concepts that the text states: head <c>variant_of</c> tail, and so on.</summary>
/// <param name="Head">Index into <see cref="PaperExtraction.Concepts"/>.</param>
/// <param name="Type">One of the relationship types BUILDS_ON, COMPARES_WITH, PART_OF, VARIANT_OF.</param>
/// <param name="Tail">Index into <see cref="PaperExtraction.Concepts"/>.</param>
/// <param name="Evidence">Where it is stated; the mention is the tail's.</param>
/// <param name="By">Rule.</param>
/// <param name="Confidence">0..1.</param>
public sealed record ExtractedRelation(int Head, string Type, int Tail, Evidence Evidence, string By, double Confidence);

/// <summary>Title or abstract of a paper.</summary>
public enum TextField
{
    /// <summary>The title.</summary>
    Title,

    /// <summary>The abstract.</summary>
    Abstract,
}

/// <summary>A span of title or abstract.</summary>
/// <param name="Field">Title or abstract.</param>
/// <param name="Start">Zero-based UTF-16 offset.</param>
/// <param name="End">Exclusive.</param>
public readonly record struct TextSpan(TextField Field, int Start, int End);

/// <summary>A mention and the sentence around it.</summary>
/// <param name="Mention">The mention.</param>
/// <param name="SentenceStart">Zero-based UTF-16 offset of the sentence in the same field.</param>
/// <param name="SentenceEnd">Exclusive.</param>
public readonly record struct Evidence(TextSpan Mention, int SentenceStart, int SentenceEnd);
