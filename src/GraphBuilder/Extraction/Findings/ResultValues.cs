using System.Collections.Frozen;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Text;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Findings;

/// <summary>Inputs of the result trees for a number and a target: the number and its neighbours, the target and its role, their relative position, and the links by rules.</summary>
internal static class ResultValues
{
    /// <summary>Number of values.</summary>
    public const int Count = 68 + ResultPlaces.Values;

    private const int Far = 60;

    private const int Signs = 12;

    private const double LargestValue = 1000;

    /// <summary>Tokens on each side of a number in which a word for an average counts.</summary>
    private const int AverageWindow = 4;

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> WordGroups = new Dictionary<int, string[]>
    {
        [1] = ["of"],
        [2] = ["to", "at", "reaching", "reaches", "achieves", "achieving", "achieved", "attains", "obtains"],
        [3] = ["by"],
        [4] = ["from"],
        [5] = ["with", "only", "using", "less", "under", "below"],
        [6] = ["than"],
        [7] = ["about", "approximately", "around", "over", "nearly", "almost", "above", "~"],
        [8] = ["(", "[", "="],
        [9] = ["+", "-"],
        [10] = ["and", ",", "/"],
        [11] = ["on", "in", "across", "for"],
        [12] = ["accuracy", "score", "scores", "f1", "map", "ap", "auc", "success", "rate", "recall", "precision", "error", "miou", "psnr", "bleu"],
        [13] = ["improvement", "improvements", "increase", "gain", "gains", "reduction", "higher", "better", "absolute", "relative", "lower", "boost"],
        [14] = [")", "]", ".", ";"],
        [15] = ["compared", "respectively", "while", "when"],
        [16] = ["faster", "fewer", "smaller", "speedup", "more"],
    }.SelectMany(pair => pair.Value.Select(word => (word, pair.Key))).ToFrozenDictionary(pair => pair.word, pair => pair.Key, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Writes the values of a pair.</summary>
    /// <param name="document">The paper with roles.</param>
    /// <param name="pairs">All pairs, with first-pass probabilities.</param>
    /// <param name="pair">Index of the pair.</param>
    /// <param name="values">Filled.</param>
    public static void Write(PaperDocument document, ResultPairs pairs, int pair, Span<float> values)
    {
        var writer = new ValueWriter(values);
        var (sentence, at, target) = pairs.All[pair];
        pairs.Write(pair, ref writer);
        WriteNumber(document, sentence, at, ref writer);
        WriteSentence(document, sentence, ref writer);
        WriteTarget(document, sentence, target, ref writer);
        WriteStanding(document, sentence, sentence.Numbers[at].Range, target, ref writer);
        WriteRules(sentence, sentence.Numbers[at], target, ref writer);
        sentence.Lists.PlacesOf(at, target).WriteTo(ref writer);
        if (writer.Count != Count)
        {
            throw new InvalidOperationException($"{writer.Count} values of a result were written, {Count} are declared");
        }
    }

    private static void WriteNumber(PaperDocument document, ResultSentence sentence, int at, ref ValueWriter writer)
    {
        var number = sentence.Numbers[at];
        writer.Add(number.Unit switch { null => 0, "%" => 1, "points" => 2, _ => 3 });
        writer.Add((int)number.Kind);
        writer.Add(Math.Sign(number.Delta ?? 0));
        writer.Add(number.Delta is { } delta && Math.Abs(delta) != number.Value);
        writer.Add(Math.Min(number.Value, LargestValue));
        writer.Add(number.Value == Math.Floor(number.Value));
        writer.Add(sentence.Numbers.Count);
        writer.Add(at);
        writer.Add(at + 1 < sentence.Numbers.Count ? sentence.Numbers[at + 1].Range.First - number.Range.End : Far);
        writer.Add(at > 0 ? number.Range.First - sentence.Numbers[at - 1].Range.End : Far);
        writer.Add(Group(document, number.Range.First - 1));
        writer.Add(Group(document, number.Range.First - 2));
        writer.Add(Group(document, number.Range.End));
        writer.Add(Group(document, number.Range.End + 1));
        var average = false;
        for (var token = Math.Max(sentence.Range.First, number.Range.First - AverageWindow); token < Math.Min(sentence.Range.End, number.Range.End + AverageWindow); token++)
        {
            average |= IsAverage(document, token);
        }

        writer.Add(average);
        writer.Add(IsHyphen(document, number.Range.First - 1) || IsHyphen(document, number.Range.End));
        var (before, behind) = (Far, Far);
        foreach (var (range, _) in sentence.Metrics)
        {
            before = range.End <= number.Range.First ? Math.Min(before, number.Range.First - range.End) : before;
            behind = range.First >= number.Range.End ? Math.Min(behind, range.First - number.Range.End) : behind;
        }

        writer.Add(before);
        writer.Add(behind);
    }

    /// <summary>"an average gain of 20.2 points over seven benchmarks" is no result on one of them.</summary>
    private static bool IsAverage(PaperDocument document, int token)
        => document.Is(token, "average") || document.Is(token, "averaged") || document.Is(token, "averaging") || document.Is(token, "mean") || document.Is(token, "overall");

    /// <summary>Part of a range: "2-3%".</summary>
    private static bool IsHyphen(PaperDocument document, int token) => token >= 0 && token < document.Tokens.Count && document.Tokens[token].Kind == TokenKind.Hyphen;

    private static int Group(PaperDocument document, int token)
        => token < 0 || token >= document.Tokens.Count ? -1
            : WordGroups.TryGetValue(document[token], out var group) ? group
            : ResultNumbers.IsShareNoun(document[token]) ? 17
            : document.Tokens[token].Kind == TokenKind.Hyphen ? 9 : 0;

    private static void WriteSentence(PaperDocument document, ResultSentence sentence, ref ValueWriter writer)
    {
        Span<int> signs = stackalloc int[Signs + 1];
        signs.Clear();
        for (var token = sentence.Range.First; token < sentence.Range.End; token++)
        {
            signs[document.Signs[token]]++;
        }

        for (var sign = 1; sign <= Signs; sign++)
        {
            writer.Add(signs[sign]);
        }

        var averages = 0;
        for (var token = sentence.Range.First; token < sentence.Range.End; token++)
        {
            averages += IsAverage(document, token) ? 1 : 0;
        }

        writer.Add(averages);
        writer.Add(document.Sentences.Count - document.SentenceOfToken[sentence.Range.First]);
        writer.Add(sentence.Targets.Count);
        writer.Add(sentence.Metrics.Count);
    }

    private static void WriteTarget(PaperDocument document, ResultSentence sentence, int target, ref ValueWriter writer)
    {
        var concept = document.Concepts[target];
        writer.Add(concept.Type == ConceptType.Benchmark);
        writer.Add((int)concept.Role);
        writer.Add(concept.RoleConfidence);
        writer.Add(concept.Confidence);
        writer.Add(concept.Mentions.Count);
        writer.Add(concept.Mentions[0].Range.First < document.TitleTokens);
        var (all, rank) = (0, 0);
        for (var other = 0; other < document.Concepts.Count; other++)
        {
            all += ResultSentence.IsTarget(document.Concepts[other]) ? 1 : 0;
            rank += ResultSentence.IsTarget(document.Concepts[other]) && document.Concepts[other].Mentions.Count > concept.Mentions.Count ? 1 : 0;
        }

        writer.Add(all);
        writer.Add(rank);
        var nearest = int.MinValue;
        var own = document.SentenceOfToken[sentence.Range.First];
        foreach (var mention in concept.Mentions)
        {
            if (mention.Range.First >= document.TitleTokens && document.SentenceOfToken[mention.Range.First] - own is var distance && Math.Abs(distance) < Math.Abs((long)nearest))
            {
                nearest = distance;
            }
        }

        writer.Add(nearest == int.MinValue ? -Far : nearest);
    }

    /// <summary>Signed distance to the nearest mention in the sentence, words between, and order among the numbers and targets.</summary>
    private static void WriteStanding(PaperDocument document, ResultSentence sentence, TokenRange number, int target, ref ValueWriter writer)
    {
        var nearest = sentence.Nearest(number, target);
        var range = nearest < 0 ? number : sentence.Targets[nearest].Range;
        var (first, end) = range.First < number.First ? (range.End, number.First) : (number.End, range.First);
        var (preposition, bracket, comma, and, than) = (0, 0, 0, 0, 0);
        for (var token = first; token < end; token++)
        {
            preposition += Group(document, token) == 11 ? 1 : 0;
            bracket += document.Is(token, '(') ? 1 : 0;
            comma += document.Is(token, ',') || document.Is(token, ';') ? 1 : 0;
            and += document.Is(token, "and") ? 1 : 0;
            than += document.Is(token, "than") || document.Is(token, "compared") || document.Is(token, "from") ? 1 : 0;
        }

        writer.Add(nearest < 0 ? 0 : range.First < number.First ? -Math.Min(Far, end - first + 1) : Math.Min(Far, end - first + 1));
        writer.Add(preposition);
        writer.Add(bracket);
        writer.Add(comma);
        writer.Add(and);
        writer.Add(than);
        var (numbersBefore, numbersBetween, targetsBetween) = (0, 0, 0);
        foreach (var other in sentence.Numbers)
        {
            numbersBefore += other.Range.First < number.First ? 1 : 0;
            numbersBetween += other.Range.First >= first && other.Range.End <= end ? 1 : 0;
        }

        foreach (var other in sentence.Targets)
        {
            targetsBetween += other.Range.First >= first && other.Range.End <= end ? 1 : 0;
        }

        writer.Add(numbersBetween);
        writer.Add(targetsBetween);
        writer.Add(nearest < 0 ? -Far : numbersBefore - nearest);
        writer.Add(sentence.Numbers.Count - sentence.Targets.Count);
    }

    private static void WriteRules(ResultSentence sentence, ResultNumber number, int target, ref ValueWriter writer)
    {
        var ties = 0;
        foreach (var tie in sentence.Ties)
        {
            ties += tie.Number.Range == number.Range ? 1 : 0;
        }

        writer.Add(sentence.RuleNumberOf(number, target));
        writer.Add(ties);
        writer.Add(sentence.Ties.Count);
        writer.Add(sentence.Ties.Exists(tie => tie.Target == target));
        writer.Add(sentence.Ties.Count == 0 ? 0 : (double)sentence.Ties.Count / sentence.Numbers.Count);
    }
}
