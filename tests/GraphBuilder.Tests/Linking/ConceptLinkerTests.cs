using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Linking;

public sealed class ConceptLinkerTests
{
    private static readonly LexiconEntry Dpo = new("direct-preference-optimization", "Direct Preference Optimization", ["DPO"], [ConceptType.Method], LexiconFlags.None);

    private static readonly LexiconEntry Math = new("math", "MATH", [], [ConceptType.Benchmark, ConceptType.Dataset], LexiconFlags.Ambiguous);

    [Theory]
    [InlineData("Atari 100k", "Atari-100k")]
    [InlineData("Atari 100k", "Atari100k")]
    [InlineData("Atari‑100K", "Atari 100k")]
    [InlineData("preference optimisation", "Preference Optimization")]
    [InlineData("world models", "World Model")]
    [InlineData("chain–of–thought", "chain of thought")]
    [InlineData("Schrödinger bridge", "Schrodinger bridges")]
    [InlineData("$\\pi_0$", "π0")]
    [InlineData("GSM8K dataset", "GSM8K")]
    [InlineData("text classiﬁcation", "text classification")]
    [InlineData("speech recog(cid:173) nition", "speech recognition")]
    [InlineData("Nystr(cid:246)m approximation", "Nyström approximation")]
    [InlineData("$\\ell_1$ norm", "L1 norm")]
    [InlineData("ℓ1 norm", "L1-norm")]
    public void Spellings_of_one_name_are_one_concept(string first, string second)
    {
        var corpus = Link(Uses("a:1", first), Uses("a:2", second));

        var concept = Assert.Single(corpus.Concepts);
        Assert.Equal(2, concept.Papers);
    }

    [Theory]
    [InlineData("cDPO", "CDPO")]
    [InlineData("MATH", "math")]
    [InlineData("GPT-3", "GPT-4")]
    [InlineData("Markov model", "Markov")]
    [InlineData("A*", "A")]
    [InlineData("Web of Agents", "web agents")]
    [InlineData("on-policy distillation", "policy distillation")]
    [InlineData("ReVOS", "REVO")]
    public void Names_that_differ_in_more_than_spelling_stay_apart(string first, string second) =>
        Assert.Equal(2, Link(Uses("a:1", first), Uses("a:2", second)).Concepts.Count);

    [Fact]
    public void A_short_name_of_two_known_concepts_is_the_one_whose_long_name_the_paper_spells_out()
    {
        LexiconEntry[] lexicon =
        [
            new("ranked-answer-fitting", "Ranked Answer Fitting", ["RAFX"], [ConceptType.Method], LexiconFlags.Ambiguous),
            new("recurrent-affine-flow", "Recurrent Affine Flow", ["RAFX"], [ConceptType.Method], LexiconFlags.Ambiguous),
        ];
        var coined = new PaperDraft("arxiv:1", "RAFX: Ranked answerFitting for language", "We propose RAFX.", 2023).Names("RAFX", ConceptRole.Introduces, lexiconId: "ranked-answer-fitting", ambiguous: true);
        var used = new PaperDraft("arxiv:2", "Motion", "We run RAFX, the recurrent affine flow, on data.", 2023).Names("RAFX", ConceptRole.Uses, lexiconId: "ranked-answer-fitting", ambiguous: true);

        var corpus = new ConceptLinker(lexicon, LinkOverrides.None).Link([coined.Build(), used.Build()], CancellationToken.None);

        Assert.Equal(["ranked-answer-fitting", "recurrent-affine-flow"], corpus.Concepts.Select(concept => concept.Id));
    }

    [Theory]
    [InlineData(3, 1, 21)]
    [InlineData(1, 3, 20)]
    public void A_bare_short_name_is_what_many_times_more_texts_define_it_for_than_for_anything_else(int senses, int each, int papers)
    {
        var defined = Enumerable.Range(0, 20).Select(at => new PaperDraft($"arxiv:1.{at}", "A", "We run Ladle Posture Regression (LPR).", 2020).Names("Ladle Posture Regression (LPR)", ConceptRole.Uses));
        string[] words = ["Linear", "Lazy", "Lost"];
        var others = Enumerable.Range(0, senses * each).Select(at => (At: at, Name: $"{words[at / each]} Potato Ranking (LPR)"))
            .Select(other => new PaperDraft($"arxiv:2.{other.At}", "B", $"Here is {other.Name}.", 2020).Names(other.Name, ConceptRole.Uses));
        var bare = new PaperDraft("arxiv:3", "C", "Otters want LPR.", 2021).Names("LPR", ConceptRole.Uses);

        Assert.Equal(papers, Link([.. defined.Concat(others).Append(bare)]).Concepts.Single(concept => concept.Name == "Ladle Posture Regression").Papers);
    }

