using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Extraction.Findings;

/// <summary>A number and a concept that it may be reported on.</summary>
/// <param name="Sentence">The sentence of the number.</param>
/// <param name="Number">Index of the number in it.</param>
/// <param name="Target">Index of the concept.</param>
internal readonly record struct ResultPair(ResultSentence Sentence, int Number, int Target);

/// <summary>All pairs of a paper, in text order, with their first-pass probabilities.</summary>
internal sealed class ResultPairs
{
    private const double Likely = 0.5;

    private readonly double[] _looks;

    private ResultPairs(ResultPair[] all) => (All, _looks) = (all, new double[all.Length]);

    /// <summary>The pairs; those of one number are adjacent.</summary>
    public ResultPair[] All { get; }

    /// <summary>The first-pass probability of each pair.</summary>
    public ReadOnlySpan<double> Looks => _looks;

    /// <summary>The pairs of a paper with roles.</summary>
    public static ResultPairs In(PaperDocument document)
    {
        var targets = Enumerable.Range(0, document.Concepts.Count).Where(at => ResultSentence.IsTarget(document.Concepts[at])).ToArray();
        return new ResultPairs(targets.Length == 0 ? [] : [.. ResultSentence.In(document).SelectMany(sentence =>
            Enumerable.Range(0, sentence.Numbers.Count).SelectMany(number => targets.Select(target => new ResultPair(sentence, number, target))))]);
    }

    /// <summary>Runs the first pass, which scores each pair alone.</summary>
    public void Look(PaperDocument document, LinearClassifier words)
    {
        Span<double> classes = stackalloc double[ResultFinder.Classes];
        for (var at = 0; at < All.Length; at++)
        {
            ResultFeatures.Write(document, All[at].Sentence, All[at].Number, All[at].Target, document.Features);
            words.Predict(document.Features.Items, classes);
            _looks[at] = classes[ResultFinder.Tied];
        }
    }

    /// <summary>
    /// Writes ten values: how the first-pass probability of a pair compares with those of the other pairs of its sentence (seven) and of the other numbers of the paper (three).
    /// </summary>
    public void Write(int at, ref ValueWriter writer)
    {
        WriteSentence(at, ref writer);
        WritePaper(All[at], ref writer);
    }

    /// <summary>
    /// The probability of the pair; of those of the number's other targets the highest, the sum, and how many are higher; the highest of the target's other numbers in the
    /// sentence, and those of the neighbouring numbers, -1 for none.
    /// </summary>
    private void WriteSentence(int at, ref ValueWriter writer)
    {
        var pair = All[at];
        var (best, sum, better, bestNumber, before, behind) = (0.0, 0.0, 0, 0.0, -1.0, -1.0);
        for (var other = 0; other < All.Length; other++)
        {
            if (All[other].Sentence != pair.Sentence || other == at)
            {
                continue;
            }

            if (All[other].Number == pair.Number)
            {
                best = Math.Max(best, _looks[other]);
                sum += _looks[other];
                better += _looks[other] > _looks[at] ? 1 : 0;
            }
            else if (All[other].Target == pair.Target)
            {
                bestNumber = Math.Max(bestNumber, _looks[other]);
                before = All[other].Number == pair.Number - 1 ? _looks[other] : before;
                behind = All[other].Number == pair.Number + 1 ? _looks[other] : behind;
            }
        }

        writer.Add(_looks[at]);
        writer.Add(best);
        writer.Add(sum);
        writer.Add(better);
        writer.Add(bestNumber);
        writer.Add(before);
        writer.Add(behind);
    }

    /// <summary>The highest probability of any other number of the paper, how many are likely, and their sum: some papers report many results, others none.</summary>
    private void WritePaper(ResultPair pair, ref ValueWriter writer)
    {
        var (best, likely, sum) = (0.0, 0, 0.0);
        for (var other = 0; other < All.Length; other++)
        {
            if (All[other].Sentence != pair.Sentence || All[other].Number != pair.Number)
            {
                best = Math.Max(best, _looks[other]);
                likely += _looks[other] > Likely ? 1 : 0;
                sum += _looks[other];
            }
        }

        writer.Add(best);
        writer.Add(likely);
        writer.Add(sum);
    }
}
