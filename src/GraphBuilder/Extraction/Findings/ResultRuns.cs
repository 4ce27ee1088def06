using System.Collections.Frozen;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Findings;

/// <summary>
/// Lists of numbers and of targets in one sentence ("81.8%, 34.7% and 76.4% on GSM8K, MATH and ARC-C, respectively") and in the sentence with targets before it: where a list of numbers is as long as one of targets,
/// the first number mostly belongs to the first target, the second to the second.
/// </summary>
internal sealed class ResultRuns
{
    /// <summary>Number of values that <see cref="Write"/> writes.</summary>
    public const int Values = 14;

    /// <summary>Most tokens between two members of a list that are neither joints nor metrics.</summary>
    private const int MostOthers = 2;

    /// <summary>Most tokens between two members of a list.</summary>
    private const int LongestGap = 8;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Joints =
        new[] { ",", "and", "or", "/", ";", "&", "(", ")", "|" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words that stand within a list without breaking it: "on A and on the B dataset", "$3.9\%$".</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Fillers =
        new[] { "on", "in", "for", "the", "dataset", "datasets", "benchmark", "benchmarks", "%", "$", "\\", "+", "-", "to", "by", "points", "point" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly ResultSentence _sentence;
    private readonly int[] _numberRuns;
    private readonly int[] _targetRuns;
    private readonly List<ResultTarget> _earlier;
    private readonly int[] _earlierRuns;
    private readonly bool _respectively;

    /// <summary>Finds the lists.</summary>
    public ResultRuns(PaperDocument document, ResultSentence sentence)
    {
        _sentence = sentence;
        _numberRuns = Runs(document, [.. sentence.Numbers.Select(number => number.Range)], sentence);
        _targetRuns = Runs(document, [.. sentence.Targets.Select(target => target.Range)], sentence);
        _earlier = EarlierTargets(document, sentence);
        _earlierRuns = Runs(document, [.. _earlier.Select(target => target.Range)], sentence);
        for (var token = sentence.Range.First; token < sentence.Range.End; token++)
        {
            _respectively |= document.Is(token, "respectively");
        }
    }

    /// <summary>
    /// Writes length of the number's list and its place in it, then for the target lists behind it, before it and in an earlier sentence: their length, the target's place in it (-1 where it is not in it), and whether the
    /// places agree (1), disagree in lists of one length (-1), or tell nothing (0); then whether the sentence says "respectively".
    /// </summary>
    public void Write(int number, int target, ref ValueWriter writer)
    {
        var (first, end) = RunAt(_numberRuns, number);
        writer.Add(end - first);
        writer.Add(number - first);
        var behind = _sentence.Targets.FindIndex(mention => mention.Range.First >= _sentence.Numbers[end - 1].Range.End);
        WriteList(_sentence.Targets, _targetRuns, behind, number - first, end - first, target, ref writer);
        var before = _sentence.Targets.FindLastIndex(mention => mention.Range.End <= _sentence.Numbers[first].Range.First);
        WriteList(_sentence.Targets, _targetRuns, before, number - first, end - first, target, ref writer);
        WriteList(_earlier, _earlierRuns, _earlier.Count - 1, number - first, end - first, target, ref writer);
        writer.Add(_sentence.Numbers.Count % Math.Max(1, _sentence.Targets.Count) == 0 && _sentence.Targets.Count > 0 ? Place(_sentence.Targets, 0, _sentence.Targets.Count, target) == number % _sentence.Targets.Count ? 1 : -1 : 0);
        writer.Add(Place(_earlier, 0, _earlier.Count, target));
        writer.Add(_respectively);
    }

    /// <summary>How the places in lists agree, as a number.</summary>
    public uint CodeOf(int number, int target)
    {
        Span<float> values = stackalloc float[Values];
        var writer = new ValueWriter(values);
        Write(number, target, ref writer);
        return (uint)((values[4] + 1) + (3 * (values[7] + 1)) + (9 * (values[10] + 1)) + (27 * (values[11] + 1)) + (81 * values[13]));
    }

    private static void WriteList(List<ResultTarget> targets, int[] runs, int member, int place, int length, int target, ref ValueWriter writer)
    {
        var (first, end) = member < 0 ? (0, 0) : RunAt(runs, member);
        var own = Place(targets, first, end, target);
        writer.Add(end - first);
        writer.Add(own);
        writer.Add(length < 2 || length != end - first ? 0 : own == place ? 1 : -1);
    }

    private static int Place(List<ResultTarget> targets, int first, int end, int target)
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

    /// <summary>The members of the list that a member belongs to.</summary>
    private static (int First, int End) RunAt(int[] runs, int member)
    {
        var (first, end) = (member, member + 1);
        while (first > 0 && runs[first - 1] == runs[member])
        {
            first--;
        }

        while (end < runs.Length && runs[end] == runs[member])
        {
            end++;
        }

        return (first, end);
    }

    /// <summary>The number of its list for each range.</summary>
    private static int[] Runs(PaperDocument document, TokenRange[] ranges, ResultSentence sentence)
    {
        var runs = new int[ranges.Length];
        for (var at = 1; at < ranges.Length; at++)
        {
            runs[at] = runs[at - 1] + (IsListed(document, ranges[at - 1].End, ranges[at].First, sentence) ? 0 : 1);
        }

        return runs;
    }

    private static bool IsListed(PaperDocument document, int first, int end, ResultSentence sentence)
    {
        var (joints, others) = (0, 0);
        for (var token = first; token < end; token++)
        {
            if (Joints.Contains(document[token]))
            {
                joints++;
            }
            else if (!Fillers.Contains(document[token]) && document.Tokens[token].Kind != TokenKind.Hyphen && !sentence.Metrics.Exists(metric => metric.Range.First <= token && token < metric.Range.End))
            {
                others++;
            }
        }

        return joints > 0 && others <= MostOthers && end - first <= LongestGap;
    }

    /// <summary>The mentions of targets in the nearest sentence before, but the title, that has any.</summary>
    private static List<ResultTarget> EarlierTargets(PaperDocument document, ResultSentence sentence)
    {
        for (var at = document.SentenceOfToken[sentence.Range.First] - 1; at > 0; at--)
        {
            if (ResultTargets.In(document, document.Sentences[at], ResultSentence.IsTarget) is { Count: > 0 } targets)
            {
                return targets;
            }
        }

        return [];
    }
}
