using Stemma.GraphModel;

namespace Stemma.GraphBuilder.Mining;

/// <summary>Short forms that texts define for several concepts: SPO is both Self-Play and Self-supervised Preference Optimization.</summary>
internal sealed class SharedForms
{
    private readonly Dictionary<string, int> _concepts;

    private SharedForms(Dictionary<string, int> concepts) => _concepts = concepts;

    /// <summary>Counts the short forms of a graph that at least two papers use.</summary>
    public static SharedForms Of(IEnumerable<ConceptEvidence> concepts) => new(concepts
        .SelectMany(concept => concept.Aliases.Where(alias => alias.Reason == GraphSchema.Reasons.Acronym && alias.Papers > 1).Select(alias => alias.Name).Distinct(StringComparer.Ordinal))
        .CountBy(form => form, StringComparer.Ordinal)
        .Where(form => form.Value > 1)
        .ToDictionary(StringComparer.Ordinal));

    /// <summary>Number of concepts with this short form; 0 if it is fewer than two.</summary>
    public int CountOf(string form) => _concepts.GetValueOrDefault(form);
}
