using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking;

/// <summary>A concept that is known before any paper is read: one lexicon entry as linking needs it.</summary>
/// <param name="Id">Concept id; the id of the node it becomes.</param>
/// <param name="Name">Canonical name, the long form where there is one.</param>
/// <param name="Aliases">Other names, acronyms among them.</param>
/// <param name="Types">The likeliest first; at least one.</param>
/// <param name="Ambiguous">True where a name is also a common word or stands for other things too (MATH, SPIN).</param>
public sealed record KnownConcept(string Id, string Name, IReadOnlyList<string> Aliases, IReadOnlyList<ConceptType> Types, bool Ambiguous = false);
