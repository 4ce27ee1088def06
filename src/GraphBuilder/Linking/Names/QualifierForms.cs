using System.Collections.Frozen;

namespace Stemma.GraphBuilder.Linking.Names;

/// <summary>
/// Folds forms of a word that mean the same before another word: "robotic navigation" is robot navigation, "automated evaluation" automatic evaluation. At the end of a
/// name they may differ: a robotic hand is no robot. The list comes from reading all pairs of concepts of 144,000 papers whose names differ in one such word (135 pairs
/// with "robotic", 70 with "automated", 450 together); pairs that differ in more than form were left out: "structured" and "structural", "random" and "randomized",
/// "dynamic" and "dynamical", "distributional" and "distribution".
/// </summary>
internal static class QualifierForms
{
    /// <summary>Maximum ratio of the length of the folded form to that of the original.</summary>
    public const int MostGrowth = 2;

    /// <summary>Keyed by stem, see <see cref="WordStem"/>.</summary>
    private static readonly FrozenDictionary<string, string> Usual = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["robotic"] = "robot", ["automated"] = "automatic", ["multiple"] = "multi", ["textual"] = "text", ["modality"] = "modal", ["baye"] = "bayesian", ["convolution"] = "convolutional",
        ["bipedal"] = "biped", ["quadrupedal"] = "quadruped", ["contextualized"] = "contextual", ["grasping"] = "grasp", ["molecule"] = "molecular", ["lagrange"] = "lagrangian",
        ["dimensionality"] = "dimension", ["computational"] = "computation", ["squared"] = "square", ["positional"] = "position", ["entropic"] = "entropy", ["tailed"] = "tail", ["headed"] = "head",
        ["optic"] = "optical", ["recommender"] = "recommendation", ["relationship"] = "relation", ["cascaded"] = "cascade", ["markovian"] = "markov", ["testing"] = "test", ["forecasting"] = "forecast",
        ["behavioral"] = "behavior", ["salesperson"] = "salesman",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Forms that are equal only before a certain word: a visual encoder is no vision encoder, but visual-language models are vision-language models.</summary>
    private static readonly (string Form, string Next, string Usual)[] UsualBefore = [("visual", "language", "vision"), ("spatial", "temporal", "spatio")];

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Forms = Usual.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Folds a stem before another word in place; returns its new length, which is unchanged for most.</summary>
    /// <param name="room">The stem, followed by room for as many letters.</param>
    /// <param name="length">The length of the stem.</param>
    /// <param name="next">The next word, in any case.</param>
    public static int Fold(Span<char> room, int length, ReadOnlySpan<char> next)
    {
        var usual = Forms.TryGetValue(room[..length], out var form) ? form : Before(room[..length], next);
        usual?.CopyTo(room);
        return usual?.Length ?? length;
    }

    private static string? Before(ReadOnlySpan<char> stem, ReadOnlySpan<char> next)
    {
        foreach (var (form, word, usual) in UsualBefore)
        {
            if (stem.SequenceEqual(form) && next.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return usual;
            }
        }

        return null;
    }
}
