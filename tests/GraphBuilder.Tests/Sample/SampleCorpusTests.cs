using System.Text.RegularExpressions;
using Xunit;

namespace Stemma.GraphBuilderTests.Sample;

/// <summary>The bundled sample corpus is well-formed, correct as far as it can be checked, and free of copied text.</summary>
public sealed partial class SampleCorpusTests
{
    /// <summary>A conference may take a paper up to two years after its first arXiv version.</summary>
    private const int LongestWayToPrint = 2;

    private static readonly IReadOnlyList<SamplePaper> Papers = SamplePaper.ReadAll();

    [Fact]
    public void It_holds_at_least_180_papers() => Assert.True(Papers.Count >= 180, $"{Papers.Count} papers");

    [Fact]
    public void A_paper_stands_once()
    {
        Assert.Equal(Papers.Count, Papers.Select(paper => paper.Id).Distinct().Count());
        Assert.Equal(Papers.Count, Papers.Select(paper => Folded(paper.Title)).Distinct().Count());
    }

    [Fact]
    public void An_id_is_an_arxiv_id_and_tells_the_year()
        => Assert.Empty(Papers.Where(paper => !ArxivId().IsMatch(paper.Id) || paper.Year != 2000 + int.Parse(paper.Arxiv[..2])).Select(paper => paper.Id));

    [Fact]
    public void Texts_are_not_empty_and_have_no_stray_blanks()
        => Assert.Empty(Papers
            .Where(paper => TextsOf(paper).Any(text => text.Length == 0 || text != Blanks().Replace(text, " ").Trim()))
            .Select(paper => paper.Id));

    [Fact]
    public void A_summary_has_two_to_four_sentences()
        => Assert.Empty(Papers.Where(paper => SentenceEnd().Count(paper.Summary) is < 2 or > 4).Select(paper => paper.Id));

    [Fact]
    public void References_are_papers_of_the_sample_and_stand_once()
    {
        var ids = Papers.Select(paper => paper.Id).ToHashSet();
        Assert.Empty(Papers
            .Where(paper => paper.References.Contains(paper.Id) || !paper.References.All(ids.Contains) || paper.References.Distinct().Count() != paper.References.Count)
            .Select(paper => paper.Id));
    }

    [Fact]
    public void A_paper_cites_nothing_that_came_more_than_a_year_after_it()
        => Assert.Empty(
            from paper in Papers
            from reference in paper.References
            where int.Parse(reference["arxiv:".Length..][..2]) > paper.Year - 2000 + 1
            select $"{paper.Id} → {reference}");

    [Theory]
    [InlineData("2305.18290", "1707.06347")]
    [InlineData("2406.18629", "2305.18290")]
    [InlineData("2110.06169", "2004.07219")]
    [InlineData("2405.12399", "2209.00588")]
    [InlineData("2312.08935", "2110.14168")]
    public void The_four_fields_are_connected_by_their_known_citations(string citing, string cited)
        => Assert.Contains($"arxiv:{cited}", Assert.Single(Papers, paper => paper.Arxiv == citing).References);

    [Fact]
    public void No_summary_shares_a_run_of_eight_words_with_an_abstract()
    {
        var runs = new WordRuns();
        foreach (var paper in Papers)
        {
            runs.Add(paper.Summary, paper.Id);
        }

        Assert.Empty(CorpusRecord.ReadAll(TestContext.Current.CancellationToken).SelectMany(record => runs.FindIn(record.Abstract)));
    }

    [Fact]
    public void Titles_and_years_agree_with_the_records_of_the_corpora()
    {
        var byId = Papers.ToDictionary(paper => paper.Arxiv);
        var byTitle = Papers.ToDictionary(paper => Folded(paper.Title));
        var differences = new List<string>();
        var met = 0;
        foreach (var record in CorpusRecord.ReadAll(TestContext.Current.CancellationToken))
        {
            if (byId.TryGetValue(record.Id, out var same) || byTitle.TryGetValue(Folded(record.Title), out same))
            {
                met++;
                var late = (record.Year ?? same.Year) - same.Year;
                if (Folded(record.Title) != Folded(same.Title) || late is < 0 or > LongestWayToPrint)
                {
                    differences.Add($"{same.Id} {same.Year} '{same.Title}' but {record.Id} {record.Year} '{record.Title}'");
                }
            }
        }

        Assert.Empty(differences);
        Assert.True(met >= 30, $"only {met} papers of the sample are in the corpora");
    }

    private static IEnumerable<string> TextsOf(SamplePaper paper)
        => [paper.Title, paper.Summary, .. paper.Authors ?? [], .. paper.Venue is null ? Array.Empty<string>() : [paper.Venue]];

    private static string Folded(string title) => string.Concat(title.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    [GeneratedRegex(@"^arxiv:\d{4}\.\d{4,5}$")]
    private static partial Regex ArxivId();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"[.!?](?=\s+[\p{Lu}\d]|\s+β|\s+s1|$)")]
    private static partial Regex SentenceEnd();
}
