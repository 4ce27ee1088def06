using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Findings;

/// <summary>A concept that may be the metric or the method of a number.</summary>
/// <param name="Concept">Its index.</param>
/// <param name="IsMain">Whether it is the paper's main concept.</param>
/// <param name="Kind">What the number is.</param>
/// <param name="Places">Positions of the two in their lists.</param>
internal readonly record struct DetailCandidate(int Concept, bool IsMain, NumberKind Kind, ResultPlaces Places);

/// <summary>Features of what a number is (<see cref="WriteKind"/>), and of its metric or method (<see cref="WriteCandidate"/>).</summary>
internal static class DetailFeatures
{
    /// <summary>Pairs of words on each side of a number.</summary>
    private const int KindWindow = 5;

    /// <summary>Words before a candidate that are added without their positions.</summary>
    private const int CandidateWindow = 4;

    /// <summary>Counts are capped at this.</summary>
    private const int Most = 4;

    /// <summary>
    /// Fills a bag with features that distinguish a change from a level: the words around the number and around its list ("a 90%, a 76% and a 62% reduction"), and its neighbours
    /// ("from 60 to 70").
    /// </summary>
    public static void WriteKind(PaperDocument document, ResultSentence sentence, int at, FeatureBag bag)
    {
        var number = sentence.Numbers[at];
        bag.Clear();
        ResultFeatures.WriteNumber(document, sentence, number, bag);
        var (sign, unit) = (SignOf(number), ResultFeatures.UnitOf(number));
        bag.Add(50, sign, unit, number.Delta is { } delta && Math.Abs(delta) != number.Value ? 1u : 0u);
        bag.Add(51, sign, ResultFeatures.WordAt(document, sentence, number.Range.First - 1));
        bag.Add(52, sign, ResultFeatures.WordAt(document, sentence, number.Range.End));
        for (var step = 1; step <= KindWindow; step++)
        {
            bag.Add(53, ResultFeatures.WordAt(document, sentence, number.Range.First - step), ResultFeatures.WordAt(document, sentence, number.Range.First - step - 1));
            bag.Add(54, ResultFeatures.WordAt(document, sentence, number.Range.End + step - 1), ResultFeatures.WordAt(document, sentence, number.Range.End + step));
        }

        WriteNeighbour(document, sentence, at, at - 1, bag);
        WriteNeighbour(document, sentence, at, at + 1, bag);
        WriteList(document, sentence, at, bag);
        bag.Add(57, number.Value switch { < 1 => 0u, < 5 => 1u, < 10 => 2u, < 20 => 3u, < 40 => 4u, <= 100 => 5u, _ => 6u }, unit);
    }

    private static void WriteNeighbour(PaperDocument document, ResultSentence sentence, int at, int other, FeatureBag bag)
    {
        var group = other < at ? 55u : 56u;
        if (other < 0 || other >= sentence.Numbers.Count)
        {
            bag.Add(group, 0u);
            return;
        }

        var (number, beside) = (sentence.Numbers[at], sentence.Numbers[other]);
        var (first, end) = other < at ? (beside.Range.End, number.Range.First) : (number.Range.End, beside.Range.First);
        bag.Add(group, 1u + (uint)Math.Clamp(end - first, 0, Most), SignOf(beside), beside.Value < number.Value ? 1u : 0u);
        bag.Add(group, 9u, first < end ? document.FactsOf(first).Lower : 1u, ResultFeatures.WordAt(document, sentence, beside.Range.First - 1));
    }

    private static void WriteList(PaperDocument document, ResultSentence sentence, int at, FeatureBag bag)
    {
        var (first, end) = sentence.Lists.NumbersAround(at);
        if (end - first > 1)
        {
            var (before, behind) = (sentence.Numbers[first].Range.First, sentence.Numbers[end - 1].Range.End);
            for (var step = 1; step <= KindWindow; step++)
            {
                bag.Add(58, ResultFeatures.WordAt(document, sentence, before - step), step <= 2 ? (uint)step : 3u);
                bag.Add(59, ResultFeatures.WordAt(document, sentence, behind + step - 1), step <= 2 ? (uint)step : 3u);
            }
        }
    }

