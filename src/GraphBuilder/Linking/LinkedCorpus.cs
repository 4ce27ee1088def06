using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking;

/// <summary>Papers with linked concepts: what linking passes to graph assembly.</summary>
/// <param name="Papers">Ordered by paper id, ordinally.</param>
/// <param name="Concepts">Ordered by concept id, ordinally.</param>
/// <param name="ConceptOf">For each paper and each entry of its extraction, the index into <paramref name="Concepts"/>, or −1 where the entry was dropped.</param>
/// <param name="Variants">Variant relations derived from names, ordered by (variant, of); those that a text states are in the extractions.</param>
/// <param name="Origins">Who is known to have introduced what; the first of several for one concept counts.</param>
public sealed record LinkedCorpus(
    IReadOnlyList<ExtractedPaper> Papers,
    IReadOnlyList<LinkedConcept> Concepts,
    int[][] ConceptOf,
    IReadOnlyList<ConceptVariant> Variants,
    IReadOnlyList<ConceptOrigin> Origins);

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

/// <summary>Another name of a concept with the reason for the merge: an entry of the merge log.</summary>
/// <param name="Text">The name as printed most often.</param>
/// <param name="Reason">Why it was merged.</param>
/// <param name="Papers">Number of papers that support it; 0 if only the lexicon lists it.</param>
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

    /// <summary>
    /// A long form that differs by a slip or an added head word from another one for the same acronym, a name with a redundant head word, or a name that begins with the verb.
    /// </summary>
    LongForm,

    /// <summary>Extraction found it as another mention of the same concept in one text.</summary>
    SameText,

    /// <summary>The user's overrides say so.</summary>
    Override,
}

/// <summary>A concept that is a variant of another, according to its name.</summary>
/// <param name="Variant">Index of the variant.</param>
/// <param name="Of">Index of the concept that it is a variant of.</param>
/// <param name="By">Rule that matched the name: <c>name.edition</c>, <c>name.suffix</c>, <c>name.prefix</c>, <c>name.fused</c>, <c>name.long-form</c>.</param>
/// <param name="Confidence">0..1.</param>
public sealed record ConceptVariant(int Variant, int Of, string By, double Confidence);
