using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Linking;

public sealed class VariantFinderTests
{
    private static readonly LexiconEntry[] Lexicon =
    [
        new("direct-preference-optimization", "Direct Preference Optimization", ["DPO"], [ConceptType.Method], LexiconFlags.None),
        new("gpt", "GPT", [], [ConceptType.Method], LexiconFlags.None),
        new("resnet", "ResNet", [], [ConceptType.Method], LexiconFlags.None),
        new("mmlu", "MMLU", [], [ConceptType.Benchmark], LexiconFlags.None),
        new("wmt", "WMT", [], [ConceptType.Benchmark], LexiconFlags.None),
        new("grpo", "GRPO", [], [ConceptType.Method], LexiconFlags.None),
    ];

    [Theory]
    [InlineData("Diffusion-DPO", "direct-preference-optimization", "name.suffix")]
    [InlineData("online DPO", "direct-preference-optimization", "name.suffix")]
    [InlineData("β-DPO", "direct-preference-optimization", "name.suffix")]
    [InlineData("Step-DPO", "direct-preference-optimization", "name.suffix")]
    [InlineData("GRPO-DPO", "direct-preference-optimization", "name.suffix")]
    [InlineData("DPO-Shift", "direct-preference-optimization", "name.prefix")]
    [InlineData("cDPO", "direct-preference-optimization", "name.fused")]
    [InlineData("FinDPO", "direct-preference-optimization", "name.fused")]
    [InlineData("Calibrated Direct Preference Optimization", "direct-preference-optimization", "name.long-form")]
    public void A_name_made_from_a_known_method_is_its_variant(string name, string expected, string by)
    {
        var corpus = Link(name, ConceptType.Method, expected);

        var variant = Assert.Single(corpus.Variants);
        Assert.Equal(expected, corpus.Concepts[variant.Of].Id);
        Assert.Equal(by, variant.By);
    }

    [Theory]
    [InlineData("WMT14", "wmt")]
    [InlineData("WMT 2014", "wmt")]
    [InlineData("MMLU v2", "mmlu")]
    [InlineData("MMLU-10k", "mmlu")]
    [InlineData("MMLU+", "mmlu")]
    [InlineData("MMLU-Pro", "mmlu")]
    public void An_edition_of_known_data_is_its_variant(string name, string expected)
    {
        var corpus = Link(name, ConceptType.Benchmark, expected);

        var variant = Assert.Single(corpus.Variants);
        Assert.Equal((expected, "name.edition"), (corpus.Concepts[variant.Of].Id, variant.By));
    }

    [Fact]
    public void A_benchmark_made_from_a_known_one_is_its_variant()
    {
        var corpus = Link("MMLU-Pro", ConceptType.Benchmark, "mmlu");

        Assert.Equal("mmlu", corpus.Concepts[Assert.Single(corpus.Variants).Of].Id);
    }

    [Theory]
    [InlineData("GPT-4", "gpt")]
    [InlineData("ResNet-50", "resnet")]
    [InlineData("DPO-based", "direct-preference-optimization")]
    [InlineData("DPO-trained", "direct-preference-optimization")]
    [InlineData("MDPO", "direct-preference-optimization")]
    public void Sizes_versions_and_what_is_only_based_on_it_are_no_variants(string name, string of) =>
        Assert.Empty(Link(name, ConceptType.Method, of).Variants);

    [Fact]
    public void A_coinage_that_two_concepts_share_makes_no_variant()
    {
        LexiconEntry[] lexicon =
        [
            new("test-time-scaling", "Test-Time Scaling", ["TTS"], [ConceptType.Method], LexiconFlags.None),
            new("tree-to-sequence", "Tree to Sequence", ["TTS"], [ConceptType.Method], LexiconFlags.None),
        ];
        PaperDraft Use(int at, string name) => new PaperDraft($"arxiv:{at}", "Use", $"We run {name} on data.", 2024).Names($"{name} (TTS)", ConceptRole.Uses);
        var papers = Enumerable.Range(0, 4).Select(at => Use(at, "Test-Time Scaling")).Concat(Enumerable.Range(4, 3).Select(at => Use(at, "Tree to Sequence")))
            .Append(new PaperDraft("arxiv:9", "Own", "We propose Fast-TTS.", 2025).Names("Fast-TTS", ConceptRole.Introduces));

        Assert.Empty(new ConceptLinker(lexicon, LinkOverrides.None).Link(papers.Select(paper => paper.Build()), CancellationToken.None).Variants);
    }

    [Fact]
    public void A_shorter_alias_of_a_long_name_is_no_head()
    {
        LexiconEntry[] lexicon = [new("convolutional-neural-network", "Convolutional Neural Network", ["CNN", "convolutional network"], [ConceptType.Method], LexiconFlags.None)];
        var papers = Enumerable.Range(0, 4).Select(at => new PaperDraft($"arxiv:{at}", "Use", "We run a convolutional network on data.", 2016).Names("convolutional network", ConceptRole.Uses, lexiconId: "convolutional-neural-network"))
            .Append(new PaperDraft("arxiv:9", "Own", "We propose a graph convolutional network.", 2017).Names("graph convolutional network", ConceptRole.Introduces));

        Assert.Empty(new ConceptLinker(lexicon, LinkOverrides.None).Link(papers.Select(paper => paper.Build()), CancellationToken.None).Variants);
    }

