using Stemma.GraphBuilder.Evaluation;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Findings;
using Stemma.GraphBuilder.Extraction.Joining;
using Stemma.GraphBuilder.Extraction.Judging;
using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Extraction.Memory;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Extraction.Names;
using Stemma.GraphBuilder.Extraction.Roles;
using Stemma.GraphBuilder.Extraction.Tagging;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Training;

/// <summary>
/// Trains an <see cref="ExtractionModel"/> from labelled papers and an unlabelled corpus, by five-fold cross-fitting. Steps in order: <see cref="WordVectorTrainer"/> (corpus) →
/// documents (all stages before the tagger) → <see cref="TaggerTrainer"/>, for each fold on the other four, and on all → <see cref="NameMemoryTrainer"/> (corpus, once for each of
/// these taggers) → candidates of each fold by the tagger not trained on it → <see cref="JudgeTrainer"/> → <see cref="JudgedPaper"/> → <see cref="JoinTrainer"/> →
/// <see cref="RoleSurvey"/> (roles of names in the corpus) → <see cref="RoleTrainer"/> → <see cref="FindingTrainer"/> (relations, results, and with <see cref="DetailTrainer"/> the
/// details of numbers) → <see cref="TrainedModel"/>, with what each fold's models find in its papers. Judge, joins, roles and findings are each trained once per fold without it,
/// and on all. The same labels, texts and lexicon give the same bytes, whatever the number of threads.
/// </summary>
public sealed class ModelTrainer
{
    /// <summary>Minimum number of labelled papers; with fewer, a fold has next to nothing to train on.</summary>
    public const int FewestPapers = 20;

    /// <summary>Number of cross-validation folds.</summary>
    private const int Folds = 5;

    private readonly ConceptLexicon _lexicon;
    private readonly int _threads;

