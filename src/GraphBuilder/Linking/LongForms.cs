using Stemma.GraphBuilder.Linking.Names;

namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// Compares the long forms of short names: MaPPO, maximum a posteriori preference optimization, ends in the letters of PPO but is no variant of proximal policy
/// optimization. The variant must have the last two words of the known name's long form, its head and what qualifies it, because English compounds drop their first words
/// first (distributional preference optimization, of DPO).
/// </summary>
internal sealed class LongForms(IReadOnlyList<LinkedConcept> concepts)
{
    /// <summary>Number of last words of a long form that the other must have.</summary>
    private const int HeadWords = 2;

    /// <summary>Minimum number of words of a long form; a name of two may be the short form in two parts ("Chinese BERT").</summary>
    private const int LongFrom = 3;

    /// <summary>False if the long forms of both are known, and none of the variant's contains the head or a name of the other.</summary>
    public bool Agree(int variant, int of)
    {
        var own = NamesOf(concepts[variant]).Where(name => NameKey.Tokens(name).Count >= LongFrom).ToList();
        var heads = NamesOf(concepts[of]).Select(HeadOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return own.Count == 0 || heads.Count == 0
            || own.Exists(name => heads.Any(head => Squeezed(name).Contains(head, StringComparison.Ordinal)) || NamesIts(name, concepts[of]));
    }

    /// <summary>True if a name of the other is one of the words of the long form: "graph-structured BERT".</summary>
    private static bool NamesIts(string name, LinkedConcept known)
    {
        var words = NameKey.Tokens(name).ConvertAll(NameKey.Of);
        return NamesOf(known).Any(other => words.Contains(NameKey.Of(other)));
    }

    private static string? HeadOf(string name) => NameKey.Stems(name) is { Count: >= HeadWords } stems ? string.Concat(stems.TakeLast(HeadWords)) : null;

    private static string Squeezed(string name) => string.Concat(NameKey.Stems(name));

    private static IEnumerable<string> NamesOf(LinkedConcept concept) =>
        concept.Aliases.Where(alias => alias.Reason != MergeReason.SameText).Select(alias => alias.Text).Prepend(concept.Name);
}