    [Theory]
    [InlineData("Ladlodendrogram", "Ladlodendrography", 1)]
    [InlineData("Ladlogram", "Ladlometer", 2)]
    public void Two_long_words_of_one_short_form_that_begin_alike_are_one(string first, string second, int concepts)
    {
        var one = new PaperDraft("arxiv:1", "A", $"We run {first} (LDG).", 2020).Names($"{first} (LDG)", ConceptRole.Uses);
        var other = new PaperDraft("arxiv:2", "B", $"We run {second} (LDG).", 2020).Names($"{second} (LDG)", ConceptRole.Uses);

        Assert.Equal(concepts, Link(one, other).Concepts.Count);
    }

    [Theory]
    [InlineData("MoReX", 1)]
    [InlineData("MORX", 2)]
    public void A_coined_name_with_small_letters_is_the_one_that_the_lexicon_knows_whatever_its_long_form(string name, int concepts)
    {
        LexiconEntry[] lexicon = [new("known", name, [], [ConceptType.Method], LexiconFlags.None)];
        var defined = new PaperDraft("arxiv:1", "Own", "We propose Model-Based Offline Reinforcement X.", 2020).Names($"Model-Based Offline Reinforcement X ({name})", ConceptRole.Introduces, lexiconId: "known");
        var used = new PaperDraft("arxiv:2", "Use", $"We run {name} on data.", 2021).Names(name, ConceptRole.Uses, lexiconId: "known");

        Assert.Equal(concepts, new ConceptLinker(lexicon, LinkOverrides.None).Link([defined.Build(), used.Build()], CancellationToken.None).Concepts.Count);
    }

    [Fact]
    public void An_acronym_and_its_long_form_are_one_concept_named_by_the_long_form()
    {
        var corpus = Link(
            new PaperDraft("a:1", "One", "We tune with Direct Preference Optimization (DPO).").Names("Direct Preference Optimization (DPO)", ConceptRole.Uses),
            new PaperDraft("a:2", "Two", "We tune with direct preference optimization (DPO).").Names("direct preference optimization (DPO)", ConceptRole.Uses),
            Uses("a:3", "direct preference optimisation"),
            Uses("a:4", "DPO"));

        var concept = Assert.Single(corpus.Concepts);
        Assert.Equal("direct-preference-optimization", concept.Id);
        Assert.Equal("Direct Preference Optimization", concept.Name);
        Assert.Equal(4, concept.Papers);
        Assert.Contains(concept.Aliases, alias => alias is { Text: "DPO", Reason: MergeReason.Acronym, Papers: 3 });
        Assert.Contains(concept.Aliases, alias => alias is { Text: "direct preference optimisation", Reason: MergeReason.Spelling, Papers: 1 });
    }

    [Theory]
    [InlineData("SSL", "self-supervised learning", "semi-supervised learning")]
    [InlineData("HPE", "hand pose estimation", "head pose estimation")]
    [InlineData("MLM", "multimodal language models", "multilingual language models")]
    [InlineData("QNN", "quantum neural network", "quantized neural network")]
    [InlineData("EM", "entropy minimization", "entropy maximization")]
    public void Long_forms_of_one_acronym_that_several_papers_use_are_not_one_however_alike(string acronym, string first, string second)
    {
        PaperDraft[] papers =
        [
            .. Enumerable.Range(0, 4).Select(at => new PaperDraft($"a:1{at}", "One", $"We use {first} ({acronym}) here.").Names($"{first} ({acronym})", ConceptRole.Uses)),
            .. Enumerable.Range(0, 3).Select(at => new PaperDraft($"a:2{at}", "Two", $"We use {second} ({acronym}) here.").Names($"{second} ({acronym})", ConceptRole.Uses)),
        ];

        Assert.Equal(2, Link(papers).Concepts.Count);
    }

