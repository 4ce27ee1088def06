using System.Text;
using Stemma.GraphBuilder.Reading;
using Xunit;

namespace Stemma.GraphBuilderTests.Reading;

public sealed class JsonLinesTests : IDisposable
{
    private readonly ReadText _text = new();

    public void Dispose() => _text.Dispose();

    [Fact]
    public void An_arXiv_record_takes_its_year_from_its_id()
    {
        var paper = _text.ReadOne("""{"id":"2305.00042v3","title":"Pruning by\n  Weight Echoes","abstract":"  We prune.\n It works.\n","authors":"Ada Reed, Bo Lin and Cy Marsh (Uni, X)"}""");

        Assert.Equal("Pruning by Weight Echoes", paper.Title);
        Assert.Equal("We prune. It works.", paper.Abstract);
        Assert.Equal(2023, paper.Year);
        Assert.Equal("2305.00042", paper.Arxiv);
        Assert.Equal("2305.00042v3", paper.SourceId);
        Assert.Equal(["Ada Reed", "Bo Lin", "Cy Marsh"], paper.Authors);
    }

    [Theory]
    [InlineData("cs/0309023", 2003)]
    [InlineData("hep-th/9901001", 1999)]
    [InlineData("cs.LG/0102003", 2001)]
    public void An_old_arXiv_id_tells_the_year_too(string id, int year) =>
        Assert.Equal(year, _text.ReadOne($$"""{"id":"{{id}}","title":"On Things","abstract":"We look.","authors":"A B","update_date":"2015-01-02"}""").Year);

    [Theory]
    [InlineData("99999999")]
    [InlineData("1203")]
    [InlineData("soon")]
    public void A_year_that_is_none_is_left_out_and_reported(string year)
    {
        var reading = _text.Read($$"""{"id":"a","title":"On Things","abstract":"We look.","year":"{{year}}"}""");

        Assert.Null(Assert.Single(reading.Papers).Year);
        Assert.Equal($"the year '{year}' is none from 1500 to 2100; the paper was kept without it", Assert.Single(reading.Problems).Reason);
    }

    [Theory]
    [InlineData("\"year\":\"n/a\",\"date\":\"2021-03-01\"")]
    [InlineData("\"year\":0,\"published\":\"2021\"")]
    [InlineData("\"year\":2021,\"date\":\"1999-01-01\"")]
    public void The_first_field_with_a_year_gives_it(string fields) =>
        Assert.Equal(2021, _text.ReadOne($$"""{"id":"a","title":"On Things","abstract":"We look.",{{fields}}}""").Year);

    [Theory]
    [InlineData("Reed, Ada and Lin, Bo", "Ada Reed|Bo Lin")]
    [InlineData("van der Reed, A. B. & Lin, Bo and others", "A. B. van der Reed|Bo Lin")]
    [InlineData("Ada Reed, Bo Lin and Cy Marsh", "Ada Reed|Bo Lin|Cy Marsh")]
    [InlineData("Ada Reed, Bo Lin and Cy Marsh, Di Moor", "Ada Reed|Bo Lin|Cy Marsh|Di Moor")]
    [InlineData("Ada Reed and Bo Lin", "Ada Reed|Bo Lin")]
    public void Authors_in_one_text_are_split_also_where_the_last_name_comes_first(string authors, string names) =>
        Assert.Equal(names.Split('|'), _text.ReadOne($$"""{"id":"a","title":"On Things","abstract":"We look.","authors":"{{authors}}"}""").Authors);

    [Fact]
    public void Parsed_authors_of_an_arXiv_snapshot_are_preferred()
    {
        var paper = _text.ReadOne("""{"id":"2001.00001","title":"On Things","abstract":"x","authors":"B. Lin","authors_parsed":[["Lin","Bo","Jr."],["Reed","Ada",""]],"categories":"cs.LG","journal-ref":"J. Things 4","doi":"10.1000/AbC"}""");

        Assert.Equal(["Bo Lin Jr.", "Ada Reed"], paper.Authors);
        Assert.Equal("J. Things 4", paper.Venue);
        Assert.Equal("10.1000/abc", paper.Doi);
    }

    [Fact]
    public void A_conference_record_is_read_with_its_names_trimmed_and_none_twice()
    {
        var reading = _text.Read("""{"id":"conf2021:7","title":"Slow Fields","abstract":"We slow.","year":2021,"venue":"CONF","authors":["Ada Reed"," Bo  Lin ","Ada Reed","Anonymous","and Cy Marsh"],"keywords":["fields","  slowness"]}""");

        var paper = Assert.Single(reading.Papers);
        Assert.Equal(["Ada Reed", "Bo Lin", "Cy Marsh"], paper.Authors);
        Assert.Equal(["fields", "slowness"], paper.Keywords);
        Assert.Equal((2021, "CONF", "conf2021:7", null), (paper.Year, paper.Venue, paper.SourceId, paper.Arxiv));
        Assert.Equal(1, reading.Shapes["JSON records"]);
    }

    [Fact]
    public void A_sample_record_has_its_summary_for_abstract_and_keeps_references()
    {
        var paper = _text.ReadOne("""{"id":"arxiv:2305.00042","title":"Slow Fields","year":2022,"authors":["Ada Reed"],"venue":null,"summary":"It slows.","references":["arxiv:1707.00001"]}""");

        Assert.Equal("It slows.", paper.Abstract);
        Assert.Equal(2022, paper.Year);
        Assert.Equal("2305.00042", paper.Arxiv);
        Assert.Null(paper.Venue);
        Assert.Equal(["arxiv:1707.00001"], paper.References);
    }

