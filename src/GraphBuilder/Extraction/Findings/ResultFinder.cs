using Stemma.GraphBuilder.Text;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Findings;

/// <summary>
/// Ties numbers to datasets and benchmarks of the same sentence: distributive lists first ("81.8%, 34.7% and 76.4% on GSM8K, MATH and ARC-C, respectively"),
/// then each number to the target behind it ("81.8% on GSM8K"), then to the one before it ("GSM8K (81.8%)", "on GSM8K by 5.9%").
/// The tuple is the one of Hou et al. 2019, "Identification of tasks, datasets, evaluation metrics, and numeric scores for scientific leaderboards".
/// </summary>
internal sealed class ResultFinder : IExtractionStage
{
    /// <summary>A number further than this from its target belongs to something else (labelled results: 96 % stand within 18 tokens).</summary>
    private const int Reach = 18;

    private const double ListConfidence = 0.9;

    private const double BehindConfidence = 0.85;

    private const double BeforeConfidence = 0.7;

    /// <inheritdoc/>
    public Layers Requires => Layers.Tokens | Layers.Sentences | Layers.Concepts | Layers.Roles;

    /// <inheritdoc/>
    public Layers Assigns => Layers.Results;

    /// <inheritdoc/>
    public void Annotate(PaperDocument document)
    {
        if (!document.Concepts.Exists(concept => concept.Type is ConceptType.Dataset or ConceptType.Benchmark))
        {
            return;
        }

        foreach (var sentence in document.Sentences)
        {
            var targets = ConceptsIn(document, sentence, type => type is ConceptType.Dataset or ConceptType.Benchmark);
            if (targets.Count > 0 && ResultNumbers.In(document, sentence) is { Count: > 0 } numbers)
            {
                Tie(document, numbers, targets, ConceptsIn(document, sentence, type => type == ConceptType.Metric));
            }
        }
    }

    private static void Tie(PaperDocument document, List<ResultNumber> numbers, List<(TokenRange Range, int Concept)> targets, List<(TokenRange Range, int Concept)> metrics)
    {
        if (numbers.Count > 1 && numbers.Count == targets.Count && IsDistributive(document, numbers, targets))
        {
            for (var at = 0; at < numbers.Count; at++)
            {
                Add(document, numbers[at], targets[at].Concept, metrics, "result.list", ListConfidence);
            }

            return;
        }

        foreach (var number in numbers)
        {
            var behind = Behind(document, number, numbers, targets);
            if (behind.Count > 0)
            {
                behind.ForEach(target => Add(document, number, target, metrics, "result.behind", BehindConfidence));
            }
            else if (Before(number, targets) is { } before)
            {
                Add(document, number, before, metrics, "result.before", BeforeConfidence);
            }
        }
    }

    /// <summary>All numbers stand on one side of all targets.</summary>
    private static bool IsDistributive(PaperDocument document, List<ResultNumber> numbers, List<(TokenRange Range, int Concept)> targets)
        => numbers[^1].Range.End <= targets[0].Range.First
           || (targets[^1].Range.End <= numbers[0].Range.First && document.SentenceAt(numbers[^1].Range.First) is var sentence && HasRespectively(document, sentence));

    private static bool HasRespectively(PaperDocument document, TokenRange sentence)
    {
        for (var token = sentence.First; token < sentence.End; token++)
        {
            if (document.Is(token, "respectively"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The coordinated targets behind a number, if no other number comes first.</summary>
    private static List<int> Behind(PaperDocument document, ResultNumber number, List<ResultNumber> numbers, List<(TokenRange Range, int Concept)> targets)
    {
        var found = new List<int>();
        var from = number.Range.End;
        foreach (var (range, concept) in targets)
        {
            if (range.First < from)
            {
                continue;
            }

            var reach = found.Count == 0 ? Reach : 3;
            if (range.First - from > reach || numbers.Exists(other => other.Range.First >= from && other.Range.End <= range.First)
                || (found.Count == 0 && !HasPreposition(document, number.Range.End, range.First)))
            {
                break;
            }

            found.Add(concept);
            from = range.End;
        }

        return found;
    }

    private static bool HasPreposition(PaperDocument document, int first, int end)
    {
        for (var token = first; token < end; token++)
        {
            if (document.Is(token, "on") || document.Is(token, "in") || document.Is(token, "for") || document.Is(token, "across") || document.Is(token, "over") || document.Is(token, "(") || document.Is(token, "at"))
            {
                return true;
            }
        }

        return false;
    }

    private static int? Before(ResultNumber number, List<(TokenRange Range, int Concept)> targets)
    {
        int? found = null;
        foreach (var (range, concept) in targets)
        {
            if (range.End <= number.Range.First && number.Range.First - range.End <= Reach)
            {
                found = concept;
            }
        }

        return found;
    }

    private static void Add(PaperDocument document, ResultNumber number, int target, List<(TokenRange Range, int Concept)> metrics, string by, double confidence)
    {
        string? metric = null;
        var nearest = int.MaxValue;
        foreach (var (range, _) in metrics)
        {
            var distance = range.First >= number.Range.End ? range.First - number.Range.End : number.Range.First - range.End;
            if (distance >= 0 && distance < nearest)
            {
                (nearest, metric) = (distance, document[range].ToString());
            }
        }

        document.Results.Add(new ExtractedResult(
            target, number.Value, number.Unit, metric, number.Delta, null, document.ToEvidence(number.Range), by, confidence));
    }

    private static List<(TokenRange Range, int Concept)> ConceptsIn(PaperDocument document, TokenRange sentence, Func<ConceptType, bool> wanted)
    {
        var found = new List<(TokenRange Range, int Concept)>();
        for (var concept = 0; concept < document.Concepts.Count; concept++)
        {
            if (wanted(document.Concepts[concept].Type))
            {
                foreach (var mention in document.Concepts[concept].Mentions)
                {
                    if (sentence.Contains(mention.Range))
                    {
                        found.Add((mention.Range, concept));
                    }
                }
            }
        }

        found.Sort((left, right) => left.Range.First.CompareTo(right.Range.First));
        return found;
    }
}
