using Stemma.GraphBuilder.Extraction.Judging;
using Stemma.GraphBuilder.Extraction.Memory;
using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Training;

/// <summary>
/// Trains the judge for each fold without its papers, and once on all papers. The trees must see scores of the linear model as they are on unseen papers, so each paper is scored
/// by the model that was not trained on its fold.
/// </summary>
internal sealed class JudgeTrainer
{
    /// <summary>Feature rows of the linear model, as a power of two.</summary>
    private const int RowBits = 18;

    /// <summary>Chosen on held-out folds of the training labels (docs/extraction.md).</summary>
    private static readonly TreeTraining Trees = new(Rounds: 100, Depth: 4, Rate: 0.1f);

    private readonly NameMemory[] _memories;
    private readonly List<Example> _examples = [];

    /// <summary>Creates the examples.</summary>
    /// <param name="papers">Papers with all layers up to candidate concepts, from the tagger not trained on the paper.</param>
    /// <param name="memories">The name memory filled by each fold's tagger; the last by the tagger trained on all papers.</param>
    public JudgeTrainer(IReadOnlyList<JudgedPaper> papers, NameMemory[] memories)
    {
        _memories = memories;
        foreach (var paper in papers)
        {
            foreach (var (words, concept) in ConceptExamples.ForJudge(paper.Document, paper.Labels).Zip(paper.Document.Concepts))
            {
                var measures = new float[ConceptMeasures.Count + ConceptJudge.Classes];
                ConceptMeasures.Write(paper.Document, concept, memories[paper.Fold], measures);
                _examples.Add(new Example(paper.Fold, words, measures));
            }
        }
    }

    /// <summary>A judge for each fold, trained without it and with the memory of its tagger; the last is trained on all papers.</summary>
    /// <param name="threads">Number of judges trained at the same time.</param>
    /// <param name="cancellation">Checked between epochs and rounds.</param>
    public JudgeModel[] Train(int threads, CancellationToken cancellation)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        var words = new LinearClassifier[_memories.Length];
        Parallel.For(0, words.Length, options, part =>
            words[part] = ClassifierTrainer.Train([.. Without(part).Select(example => example.Words)], ConceptJudge.Classes, RowBits, cancellation));
        AddFirstLooks(words);
        var judges = new JudgeModel[words.Length];
        Parallel.For(0, words.Length, options, part =>
        {
            var examples = Without(part).Select(example => new TreeExample(example.Measures, example.Words.Allowed, example.Words.Weight)).ToArray();
            judges[part] = new JudgeModel(words[part], TreeTrainer.Train(examples, ConceptJudge.Classes, Trees, cancellation), _memories[part]);
        });
        return judges;
    }

    private void AddFirstLooks(LinearClassifier[] words)
    {
        Span<double> classes = stackalloc double[ConceptJudge.Classes];
        foreach (var example in _examples)
        {
            words[example.Fold].Predict(example.Words.Features, classes);
            JudgeModel.AddFirstLook(classes, example.Measures);
        }
    }

    private IEnumerable<Example> Without(int part) => _examples.Where(example => example.Fold != part);

    /// <summary>A candidate as training example.</summary>
    private sealed record Example(int Fold, ClassifierExample Words, float[] Measures);
}
