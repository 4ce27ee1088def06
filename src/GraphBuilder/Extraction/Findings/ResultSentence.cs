using Stemma.GraphBuilder.Text;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Findings;

/// <summary>A sentence with numbers, and the targets and metrics that they may belong to.</summary>
/// <param name="Range">Its tokens.</param>
/// <param name="Numbers">Its numbers in order; a change in brackets is merged into the number before it.</param>
/// <param name="Targets">Its mentions of datasets and benchmarks in order.</param>
/// <param name="Metrics">Its mentions of metrics in order.</param>
/// <param name="Ties">Links by rules.</param>
/// <param name="Lists">Lists of its numbers and targets.</param>
internal sealed record ResultSentence(TokenRange Range, List<ResultNumber> Numbers, List<ResultTarget> Targets, List<ResultTarget> Metrics, List<ResultTie> Ties, ResultLists Lists)
{
    /// <summary>The sentences of a paper that have numbers.</summary>
    public static IEnumerable<ResultSentence> In(PaperDocument document)
    {
        foreach (var sentence in document.Sentences)
        {
            if (ResultNumbers.In(document, sentence) is { Count: > 0 } numbers)
            {
                yield return Read(document, sentence, numbers);
            }
        }
    }

    /// <summary>True for concepts that results are reported on.</summary>
    public static bool IsTarget(ConceptDraft concept) => concept.Type.IsData();

    /// <summary>The rule that links a number to a target, or null.</summary>
    public string? RuleOf(ResultNumber number, int target) => Find(number, target) is { Rule: { } rule } ? rule : null;

    /// <summary>The rule as a number: 0 for none.</summary>
    public int RuleNumberOf(ResultNumber number, int target) => RuleOf(number, target) switch
    {
        null => 0,
        SentenceResults.BeforeRule => 1,
        SentenceResults.BehindRule => 2,
        SentenceResults.ListRule => 3,
        _ => 4,
    };

    /// <summary>Index in <see cref="Targets"/> of the target's mention nearest to a number; -1 where the sentence has none.</summary>
    public int Nearest(TokenRange number, int target) => Nearest(Targets, number, target);

    /// <summary>Index in <paramref name="mentions"/> of the concept's mention nearest to a number; -1 where it has none.</summary>
    public static int Nearest(List<ResultTarget> mentions, TokenRange number, int concept)
    {
        var nearest = -1;
        for (var at = 0; at < mentions.Count; at++)
        {
            if (mentions[at].Concept == concept && (nearest < 0 || Distance(mentions[at].Range, number) < Distance(mentions[nearest].Range, number)))
            {
                nearest = at;
            }
        }

        return nearest;
    }

    private static int Distance(TokenRange range, TokenRange number) => range.First < number.First ? number.First - range.End : range.First - number.End;

    private static ResultSentence Read(PaperDocument document, TokenRange sentence, List<ResultNumber> numbers)
    {
        var targets = ResultTargets.In(document, sentence, IsTarget);
        var metrics = ResultTargets.In(document, sentence, concept => concept.Type == ConceptType.Metric);
        var plain = numbers.FindAll(number => number.Kind == ResultNumberKind.Plain);
        var ties = targets.Count == 0 ? [] : new SentenceResults(document, plain, targets, metrics).Tie();
        for (var at = numbers.Count - 1; at > 0; at--)
        {
            if (SentenceResults.IsChangeOf(document, numbers[at], numbers[at - 1]))
            {
                numbers[at - 1] = numbers[at - 1] with { Delta = numbers[at].Delta };
                numbers.RemoveAt(at);
            }
        }

        return new ResultSentence(sentence, numbers, targets, metrics, ties, new ResultLists(document, sentence, numbers, targets, metrics));
    }

    private ResultTie Find(ResultNumber number, int target) => Ties.Find(tie => tie.Target == target && tie.Number.Range == number.Range);
}
