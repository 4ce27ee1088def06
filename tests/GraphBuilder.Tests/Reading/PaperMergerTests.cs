using CsCheck;
using Stemma.GraphBuilder.Reading;
using Stemma.GraphBuilder.Reading.Merging;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Reading;

public sealed class PaperMergerTests
{
    private static readonly string[] Team = ["Ada Reed", "Bo Lin", "Cy Marsh"];

    private static MergeResult Merge(params PaperRecord[] records) =>
        PaperMerger.Merge(records.Select((record, at) => record with { Origin = new RecordOrigin("f", at + 1) }), TestContext.Current.CancellationToken);

    [Fact]
    public void One_identifier_makes_one_paper_whatever_the_titles()
    {
        var merged = Merge(
            new PaperRecord("Slow Fields", "") { Arxiv = "2305.00042", Authors = Team, Year = 2023 },
            new PaperRecord("Slow Fields Forget Their Past", "We study them.") { Arxiv = "2305.00042", Doi = "10.1/x", Authors = Team, Year = 2024, SourceId = "k" });

        var paper = Assert.Single(merged.Papers);
        Assert.Equal("doi:10.1/x", paper.Id.Value);
        Assert.Equal(("Slow Fields Forget Their Past", "We study them.", 2023, "2305.00042"), (paper.Record.Title, paper.Record.Abstract, paper.Record.Year, paper.Record.Arxiv));
        Assert.Equal(["f:1", "f:2"], paper.Origins.Select(origin => origin.ToString()));
        Assert.Equal(["k"], paper.SourceIds);
        Assert.Equal("same arXiv id", Assert.Single(merged.Merges).Reason);
    }

    [Fact]
    public void Spelling_of_title_and_names_does_not_part_a_paper()
    {
        var merged = Merge(
            new PaperRecord("Pre-Training Slow Fields!", "fields are slow") { Authors = ["José Pérez", "B. Lin"], Year = 2021 },
            new PaperRecord("Pretraining slow fields", "fields are slow indeed") { Authors = ["Perez, Jose", "Lin, Bo"], Year = 2023, Arxiv = "2105.00001" });

        Assert.Equal("arxiv:2105.00001", Assert.Single(merged.Papers).Id.Value);
        Assert.Equal("same title and authors", Assert.Single(merged.Merges).Reason);
    }

    [Fact]
    public void A_listing_without_authors_merges_by_its_abstract()
    {
        const string Text = "we study how a lattice of slow fields forgets its past and what that costs";

        Assert.Single(Merge(new PaperRecord("Slow Fields", Text), new PaperRecord("Slow fields", Text + " in memory") { Authors = Team, Year = 2020 }).Papers);
        Assert.Equal(2, Merge(new PaperRecord("Slow Fields", Text), new PaperRecord("Slow fields", "A book on farming.") { Authors = Team }).Papers.Count);
    }

    [Theory]
    [InlineData("Preface", "Dee Moor", 2001, null)]
    [InlineData("Slow Fields", "Dee Moor", 2001, null)]
    [InlineData("Slow Fields", "Ada Reed", 2011, null)]
    [InlineData("Slow Fields", "Ada Reed", 2001, "2105.00002")]
    public void Different_authors_far_years_or_two_preprints_are_different_papers(string title, string author, int year, string? arxiv)
    {
        var merged = Merge(
            new PaperRecord(title, "one text") { Authors = ["Ada Reed"], Year = 2001, Arxiv = "2105.00001" },
            new PaperRecord(title, "another text of other words") { Authors = [author], Year = year, Arxiv = arxiv });

        Assert.Equal(2, merged.Papers.Select(paper => paper.Id).Distinct().Count());
        Assert.Empty(merged.Merges);
    }

