using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// Decides whether two long forms that papers give for one acronym are one name: a slip of the pen, other forms of the same words, an added head word. What many papers use by itself is a name of its own,
/// however near it comes: "semi-supervised" is no slip of "self-supervised", nor "sparse neural network" one of "spiking neural network".
/// </summary>
/// <param name="census">How often names are used and defined.</param>
/// <param name="printed">For each key its usual spelling; shorter than the table of keys where keys came later.</param>
internal sealed class LongFormVariants(NameCensus census, string[] printed)
{
    /// <summary>A long form given or used this many times less often than another is a slip of it, if little tells them apart.</summary>
    private const int SlipDominance = 20;

    /// <summary>The same where a letter or two tell them apart.</summary>
    private const int LetterDominance = 8;

    /// <summary>Two words of this length that differ in one letter are one word.</summary>
    private const int LongWord = 8;

    /// <summary>Two single words that begin with so many letters and have one short form are one: electroencephalogram, electroencephalography.</summary>
    private const int SharedLetters = 10;

    /// <summary>Names of this length may differ in two letters.</summary>
    private const int LongName = 12;

    private readonly HashSet<int> _introduced =
        [.. census.Mentions.Where(mention => mention.IsDefined && mention.Role == ConceptRole.Introduces).Select(mention => mention.Anchor)];

    private readonly Dictionary<int, int> _definitions = census.Definitions.GroupBy(pair => pair.Key.Long).ToDictionary(pairs => pairs.Key, pairs => pairs.Sum(pair => pair.Value));

    /// <summary>What names were taken apart into, by key; threads that meet at one write the same.</summary>
    private readonly string[]?[] _stems = new string[]?[printed.Length];

    /// <summary>True where two keys are one name of what the short key stands for; the first is given at least as often.</summary>
    public bool AreOne(int shortKey, int first, int second) =>
        IsSlip(first, second) || IsDerivation(first, second) || IsExtension(shortKey, first, second) || IsExtension(shortKey, second, first)
        || (DifferByOneWord(first, second, out var near) && (near || IsNegligible(shortKey, first, second)));

    /// <summary>True where the long forms have the same words but one; <paramref name="near"/> where that one is another form of the same word (distilled, distillation).</summary>
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

    /// <summary>A letter or two apart: a misprint of what is used far more often, or forms of the same words.</summary>
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
    /// "Chain of thought" and "chain-of-thought prompting" under CoT: the shorter already accounts for all letters, so the rest is a head word; unless more papers abbreviate the longer in another way
    /// ("multivariate time series forecasting", MTSF, under MTS).
    /// </summary>
    private bool IsExtension(int shortKey, int shorter, int longer)
    {
        var (few, many) = (StemsOf(shorter), StemsOf(longer));
        return few.Length > 1 && many.Length == few.Length + 1 && many.AsSpan().StartsWith(few)
            && 2 * SupportOf(shortKey, longer) >= _definitions.GetValueOrDefault(longer)
            && NameShapes.InitialsMatch(census.Names.KeyText(shortKey), NameKey.Tokens(Printed(shorter)));
    }

    /// <summary>A long form that hardly anybody gives, and nobody as a name of its own or without the acronym: "Group Relative Preference Optimization" for GRPO.</summary>
    private bool IsNegligible(int shortKey, int first, int second)
    {
        var (common, rare) = (SupportOf(shortKey, first), SupportOf(shortKey, second));
        return !_introduced.Contains(second) && rare <= 2 && common >= SlipDominance * rare && census.CountOf(second) <= rare + 1;
    }

    private int SupportOf(int shortKey, int longKey) => census.Definitions.GetValueOrDefault(new Definition(shortKey, longKey));

    private string[] StemsOf(int key) => key < _stems.Length ? _stems[key] ??= [.. NameKey.Stems(Printed(key))] : [.. NameKey.Stems(Printed(key))];

    private string Printed(int key) => key < printed.Length && printed[key].Length > 0 ? printed[key] : census.Names.KeyText(key);
}
