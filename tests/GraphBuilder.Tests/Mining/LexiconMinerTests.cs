using Stemma.GraphBuilder.Cli.Output;
using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Mining;
using Stemma.GraphBuilderTests.Linking;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilderTests.Mining;

/// <summary>Mining invented papers: which names are proposed, in which order and with which evidence.</summary>
public sealed class LexiconMinerTests
{
    [Fact]
    public async Task Names_of_several_papers_that_the_lexicon_does_not_know_are_proposed_best_first()
    {
        var mined = await MinedCorpus.MineAsync(MinedCorpus.Drafts, new MiningOptions());

        Assert.Equal(["QuollSet", "Patch mixing", "Zarvo"], mined.Shown.Select(candidate => candidate.Entry.Name));
        Assert.Equal((3, 4), (mined.Total, mined.Concepts));
    }

    [Fact]
    public async Task A_candidate_has_the_columns_of_the_lexicon_and_its_evidence_behind_them()
    {
        var mined = await MinedCorpus.MineAsync(MinedCorpus.Drafts, new MiningOptions());

        Assert.Equal(
            """
            # id	name	aliases	type	flags	score	papers	first year	confidence	roles	introduced by	defined by	near	doubts	example
            quollset	QuollSet		Benchmark		0.65	2	2024	0.9	evaluates_on 2					arxiv:2 abstract 30-38
            patch-mixing	Patch mixing		Method		0.3	2	2025	0.5	uses 2					arxiv:3 abstract 28-40
            zarvo	Zarvo		Method	ambiguous	0.18	2	2023	0.945	introduces 1|builds_on 1	arxiv:1	definition.title		Zarvo may be an ordinary word	arxiv:2 abstract 12-17

            """,
            Tsv(mined.Shown));
    }

    [Fact]
    public async Task The_first_five_columns_are_lines_of_a_lexicon_file()
    {
        var mined = await MinedCorpus.MineAsync(MinedCorpus.Drafts, new MiningOptions());
        var lines = Tsv(mined.Shown).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => string.Join('\t', line.Split('\t').Take(5)));

        var entries = LexiconReader.Read(new StringReader(string.Join('\n', lines)), "mined.tsv");

        Assert.Equal(mined.Shown.Select(candidate => (candidate.Entry.Id, candidate.Entry.Name, candidate.Entry.Flags)), entries.Select(entry => (entry.Id, entry.Name, entry.Flags)));
    }

    [Fact]
    public async Task The_order_of_papers_does_not_show()
    {
        var forward = await MinedCorpus.MineAsync(MinedCorpus.Drafts, new MiningOptions());
        var backward = await MinedCorpus.MineAsync(MinedCorpus.Drafts.Reverse(), new MiningOptions());

        Assert.Equal(Tsv(forward.Shown), Tsv(backward.Shown));
    }

    [Fact]
    public async Task Limit_and_type_choose()
    {
        Assert.Equal(["QuollSet"], (await MinedCorpus.MineAsync(MinedCorpus.Drafts, new MiningOptions { Limit = 1 })).Shown.Select(candidate => candidate.Entry.Name));
        Assert.Equal(
            ["Patch mixing", "Zarvo"],
            (await MinedCorpus.MineAsync(MinedCorpus.Drafts, new MiningOptions { Type = ConceptType.Method, Limit = null })).Shown.Select(candidate => candidate.Entry.Name));
    }

    [Fact]
    public async Task A_short_form_that_texts_define_becomes_an_alias_and_is_doubted_where_it_means_two_things()
    {
        PaperDraft Play(int at) => new PaperDraft($"arxiv:5{at}", "Play", "We use Self-Play Choice Ordering (SCO) here.", 2024).Names("Self-Play Choice Ordering (SCO)", ConceptRole.Uses);
        PaperDraft Degrees(int at) => new PaperDraft($"arxiv:6{at}", "Degrees", "We use Sparse Cosine Overlap (SCO) there.", 2024).Names("Sparse Cosine Overlap (SCO)", ConceptRole.Uses);

        var mined = await MinedCorpus.MineAsync([Play(1), Play(2), Degrees(1), Degrees(2)], new MiningOptions());

        Assert.Equal(["Self-Play Choice Ordering", "Sparse Cosine Overlap"], mined.Shown.Select(candidate => candidate.Entry.Name));
        Assert.All(mined.Shown, candidate =>
        {
            Assert.Equal(["SCO"], candidate.Entry.Aliases);
            Assert.True(candidate.Entry.IsAmbiguous);
            Assert.Contains("SCO is short for 2 concepts", candidate.Doubts);
        });
    }

    [Fact]
    public async Task A_plural_of_capitals_loses_its_s_and_a_short_form_that_stands_alone_is_doubted()
    {
        PaperDraft Uses(int at) => new PaperDraft($"arxiv:7{at}", "Planes", "We use Tilted Plane Orders (TPOs) here.", 2024).Names("Tilted Plane Orders (TPOs)", ConceptRole.Uses);

        var candidate = Assert.Single((await MinedCorpus.MineAsync([Uses(1), Uses(2)], new MiningOptions())).Shown);

        Assert.Equal(["TPO"], candidate.Entry.Aliases);
        Assert.Equal(["nearly all papers write TPOs, and may mean something else"], candidate.Doubts);
    }

    private static string Tsv(IReadOnlyList<LexiconCandidate> candidates)
    {
        using var stream = new MemoryStream();
        CandidateTsv.Write(stream, candidates);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
