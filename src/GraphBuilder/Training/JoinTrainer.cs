using Stemma.GraphBuilder.Extraction.Joining;
using Stemma.GraphBuilder.Extraction.Memory;
using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Training;

/// <summary>Trains which names in a paper mean the same concept, from judged papers: annotators list both names under one concept, or under two.</summary>
internal static class JoinTrainer
{
    private const int RowBits = 16;

    /// <summary>Trains a model for each fold without its papers, and the last on all papers.</summary>
    /// <param name="papers">Papers with all layers up to types.</param>
    /// <param name="memories">The name memory of each fold.</param>
    /// <param name="options">Degree of parallelism.</param>
    public static LinearClassifier[] Train(IReadOnlyList<JudgedPaper> papers, IReadOnlyList<NameMemory> memories, ParallelOptions options)
    {
        var examples = papers.Select(paper => Examples(paper, memories[paper.Fold]).ToArray()).ToArray();
        var models = new LinearClassifier[memories.Count];
        Parallel.For(0, models.Length, options, part => models[part] = ClassifierTrainer.Train(
            [.. examples.Where((_, at) => papers[at].Fold != part).SelectMany(paper => paper)], ConceptJoiner.Classes, RowBits, options.CancellationToken));
        return models;
    }

    /// <summary>One example per pair of names that are both labelled.</summary>
    private static IEnumerable<ClassifierExample> Examples(JudgedPaper paper, NameMemory memory)
    {
        var document = paper.Document;
        var labels = document.Concepts.Select(paper.LabelOf).ToArray();
        foreach (var pair in NamePair.In(document))
        {
            if (labels[pair.Long] is { } first && labels[pair.Short] is { } second)
            {
                JoinFeatures.Write(document, pair, memory, document.Features);
                yield return new ClassifierExample(document.Features.Items.ToArray(), first == second ? 1 << ConceptJoiner.One : 1, 1);
            }
        }
    }
}
