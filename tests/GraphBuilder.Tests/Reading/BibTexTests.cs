using Stemma.GraphBuilder.Reading;
using Stemma.GraphBuilder.Reading.BibTex;
using Xunit;

namespace Stemma.GraphBuilderTests.Reading;

public sealed class BibTexTests : IDisposable
{
    private readonly ReadText _text = new();

    public void Dispose() => _text.Dispose();

    [Fact]
    public void An_entry_is_read_with_all_its_fields()
    {
        var paper = _text.ReadOne("""
            % exported by hand
            @string{conf = "Conference on " # {Slow Things}}
            @InProceedings{reed21:slow,
              title     = {{Slow} Fields: A Study of $\alpha$-Decay},
              author    = "Reed, Ada and {The {Slow} Group} and Lin, Jr., Bo and G{\"o}del, K. and others",
              booktitle = conf # { 2021},
              year      = 2021,
              month     = may,
              doi       = {https://doi.org/10.1000/Slow_1},
              url       = {https://openreview.net/forum?id=AbC-12_x},
              keywords  = {fields, slow things},
              abstract  = {We slow fields --- by 20\% --- without ``loss''.}
            }
            """);

        Assert.Equal("Slow Fields: A Study of $\\alpha$-Decay", paper.Title);
        Assert.Equal(["Ada Reed", "The Slow Group", "Bo Lin Jr.", "K. Gödel"], paper.Authors);
        Assert.Equal(("Conference on Slow Things 2021", 2021, "reed21:slow"), (paper.Venue, paper.Year, paper.SourceId));
        Assert.Equal(("10.1000/slow_1", "AbC-12_x"), (paper.Doi, paper.OpenReview));
        Assert.Equal(["fields", "slow things"], paper.Keywords);
        Assert.Equal("We slow fields — by 20% — without “loss”.", paper.Abstract);
        Assert.Equal(3, paper.Origin.Line);
    }

    [Theory]
    [InlineData("eprint={2305.00042}, archivePrefix={arXiv}")]
    [InlineData("eprint={arXiv:2305.00042v2}")]
    [InlineData("journal={arXiv preprint arXiv:2305.00042}")]
    [InlineData("url={http://arxiv.org/abs/2305.00042v1}")]
    [InlineData("doi={10.48550/arXiv.2305.00042}")]
    [InlineData("howpublished={CoRR, arXiv: 2305.00042}")]
    public void The_arXiv_id_is_found_where_people_put_it_and_gives_the_year(string field)
    {
        var paper = _text.ReadOne($$"""@misc{k, title={Slow Fields}, {{field}} }""");

        Assert.Equal(("2305.00042", 2023, null, null), (paper.Arxiv, paper.Year, paper.Doi, paper.Venue));
    }

    [Fact]
    public void An_entry_without_title_is_reported_and_the_others_are_kept()
    {
        var reading = _text.Read("@article{a, title={One}}\n\n@article{b,\n year=1999}\n@article{c, title={Three}}\n");

        Assert.Equal(["One", "Three"], reading.Papers.Select(paper => paper.Title));
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((ProblemKind.Skipped, 3L, "the entry 'b' has no title"), (problem.Kind, problem.Origin.Line, problem.Reason));
    }

    [Fact]
    public void An_entry_that_is_not_closed_costs_no_other()
    {
        var reading = _text.Read("@article{a, title={One}\n}\n@article{b,\n title={Two {is open},\n year=1999\n}\n@article{c,\n title={Three}}\n@article{d, title={Four");

        Assert.Equal(["One", "Three"], reading.Papers.Select(paper => paper.Title));
        Assert.Equal(
            [(3L, "the entry 'b' that begins here is not closed"), (9L, "the entry 'd' that begins here is not closed")],
            reading.Problems.Select(problem => (problem.Origin.Line, problem.Reason)));
    }

    [Fact]
    public void Comments_preambles_parentheses_and_missing_commas_are_taken_as_people_write_them()
    {
        var reading = _text.Read("""
            Kept by Ada (ada@example.org).
            @comment{jabref-meta: grouping}
            @preamble{"\newcommand{\x}{y}"}
            @article(one, title = "One {"}quoted{"} Thing" year = {2001})
            @misc{two, title={Two}, title={Not This},}
            """);

        Assert.Empty(reading.Problems);
        Assert.Equal([("One \"quoted\" Thing", (int?)2001), ("Two", null)], reading.Papers.Select(paper => (paper.Title, paper.Year)));
    }

    [Theory]
    [InlineData("Ask me@site.org (office) or ada@home (lab, room 3).")]
    [InlineData("ada@site.org (office)")]
    [InlineData("Mail me @site (office).")]
    public void An_at_sign_in_text_between_entries_begins_none(string text)
    {
        var reading = _text.Read($"@article{{a, title={{One}}}}\n{text}\n@article{{b, title={{Two}}}}\n");

        Assert.Empty(reading.Problems);
        Assert.Equal(["One", "Two"], reading.Papers.Select(paper => paper.Title));
    }

    [Theory]
    [InlineData("@article{a, title={One}} @article{b, title={Two}}")]
    [InlineData("@article(a, title={One}) @article(b, title={Two})")]
    [InlineData("@comment{x}@article{a, title={One}}\n1. @online{b, title={Two}}")]
    [InlineData("@article\n{a, title={One}}\n  @ misc2 {b, title={Two}}")]
    public void An_entry_may_begin_within_a_line(string text) =>
        Assert.Equal(["One", "Two"], _text.Read(text).Papers.Select(paper => paper.Title));

    [Theory]
    [InlineData(@"G{\""o}del, Erd\H{o}s, \'Etienne, \v{S}koda, Gar\c{c}\~ao, \'{\i}mpar", "Gödel, Erdős, Étienne, Škoda, Garção, ímpar")]
    [InlineData(@"\O{}rsted {\ss} \L{}ukasz \aa", "Ørsted ß Łukasz å")]
    [InlineData(@"\textbf{Bold} \emph{move} in {\LaTeX}", "Bold move in LaTeX")]
    [InlineData(@"R\&D at 5\,\% of \$3 and C\#", "R&D at 5 % of $3 and C#")]
    [InlineData(@"the $\ell_2$ norm, \alpha-divergence", @"the $\ell_2$ norm, \alpha-divergence")]
    [InlineData(@"the \alpha divergence of {\beta }", @"the \alpha divergence of \beta")]
    [InlineData(@"{\em Slow} fields, {\bf\large Title}, \emph {move}", "Slow fields, Title, move")]
    [InlineData("pages 3--4, Smith~et~al.", "pages 3–4, Smith et al.")]
    [InlineData(@"\url{https://x.org/a_b}", "https://x.org/a_b")]
    public void LaTeX_becomes_plain_text(string latex, string plain) => Assert.Equal(plain, LatexText.ToPlain(latex));
}
