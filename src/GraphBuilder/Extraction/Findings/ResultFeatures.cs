using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Extraction.Roles;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Findings;

/// <summary>
/// Features of whether a number is reported on a target: the words around the number, after its unit ("81.8 % fewer parameters"), between the two, and beside the target. Feature
/// groups after those of relation classifiers (Zhou et al. 2005, "Exploring various knowledge in relation extraction").
/// </summary>
internal static class ResultFeatures
{
    /// <summary>Words on each side of the number that are added with their positions.</summary>
    private const int Window = 3;

    /// <summary>Words on each side of the number that are added without positions; the verb that reports the number is mostly among them.</summary>
    private const int VerbWindow = 9;

    /// <summary>Of longer stretches between number and target only the ends are added.</summary>
    private const int LongestBetween = 8;

    /// <summary>Fills a bag with the features of a pair.</summary>
    /// <param name="document">The paper with roles.</param>
    /// <param name="sentence">The sentence of the number.</param>
    /// <param name="at">Index of the number in it.</param>
    /// <param name="target">Index of the concept.</param>
    /// <param name="bag">Emptied and filled.</param>
    public static void Write(PaperDocument document, ResultSentence sentence, int at, int target, FeatureBag bag)
    {
        var number = sentence.Numbers[at];
        bag.Clear();
        var nearest = sentence.Nearest(number.Range, target);
        var standing = nearest < 0 ? 0u : Standing(number.Range, sentence.Targets[nearest].Range);
        WriteNumber(document, sentence, number, bag);
        WriteTarget(document, sentence, target, standing, bag);
        bag.Add(30, standing, UnitOf(number), (uint)sentence.RuleNumberOf(number, target));
        var places = sentence.Lists.PlacesOf(at, target).Code;
        bag.Add(36, places, (uint)document.Concepts[target].Role);
        bag.Add(35, places, standing);
        if (nearest >= 0)
        {
            WriteBetween(document, number.Range, sentence.Targets[nearest].Range, bag);
        }
    }

    internal static void WriteNumber(PaperDocument document, ResultSentence sentence, ResultNumber number, FeatureBag bag)
    {
        var unit = UnitOf(number);
        bag.Add(1, unit, (uint)number.Kind, number.Delta is null ? 0u : 1u);
        for (var step = 1; step <= Window; step++)
        {
            bag.Add(2, WordAt(document, sentence, number.Range.First - step), (uint)step);
            bag.Add(3, WordAt(document, sentence, number.Range.End + step - 1), (uint)step);
        }

        bag.Add(4, WordAt(document, sentence, number.Range.First - 2), WordAt(document, sentence, number.Range.First - 1));
        bag.Add(5, WordAt(document, sentence, number.Range.End), WordAt(document, sentence, number.Range.End + 1));
        bag.Add(6, WordAt(document, sentence, number.Range.First - 1), WordAt(document, sentence, number.Range.End), unit);
        for (var token = Math.Max(sentence.Range.First, number.Range.First - VerbWindow); token < number.Range.First; token++)
        {
            bag.Add(7, document.FactsOf(token).Lower);
        }

        for (var token = number.Range.End; token < Math.Min(sentence.Range.End, number.Range.End + VerbWindow); token++)
        {
            bag.Add(8, document.FactsOf(token).Lower);
        }
    }

    private static void WriteTarget(PaperDocument document, ResultSentence sentence, int target, uint standing, FeatureBag bag)
    {
        var concept = document.Concepts[target];
        var role = (uint)concept.Role;
        bag.Add(20, role, (uint)concept.Type, standing > 0 ? 1u : 0u);
        bag.Add(21, document.FactsOf(concept.Mentions[0].Range.End - 1).Lower);
        bag.Add(22, RoleFeatures.PlaceOf(document, sentence.Range.First), role, standing > 0 ? 1u : 0u);
        bag.Add(23, (uint)Math.Min(6, sentence.Targets.Count), standing > 0 ? 1u : 0u);
    }

    internal static void WriteBetween(PaperDocument document, TokenRange number, TokenRange target, FeatureBag bag)
    {
        var behind = target.First >= number.End;
        var (first, end) = behind ? (number.End, target.First) : (target.End, number.First);
        var side = behind ? 1u : 0u;
        bag.Add(31, first < end ? document.FactsOf(first).Lower : 1u, first < end ? document.FactsOf(end - 1).Lower : 1u, side);
        bag.Add(32, document.FactsOf(Math.Max(0, target.First - 1)).Lower, side);
        bag.Add(33, target.End < document.Tokens.Count ? document.FactsOf(target.End).Lower : 1u, side);
        if (end - first <= LongestBetween)
        {
            for (var token = first; token < end; token++)
            {
                bag.Add(34, document.FactsOf(token).Lower, side);
            }
        }
    }

    /// <summary>Side and distance bucket of a mention: 1 to 10 after the number, 11 to 20 before it; callers use 0 where the sentence does not mention the target.</summary>
    internal static uint Standing(TokenRange number, TokenRange target)
    {
        var behind = target.First >= number.End;
        var distance = behind ? target.First - number.End : number.First - target.End;
        return (behind ? 1u : 11u) + (distance switch { <= 0 => 0u, 1 => 1u, 2 => 2u, 3 => 3u, <= 5 => 4u, <= 8 => 5u, <= 12 => 6u, <= 18 => 7u, <= 26 => 8u, _ => 9u });
    }

    internal static uint UnitOf(ResultNumber number) => number.Unit switch { null => 0u, "%" => 1u, "points" => 2u, _ => 3u };

    internal static uint WordAt(PaperDocument document, ResultSentence sentence, int token)
        => token < sentence.Range.First ? 1u : token >= sentence.Range.End ? 2u : document.FactsOf(token).Lower;
}