    [Theory]
    [InlineData("KDE", "kernel density estimation", "kernel density estimators")]
    [InlineData("NE", "Nash game equilibrium", "Nash game equilibria")]
    [InlineData("MILP", "mixed-integer linear programming", "mixed-integer linear program")]
    [InlineData("JSD", "Jensen-Shannon divergence", "Jenson-Shannon divergence")]
    public void Forms_of_the_same_words_and_misprints_are_one_long_form(string acronym, string first, string second)
    {
        PaperDraft[] papers =
        [
            .. Enumerable.Range(0, 8).Select(at => new PaperDraft($"a:1{at}", "One", $"We use {first} ({acronym}) here.").Names($"{first} ({acronym})", ConceptRole.Uses)),
            new PaperDraft("a:2", "Two", $"We use {second} ({acronym}) here.").Names($"{second} ({acronym})", ConceptRole.Uses),
        ];

        Assert.Single(Link(papers).Concepts);
    }

    [Fact]
    public void A_longer_form_with_an_acronym_of_its_own_is_no_other_name_of_the_shorter()
    {
        PaperDraft[] papers =
        [
            .. Enumerable.Range(0, 3).Select(at => new PaperDraft($"a:1{at}", "One", "We use multivariate time series (MTS) here.").Names("multivariate time series (MTS)", ConceptRole.Uses)),
            .. Enumerable.Range(0, 3).Select(at => new PaperDraft($"a:2{at}", "Two", "We do multivariate time series forecasting (MTSF) here.").Names("multivariate time series forecasting (MTSF)", ConceptRole.Uses)),
            new PaperDraft("a:3", "Three", "We do multivariate time series forecasting (MTS) here.").Names("multivariate time series forecasting (MTS)", ConceptRole.Uses),
        ];

        Assert.Equal(2, Link(papers).Concepts.Count);
    }

    [Fact]
    public void One_acronym_with_two_long_forms_is_two_concepts()
    {
        var corpus = Link(SelfPlay(), SelfSupervised());

        string[] expected = ["self-play-preference-optimization", "self-supervised-preference-optimization"];
        var found = corpus.Concepts.Where(c => c.Aliases.Any(alias => alias.Text == "SPO")).Select(c => c.Id);
        Assert.Equal(expected, found);
    }

    [Fact]
    public void A_long_form_cut_short_at_a_hyphen_is_completed_from_the_other_surfaces()
    {
        var paper = SelfSupervised().With(concept => concept with { LongForm = "supervised Preference Optimization" }).Build();

        var corpus = new ConceptLinker([], LinkOverrides.None).Link([paper], TestContext.Current.CancellationToken);

        Assert.Contains(corpus.Concepts, concept => concept.Id == "self-supervised-preference-optimization");
    }

    [Fact]
    public void A_bare_acronym_goes_to_the_sense_whose_surroundings_its_paper_shares()
    {
        var game = new PaperDraft("a:3", "Minimax winners in tournaments", "SPO finds the minimax winner.")
            .Names("SPO", ConceptRole.Uses).Names("minimax winner", ConceptRole.Mentions);

        var corpus = Link(SelfPlay(), SelfSupervised(), game, Filler("a:8"), Filler("a:9"));

        Assert.Equal("self-play-preference-optimization", ConceptIn(corpus, "a:3", 0)!.Id);
    }

    [Fact]
    public void A_bare_acronym_without_any_support_is_marked_ambiguous()
    {
        var corpus = Link(SelfPlay(), SelfSupervised(), Uses("a:3", "SPO"));

        var concept = ConceptIn(corpus, "a:3", 0)!;
        Assert.Equal("spo", concept.Id);
        Assert.True(concept.Ambiguous);
    }

    [Fact]
    public void Two_papers_that_coin_the_same_bare_name_make_two_concepts_named_after_them()
    {
        var corpus = Link(
            new PaperDraft("arxiv:2501.00001", "STAR: routing for bees", "We propose STAR.", 2025).Names("STAR", ConceptRole.Introduces).Names("bees", ConceptRole.Mentions),
            new PaperDraft("arxiv:2502.00002", "STAR: sparse radar", "We present STAR.", 2025).Names("STAR", ConceptRole.Introduces).Names("radar", ConceptRole.Mentions));

        Assert.Contains(corpus.Concepts, concept => concept.Id == "star-2501-00001");
        Assert.Contains(corpus.Concepts, concept => concept.Id == "star-2502-00002");
    }

