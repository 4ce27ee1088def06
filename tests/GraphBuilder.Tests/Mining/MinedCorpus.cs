using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilder.Linking.Assembly;
using Stemma.GraphBuilder.Mining;
using Stemma.GraphBuilderTests.Linking;
using Stemma.GraphModel.Papers;
using Stemma.GraphStore.Embedded;

namespace Stemma.GraphBuilderTests.Mining;

/// <summary>Invented papers, some of whose names are in a small lexicon.</summary>
internal static class MinedCorpus
{
    public static readonly IReadOnlyList<LexiconEntry> Lexicon =
    [
        new("transformer", "Transformer", [], [ConceptType.Method], LexiconFlags.None),
        new("kv-cache", "KV Cache", ["Key-Value Cache"], [ConceptType.Method], LexiconFlags.None),
        new("spin", "SPIN", ["Self-Play Fine-Tuning"], [ConceptType.Method], LexiconFlags.CaseSensitive),
    ];

    public static readonly PaperDraft[] Drafts =
    [
        new PaperDraft("arxiv:1", "Zarvo: Steering choices", "We propose Zarvo. Transformers are used.", 2023)
            .Names("Zarvo", ConceptRole.Introduces, by: "definition.title").Names("Transformers", ConceptRole.Uses),
        new PaperDraft("arxiv:2", "More steering", "We build on Zarvo and test on QuollSet. A Transformer helps.", 2024)
            .Names("Zarvo", ConceptRole.BuildsOn, confidence: 0.99).Names("QuollSet", ConceptRole.EvaluatesOn, ConceptType.Benchmark, confidence: 0.9).Names("Transformer", ConceptRole.Uses),
        new PaperDraft("arxiv:3", "Even more", "On QuollSet we beat others. Patch mixing is used.", 2025)
            .Names("QuollSet", ConceptRole.EvaluatesOn, ConceptType.Benchmark, confidence: 0.9).Names("Patch mixing", ConceptRole.Uses, confidence: 0.5),
        new PaperDraft("arxiv:4", "Mixing", "Patch mixing with LoneName.", 2025)
            .Names("Patch mixing", ConceptRole.Uses, confidence: 0.5).Names("LoneName", ConceptRole.Introduces),
    ];

    /// <summary>The graph of the papers.</summary>
    public static EmbeddedGraphDatabase Open(IEnumerable<PaperDraft> drafts)
    {
        var loader = new ColumnGraphLoader();
        GraphAssembler.Assemble(new ConceptLinker(Lexicon, LinkOverrides.None).Link([.. drafts.Select(draft => draft.Build())], CancellationToken.None), loader, CancellationToken.None);
        return EmbeddedGraphDatabase.Over(loader.Finish(), TimeProvider.System);
    }

    public static async Task<MinedCandidates> MineAsync(IEnumerable<PaperDraft> drafts, MiningOptions options)
    {
        await using var database = Open(drafts);
        return await new LexiconMiner(database, Lexicon).MineAsync(options, TestContext.Current.CancellationToken);
    }
}
