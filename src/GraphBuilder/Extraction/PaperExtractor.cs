using System.Collections.Concurrent;
using Stemma.GraphBuilder.Extraction.Explaining;
using Stemma.GraphBuilder.Extraction.Findings;
using Stemma.GraphBuilder.Extraction.Joining;
using Stemma.GraphBuilder.Extraction.Judging;
using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Extraction.Names;
using Stemma.GraphBuilder.Extraction.Roles;
using Stemma.GraphBuilder.Extraction.Tagging;

namespace Stemma.GraphBuilder.Extraction;

/// <summary>
/// Extracts concepts, roles, results and relations from one title and abstract. Stages in order:
/// <see cref="TokenFinder"/> → <see cref="SentenceFinder"/> → <see cref="LexiconMatcher"/> → <see cref="AcronymFinder"/> → <see cref="DefinitionFinder"/> →
/// <see cref="TitleNameFinder"/> → <see cref="TitleExpansionFinder"/> → <see cref="CueFinder"/> → <see cref="MentionTagger"/> (candidate mentions) → <see cref="SplitNameFinder"/> → <see cref="MentionMerger"/> (candidate concepts) →
/// <see cref="ConceptJudge"/> (concepts and types) → <see cref="ConceptJoiner"/> (merges duplicates) → <see cref="RoleClassifier"/> → <see cref="SubtitleMerger"/> → <see cref="ResultFinder"/> → <see cref="RelationFinder"/> → <see cref="ExtractionAssembler"/> (record).
/// Thread-safe: a pure function of title, abstract, lexicon and model.
/// </summary>
public sealed class PaperExtractor
{
    private readonly IExtractionStage[] _stages;

    /// <summary>
    /// Idle documents, at most as many as were ever in use concurrently. Each holds megabytes of word data, so that they are shared and not kept per thread, where those of idle
    /// threads would be unused.
    /// </summary>
    private readonly ConcurrentBag<PaperDocument> _documents = [];

    /// <summary>Builds the stages over a lexicon and a model.</summary>
    public PaperExtractor(ConceptLexicon lexicon, ExtractionModel model)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        ArgumentNullException.ThrowIfNull(model);
        _stages =
        [
            .. StagesBeforeTagging(lexicon),
            new MentionTagger(model.Tagger),
            new SplitNameFinder(lexicon),
            new MentionMerger(),
            new ConceptJudge(model.Judge, ConceptJudge.UsualThreshold),
            new ConceptJoiner(model.Joins, model.Judge.Memory),
            new RoleClassifier(model.Roles),
            new SubtitleMerger(),
            new ResultFinder(model.Results),
            new RelationFinder(model.Relations),
        ];
        CheckOrder(_stages);
    }

    /// <summary>The extractor with the lexicon and model that ship with the program.</summary>
    public static PaperExtractor LoadShipped() => new(ConceptLexicon.LoadShipped(), ExtractionModel.LoadShipped());

    /// <summary>The stages in order.</summary>
    internal IReadOnlyList<IExtractionStage> Stages => _stages;

    /// <summary>The stages that need no model; training runs the same ones.</summary>
    internal static IExtractionStage[] StagesBeforeTagging(ConceptLexicon lexicon) =>
    [
        new TokenFinder(),
        new SentenceFinder(),
        new LexiconMatcher(lexicon),
        new AcronymFinder(),
        new DefinitionFinder(),
        new TitleNameFinder(),
        new TitleExpansionFinder(),
        new CueFinder(),
    ];

    /// <summary>Reads one paper; offsets refer to the two strings given.</summary>
    public PaperExtraction Extract(string title, string @abstract) => Read(title, @abstract, ExtractionAssembler.Assemble);

    /// <summary>Reads one paper as <see cref="Extract"/> does, and gives the reasons of the decision for each concept.</summary>
    public ExplainedExtraction Explain(string title, string @abstract) => Read(
        title, @abstract, document => new ExplainedExtraction(title, @abstract, ExtractionAssembler.Assemble(document), ReasonFinder.Explain(document)));

    private T Read<T>(string title, string @abstract, Func<PaperDocument, T> take)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(@abstract);
        var document = _documents.TryTake(out var rested) ? rested : new PaperDocument();
        document.Reset(title, @abstract);
        foreach (var stage in _stages)
        {
            stage.Annotate(document);
        }

        var taken = take(document);
        _documents.Add(document);
        return taken;
    }

    /// <summary>The stages in order, each with what it requires and assigns.</summary>
    public override string ToString()
        => string.Join('\n', _stages.Select(stage => $"{stage.GetType().Name}: {stage.Requires} → {stage.Assigns}"));

    private static void CheckOrder(IExtractionStage[] stages)
    {
        var assigned = Layers.None;
        foreach (var stage in stages)
        {
            var missing = stage.Requires & ~assigned;
            if (missing != Layers.None)
            {
                throw new InvalidOperationException($"{stage.GetType().Name} requires {missing}, which no earlier stage assigns");
            }

            assigned |= stage.Assigns;
        }
    }
}
