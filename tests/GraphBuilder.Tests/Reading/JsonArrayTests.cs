using Stemma.GraphBuilder.Reading;
using Xunit;

namespace Stemma.GraphBuilderTests.Reading;

public sealed class JsonArrayTests : IDisposable
{
    private readonly ReadText _text = new();

    public void Dispose() => _text.Dispose();

    [Theory]
    [InlineData("""[{"title":"One","abstract":"a } b"},{"title":"T\"wo]"}]""")]
    [InlineData("[\n  {\n    \"title\": \"One\",\n    \"abstract\": \"a } b\"\n  },\n  {\"title\": \"T\\\"wo]\"}\n]\n")]
    [InlineData("{\n  \"title\": \"One\",\n  \"abstract\": \"a } b\"\n}\n{\n \"title\": \"T\\\"wo]\"\n}\n")]
    public void Objects_that_do_not_stand_one_a_line_are_read_one_by_one_and_that_is_said(string text)
    {
        var reading = _text.Read(text);

        Assert.Equal(["One", "T\"wo]"], reading.Papers.Select(paper => paper.Title));
        Assert.Equal("a } b", reading.Papers[0].Abstract);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((ProblemKind.Noted, "the file does not hold one JSON object a line; its objects were read one by one"), (problem.Kind, problem.Reason));
    }

    [Fact]
    public void An_array_that_is_cut_off_keeps_what_is_whole()
    {
        var reading = _text.Read("[\n{\"title\":\"One\"},\n{\"title\":\"Two\",\"abstr");

        Assert.Equal("One", Assert.Single(reading.Papers).Title);
        Assert.Equal((3L, "the record that begins here is not closed before the end of the file"), (reading.Problems[0].Origin.Line, reading.Problems[0].Reason));
    }

    [Fact]
    public void An_array_of_other_things_holds_no_paper()
    {
        var problem = Assert.Single(_text.Read("[1, 2, 3]").Problems);

        Assert.Equal((ProblemKind.Skipped, "no paper was found in the file, read as listing"), (problem.Kind, problem.Reason));
    }

    [Fact]
    public void An_array_larger_than_the_line_limit_streams_by()
    {
        var filler = new string('x', 1 << 20);
        var reading = _text.Read($"[{string.Join(',', Enumerable.Range(0, 12).Select(at => $$"""{"title":"Paper {{at}}","abstract":"{{filler}}"}"""))}]");

        Assert.Equal(12, reading.Papers.Count);
    }
}
