using Stemma.GraphBuilder.Linking.Names;

namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// Compares what short names stand for: MaPPO, maximum a posteriori preference optimization, ends in the letters of PPO and varies no proximal policy optimization.
/// Of the known name's long form the last two words are asked for, its head and what qualifies it, as an English compound drops its first words first (distributional preference optimization, of DPO).
/// </summary>
internal sealed class LongForms(IReadOnlyList<LinkedConcept> concepts)
{
    /// <summary>Words of a long form that another must have.</summary>
    private const int HeadWords = 2;

    /// <summary>Words from which a name is the long form of a short one, and not the short one in two pieces ("Chinese BERT").</summary>
    private const int LongFrom = 3;

    /// <summary>False where the long forms of both are known, and none of the variant's has the head or a name of the other.</summary>
    public bool Agree(int variant, int of)
    {
        var own = NamesOf(concepts[variant]).Where(name => NameKey.Tokens(name).Count >= LongFrom).ToList();
        var heads = NamesOf(concepts[of]).Select(HeadOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return own.Count == 0 || heads.Count == 0
            || own.Exists(name => heads.Any(head => Squeezed(name).Contains(head, StringComparison.Ordinal)) || NamesIts(name, concepts[of]));
    }

    /// <summary>The long form has a name of the other as one of its words: "graph-structured BERT".</summary>
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
