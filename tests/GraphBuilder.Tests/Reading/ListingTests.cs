using Stemma.GraphBuilder.Reading;
using Stemma.Testing;
using Xunit;

namespace Stemma.GraphBuilderTests.Reading;

public sealed class ListingTests : IDisposable
{
    private const string First = "We study how a lattice of slow fields forgets its past. Earlier work looked at fields one at a time. Our method, called SlowNet, looks at all of them, and needs half the memory on three standard tasks.";
    private const string Second = "Planning is hard when the map is wrong. This work learns a correction for the map while the agent walks, and shows on four mazes that the walk becomes shorter by a third without any new sensor.";

    private readonly ReadText _text = new();

    public void Dispose() => _text.Dispose();

    [Fact]
    public void Titles_and_abstracts_are_papers_and_the_rest_is_furniture_with_its_line()
    {
        var reading = _text.Read($"""
            hot

            Get the best papers by mail!

            Jan 3

            Slow Fields and How They Forget

            {First}

            Walking With Wrong Maps

            {Second}

            About
            Imprint
            """);

        Assert.Equal([("Slow Fields and How They Forget", First), ("Walking With Wrong Maps", Second)], reading.Papers.Select(paper => (paper.Title, paper.Abstract)));
        Assert.Equal([7L, 11L], reading.Papers.Select(paper => paper.Origin.Line));
        Assert.Equal(
            [(1L, "hot"), (3L, "Get the best papers by mail!"), (5L, "Jan 3"), (15L, "About"), (16L, "Imprint")],
            reading.Furniture.Select(line => (line.Origin.Line, line.Text)));
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void Authors_date_and_id_between_title_and_abstract_describe_the_paper()
    {
        var reading = _text.Read($"""
            Submitted by
            ada
            64
            Slow Fields: How They Forget
            Ada Reed, Bo van Lin, C. Marsh
            Published on May 29, 2023
            arXiv:2305.00042
            {First}
            1.2k stars
            3 comments
            Walking With Wrong Maps
            {Second}
            """);

        var paper = reading.Papers[0];
        Assert.Equal("Slow Fields: How They Forget", paper.Title);
        Assert.Equal(["Ada Reed", "Bo van Lin", "C. Marsh"], paper.Authors);
        Assert.Equal((2023, "2305.00042"), (paper.Year, paper.Arxiv));
        Assert.Equal("Walking With Wrong Maps", reading.Papers[1].Title);
        Assert.Equal(["Submitted by", "ada", "64", "1.2k stars", "3 comments"], reading.Furniture.Select(line => line.Text));
    }

    [Fact]
    public void Parts_that_are_labelled_are_taken_by_their_labels_and_ids_above_titles_by_their_place()
    {
        var reading = _text.Read("""
            Skip to main content
            We thank the many readers and the members of our society for the support that keeps this site going.
            Machine Learning

            [1] arXiv:2511.12345 [pdf, html]
            Title: Slow fields, and how they forget
            Authors: Ada Reed, Bo Lin
            Comments: 12 pages
            Abstract: We look. They forget.

            [2] arXiv:2511.12346 [pdf, html]
            Title: Nothing converges
            Authors: Cy Marsh
            Abstract: We prove it.
            """);

        Assert.Equal(
            [("Slow fields, and how they forget", "We look. They forget.", "2511.12345", 2025), ("Nothing converges", "We prove it.", "2511.12346", 2025)],
            reading.Papers.Select(paper => (paper.Title, paper.Abstract, paper.Arxiv, paper.Year!.Value)));
        Assert.Equal([["Ada Reed", "Bo Lin"], ["Cy Marsh"]], reading.Papers.Select(paper => paper.Authors));
        Assert.Equal([1L, 2L, 3L, 8L], reading.Furniture.Select(line => line.Origin.Line));
    }

    [Fact]
    public void Lines_of_a_search_engine_give_authors_and_year()
    {
        var reading = _text.Read($"Walking Wrong\nA Reed, B Lin - Proceedings of Slow Things, 2021 - slow.example.org\n… {Second}\nSave Cite Cited by 231 All 7 versions\n");

        var paper = Assert.Single(reading.Papers);
        Assert.Equal(("Walking Wrong", 2021), (paper.Title, paper.Year));
        Assert.Equal(["A Reed", "B Lin"], paper.Authors);
        Assert.Equal("Save Cite Cited by 231 All 7 versions", Assert.Single(reading.Furniture).Text);
    }

    [Fact]
    public void A_date_below_an_abstract_is_that_of_the_paper_above()
    {
        var reading = _text.Read($"12\n\nFields and Maps\n{First}\n\n· Published on Nov 3, 2024\n\nUpvote\n97\n\nWalking With Wrong Maps\n{Second}\n· Published on Nov 2, 2025\n");

        Assert.Equal([("Fields and Maps", 2024), ("Walking With Wrong Maps", 2025)], reading.Papers.Select(paper => (paper.Title, paper.Year!.Value)));
        Assert.Equal(["12", "Upvote", "97"], reading.Furniture.Select(line => line.Text));
    }

    [Fact]
    public void A_wrapped_abstract_and_one_of_two_paragraphs_are_put_together()
    {
        var wrapped = string.Join('\n', First.Chunk(70).Select(part => new string(part)));
        var reading = _text.Read($"Slow Fields and How They Forget\n\n{wrapped}\n\nWalking With Wrong Maps\n\n{Second}\n\n{First}\n");

        Assert.Equal(2, reading.Papers.Count);
        Assert.Equal("Slow Fields and How They Forget", reading.Papers[0].Title);
        Assert.StartsWith("We study how a lattice", reading.Papers[0].Abstract);
        Assert.EndsWith("on three standard tasks.", reading.Papers[0].Abstract);
        Assert.Equal($"{Second} {First}", reading.Papers[1].Abstract);
        Assert.Empty(reading.Furniture);
    }

    [Fact]
    public void A_title_without_abstract_is_kept_and_noted()
    {
        var reading = _text.Read($"Slow Fields and How They Forget\n\n{First}\n\nA Third Way to Read Old Maps\n\nWalking With Wrong Maps\n\n{Second}\n");

        Assert.Equal(["Slow Fields and How They Forget", "A Third Way to Read Old Maps", "Walking With Wrong Maps"], reading.Papers.Select(paper => paper.Title));
        Assert.Equal("", reading.Papers[1].Abstract);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((ProblemKind.Noted, 5L, "a title without an abstract"), (problem.Kind, problem.Origin.Line, problem.Reason));
    }

    [Fact]
    public void A_cookie_notice_is_no_paper()
    {
        var reading = _text.Read($"Our Site And You\n\nWe use cookies so that the site works for you. By going on you agree that we keep them for as long as the site needs them, and no longer.\n\nSlow Fields Forget\n\n{First}\n");

        Assert.Equal("Slow Fields Forget", Assert.Single(reading.Papers).Title);
        Assert.Equal(2, reading.Furniture.Count);
    }

    [Fact]
    public void The_trending_listing_gives_62_papers_and_names_its_five_furniture_lines()
    {
        var reading = ReadText.ReadFiles(SharedFolder.Require("papers", "trending-listing.txt"))[0];

        Assert.Equal(62, reading.Papers.Count);
        Assert.All(reading.Papers, paper => Assert.NotEmpty(paper.Abstract));
        Assert.Equal([1L, 3L, 5L, 7L, 9L], reading.Furniture.Select(line => line.Origin.Line));
        Assert.Empty(reading.Problems);
    }
}
