using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// Decides whether two long forms of one acronym are the same name: a misprint, other forms of the same words, an added head word. A long form that many papers use independently
/// is a name of its own, however similar: "semi-supervised" is no misprint of "self-supervised", nor "sparse neural network" of "spiking neural network".
/// </summary>
/// <param name="census">How often names are used and defined.</param>
/// <param name="printed">For each key its usual spelling; shorter than the table of keys if keys were added later.</param>
internal sealed class LongFormVariants(NameCensus census, string[] printed)
{
    /// <summary>A long form that differs in one word and is defined this many times less often than the other is a misprint of it.</summary>
    private const int SlipDominance = 20;

    /// <summary>The same for long forms that differ in one or two letters, by uses.</summary>
    private const int LetterDominance = 8;

    /// <summary>Words at least this long that differ in one letter are the same word.</summary>
    private const int LongWord = 8;

    /// <summary>Two single words with the same short form that share this many initial letters are the same: electroencephalogram, electroencephalography.</summary>
    private const int SharedLetters = 10;

    /// <summary>Names at least this long may differ in two letters.</summary>
    private const int LongName = 12;

    private readonly HashSet<int> _introduced =
        [.. census.Mentions.Where(mention => mention.IsDefined && mention.Role == ConceptRole.Introduces).Select(mention => mention.Anchor)];

    private readonly Dictionary<int, int> _definitions = census.Definitions.GroupBy(pair => pair.Key.Long).ToDictionary(pairs => pairs.Key, pairs => pairs.Sum(pair => pair.Value));

    /// <summary>Stems of names, by key; concurrent writers of an entry store equal values.</summary>
    private readonly string[]?[] _stems = new string[]?[printed.Length];

    /// <summary>True if two keys are the same long form of the short key; <paramref name="first"/> is defined at least as often as <paramref name="second"/>.</summary>
    public bool AreOne(int shortKey, int first, int second) =>
        IsSlip(first, second) || IsDerivation(first, second) || IsExtension(shortKey, first, second) || IsExtension(shortKey, second, first)
        || (DifferByOneWord(first, second, out var near) && (near || IsNegligible(shortKey, first, second)));

    /// <summary>
    /// True if the long forms have three or more words and differ in exactly one; <paramref name="near"/> if that is another form of the same word (distilled, distillation).
    /// </summary>
    public bool DifferByOneWord(int first, int second, out bool near)
    {
        var (a, b) = (StemsOf(first), StemsOf(second));
        near = false;
        if (a.Length < 3 || a.Length != b.Length)
        {
            return false;
        }

        var other = a.AsSpan().CommonPrefixLength(b);
        if (other == a.Length || !a.AsSpan(other + 1).SequenceEqual(b.AsSpan(other + 1)))
        {
            return false;
        }

        near = WordForms.AreOne(a[other], b[other]);
        return true;
    }

    /// <summary>True if they differ in one or two letters and one is a misprint of a far more frequent name, has its words divided otherwise, or has other forms of the same words.</summary>
    private bool IsSlip(int first, int second)
    {
        var (one, other) = (census.Names.KeyText(first), census.Names.KeyText(second));
        if (!EditDistance.IsWithin(one, other, one.Length >= LongName ? 2 : 1))
        {
            return false;
        }

        var (most, least) = (Math.Max(census.CountOf(first), census.CountOf(second)), Math.Min(census.CountOf(first), census.CountOf(second)));
        var (a, b) = (StemsOf(first), StemsOf(second));
        return most >= LetterDominance * least || a.Length != b.Length || a.Zip(b).All(pair => IsNearWord(pair.First, pair.Second));
    }

    private bool IsDerivation(int first, int second) =>
        StemsOf(first) is [var one] && StemsOf(second) is [var other] && one.AsSpan().CommonPrefixLength(other) >= SharedLetters;

    private static bool IsNearWord(string first, string second) =>
        first == second || WordForms.AreOne(first, second) || (Math.Min(first.Length, second.Length) >= LongWord && EditDistance.IsWithin(first, second, 1));

    /// <summary>
    /// "Chain of thought" and "chain-of-thought prompting" under CoT: the shorter form accounts for all letters, so the rest is a head word, unless more papers abbreviate the
    /// longer form differently ("multivariate time series forecasting", MTSF, under MTS).
    /// </summary>
    private bool IsExtension(int shortKey, int shorter, int longer)
    {
        var (few, many) = (StemsOf(shorter), StemsOf(longer));
        return few.Length > 1 && many.Length == few.Length + 1 && many.AsSpan().StartsWith(few)
            && 2 * SupportOf(shortKey, longer) >= _definitions.GetValueOrDefault(longer)
            && NameShapes.InitialsMatch(census.Names.KeyText(shortKey), NameKey.Tokens(Printed(shorter)));
    }

    /// <summary>True for a long form that almost no paper gives, and none as a name of its own or without the acronym: "Group Relative Preference Optimization" for GRPO.</summary>
    private bool IsNegligible(int shortKey, int first, int second)
    {
        var (common, rare) = (SupportOf(shortKey, first), SupportOf(shortKey, second));
        return !_introduced.Contains(second) && rare <= 2 && common >= SlipDominance * rare && census.CountOf(second) <= rare + 1;
    }

    private int SupportOf(int shortKey, int longKey) => census.Definitions.GetValueOrDefault(new Definition(shortKey, longKey));

    private string[] StemsOf(int key) => key < _stems.Length ? _stems[key] ??= [.. NameKey.Stems(Printed(key))] : [.. NameKey.Stems(Printed(key))];

    private string Printed(int key) => key < printed.Length && printed[key].Length > 0 ? printed[key] : census.Names.KeyText(key);
}
