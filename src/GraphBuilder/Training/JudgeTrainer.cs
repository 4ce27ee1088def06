using Stemma.GraphBuilder.Extraction.Judging;
using Stemma.GraphBuilder.Extraction.Memory;
using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Training;

/// <summary>
/// Learns the judge, once for each part of the jackknife without that part and once on all. The trees must see the first look as it comes on unseen papers, so each paper's is
/// that of the model without its part.
/// </summary>
internal sealed class JudgeTrainer
{
    /// <summary>Feature rows of the first look, as a power of two.</summary>
    private const int RowBits = 18;

    /// <summary>Chosen on held-out folds of the training labels (docs/extraction.md).</summary>
    private static readonly TreeTraining Trees = new(Rounds: 100, Depth: 4, Rate: 0.1f);

    private readonly NameMemory[] _memories;
    private readonly List<Example> _examples = [];

    /// <summary>Makes the examples.</summary>
    /// <param name="papers">All layers up to candidate concepts, from the tagger that did not see the paper.</param>
    /// <param name="memories">The memory that each part's tagger filled; last that of the tagger learnt on all.</param>
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

    /// <summary>A judge for each part, learnt without it, that looks into the memory of its tagger; the last one is learnt on all.</summary>
    /// <param name="threads">How many are learnt at the same time.</param>
    /// <param name="cancellation">Stops between epochs.</param>
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

    /// <summary>One candidate.</summary>
    private sealed record Example(int Fold, ClassifierExample Words, float[] Measures);
}