    /// <summary>Creates a trainer for a lexicon.</summary>
    /// <param name="lexicon">The lexicon that extraction will use.</param>
    /// <param name="threads">Number of folds trained at the same time.</param>
    public ModelTrainer(ConceptLexicon lexicon, int threads)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        _lexicon = lexicon;
        _threads = threads;
    }

    /// <summary>Trains a model.</summary>
    /// <param name="papers">Labelled papers with texts.</param>
    /// <param name="corpus">Unlabelled papers, none of them among the labelled ones; may be empty.</param>
    /// <param name="progress">Receives one message per completed step.</param>
    /// <param name="cancellation">Checked between steps and epochs.</param>
    public TrainedModel Train(IReadOnlyList<LabelledPaper> papers, IReadOnlyList<PaperRecord> corpus, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(papers);
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(progress);
        progress.Report($"{papers.Count:N0} papers with labels and {corpus.Count:N0} without read");
        var words = WordVectorTrainer.Train(Vocabulary.Of([.. corpus, .. papers.Select(paper => new PaperRecord(paper.Title, paper.Abstract))]), _threads, cancellation);
        progress.Report($"vectors of {words.Count:N0} words learnt");
        var (taggers, memories) = TrainTaggers(papers, corpus, words, progress, cancellation);
        return Complete(papers, corpus, taggers, memories, progress, cancellation);
    }

    /// <summary>Trains what follows the taggers. There is one tagger and one memory per fold, and a last one trained on all papers.</summary>
    internal TrainedModel Complete(
        IReadOnlyList<LabelledPaper> papers, IReadOnlyList<PaperRecord> corpus, TaggerModel[] taggers, NameMemory[] memories, IProgress<string> progress, CancellationToken cancellation)
    {
        var candidates = Candidates(papers, taggers);
        var judges = new JudgeTrainer(candidates, memories).Train(_threads, cancellation);
        progress.Report("judge learnt");
        candidates.ForEach(paper => new ConceptJudge(judges[paper.Fold], ConceptJudge.UsualThreshold).Annotate(paper.Document));
        var options = new ParallelOptions { MaxDegreeOfParallelism = _threads, CancellationToken = cancellation };
        var joins = JoinTrainer.Train(candidates, memories, options);
        candidates.ForEach(paper => new ConceptJoiner(joins[paper.Fold], memories[paper.Fold]).Annotate(paper.Document));
        progress.Report("names joined");
        var roles = TrainRoles(candidates, corpus, taggers[Folds].Net.Words, StagesBeforeRoles(taggers[Folds], judges[Folds], joins[Folds]), progress, cancellation);
        candidates.ForEach(paper => Act(paper.Document, roles[paper.Fold]));
        var (relations, results) = (FindingTrainer.TrainRelations(candidates, Folds, options), FindingTrainer.TrainResults(candidates, Folds, options));
        candidates.ForEach(paper => Find(paper.Document, relations[paper.Fold], results[paper.Fold]));
        progress.Report("relations and results learnt");
        return new TrainedModel(
            new ExtractionModel(taggers[Folds], judges[Folds], joins[Folds], roles[Folds], relations[Folds], results[Folds]),
            [.. candidates.Select(paper => (paper.Labels, ExtractionAssembler.Assemble(paper.Document)))]);
    }

    /// <summary>A tagger and its name memory for each fold, trained on the other folds; the last ones on all papers.</summary>
    internal (TaggerModel[] Taggers, NameMemory[] Memories) TrainTaggers(
        IReadOnlyList<LabelledPaper> papers, IReadOnlyList<PaperRecord> corpus, WordVectors words, IProgress<string> progress, CancellationToken cancellation)
    {
        var trainer = new TaggerTrainer(Documents(papers), words);
        var surveyor = new NameMemoryTrainer(_lexicon, corpus);
        var taggers = new TaggerModel[Folds + 1];
        var memories = new NameMemory[Folds + 1];
        Parallel.For(0, Folds + 1, new ParallelOptions { MaxDegreeOfParallelism = _threads, CancellationToken = cancellation }, part =>
        {
            taggers[part] = trainer.Train(paper => paper % Folds != part, cancellation);
            progress.Report(part < Folds ? $"tagger of part {part + 1} of {Folds} learnt" : "tagger of all parts learnt");
            memories[part] = surveyor.Train(new MentionTagger(taggers[part]), cancellation);
            progress.Report(part < Folds ? $"corpus surveyed without part {part + 1} of {Folds}" : "corpus surveyed");
        });
        return (taggers, memories);
    }

    private RoleModel[] TrainRoles(
        IReadOnlyList<JudgedPaper> papers, IReadOnlyList<PaperRecord> corpus, WordVectors words, IReadOnlyList<IExtractionStage> stages, IProgress<string> progress, CancellationToken cancellation)
    {
        var trainer = new RoleTrainer(papers, words, Folds, _threads);
        var memory = new RoleSurvey(stages, trainer.TrainContext(cancellation)).Run(corpus, _threads, cancellation);
        progress.Report($"{memory.Count:N0} names seen in the papers without labels");
        var models = trainer.Train(memory, cancellation);
        progress.Report("roles learnt");
        return models;
    }

    private static void Act(PaperDocument document, RoleModel roles)
    {
        new RoleClassifier(roles).Annotate(document);
        new SubtitleMerger().Annotate(document);
    }

    private static void Find(PaperDocument document, TreeEnsemble relations, ResultModel results)
    {
        new ResultFinder(results).Annotate(document);
        new RelationFinder(relations).Annotate(document);
    }

    /// <summary>Each paper with the candidates found by the tagger not trained on it.</summary>
    internal List<JudgedPaper> Candidates(IReadOnlyList<LabelledPaper> papers, TaggerModel[] models)
    {
        var taggers = models.Select(model => new MentionTagger(model)).ToArray();
        var found = new List<JudgedPaper>();
        foreach (var paper in papers)
        {
            var document = new PaperDocument();
            var fold = found.Count % Folds;
            document.Reset(paper.Title, paper.Abstract);
            foreach (var stage in (IEnumerable<IExtractionStage>)[.. PaperExtractor.StagesBeforeTagging(_lexicon), taggers[fold], new SplitNameFinder(_lexicon), new MentionMerger()])
            {
                stage.Annotate(document);
            }

            found.Add(new JudgedPaper(document, paper, fold));
        }

        return found;
    }

    private IExtractionStage[] StagesBeforeRoles(TaggerModel tagger, JudgeModel judge, LinearClassifier joins)
        => [.. PaperExtractor.StagesBeforeTagging(_lexicon), new MentionTagger(tagger), new SplitNameFinder(_lexicon), new MentionMerger(), new ConceptJudge(judge, ConceptJudge.UsualThreshold), new ConceptJoiner(joins, judge.Memory)];

    /// <summary>Each paper with the layers that precede the tagger. One document object is reused, so callers must copy what they need before advancing.</summary>
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
