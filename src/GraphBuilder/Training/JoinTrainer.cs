using Stemma.GraphBuilder.Extraction.Joining;
using Stemma.GraphBuilder.Extraction.Memory;
using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Training;

/// <summary>Learns which concepts of a paper are one thing by another name, from judged papers: readers list both names as one concept, or as two.</summary>
internal static class JoinTrainer
{
    private const int RowBits = 16;

    /// <summary>Learns a model for each part without its papers, and as the last that of all.</summary>
    /// <param name="papers">All layers up to types.</param>
    /// <param name="memories">The memory of names of each part.</param>
    /// <param name="options">How many are learnt at the same time.</param>
    public static LinearClassifier[] Train(IReadOnlyList<JudgedPaper> papers, IReadOnlyList<NameMemory> memories, ParallelOptions options)
    {
        var examples = papers.Select(paper => Examples(paper, memories[paper.Fold]).ToArray()).ToArray();
        var models = new LinearClassifier[memories.Count];
        Parallel.For(0, models.Length, options, part => models[part] = ClassifierTrainer.Train(
            [.. examples.Where((_, at) => papers[at].Fold != part).SelectMany(paper => paper)], ConceptJoiner.Classes, RowBits, options.CancellationToken));
        return models;
    }

    /// <summary>One example a pair of which a reader lists both.</summary>
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
