using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Linking;

/// <summary>Short names that mean one thing in the lexicon and another in some papers: PRM, ASR, DL.</summary>
public sealed class SureNodesTests
{
    private static readonly LexiconEntry[] Lexicon =
    [
        new("process-reward-model", "Process Reward Model", ["PRM"], [ConceptType.Method], LexiconFlags.None),
        new("deep-learning", "Deep Learning", ["DL"], [ConceptType.Method], LexiconFlags.None),
    ];

    [Theory]
    [InlineData(2015, 3, "probabilistic-roadmap")]
    [InlineData(2015, 1, "process-reward-model")]
    public void A_short_name_is_what_papers_of_its_year_can_mean(int year, int definitions, string id)
    {
        PaperDraft[] papers =
        [
            .. Enumerable.Range(0, definitions).Select(at => new PaperDraft($"b:{at}", "Roads", "We plan by a Probabilistic Roadmap (PRM) and collision checks.", 2004).Names("Probabilistic Roadmap (PRM)", ConceptRole.Uses).Names("collision checks", ConceptRole.Uses)),
            .. Enumerable.Range(0, 9).Select(at => new PaperDraft($"c:{at}", "Rewards", "We train a Process Reward Model (PRM).", 2024).Names("Process Reward Model (PRM)", ConceptRole.Uses, lexiconId: "process-reward-model")),
            new PaperDraft("a:1", "Own", "We run PRM with collision checks.", year).Names("PRM", ConceptRole.Uses, lexiconId: "process-reward-model").Names("collision checks", ConceptRole.Uses),
        ];

        Assert.Equal(id, IdOf(papers, "a:1"));
    }

    [Theory]
    [InlineData("We plan paths with collision checks and PRM.", "probabilistic-roadmap")]
    [InlineData("We score steps of proofs with PRM.", "process-reward-model")]
    public void A_short_name_of_the_lexicon_is_what_the_words_around_it_support(string text, string id)
    {
        PaperDraft[] papers =
        [
            .. Enumerable.Range(0, 4).Select(at => new PaperDraft($"b:{at}", "Collision checks of paths", "We plan by a Probabilistic Roadmap (PRM) and collision checks.", 2024)
                .Names("Probabilistic Roadmap (PRM)", ConceptRole.Uses).Names("collision checks", ConceptRole.Uses)),
            .. Enumerable.Range(0, 4).Select(at => new PaperDraft($"c:{at}", "Steps of proofs", "We train a Process Reward Model (PRM) on steps of proofs.", 2024)
                .Names("Process Reward Model (PRM)", ConceptRole.Uses, lexiconId: "process-reward-model").Names("steps of proofs", ConceptRole.Uses)),
            new PaperDraft("a:1", "Own", text, 2025).Names("PRM", ConceptRole.Uses, lexiconId: "process-reward-model").Names(text.Contains("collision", StringComparison.Ordinal) ? "collision checks" : "steps of proofs", ConceptRole.Uses),
        ];

        Assert.Equal(id, IdOf(papers, "a:1"));
    }

    [Fact]
    public void A_word_of_the_trade_keeps_the_meaning_of_the_lexicon_where_nothing_decides()
    {
        PaperDraft[] papers =
        [
            .. Enumerable.Range(0, 3).Select(at => new PaperDraft($"b:{at}", "Logic", "We use Description Logic (DL).", 2004).Names("Description Logic (DL)", ConceptRole.Uses)),
            .. Enumerable.Range(0, 3).Select(at => new PaperDraft($"c:{at}", "Rules", "We use Default Lore (DL).", 2004).Names("Default Lore (DL)", ConceptRole.Uses)),
            new PaperDraft("c:9", "Nets", "We use Deep Learning (DL).", 2015).Names("Deep Learning (DL)", ConceptRole.Uses, lexiconId: "deep-learning"),
            new PaperDraft("a:1", "Own", "We run DL here.", 2006).Names("DL", ConceptRole.Uses, lexiconId: "deep-learning"),
        ];

        Assert.Equal("deep-learning", IdOf(papers, "a:1"));
    }

    private static string? IdOf(PaperDraft[] papers, string paper)
    {
        var corpus = new ConceptLinker(Lexicon, LinkOverrides.None).Link([.. papers.Select(draft => draft.Build())], TestContext.Current.CancellationToken);
        var at = corpus.Papers.Select((linked, index) => (linked, index)).Single(pair => pair.linked.Id.Value == paper).index;
        return corpus.Concepts[corpus.ConceptOf[at][0]].Id;
    }
}
