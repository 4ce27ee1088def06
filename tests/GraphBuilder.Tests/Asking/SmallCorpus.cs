using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilder.Linking.Assembly;
using Stemma.GraphBuilderTests.Linking;
using Stemma.GraphModel.Papers;
using Stemma.GraphStore.Embedded;

namespace Stemma.GraphBuilderTests.Asking;

/// <summary>A dozen invented papers around DPO, linked and assembled like a real corpus.</summary>
internal static class SmallCorpus
{
    private const string Dpo = "direct-preference-optimization";

    private static readonly LexiconEntry[] Lexicon =
    [
        new(Dpo, "Direct Preference Optimization", ["DPO"], [ConceptType.Method], LexiconFlags.None),
        new("proximal-policy-optimization", "Proximal Policy Optimization", ["PPO"], [ConceptType.Method], LexiconFlags.None),
        new("gsm8k", "GSM8K", [], [ConceptType.Benchmark, ConceptType.Dataset], LexiconFlags.None),
        new("math", "MATH", [], [ConceptType.Benchmark, ConceptType.Dataset], LexiconFlags.Ambiguous),
        new("mathematical-reasoning", "Mathematical Reasoning", ["math reasoning"], [ConceptType.Task], LexiconFlags.None),
        new("word-error-rate", "Word Error Rate", ["WER"], [ConceptType.Metric], LexiconFlags.None),
    ];

    public static ExtractedPaper[] Papers { get; } =
    [
        .. new PaperDraft[]
        {
            new PaperDraft("arxiv:1", "Preferences without rewards", "We introduce Direct Preference Optimization (DPO). DPO simplifies what PPO does.", 2023) { Authors = ["Ana Pérez"], Venue = "NeurIPS" }
                .Names("Direct Preference Optimization (DPO)", ConceptRole.Introduces, lexiconId: Dpo).Names("PPO", ConceptRole.BuildsOn, lexiconId: "proximal-policy-optimization", confidence: 0.8),
            new PaperDraft("arxiv:2", "Steps", "Step-DPO extends DPO to steps. It is evaluated on GSM8K and MATH.", 2024)
                .Names("Step-DPO", ConceptRole.Introduces).Names("DPO", ConceptRole.BuildsOn, lexiconId: Dpo, confidence: 0.95)
                .Names("GSM8K", ConceptRole.EvaluatesOn, ConceptType.Benchmark, "gsm8k").Names("MATH", ConceptRole.EvaluatesOn, ConceptType.Benchmark, "math", true).Reports(2, 82.5, "accuracy", of: 0),
            new PaperDraft("arxiv:3", "Finer steps", "We start from Step-DPO and refine it. GSM8K results improve.", 2025) { Venue = "ICML", Authors = ["Bo Li", "Ana Pérez"] }
                .Names("Step-DPO", ConceptRole.BuildsOn, confidence: 0.9).Names("GSM8K", ConceptRole.EvaluatesOn, ConceptType.Benchmark, "gsm8k").Reports(1, 84, "accuracy"),
            new PaperDraft("arxiv:4", "A rival", "RivalPref outperforms DPO on GSM8K.", 2025)
                .Names("RivalPref", ConceptRole.Introduces).Names("DPO", ConceptRole.ComparesWith, lexiconId: Dpo, by: "role.outperforms").Names("GSM8K", ConceptRole.EvaluatesOn, ConceptType.Benchmark, "gsm8k"),
            new PaperDraft("arxiv:5", "Money", "FinDPO brings preferences to finance.", 2025).Names("FinDPO", ConceptRole.Introduces),
            new PaperDraft("arxiv:6", "Clipping", "We propose Proximal Policy Optimization (PPO).", 2017)
                .Names("Proximal Policy Optimization (PPO)", ConceptRole.Introduces, lexiconId: "proximal-policy-optimization"),
            new PaperDraft("arxiv:7", "Sums", "We study math reasoning with DPO.", 2025)
                .Names("math reasoning", ConceptRole.Addresses, ConceptType.Task, "mathematical-reasoning").Names("DPO", ConceptRole.Uses, lexiconId: Dpo),
            new PaperDraft("arxiv:8", "Play", "We present Self-Play Preference Optimization (SPO) for games.", 2024).Names("Self-Play Preference Optimization (SPO)", ConceptRole.Introduces),
            new PaperDraft("arxiv:9", "Degrees", "We propose Self-supervised Preference Optimization (SPO) for language.", 2024)
                .Names("Self-supervised Preference Optimization (SPO)", ConceptRole.Introduces),
        }.Select(draft => draft.Build()),
    ];

    public static EmbeddedGraphDatabase Open() => EmbeddedGraphDatabase.Over(Graph(Papers), TimeProvider.System);

    public static ColumnGraph Graph(IEnumerable<ExtractedPaper> papers, params IReadOnlyList<ConceptOrigin> origins)
    {
        var loader = new ColumnGraphLoader();
        GraphAssembler.Assemble(new ConceptLinker(Lexicon, LinkOverrides.None, origins).Link(papers, CancellationToken.None), loader, CancellationToken.None);
        return loader.Finish();
    }
}