    [Fact]
    public void The_lexicon_gives_id_name_and_acronym()
    {
        var corpus = Link([Dpo], new PaperDraft("a:1", "T", "It starts from DPO.").Names("DPO", ConceptRole.BuildsOn, lexiconId: Dpo.Id), Uses("a:2", "DPO"), Uses("a:3", "Direct-Preference Optimisation"));

        var concept = Assert.Single(corpus.Concepts);
        Assert.Equal((Dpo.Id, Dpo.Name, 3), (concept.Id, concept.Name, concept.Papers));
    }

    [Fact]
    public void A_text_that_spells_out_another_long_form_outweighs_the_lexicon()
    {
        var corpus = Link(
            [Dpo],
            new PaperDraft("a:1", "T", "We introduce Dual Planning Operators (DPO).").Names("Dual Planning Operators (DPO)", ConceptRole.Introduces, lexiconId: Dpo.Id));

        Assert.Equal("dual-planning-operators", Assert.Single(corpus.Concepts).Id);
    }

    [Fact]
    public void A_slip_in_a_long_form_does_not_make_a_concept()
    {
        var corpus = Link([
            .. Enumerable.Range(1, 20).Select(n => new PaperDraft($"a:{n}", "A", "Trained by Group Relative Policy Optimization (GRPO).").Names("Group Relative Policy Optimization (GRPO)", ConceptRole.Uses)),
            new PaperDraft("b:1", "C", "Trained by Group Relative Preference Optimization (GRPO).").Names("Group Relative Preference Optimization (GRPO)", ConceptRole.Uses),
        ]);

        Assert.Equal("group-relative-policy-optimization", Assert.Single(corpus.Concepts).Id);
    }

    [Fact]
    public void An_added_head_word_does_not_make_a_concept()
    {
        var corpus = Link(
            new PaperDraft("a:1", "A", "We use chain of thought (CoT).").Names("chain of thought (CoT)", ConceptRole.Uses),
            new PaperDraft("a:2", "B", "We use chain-of-thought (CoT).").Names("chain-of-thought (CoT)", ConceptRole.Uses),
            new PaperDraft("a:3", "C", "We use chain-of-thought prompting (CoT).").Names("chain-of-thought prompting (CoT)", ConceptRole.Uses));

        Assert.Equal("chain-of-thought", Assert.Single(corpus.Concepts).Id);
    }

    [Fact]
    public void Datasets_that_serve_as_benchmarks_carry_both_types()
    {
        var corpus = Link(
            Uses("a:1", "D4RL", ConceptType.Dataset), Uses("a:2", "D4RL", ConceptType.Benchmark), Uses("a:3", "D4RL", ConceptType.Benchmark));

        Assert.Equal([ConceptType.Benchmark, ConceptType.Dataset], Assert.Single(corpus.Concepts).Types);
    }

    [Fact]
    public void Generic_words_make_no_concept()
    {
        var corpus = Link(Uses("a:1", "framework"), Uses("a:2", "Model"));

        Assert.Empty(corpus.Concepts);
        Assert.Equal(-1, corpus.ConceptOf[0][0]);
    }

    [Fact]
    public void An_ambiguous_lexicon_word_that_a_paper_coins_anew_is_a_concept_of_its_own()
    {
        var corpus = Link(
            [Math],
            new PaperDraft("arxiv:2501.00003", "MATH: modular attention", "We present MATH.").Names("MATH", ConceptRole.Introduces, lexiconId: "math", ambiguous: true),
            new PaperDraft("a:2", "Sums", "It reaches 50% on MATH.").Names("MATH", ConceptRole.EvaluatesOn, ConceptType.Benchmark, "math", true));

        Assert.Equal(["math", "math-2501-00003"], corpus.Concepts.Select(c => c.Id));
        Assert.Equal("math", ConceptIn(corpus, "a:2", 0)!.Id);
    }

