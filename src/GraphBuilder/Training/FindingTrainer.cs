using Stemma.GraphBuilder.Evaluation;
using Stemma.GraphBuilder.Extraction.Findings;
using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Training;

/// <summary>Trains which pairs of concepts are related and which numbers belong to which target, from papers whose roles were assigned by models not trained on them.</summary>
internal static class FindingTrainer
{
    private static readonly TreeTraining RelationTrees = new(Rounds: 60, Depth: 4, Rate: 0.12f);

    /// <summary>Feature rows of the linear model for results, as a power of two.</summary>
    private const int ResultRowBits = 16;

    private static readonly TreeTraining ResultTrees = new(Rounds: 200, Depth: 5, Rate: 0.07f);

    /// <summary>Trains the trees of <see cref="RelationFinder"/>: one ensemble for each fold without its papers, and the last on all papers.</summary>
    public static TreeEnsemble[] TrainRelations(IReadOnlyList<JudgedPaper> papers, int folds, ParallelOptions options)
        => TrainParts(papers, [.. papers.Select(paper => RelationExamples(paper).ToArray())], RelationFinder.Classes, RelationTrees, folds, options);

    /// <summary>
    /// Trains the models of <see cref="ResultFinder"/>: one for each fold without its papers, and the last on all papers. The trees are trained on linear scores from models not
    /// trained on the paper.
    /// </summary>
    public static ResultModel[] TrainResults(IReadOnlyList<JudgedPaper> papers, int folds, ParallelOptions options)
    {
        var pairs = papers.Select(paper => ResultPairs.In(paper.Document)).ToArray();
        var words = papers.Select((paper, at) => WordExamples(paper, pairs[at]).ToArray()).ToArray();
        var lookers = new LinearClassifier[folds + 1];
        Parallel.For(0, lookers.Length, options, part => lookers[part] = ClassifierTrainer.Train(
            [.. words.Where((_, at) => papers[at].Fold != part).SelectMany(paper => paper)], ResultFinder.Classes, ResultRowBits, options.CancellationToken));
        var values = papers.Select((paper, at) => ResultExamples(paper, pairs[at], words[at], lookers[paper.Fold]).ToArray()).ToArray();
        var trees = TrainParts(papers, values, ResultFinder.Classes, ResultTrees, folds, options);
        var details = DetailTrainer.Train(papers, folds, options);
        return [.. Enumerable.Range(0, folds + 1).Select(part => new ResultModel(lookers[part], trees[part], details[part]))];
    }

    private static TreeEnsemble[] TrainParts(IReadOnlyList<JudgedPaper> papers, TreeExample[][] examples, int classes, TreeTraining settings, int folds, ParallelOptions options)
    {
        var parts = new TreeEnsemble[folds + 1];
        Parallel.For(0, parts.Length, options, part =>
            parts[part] = TreeTrainer.Train([.. examples.Where((_, at) => papers[at].Fold != part).SelectMany(paper => paper)], classes, settings, options.CancellationToken));
        return parts;
    }

    private static IEnumerable<TreeExample> RelationExamples(JudgedPaper paper)
    {
        if (!paper.Labels.HasRelations)
        {
            yield break;
        }

        var document = paper.Document;
        var main = document.MainConcept();
        var covered = document.Covered();
        var labels = document.Concepts.Select(paper.LabelOf).ToArray();
        foreach (var pair in RelationPair.In(document))
        {
            var values = new float[RelationValues.Count];
            RelationValues.Write(document, pair, main, covered, values);
            var allowed = 0;
            foreach (var relation in paper.Labels.Relations)
            {
                if (JudgedPaper.Names(labels[pair.Head], document.Concepts[pair.Head], relation.Head) && JudgedPaper.Names(labels[pair.Tail], document.Concepts[pair.Tail], relation.Tail))
                {
                    allowed |= 1 << (1 + RelationFinder.Types.IndexOf(relation.Type));
                }
            }

            yield return new TreeExample(values, allowed == 0 ? 1 << RelationFinder.None : allowed, 1);
        }
    }

    private static int IndexOf(this IReadOnlyList<string> types, string type)
        => Enumerable.Range(0, types.Count).First(at => types[at] == type);

    private static IEnumerable<ClassifierExample> WordExamples(JudgedPaper paper, ResultPairs pairs)
    {
        var document = paper.Document;
        var labels = document.Concepts.Select(paper.LabelOf).ToArray();
        foreach (var (sentence, number, target) in pairs.All)
        {
            ResultFeatures.Write(document, sentence, number, target, document.Features);
            var tied = paper.Labels.Results.Any(result => result.On is { } on && JudgedPaper.Names(labels[target], document.Concepts[target], on) && ResultMatch.IsSameNumber(sentence.Numbers[number].Value, result));
            yield return new ClassifierExample(document.Features.Items.ToArray(), tied ? 1 << ResultFinder.Tied : 1, 1);
        }
    }

    private static IEnumerable<TreeExample> ResultExamples(JudgedPaper paper, ResultPairs pairs, ClassifierExample[] words, LinearClassifier looker)
    {
        pairs.Look(paper.Document, looker);
        for (var at = 0; at < pairs.All.Length; at++)
        {
            var values = new float[ResultValues.Count];
            ResultValues.Write(paper.Document, pairs, at, values);
            yield return new TreeExample(values, words[at].Allowed, 1);
        }
    }
}
