using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Extraction.Roles;

namespace Stemma.GraphBuilder.Training;

/// <summary>
/// Trains a <see cref="RoleModel"/> from judged papers. Steps in order: a linear model of context alone (for <see cref="RoleSurvey"/>) → for each fold without its papers, the
/// first pass with names and memory, and the estimate of the paper's kind → the values of the second pass, from first passes by models not trained on the paper → the trees.
/// </summary>
internal sealed class RoleTrainer(IReadOnlyList<JudgedPaper> papers, WordVectors words, int folds, int threads)
{
    private const int RowBits = 18;

    /// <summary>Feature rows of the classifier of paper kinds, as a power of two.</summary>
    private const int KindRowBits = 16;

    /// <summary>
    /// Chosen on two folds: accuracy 0.886 with 100 rounds and 0.888 with 200, an improvement in every role; with the 2,889 first abstracts, 60 to 140 rounds of depth 4 to 6 made
    /// no difference.
    /// </summary>
    private static readonly TreeTraining Trees = new(Rounds: 200, Depth: 4, Rate: 0.1f);

    /// <summary>Trains the linear model of context alone.</summary>
    public LinearClassifier TrainContext(CancellationToken cancellation)
        => TrainWords(papers.SelectMany(paper => Examples(paper, memory: null)), cancellation);

    /// <summary>Trains one model for each fold without its papers, and the last, which is shipped, on all papers.</summary>
    public RoleModel[] Train(RoleMemory memory, CancellationToken cancellation)
    {
        var examples = papers.Select(paper => Examples(paper, memory).ToArray()).ToArray();
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        var lookers = new LinearClassifier[folds];
        Parallel.For(0, folds, options, fold => lookers[fold] = TrainWords(Except(examples, fold), cancellation));
        var kinds = TrainKinds(options);
        var nets = TrainNets(memory, options);
        var second = papers.Select(paper => Values(paper, kinds[paper.Fold], lookers[paper.Fold], nets[paper.Fold], memory).ToArray()).ToArray();
        var models = new RoleModel[folds + 1];
        Parallel.For(0, folds + 1, options, part => models[part] = new RoleModel(
            kinds[part],
            part == folds ? TrainWords(Except(examples, part), cancellation) : lookers[part],
            nets[part],
            TreeTrainer.Train([.. Except(second, part)], RoleClassifier.Classes, Trees, cancellation),
            memory));
        return models;
    }

    /// <summary>A classifier of paper kinds for each fold without its papers, and the last on all papers.</summary>
    private LinearClassifier[] TrainKinds(ParallelOptions options)
    {
        var examples = papers.Select(KindExample).ToArray();
        var kinds = new LinearClassifier[folds + 1];
        Parallel.For(0, kinds.Length, options, part =>
            kinds[part] = ClassifierTrainer.Train([.. examples.Where((_, at) => papers[at].Fold != part)], PaperKinds.Count, KindRowBits, options.CancellationToken));
        return kinds;
    }

    private static ClassifierExample KindExample(JudgedPaper paper)
    {
        PaperKinds.WriteFeatures(paper.Document, paper.Document.Features);
        var kind = PaperKinds.Of(paper.Labels.Concepts.Select(concept => (concept.Types[0], concept.Roles[0])));
        return new ClassifierExample(paper.Document.Features.Items.ToArray(), 1 << kind, 1);
    }

    /// <summary>A net for each fold without its papers, and the last on all papers.</summary>
    private RoleNet[] TrainNets(RoleMemory memory, ParallelOptions options)
    {
        var examples = papers.Select(paper => NetExample(paper, memory)).ToArray();
        var nets = new RoleNet[folds + 1];
        Parallel.For(0, nets.Length, options, part =>
            nets[part] = RoleNetTrainer.Train(words, [.. examples.Where((_, at) => papers[at].Fold != part)], options.CancellationToken));
        return nets;
    }

    private RoleNetExample NetExample(JudgedPaper paper, RoleMemory memory)
    {
        var view = new RoleView();
        view.Read(paper.Document, words, memory);
        var labels = paper.Document.Concepts.Select(paper.LabelOf).ToArray();
        return new RoleNetExample(view, [.. labels.Select(JudgedPaper.RolesOf)], [.. labels.Select(JudgedPaper.WeightOf)]);
    }

    private IEnumerable<T> Except<T>(T[][] examples, int fold) => papers.SelectMany((paper, at) => paper.Fold == fold ? [] : examples[at]);

    private static LinearClassifier TrainWords(IEnumerable<ClassifierExample> examples, CancellationToken cancellation)
        => ClassifierTrainer.Train([.. examples], RoleClassifier.Roles, RowBits, cancellation);

    /// <summary>One example per labelled concept, with the roles that annotators accept.</summary>
    private static IEnumerable<ClassifierExample> Examples(JudgedPaper paper, RoleMemory? memory)
    {
        var document = paper.Document;
        var covered = document.Covered();
        for (var at = 0; at < document.Concepts.Count; at++)
        {
            if (paper.LabelOf(document.Concepts[at]) is { } label)
            {
                yield return new ClassifierExample(Features(document, at, memory, covered), JudgedPaper.RolesOf(label), JudgedPaper.WeightOf(label));
            }
        }
    }

    /// <summary>All features; without a memory, those of the context alone.</summary>
    private static uint[] Features(PaperDocument document, int at, RoleMemory? memory, TokenCoverage covered)
    {
        if (memory is null)
        {
            RoleFeatures.WriteContext(document, document.Concepts[at], covered, document.Features);
            return document.Features.Items.ToArray();
        }

        RoleClassifier.Gather(document, at, memory, covered, words: null);
        return document.Roles.All.Items.ToArray();
    }

    /// <summary>One example per concept, labelled or not.</summary>
    private static IEnumerable<TreeExample> Values(JudgedPaper paper, LinearClassifier kinds, LinearClassifier looker, RoleNet net, RoleMemory memory)
    {
        var document = paper.Document;
        var covered = document.Covered();
        RoleClassifier.Look(document, kinds, looker, net, memory, covered);
        for (var at = 0; at < document.Concepts.Count; at++)
        {
            var label = paper.LabelOf(document.Concepts[at]);
            var values = new float[RoleValues.Count];
            RoleValues.Write(document, at, memory, covered, values);
            yield return new TreeExample(values, label is null ? 1 << RoleClassifier.Unlisted : JudgedPaper.RolesOf(label), JudgedPaper.WeightOf(label));
        }
    }
}
