using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphModel;

namespace Stemma.GraphBuilder.Mining;

/// <summary>Chooses the name and aliases of a proposed entry from those of its concept.</summary>
internal static class LexiconNames
{
    /// <summary>
    /// Minimum share of the concept's papers that use an alias; rarer ones are errors or another sense (as we found for "AI" for <i>Generative Artificial Intelligence</i>, 4 of
    /// 178).
    /// </summary>
    public const double LeastShare = 0.05;

    /// <summary>Minimum number of papers that use a short form; one that a single paper defines is specific to that paper.</summary>
    private const int LeastPapers = 2;

    /// <summary>The name in the singular, if the graph has the singular as an alias.</summary>
    public static string Singular(ConceptEvidence concept) =>
        concept.Name.Length > 3 && concept.Name[^1] == 's' && concept.Aliases.Any(alias => string.Equals(alias.Name, concept.Name[..^1], StringComparison.OrdinalIgnoreCase))
            ? concept.Name[..^1]
            : concept.Name;

    /// <summary>Short and long forms that differ from the name in more than spelling, most used first.</summary>
    public static IReadOnlyList<string> Aliases(ConceptEvidence concept)
    {
        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { NameKey.Of(concept.Name) };
        return [.. concept.Aliases
            .Where(alias => alias.Reason is GraphSchema.Reasons.Acronym or GraphSchema.Reasons.LongForm && Counts(concept, alias) && !Fragments.IsFragment(alias.Name))
            .OrderByDescending(alias => alias.Papers)
            .ThenBy(alias => alias.Name, StringComparer.Ordinal)
            .Select(alias => IsPluralOfCapitals(alias.Name) ? alias.Name[..^1] : alias.Name)
            .Where(alias => keys.Add(NameKey.Of(alias)))];
    }

    /// <summary>The short forms that texts define for the concept: "X (ACR)".</summary>
    public static IEnumerable<NameEvidence> Acronyms(ConceptEvidence concept) =>
        concept.Aliases.Where(alias => alias.Reason == GraphSchema.Reasons.Acronym && NameShapes.IsAcronym(alias.Name) && Counts(concept, alias));

    private static bool IsPluralOfCapitals(string name) => name.Length > 2 && name[^1] == 's' && char.IsUpper(name[^2]);

    private static bool Counts(ConceptEvidence concept, NameEvidence alias) => alias.Papers >= LeastPapers && alias.Papers >= LeastShare * concept.Papers;
}
