using Stemma.GraphBuilder.Evaluation;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Judging;
using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Extraction.Names;
using Stemma.GraphBuilder.Extraction.Roles;
using Stemma.GraphBuilder.Extraction.Tagging;

namespace Stemma.GraphBuilder.Training;

/// <summary>
/// Learns an <see cref="ExtractionModel"/> from labelled papers. Steps in order: documents (all stages before the tagger) → <see cref="TaggerTrainer"/> on four parts of
/// five, each part tagged by the model that did not see it → <see cref="ConceptExamples"/> → <see cref="ClassifierTrainer"/> (judge, roles) → <see cref="TaggerTrainer"/> on all.
/// The same labels, texts and lexicon give the same bytes, whatever the number of threads.
/// </summary>
public sealed class ModelTrainer
{
    /// <summary>With fewer papers a part of the jackknife has next to nothing to learn from.</summary>
    public const int FewestPapers = 20;

    /// <summary>Parts of the jackknife.</summary>
    private const int Folds = 5;

    /// <summary>Feature rows of judge and roles, as a power of two.</summary>
    private const int ClassifierRowBits = 18;

    private readonly ConceptLexicon _lexicon;
    private readonly int _threads;

    /// <summary>Prepares training over a lexicon.</summary>
    /// <param name="lexicon">The lexicon that extraction will use.</param>
    /// <param name="threads">How many parts are learnt at the same time.</param>
    public ModelTrainer(ConceptLexicon lexicon, int threads)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        _lexicon = lexicon;
        _threads = threads;
    }

    /// <summary>Learns.</summary>
    /// <param name="papers">Labelled papers with texts.</param>
    /// <param name="progress">Told what is done, one sentence a step.</param>
    /// <param name="cancellation">Stops between steps and epochs.</param>
    public ExtractionModel Train(IReadOnlyList<LabelledPaper> papers, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(papers);
        ArgumentNullException.ThrowIfNull(progress);
        var trainer = new TaggerTrainer(Documents(papers));
        progress.Report($"{papers.Count} papers read");
        var parts = new ChainModel[Folds + 1];
        Parallel.For(0, Folds + 1, new ParallelOptions { MaxDegreeOfParallelism = _threads, CancellationToken = cancellation }, part =>
        {
            parts[part] = trainer.Train(paper => paper % Folds != part, cancellation);
            progress.Report(part < Folds ? $"tagger of part {part + 1} of {Folds} learnt" : "tagger of all parts learnt");
        });
        var (judge, roles) = TrainClassifiers(papers, parts, cancellation);
        progress.Report("judge and roles learnt");
        return new ExtractionModel(parts[Folds], judge, roles);
    }

    /// <summary>Learns judge and roles from what the model of the other parts finds in each paper.</summary>
    internal (LinearClassifier Judge, LinearClassifier Roles) TrainClassifiers(IReadOnlyList<LabelledPaper> papers, ChainModel[] parts, CancellationToken cancellation)
    {
        var judging = new List<ClassifierExample>();
        var acting = new List<ClassifierExample>();
        var taggers = parts.Select(part => new MentionTagger(part)).ToArray();
        var splitter = new SplitNameFinder(_lexicon);
        var merger = new MentionMerger();
        foreach (var (document, labels, at) in Documents(papers).Select((paper, at) => (paper.Document, paper.Labels, at)))
        {
            cancellation.ThrowIfCancellationRequested();
            taggers[at % Folds].Annotate(document);
            splitter.Annotate(document);
            merger.Annotate(document);
            judging.AddRange(ConceptExamples.ForJudge(document, labels));
            acting.AddRange(ConceptExamples.ForRoles(document, labels));
        }

        return (ClassifierTrainer.Train(judging, ConceptJudge.Classes, ClassifierRowBits, cancellation), ClassifierTrainer.Train(acting, RoleClassifier.Classes, ClassifierRowBits, cancellation));
    }

    /// <summary>Each paper with the layers that stand before the tagger; one document object serves all, so take what you need before moving on.</summary>
    internal IEnumerable<(PaperDocument Document, LabelledPaper Labels)> Documents(IReadOnlyList<LabelledPaper> papers)
    {
        var stages = PaperExtractor.StagesBeforeTagging(_lexicon);
        var document = new PaperDocument();
        foreach (var paper in papers)
        {
            document.Reset(paper.Title, paper.Abstract);
            foreach (var stage in stages)
            {
                stage.Annotate(document);
            }

            yield return (document, paper);
        }
    }
}