    /// <summary>
    /// Fills a bag with features that link a number to a metric or a method: the position of the nearest mention, the role of the concept in the paper, the words beside and
    /// between the two.
    /// </summary>
    /// <param name="document">The paper with roles.</param>
    /// <param name="sentence">The sentence of the number.</param>
    /// <param name="at">Index of the number in it.</param>
    /// <param name="candidate">The concept.</param>
    /// <param name="mentions">The mentions of all concepts of its type in the sentence.</param>
    /// <param name="bag">Emptied and filled.</param>
    public static void WriteCandidate(PaperDocument document, ResultSentence sentence, int at, DetailCandidate candidate, List<ResultTarget> mentions, FeatureBag bag)
    {
        var number = sentence.Numbers[at];
        var draft = document.Concepts[candidate.Concept];
        var nearest = ResultSentence.Nearest(mentions, number.Range, candidate.Concept);
        var (role, main, change, here) = ((uint)draft.Role, candidate.IsMain ? 1u : 0u, candidate.Kind == NumberKind.Level ? 0u : 1u, nearest < 0 ? 0u : 1u);
        var standing = nearest < 0 ? 0u : ResultFeatures.Standing(number.Range, mentions[nearest].Range);
        var (before, behind) = (ResultFeatures.WordAt(document, sentence, number.Range.First - 1), ResultFeatures.WordAt(document, sentence, number.Range.End));
        var last = document.FactsOf(draft.Mentions[0].Range.End - 1).Lower;
        bag.Clear();
        bag.Add(60, standing, role, main);
        bag.Add(61, role, (main * 2) + change, Capped(mentions.Count));
        bag.Add(62, last, here);
        bag.Add(62, last, ResultFeatures.UnitOf(number), change);
        bag.Add(63, standing, before);
        bag.Add(64, standing, behind);
        bag.Add(65, role, (main * 2) + here, before);
        bag.Add(66, change, standing, main);
        bag.Add(67, candidate.Places.Code, here);
        bag.Add(68, (uint)sentence.Numbers.Count, (uint)at, standing);
        if (nearest < 0)
        {
            bag.Add(69, mentions.Count == 0 ? 0u : 1u, role, main);
        }
        else
        {
            WriteMention(document, sentence, number.Range, mentions, mentions[nearest], role, main, bag);
        }
    }

    private static void WriteMention(
        PaperDocument document, ResultSentence sentence, TokenRange number, List<ResultTarget> mentions, ResultTarget mention, uint role, uint main, FeatureBag bag)
    {
        var range = mention.Range;
        var side = range.First >= number.End ? 1u : 0u;
        var (first, end) = side == 1 ? (number.End, range.First) : (range.End, number.First);
        var numbersBetween = Capped(sentence.Numbers.Count(other => other.Range.First >= first && other.Range.End <= end));
        var mentionsBetween = Capped(mentions.Count(other => other.Concept != mention.Concept && other.Range.First >= first && other.Range.End <= end));
        bag.Add(70, numbersBetween, mentionsBetween, side);
        bag.Add(71, (numbersBetween * (Most + 1)) + mentionsBetween, side, role);
        bag.Add(72, ResultFeatures.WordAt(document, sentence, range.First - 1), side, main);
        bag.Add(73, ResultFeatures.WordAt(document, sentence, range.End), side, main);
        for (var token = Math.Max(sentence.Range.First, range.First - CandidateWindow); token < range.First; token++)
        {
            bag.Add(74, document.FactsOf(token).Lower, side, main);
        }

        ResultFeatures.WriteBetween(document, number, range, bag);
    }

    private static uint SignOf(ResultNumber number) => (uint)(1 + Math.Sign(number.Delta ?? 0));

    private static uint Capped(int count) => (uint)Math.Min(Most, count);
}
