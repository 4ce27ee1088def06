using Stemma.GraphBuilder.Reading;
using Xunit;

namespace Stemma.GraphBuilderTests.Reading;

public sealed class InputFileTests : IDisposable
{
    // The output of gzip for an empty file; the framework's GZipStream would write no bytes.
    private static readonly byte[] EmptyMember = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    private readonly ReadText _text = new();

    public void Dispose() => _text.Dispose();

    private static string Lines(int first, int count) =>
        string.Concat(Enumerable.Range(first, count).Select(at => $$"""{"id":"{{at}}","title":"Paper number {{at * 7919 % 10007}}","abstract":"Text {{at}}."}""" + "\n"));

    [Fact]
    public void Gzip_is_known_by_content_and_may_have_several_members()
    {
        var reading = _text.Read([.. ReadText.Gzip(Lines(0, 500)), .. ReadText.Gzip(Lines(500, 500))]);

        Assert.Empty(reading.Problems);
        Assert.Equal(1000, reading.Papers.Count);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.9)]
    [InlineData(0.9999)]
    public void A_gzip_file_that_is_cut_off_keeps_the_records_before_the_break(double share)
    {
        var whole = ReadText.Gzip(Lines(0, 2000));

        var reading = _text.Read(whole[..(int)(whole.Length * share)]);

        Assert.InRange(reading.Papers.Count, 100, 2000);
        Assert.Equal(reading.Papers.Select((_, at) => at.ToString()), reading.Papers.Select(paper => paper.SourceId!));
        var problem = Assert.Single(reading.Problems);
        Assert.Equal($"the gzip file is cut off: {reading.Papers.Count} papers were read before the break, what comes after is lost", problem.Reason);
        Assert.Equal(ProblemKind.Skipped, problem.Kind);
    }

    [Fact]
    public void A_gzip_file_that_is_damaged_is_reported()
    {
        var whole = ReadText.Gzip(Lines(0, 2000));
        whole[^6] ^= 0xff;

        Assert.StartsWith("the gzip file is damaged: ", Assert.Single(_text.Read(whole).Problems).Reason);
    }

    [Fact]
    public void A_gzip_file_of_nothing_is_empty() =>
        Assert.Equal("the file is empty", Assert.Single(_text.Read(EmptyMember).Problems).Reason);

    [Fact]
    public void An_empty_member_of_a_gzip_file_hides_no_other()
    {
        var reading = _text.Read([.. EmptyMember, .. ReadText.Gzip(Lines(0, 50)), .. EmptyMember, .. ReadText.Gzip(Lines(50, 50)), .. EmptyMember]);

        Assert.Empty(reading.Problems);
        Assert.Equal(100, reading.Papers.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    [InlineData(100_000)]
    public void What_follows_a_gzip_file_and_is_none_is_noted(int bytes)
    {
        var reading = _text.Read([.. ReadText.Gzip(Lines(0, 50)), .. Enumerable.Repeat((byte)'x', bytes)]);

        Assert.Equal(50, reading.Papers.Count);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((ProblemKind.Noted, "bytes that are not gzip follow the packed content; they were not read"), (problem.Kind, problem.Reason));
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData(" \n\n", "the file is empty")]
    [InlineData("%PDF-1.7\n\0", "this is a PDF; titles and abstracts are needed as text, BibTeX or JSON lines")]
    [InlineData("\0\u0001\0", "this is no text: expected a listing, BibTeX or JSON lines, plain or packed with gzip")]
    [InlineData("just a word", "no paper was found in the file, read as listing")]
    public void A_file_without_papers_says_why(string content, string reason)
    {
        var problem = Assert.Single(_text.Read(content).Problems);

        Assert.Equal((ProblemKind.Skipped, 0L, reason), (problem.Kind, problem.Origin.Line, problem.Reason));
    }

    [Fact]
    public void A_missing_file_and_a_directory_are_refused_by_name()
    {
        var missing = Assert.Throws<InputFileException>(() => ReadText.ReadFiles("/nowhere/x.bib"));
        Assert.Equal("/nowhere/x.bib: no such file", missing.Message);

        var directory = Assert.Throws<InputFileException>(() => ReadText.ReadFiles("/"));
        Assert.Equal("/: this is a directory; name the files in it, for instance /*.jsonl.gz", directory.Message);
    }

    [Fact]
    public void A_file_that_is_named_twice_is_read_once()
    {
        var file = _text.Write("a.jsonl", Lines(0, 3));

        Assert.Single(ReadText.ReadFiles(file, file));
    }
}