    [Fact]
    public void A_published_record_that_fits_two_preprints_does_not_make_them_one()
    {
        var merged = Merge(
            new PaperRecord("Slow Fields", "a") { Authors = Team, Arxiv = "2105.00001" },
            new PaperRecord("Slow Fields", "b") { Authors = Team, Arxiv = "2105.00002" },
            new PaperRecord("Slow Fields", "c") { Authors = Team, Venue = "CONF" });

        Assert.Equal(["arxiv:2105.00001", "arxiv:2105.00002"], merged.Papers.Select(paper => paper.Id.Value));
    }

    [Fact]
    public void A_sequel_of_the_same_title_is_a_paper_of_its_own()
    {
        var first = new PaperRecord("Slow Field Machines", "We define a class of machines that move slowly in three directions.") { Authors = Team, Year = 2008 };
        var second = new PaperRecord("Slow Field Machines", "This study asks which closed chains have fewer joints than their parts.") { Authors = Team, Year = 2010 };

        Assert.Equal(2, Merge(first, second).Papers.Count);
        Assert.Single(Merge(first, second with { Year = 2009 }).Papers);
    }

    [Fact]
    public void A_word_for_word_text_is_one_paper_decades_apart()
    {
        const string Text = "we present a way to search that improves a policy while it is used in a game of chance";

        var paper = Assert.Single(Merge(
            new PaperRecord("Search Online", Text) { Authors = Team, Year = 1996 },
            new PaperRecord("Search Online", Text) { Authors = Team, Year = 2025, Arxiv = "2501.00001" }).Papers);
        Assert.Equal(1996, paper.Record.Year);
    }

    [Fact]
    public void Two_papers_of_one_title_and_year_get_ids_of_their_own()
    {
        var merged = Merge(
            new PaperRecord("Preface", "To the volume.") { Authors = ["Ada Reed"], Year = 2001 },
            new PaperRecord("Preface", "To the other.") { Authors = ["Dee Moor"], Year = 2001 });

        Assert.Equal(2, merged.Papers.Select(paper => paper.Id).Distinct().Count());
    }

    [Fact]
    public void A_DOI_of_a_whole_volume_is_reported_and_does_not_merge_its_papers()
    {
        var merged = Merge(
            new PaperRecord("Slow Fields", "a") { Authors = ["Ada Reed"], Doi = "10.1/volume", Year = 2001 },
            new PaperRecord("Walking with Maps", "b") { Authors = ["Dee Moor"], Doi = "10.1/volume", Year = 2001 });

        Assert.Equal(2, merged.Papers.Count);
        var problem = Assert.Single(merged.Problems);
        Assert.Equal((ProblemKind.Noted, "carries the id doi:10.1/volume of another paper, at f:1; the two were kept apart"), (problem.Kind, problem.Reason));
    }

    [Fact]
    public void One_identifier_on_texts_that_share_nothing_is_reported_and_both_are_kept()
    {
        var merged = Merge(
            new PaperRecord("Slow Fields", "We study how a lattice forgets.") { Arxiv = "2305.00042", Year = 2023 },
            new PaperRecord("Walking with Maps", "Robots find their way home by landmarks.") { Arxiv = "2305.00042", Year = 2023 });

        Assert.Equal(["Slow Fields", "Walking with Maps"], merged.Papers.Select(paper => paper.Record.Title));
        Assert.Equal("arxiv:2305.00042", merged.Papers[0].Id.Value);
        Assert.StartsWith("title:", merged.Papers[1].Id.Value);
        Assert.Equal("carries the id arxiv:2305.00042 of another paper, at f:1; the two were kept apart", Assert.Single(merged.Problems).Reason);
    }

    [Fact]
    public void A_new_title_over_the_same_text_is_the_same_paper_under_its_identifier()
    {
        const string Text = "We study how a lattice of slow fields forgets its past and what that costs.";

        Assert.Single(Merge(
            new PaperRecord("Slow Fields", Text) { Arxiv = "2305.00042" },
            new PaperRecord("Memory Has a Price", Text + " We measure it.") { Arxiv = "2305.00042" }).Papers);
    }

