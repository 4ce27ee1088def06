using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking;

/// <summary>Papers whose concepts are linked: the hand-over from linking to graph assembly.</summary>
/// <param name="Papers">Ordered by paper id, ordinally.</param>
/// <param name="Concepts">Ordered by concept id, ordinally.</param>
/// <param name="ConceptOf">For each paper and each entry of its extraction, the index into <paramref name="Concepts"/>, or −1 where the entry was dropped.</param>
/// <param name="Variants">Variant relations read off names, ordered by (variant, of); those that a text states come with the extractions.</param>
public sealed record LinkedCorpus(
    IReadOnlyList<ExtractedPaper> Papers,
    IReadOnlyList<LinkedConcept> Concepts,
    int[][] ConceptOf,
    IReadOnlyList<ConceptVariant> Variants);

/// <summary>One concept of the corpus.</summary>
/// <param name="Id">Stable id, see <see cref="ConceptNamer"/>.</param>
/// <param name="Name">Display name, the long form where one is known.</param>
/// <param name="Aliases">Other names with the reason for each, the best supported first.</param>
/// <param name="Types">One label, or two where usage supports both.</param>
/// <param name="Ambiguous">True for the node that collects mentions of a name with several senses that no evidence could tell apart.</param>
/// <param name="Papers">Number of papers that name it.</param>
public sealed record LinkedConcept(
    string Id,
    string Name,
    IReadOnlyList<ConceptAlias> Aliases,
    IReadOnlyList<ConceptType> Types,
    bool Ambiguous,
    int Papers);

/// <summary>Another name of a concept, and why it is one: an entry of the merge log.</summary>
/// <param name="Text">The name as printed most often.</param>
/// <param name="Reason">Why it was merged.</param>
/// <param name="Papers">Number of papers that support it; 0 where only the lexicon knows it.</param>
public sealed record ConceptAlias(string Text, MergeReason Reason, int Papers);

/// <summary>Why a name was merged into a concept.</summary>
public enum MergeReason
{
    /// <summary>The same name in another spelling: case, plural, hyphen, space, dialect.</summary>
    Spelling,

    /// <summary>A text defines the short form for the long one.</summary>
    Acronym,

    /// <summary>The lexicon lists it.</summary>
    Lexicon,

    /// <summary>A long form that differs by a slip or an added head word from the one that others give for the same acronym, or a name with a head word more that adds nothing, or one that begins with the verb.</summary>
    LongForm,

    /// <summary>Extraction found it as another mention of the same concept in one text.</summary>
    SameText,

    /// <summary>The user's overrides say so.</summary>
    Override,
}

/// <summary>One concept is a variant of another, by its name.</summary>
/// <param name="Variant">Index of the variant.</param>
/// <param name="Of">Index of the concept it varies.</param>
/// <param name="By">Which shape of name decided: <c>name.edition</c>, <c>name.suffix</c>, <c>name.prefix</c>, <c>name.fused</c>, <c>name.long-form</c>.</param>
/// <param name="Confidence">0..1.</param>
public sealed record ConceptVariant(int Variant, int Of, string By, double Confidence);