    [Fact]
    public void A_bare_use_means_what_the_paper_that_it_cites_coined()
    {
        var corpus = Link(
            [Math],
            new PaperDraft("arxiv:2501.00003", "MATH: modular attention", "We present MATH.").Names("MATH", ConceptRole.Introduces, lexiconId: "math", ambiguous: true),
            new PaperDraft("a:2", "Sums", "It reaches 50% on MATH.").Names("MATH", ConceptRole.EvaluatesOn, ConceptType.Benchmark, "math", true),
            new PaperDraft("a:3", "Layers", "We extend MATH.") { References = ["arxiv:2501.00003"] }.Names("MATH", ConceptRole.BuildsOn, lexiconId: "math", ambiguous: true));

        Assert.Equal("math", ConceptIn(corpus, "a:2", 0)!.Id);
        Assert.Equal("math-2501-00003", ConceptIn(corpus, "a:3", 0)!.Id);
    }

    [Fact]
    public void Overrides_merge_and_rename()
    {
        var overrides = LinkOverrides.Read(new StringReader("# mine\nmerge\tSlimPO\tSimPO\nrename\tsimpo\tSimPO (2024)\n"), "overrides.tsv");

        var corpus = new ConceptLinker([], overrides).Link([Uses("a:1", "SimPO").Build(), Uses("a:2", "SlimPO").Build()], TestContext.Current.CancellationToken);

        var concept = Assert.Single(corpus.Concepts);
        Assert.Equal("SimPO (2024)", concept.Name);
        Assert.Contains(concept.Aliases, alias => alias is { Text: "SlimPO", Reason: MergeReason.Override });
    }

    [Fact]
    public void A_malformed_override_is_reported_with_its_line()
    {
        var error = Assert.Throws<InvalidDataException>(() => LinkOverrides.Read(new StringReader("# x\njoin\ta\tb"), "o.tsv"));

        Assert.Equal("o.tsv, line 2: expected merge, split, rename or introduce, found 'join'.", error.Message);
    }

    [Fact]
    public void The_order_of_papers_does_not_matter()
    {
        PaperDraft[] drafts =
        [
            SelfPlay(), SelfSupervised(), Uses("a:3", "SPO"), Uses("a:4", "DPO"), Uses("a:5", "dpo loss"), Uses("a:6", "Diffusion-DPO"), Uses("a:7", "DPO"), Uses("a:8", "DPO"),
        ];
        var forward = Link([Dpo], drafts);
        var backward = Link([Dpo], [.. drafts.Reverse()]);

        Assert.Equal(Print(forward), Print(backward));
    }

    internal static PaperDraft Uses(string id, string name, ConceptType type = ConceptType.Method) =>
        new PaperDraft(id, "A study " + id, $"We work with {name} here.").Names(name, ConceptRole.Uses, type);

    private static PaperDraft Filler(string id) => new PaperDraft(id, "Leaf shapes " + id, "A leaf study with LeafNet.").Names("LeafNet", ConceptRole.Uses);

    private static PaperDraft SelfPlay() =>
        new PaperDraft("a:1", "A minimax winner view of preferences", "We present Self-Play Preference Optimization (SPO) for the minimax winner.", 2024)
            .Names("Self-Play Preference Optimization (SPO)", ConceptRole.Introduces).Names("minimax winner", ConceptRole.Mentions);

    private static PaperDraft SelfSupervised() =>
        new PaperDraft("a:2", "Degrees of preference in language models", "We propose Self-supervised Preference Optimization (SPO) with keywords.", 2024)
            .Names("Self-supervised Preference Optimization (SPO)", ConceptRole.Introduces).Names("keywords", ConceptRole.Mentions);

    private static LinkedCorpus Link(params PaperDraft[] drafts) => Link([], drafts);

    private static LinkedCorpus Link(IReadOnlyList<LexiconEntry> lexicon, params PaperDraft[] drafts) =>
        new ConceptLinker(lexicon, LinkOverrides.None).Link(drafts.Select(d => d.Build()), TestContext.Current.CancellationToken);

    private static LinkedConcept? ConceptIn(LinkedCorpus corpus, string paper, int slot)
    {
        var at = corpus.Papers.Index().Single(p => p.Item.Id.Value == paper).Index;
        return corpus.ConceptOf[at][slot] is >= 0 and var concept ? corpus.Concepts[concept] : null;
    }

    private static string Print(LinkedCorpus corpus) => string.Join('\n',
        corpus.Concepts.Select(c => $"{c.Id} {c.Name} {string.Join(',', c.Types)} {c.Papers} {string.Join('|', c.Aliases)}")
            .Concat(corpus.ConceptOf.Select(slots => string.Join(' ', slots))).Concat(corpus.Variants.Select(v => v.ToString())));
}
