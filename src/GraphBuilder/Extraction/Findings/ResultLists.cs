using System.Collections.Frozen;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Findings;

/// <summary>
/// The lists of numbers and of targets in one sentence ("81.8%, 34.7% and 76.4% on GSM8K, MATH and ARC-C, respectively") and the last list of targets of an earlier sentence. Where
/// a list of numbers is as long as one of targets, the first number mostly belongs to the first target, the second to the second. These values raise F1 of results in five folds
/// over the training labels from 0.782 to 0.794.
/// </summary>
internal sealed class ResultLists
{
    /// <summary>Most tokens between two members of a list that are neither joints nor fillers nor metrics.</summary>
    private const int MostOthers = 2;

    /// <summary>Most tokens between two members of a list.</summary>
    private const int LongestGap = 8;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Joints =
        new[] { ",", "and", "or", "/", ";", "&", "(", ")", "|" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words that do not interrupt a list: "on A and on the B dataset".</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Fillers =
        new[] { "on", "in", "for", "the", "dataset", "datasets", "benchmark", "benchmarks", "%", "$", "\\", "+", "-", "to", "by", "points", "point" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly PaperDocument _document;
    private readonly List<ResultNumber> _numbers;
    private readonly List<ResultTarget> _targets;
    private readonly List<ResultTarget> _metrics;
    private readonly List<ResultTarget> _earlier;
    private readonly bool _respectively;

    /// <summary>Creates the lists of a sentence, and finds the targets of the nearest earlier sentence that has any.</summary>
    public ResultLists(PaperDocument document, TokenRange sentence, List<ResultNumber> numbers, List<ResultTarget> targets, List<ResultTarget> metrics)
    {
        (_document, _numbers, _targets, _metrics) = (document, numbers, targets, metrics);
        _earlier = EarlierTargets(document, sentence);
        for (var token = sentence.First; token < sentence.End; token++)
        {
            _respectively |= document.Is(token, "respectively");
        }
    }

    /// <summary>Positions of a number and a target in their lists.</summary>
    /// <param name="number">Index of the number in the sentence.</param>
    /// <param name="target">Index of the concept.</param>
    public ResultPlaces PlacesOf(int number, int target)
    {
        var (first, end) = NumbersAround(number);
        var (place, length) = (number - first, end - first);
        var (behind, before) = (FirstBehind(_numbers[end - 1].Range.End), LastBefore(_numbers[first].Range.First));
        var even = _targets.Count > 0 && _numbers.Count % _targets.Count == 0;
        return new ResultPlaces(
            length, place, InList(_targets, behind, target, place, length), InList(_targets, before, target, place, length), InList(_earlier, _earlier.Count - 1, target, place, length),
            !even ? 0 : PlaceOf(_targets, 0, _targets.Count, target) == number % _targets.Count ? 1 : -1,
            PlaceOf(_earlier, 0, _earlier.Count, target), _respectively);
    }

    private ListPlace InList(List<ResultTarget> targets, int member, int target, int place, int length)
    {
        var (first, end) = member < 0 ? (0, 0) : TargetsAround(targets, member);
        var own = PlaceOf(targets, first, end, target);
        return new ListPlace(end - first, own, length < 2 || length != end - first ? 0 : own == place ? 1 : -1);
    }

    private static int PlaceOf(List<ResultTarget> targets, int first, int end, int target)
    {
        for (var at = first; at < end; at++)
        {
            if (targets[at].Concept == target)
            {
                return at - first;
            }
        }

        return -1;
    }

    private int FirstBehind(int token)
    {
        var at = 0;
        while (at < _targets.Count && _targets[at].Range.First < token)
        {
            at++;
        }

        return at < _targets.Count ? at : -1;
    }

    private int LastBefore(int token)
    {
        var at = _targets.Count - 1;
        while (at >= 0 && _targets[at].Range.End > token)
        {
            at--;
        }

        return at;
    }

    /// <summary>The numbers of the list that a number belongs to.</summary>
    public (int First, int End) NumbersAround(int member) => Around(member, _numbers.Count, at => _numbers[at].Range);

    private (int First, int End) TargetsAround(List<ResultTarget> targets, int member) => Around(member, targets.Count, at => targets[at].Range);

    /// <summary>The members of the list that a member belongs to.</summary>
    private (int First, int End) Around(int member, int count, Func<int, TokenRange> rangeOf)
    {
        var (first, end) = (member, member + 1);
        while (first > 0 && AreListed(rangeOf(first - 1), rangeOf(first)))
        {
            first--;
        }

        while (end < count && AreListed(rangeOf(end - 1), rangeOf(end)))
        {
            end++;
        }

        return (first, end);
    }

    /// <summary>True where two neighbours are members of one list.</summary>
    private bool AreListed(TokenRange left, TokenRange right)
    {
        var (joints, others) = (0, 0);
        for (var token = left.End; token < right.First; token++)
        {
            if (Joints.Contains(_document[token]))
            {
                joints++;
            }
            else if (!Fillers.Contains(_document[token]) && _document.Tokens[token].Kind != TokenKind.Hyphen && !IsMetric(token))
            {
                others++;
            }
        }

        return joints > 0 && others <= MostOthers && right.First - left.End <= LongestGap;
    }

    private bool IsMetric(int token) => ResultTarget.AnyHas(_metrics, token);

    /// <summary>The target mentions of the nearest earlier sentence that has any, excluding the title.</summary>
    private static List<ResultTarget> EarlierTargets(PaperDocument document, TokenRange sentence)
    {
        for (var at = document.SentenceOfToken[sentence.First] - 1; at >= 0 && document.Sentences[at].First >= document.TitleTokens; at--)
        {
            if (ResultTargets.In(document, document.Sentences[at], ResultSentence.IsTarget) is { Count: > 0 } targets)
            {
                return targets;
            }
        }

        return [];
    }
}