    [Fact]
    public void An_export_gives_its_papers_back_and_its_concepts_are_left_to_be_read_again()
    {
        var reading = _text.Read("""
            {"id":"doi:10.1000/x","source_id":"k1","title":"Slow Fields","year":2022,"abstract":"It slows.","concepts":[{"id":"slow"}],"results":[],"builds_on":["arxiv:1"],"cites":["arxiv:1707.00001"]}
            {"id":"title:00ff00ff00ff00ff","title":"Fast Fields","year":null,"abstract":"","concepts":[],"results":[],"builds_on":[],"cites":[]}
            """);

        Assert.Empty(reading.Problems);
        Assert.Equal(2, reading.Shapes["Stemma export"]);
        Assert.Equal(("10.1000/x", "k1"), (reading.Papers[0].Doi, reading.Papers[0].SourceId));
        Assert.Equal(["arxiv:1707.00001"], reading.Papers[0].References);
        Assert.Null(reading.Papers[1].SourceId);
    }

    [Fact]
    public void Records_of_several_shapes_may_stand_in_one_file()
    {
        var reading = _text.Read("""
            {"id":"2305.00042","title":"One","abstract":"a","authors":"A B"}

            {"id":"x","title":"Two","abstract":"b","year":2001,"authors":["A B"]}
            """);

        Assert.Equal(["JSON records", "arXiv metadata"], reading.Shapes.Keys);
        Assert.Equal([1L, 3L], reading.Papers.Select(paper => paper.Origin.Line));
    }

    [Theory]
    [InlineData("""{"id":"a","title":"x" "abstract"}""", "not valid JSON at byte 23")]
    [InlineData("""["a"]""", "not a JSON object but an array")]
    [InlineData("""{"id":"a7","abstract":"x"}""", "the record 'a7' has no title")]
    [InlineData("""{"title":"  ","abstract":"x"}""", "the record has no title")]
    [InlineData("""{"title":null,"abstract":"x"}""", "the record has no title")]
    public void A_bad_line_is_reported_and_the_next_one_is_read(string bad, string reason)
    {
        var reading = _text.Read($$"""
            {"id":"1","title":"One","abstract":"a"}
            {{bad}}
            {"id":"2","title":"Two","abstract":"b"}
            """);

        Assert.Equal(["One", "Two"], reading.Papers.Select(paper => paper.Title));
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((ProblemKind.Skipped, 2L, reason), (problem.Kind, problem.Origin.Line, problem.Reason));
    }

    [Fact]
    public void Broken_UTF8_is_repaired_and_said_so()
    {
        byte[] bytes = [.. "{\"title\":\"Caf"u8, 0xe9, .. " Talk\",\"abstract\":\"x\"}\n{\"title\":\"Two\"}\n"u8];

        var reading = _text.Read(bytes);

        Assert.Equal(["Caf\uFFFD Talk", "Two"], reading.Papers.Select(paper => paper.Title));
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((ProblemKind.Repaired, 1L), (problem.Kind, problem.Origin.Line));
        Assert.Equal("the line is not valid UTF-8; what cannot be read became U+FFFD", problem.Reason);
    }

    [Fact]
    public void A_line_of_fifty_megabytes_is_skipped()
    {
        byte[] bytes = [.. "{\"title\":\"One\"}\n{\"title\":\""u8, .. Enumerable.Repeat((byte)'x', 50 << 20), .. "\"}\n{\"title\":\"Three\"}\n"u8];

        var reading = _text.Read(bytes);

        Assert.Equal([1L, 3L], reading.Papers.Select(paper => paper.Origin.Line));
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((ProblemKind.Skipped, 2L, "the line is longer than 8 MB"), (problem.Kind, problem.Origin.Line, problem.Reason));
    }

    [Theory]
    [InlineData("""{"title":"Lone \ud800 Fields","abstract":"x"}""")]
    [InlineData("""{"id":"2305.00042","title":"Lone \uDFFF Fields","abstract":"x","authors_parsed":[["Lin\ud800","Bo",""]],"categories":"cs.LG"}""")]
    [InlineData("""{"title":"Lone \udc00\ud800 Fields","abstract":"\\\ud83dx","keywords":"a;\ud83d","\ud83d":1}""")]
    [InlineData("""{"title":"Lone \ud800 Fields","concepts":[],"builds_on":[],"authors":["\ud800"],"cites":["\udc00"]}""")]
    [InlineData("""[{"title":"Lone \ud800 Fields","abstract":"x"}]""")]
    public void Half_a_character_is_repaired_and_said_so(string record)
    {
        var reading = _text.Read(record);

        Assert.Contains('\ufffd', Assert.Single(reading.Papers).Title);
        var problem = Assert.Single(reading.Problems, problem => problem.Kind is ProblemKind.Repaired);
        Assert.Equal((1L, "an escape stands for half a character; it became U+FFFD"), (problem.Origin.Line, problem.Reason));
    }

    [Fact]
    public void A_pair_of_surrogate_escapes_and_an_escaped_backslash_are_left_as_they_are() =>
        Assert.Equal(@"Fields 😀 \ud800", _text.ReadOne("""{"title":"Fields \ud83d\uDE00 \\ud800","abstract":"x"}""").Title);

    [Fact]
    public void Byte_order_marks_and_UTF16_are_understood()
    {
        const string Line = """{"title":"Ünder One Roof"}""";

        foreach (var encoding in new[] { new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            var reading = _text.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Line)]);
            Assert.Equal("Ünder One Roof", Assert.Single(reading.Papers).Title);
        }
    }
}
