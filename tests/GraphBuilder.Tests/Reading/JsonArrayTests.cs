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

    [Theory]
    [InlineData("[{\"title\":\"One\"},\n{\"title\":\"Two\",\n{\"title\":\"Three\"},\n{\"title\":\"Four\"}]", 2)]
    [InlineData("[\n{\"title\":\"One\"},\n{\"title\":\"Two},\n{\"title\":\"Three\"},\n{\"title\":\"Four\"}\n]", 3)]
    [InlineData("[\n{\"title\":\"One\"},\n{\"title\":\"Two\",\"authors\":[\"A\",\n{\"title\":\"Three\"},\n{\"title\":\"Four\"}\n]", 3)]
    [InlineData("[\n  {\n    \"title\": \"One\"\n  },\n  {\n    \"title\": \"Two\",\n    \"authors\": [\n      {\"name\": \"A\"},\n      {\"name\": \"B\"\n    ]\n  },\n  {\n    \"title\": \"Three\"\n  },\n  {\n    \"title\": \"Four\"\n  }\n]", 5)]
    [InlineData("[{\n  \"title\": \"One\"\n},{\n  \"title\": \"Two\",\n  \"ids\": {\n  \"doi\": \"x\"\n},{\n  \"title\": \"Three\"\n},{\n  \"title\": \"Four\"\n}]", 3)]
    public void An_object_with_a_missing_bracket_or_quotation_mark_costs_no_other(string text, int line)
    {
        var reading = _text.Read(text);

        Assert.Equal(["One", "Three", "Four"], reading.Papers.Select(paper => paper.Title));
        var problem = Assert.Single(reading.Problems, problem => problem.Kind is ProblemKind.Skipped);
        Assert.Equal(line, problem.Origin.Line);
    }

    [Fact]
    public void An_object_without_end_costs_no_other_even_beyond_the_size_limit()
    {
        var filler = new string('x', 1 << 20);
        var others = string.Join(",\n", Enumerable.Range(0, 12).Select(at => $$"""{"title":"Paper {{at}}","abstract":"{{filler}}"}"""));
        var reading = _text.Read($"[\n{{\"title\":\"Open\",\"authors\":[{{\n{others}\n]");

        Assert.Equal(12, reading.Papers.Count);
        Assert.Equal("the record that begins here is not closed before the next one", Assert.Single(reading.Problems, problem => problem.Kind is ProblemKind.Skipped).Reason);
    }

    [Fact]
    public void Each_of_several_broken_objects_is_reported_with_its_line()
    {
        var reading = _text.Read("[\n{\"title\":\"One\",\n{\"title\":\"Two\"},\n{\"title\":\"Three},\n{\"title\":\"Four\"},\n{\"title\":NaN}\n]");

        Assert.Equal(["Two", "Four"], reading.Papers.Select(paper => paper.Title));
        Assert.Equal([2L, 4L, 6L], reading.Problems.Where(problem => problem.Kind is ProblemKind.Skipped).Select(problem => problem.Origin.Line));
    }

    [Fact]
    public void An_object_without_title_is_one_problem_whatever_it_contains()
    {
        var reading = _text.Read("[{\n\"parts\": [\n{\"title\": \"Part\"}\n]\n},\n{\"title\":\"Two\"}]");

        Assert.Equal("Two", Assert.Single(reading.Papers).Title);
        Assert.Single(reading.Problems, problem => problem.Kind is ProblemKind.Skipped);
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