    [Fact]
    public void Capitals_fused_into_a_name_count_where_its_paper_builds_on_the_known_method()
    {
        var paper = new PaperDraft("a:1", "T", "We propose MDPO, which changes DPO.")
            .Names("MDPO", ConceptRole.Introduces).Names("DPO", ConceptRole.BuildsOn, lexiconId: "direct-preference-optimization");

        var corpus = new ConceptLinker(Lexicon, LinkOverrides.None).Link([paper.Build()], TestContext.Current.CancellationToken);

        Assert.Equal("direct-preference-optimization", corpus.Concepts[Assert.Single(corpus.Variants).Of].Id);
    }

    [Theory]
    [InlineData("Mean Absolute Preference Optimization (MaPPO)", false)]
    [InlineData("Masked Proximal Policy Optimization (MaPPO)", true)]
    public void A_fused_name_whose_long_form_has_not_the_head_of_the_known_one_is_no_variant(string name, bool isVariant)
    {
        LexiconEntry[] lexicon = [new("proximal-policy-optimization", "Proximal Policy Optimization", ["PPO"], [ConceptType.Method], LexiconFlags.None)];
        var paper = new PaperDraft("a:1", "T", $"We propose {name}, which changes PPO.", 2024)
            .Names(name, ConceptRole.Introduces).Names("PPO", ConceptRole.BuildsOn, lexiconId: "proximal-policy-optimization");

        var corpus = new ConceptLinker(lexicon, LinkOverrides.None).Link([paper.Build()], TestContext.Current.CancellationToken);

        Assert.Equal(isVariant, corpus.Variants.Count == 1);
    }

    [Theory]
    [InlineData("FinDPO", "We propose FinDPO, with the loss of DPO.", 0.85)]
    [InlineData("FinDPO", "We propose FinDPO.", 0.5)]
    [InlineData("Diffusion-DPO", "We propose Diffusion-DPO.", 0.7)]
    public void A_name_that_no_text_ties_to_what_it_varies_has_less_confidence(string name, string text, double expected)
    {
        var own = new PaperDraft("a:1", "T", text, 2024).Names(name, ConceptRole.Introduces);
        own = text.Contains(" DPO", StringComparison.Ordinal) ? own.Names("DPO", ConceptRole.Mentions, lexiconId: "direct-preference-optimization") : own;
        var known = new PaperDraft("a:2", "U", "DPO is known.", 2023).Names("DPO", ConceptRole.Mentions, lexiconId: "direct-preference-optimization");

        var corpus = new ConceptLinker(Lexicon, LinkOverrides.None).Link([own.Build(), known.Build()], TestContext.Current.CancellationToken);

        Assert.Equal(expected, Assert.Single(corpus.Variants).Confidence);
    }

    [Theory]
    [InlineData(20, "Vision Lattizer", ConceptType.Method, true)]
    [InlineData(19, "Vision Lattizer", ConceptType.Method, false)]
    [InlineData(20, "Vision Lattizer", ConceptType.Dataset, false)]
    [InlineData(20, "Tabber and Lattizer", ConceptType.Method, false)]
    [InlineData(20, "Lattizer 2", ConceptType.Method, false)]
    public void A_name_that_ends_in_a_known_word_which_many_names_end_in_is_a_variant(int names, string name, ConceptType type, bool isVariant)
    {
        LexiconEntry[] lexicon = [new("lattizer", "Lattizer", [], [ConceptType.Method], LexiconFlags.None)];
        var others = Enumerable.Range(0, name.EndsWith(" Lattizer", StringComparison.Ordinal) ? names - 1 : names).Select(at => ConceptLinkerTests.Uses($"arxiv:1.{at}", $"Kind{(char)('a' + at)} Lattizer"));
        PaperDraft[] papers = [.. others, ConceptLinkerTests.Uses("arxiv:2", name, type), new PaperDraft("arxiv:3", "Use", "We run Lattizer.").Names("Lattizer", ConceptRole.Uses, lexiconId: "lattizer")];

        var corpus = new ConceptLinker(lexicon, LinkOverrides.None).Link(papers.Select(paper => paper.Build()), TestContext.Current.CancellationToken);

        Assert.Equal(isVariant, corpus.Variants.Any(variant => corpus.Concepts[variant.Variant].Name == name && corpus.Concepts[variant.Of].Id == "lattizer"));
    }

    [Fact]
    public void A_name_in_the_plural_is_an_own_name_and_makes_no_kinds()
    {
        LexiconEntry[] lexicon = [new("twins", "Twins", [], [ConceptType.Method], LexiconFlags.None)];
        var papers = Enumerable.Range(0, 30).Select(at => ConceptLinkerTests.Uses($"arxiv:1.{at}", $"Kind{(char)('a' + (at % 26))}{(at < 26 ? "" : "x")} twins"))
            .Append(new PaperDraft("arxiv:3", "Use", "We run Twins.").Names("Twins", ConceptRole.Uses, lexiconId: "twins"));

        var corpus = new ConceptLinker(lexicon, LinkOverrides.None).Link(papers.Select(paper => paper.Build()), TestContext.Current.CancellationToken);

        Assert.DoesNotContain(corpus.Variants, variant => corpus.Concepts[variant.Of].Id == "twins");
    }

    private static LinkedCorpus Link(string name, ConceptType type, string of)
    {
        var known = Lexicon.Single(entry => entry.Id == of);
        PaperDraft[] drafts =
        [
            ConceptLinkerTests.Uses("a:1", name, type),
            new PaperDraft("a:2", "Base", $"We build on {known.Name}.").Names(known.Name, ConceptRole.Uses, known.Types[0], known.Id),
            new PaperDraft("a:3", "Other", "GRPO helps.").Names("GRPO", ConceptRole.Uses, lexiconId: "grpo"),
        ];
        return new ConceptLinker(Lexicon, LinkOverrides.None).Link(drafts.Select(d => d.Build()), TestContext.Current.CancellationToken);
    }
}
