using Stemma.GraphBuilder.Evaluation;
using Stemma.GraphBuilder.Extraction.Findings;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Training;

/// <summary>Trains the details of a number on a target from labelled results: whether it is a level or a change, its metric and its method.</summary>
internal static class DetailTrainer
{
    /// <summary>Feature rows of each classifier, as a power of two.</summary>
    private const int RowBits = 16;

    private const int Kinds = 3;

    /// <summary>
    /// Trains the models of <see cref="DetailFinder"/>: one for each fold without its papers, and the last on all papers. Metrics and methods use the kind predicted by a
    /// classifier that was not trained on the paper.
    /// </summary>
    public static DetailModel[] Train(IReadOnlyList<JudgedPaper> papers, int folds, ParallelOptions options)
    {
        var numbers = papers.SelectMany(Numbers).ToArray();
        var kinds = TrainParts(numbers, KindExamples, Kinds, folds, options);
        var metrics = TrainParts(numbers, number => Candidates(number, kinds[number.Paper.Fold], ConceptType.Metric, number.Label.Metric), DetailFinder.Classes, folds, options);
        var methods = TrainParts(numbers, number => Candidates(number, kinds[number.Paper.Fold], ConceptType.Method, number.Label.Of), DetailFinder.Classes, folds, options);
        return [.. Enumerable.Range(0, folds + 1).Select(part => new DetailModel(kinds[part], metrics[part], methods[part]))];
    }

    /// <summary>A number that annotators linked to a target.</summary>
    private sealed record Labelled(JudgedPaper Paper, ResultSentence Sentence, int Number, LabelledResult Label);

    private static LinearClassifier[] TrainParts(Labelled[] numbers, Func<Labelled, IEnumerable<ClassifierExample>> examplesOf, int classes, int folds, ParallelOptions options)
    {
        var examples = numbers.Select(number => examplesOf(number).ToArray()).ToArray();
        var parts = new LinearClassifier[folds + 1];
        Parallel.For(0, parts.Length, options, part =>
            parts[part] = ClassifierTrainer.Train([.. examples.Where((_, at) => numbers[at].Paper.Fold != part).SelectMany(number => number)], classes, RowBits, options.CancellationToken));
        return parts;
    }

    /// <summary>The numbers of a paper that annotators linked to one of the found targets, each once.</summary>
    private static IEnumerable<Labelled> Numbers(JudgedPaper paper)
    {
        if (paper.Labels.Results.Count == 0)
        {
            yield break;
        }

        var document = paper.Document;
        var labels = document.Concepts.Select(paper.LabelOf).ToArray();
        var seen = new HashSet<(ResultSentence Sentence, int Number)>();
        foreach (var (sentence, number, target) in ResultPairs.In(document).All)
        {
            var value = sentence.Numbers[number].Value;
            var label = paper.Labels.Results.FirstOrDefault(result =>
                result.On is { } on && JudgedPaper.Names(labels[target], document.Concepts[target], on) && ResultMatch.IsSameNumber(value, result));
            if (label is not null && seen.Add((sentence, number)))
            {
                yield return new Labelled(paper, sentence, number, label);
            }
        }
    }

    private static IEnumerable<ClassifierExample> KindExamples(Labelled number)
    {
        var document = number.Paper.Document;
        DetailFeatures.WriteKind(document, number.Sentence, number.Number, document.Features);
        yield return new ClassifierExample(document.Features.Items.ToArray(), 1 << (int)ResultMatch.KindOf(number.Sentence.Numbers[number.Number].Value, number.Label), 1);
    }

    private static IEnumerable<ClassifierExample> Candidates(Labelled number, LinearClassifier kinds, ConceptType type, string? wanted)
    {
        var document = number.Paper.Document;
        var kind = DetailFinder.KindOf(kinds, document, number.Sentence, number.Number);
        var candidates = new DetailCandidates(document, number.Sentence, type, document.MainConcept());
        foreach (var concept in candidates.Concepts)
        {
            var draft = document.Concepts[concept];
            var own = wanted is not null && JudgedPaper.Names(number.Paper.LabelOf(draft), draft, wanted);
            yield return new ClassifierExample(candidates.FeaturesOf(number.Number, concept, kind).ToArray(), own ? 1 << DetailFinder.Own : 1, 1);
        }
    }
}