    [Fact]
    public void A_published_record_that_joins_a_preprint_takes_its_id_for_the_comparisons_that_follow()
    {
        var merged = Merge(
            new PaperRecord("Slow Fields", "a") { Authors = Team, Venue = "CONF", SourceId = "1" },
            new PaperRecord("Slow Fields", "b") { Authors = Team, Venue = "CONF", SourceId = "2", Arxiv = "2105.00001" },
            new PaperRecord("Slow Fields", "c") { Authors = Team, Venue = "CONF", SourceId = "3" },
            new PaperRecord("Slow Fields", "d") { Authors = Team, Venue = "CONF", SourceId = "4", Arxiv = "2105.00002" });

        Assert.Equal([("arxiv:2105.00001", 3), ("arxiv:2105.00002", 1)], merged.Papers.Select(paper => (paper.Id.Value, paper.Origins.Count)));
    }

    [Fact]
    public void Names_are_folded_once_for_each_record_however_many_share_its_title()
    {
        var lists = Enumerable.Range(0, 40).Select(at => new WatchedList([$"Ada Reed{at}"])).ToList();

        var merged = Merge([.. lists.Select(list => new PaperRecord("Preface", "To the volume.") { Authors = list })]);

        Assert.Equal(40, merged.Papers.Count);
        Assert.All(lists, list => Assert.InRange(list.Walks, 1, 6));
    }

    [Fact]
    public void Merging_many_records_of_one_title_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        var lists = Enumerable.Range(0, 40).Select(at => new WatchedList([$"Ada Reed{at}"], at == 0 ? stop.Cancel : null)).ToList();
        var records = lists.Select((list, at) => new PaperRecord("Preface", "To the volume.") { Authors = list, SourceId = $"{at:00}" });

        Assert.Throws<OperationCanceledException>(() => PaperMerger.Merge(records, stop.Token));

        // The pairs of the first record are compared to their end; no pair of two others is, so names in full are compared once.
        Assert.All(lists, list => Assert.InRange(list.Walks, 1, 2));
    }

    /// <summary>A list that counts how often it is walked through.</summary>
    private sealed class WatchedList(string[] names, Action? onWalk = null) : IReadOnlyList<string>
    {
        public int Walks { get; private set; }

        public int Count => names.Length;

        public string this[int index] => names[index];

        public IEnumerator<string> GetEnumerator()
        {
            Walks++;
            onWalk?.Invoke();
            return ((IEnumerable<string>)names).GetEnumerator();
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    [Fact]
    public void The_order_of_records_changes_nothing()
    {
        var titles = Gen.Int[0, 3].Select(at => new[] { "Slow Fields", "slow fields", "Walking With Wrong Maps For Long", "Preface" }[at]);
        var record = Gen.Select(titles, Gen.Int[0, 4], Gen.Int[0, 3], Gen.Int[0, 2].Select(at => at == 0 ? null : $"10.1/{at}"), Gen.Int[0, 3]).Select((title, year, author, doi, arxiv) =>
            new PaperRecord(title, author == 1 ? "" : $"Text of {author} words and {year} more.")
            {
                Year = year == 0 ? null : 2000 + year,
                Authors = author == 0 ? [] : [Team[author - 1]],
                Doi = doi,
                Arxiv = arxiv == 0 ? null : $"2105.0000{arxiv}",
                SourceId = $"{year}{author}",
            });
        Gen.Select(record.Array[2, 8], Gen.Int).Sample((records, seed) =>
        {
            var placed = records.Select((paper, at) => paper with { Origin = new RecordOrigin("f", at) }).ToArray();
            var shuffled = (PaperRecord[])placed.Clone();
            new Random(seed).Shuffle(shuffled);
            return Print(PaperMerger.Merge(placed, CancellationToken.None)) == Print(PaperMerger.Merge(shuffled, CancellationToken.None));
        });
    }

    private static string Print(MergeResult merged) => string.Join('\n', merged.Papers.Select(paper =>
        $"{paper.Id} {paper.Record.Title} {paper.Record.Year} {paper.Record.Abstract} {string.Join(',', paper.Record.Authors)} {string.Join(',', paper.Origins)}"));
}
