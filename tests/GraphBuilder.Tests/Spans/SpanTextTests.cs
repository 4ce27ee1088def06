using Stemma.GraphBuilder.Spans;
using Xunit;

namespace Stemma.GraphBuilderTests.Spans;

/// <summary>Files of texts with entities are read in their own form, and errors in them are reported with their location.</summary>
public sealed class SpanTextTests
{
    [Fact]
    public void Labels_stay_as_the_file_has_them()
    {
        var text = Assert.Single(Read("""{"id":"s1","text":"Zarvo on Quoll.","entities":[{"start":9,"end":14,"label":"corpus"}],"relations":[]}"""));
        Assert.Equal(("s1", "Zarvo on Quoll."), (text.Id, text.Text));
        Assert.Equal([new SpanEntity(9, 14, "corpus")], text.Entities);
    }

    [Theory]
    [InlineData("""{"id":"s1"}""", "not a text with entities: ")]
    [InlineData("""{"id":"s1","text":"Zarvo","entities":3}""", "not a text with entities: ")]
    [InlineData("""{"text":"Zarvo","entities":[{"start":"0","end":5,"label":"A"}]}""", "not a text with entities: ")]
    [InlineData("""{"text":"Zarvo","entities":[{"start":0,"label":"A"}]}""", "not a text with entities: ")]
    [InlineData("""{"text":"Zarvo","entities":[""", "not a text with entities: ")]
    [InlineData("""[1]""", "not a text with entities: ")]
    [InlineData("""{"text":"Zarvo","entities":[{"start":0,"end":6,"label":"A"}]}""", "not a text with entities: the entity from 0 to 6 is no stretch of a text of 5 UTF-16 units")]
    [InlineData("""{"text":"Zarvo","entities":[{"start":-1,"end":2,"label":"A"}]}""", "not a text with entities: the entity from -1 to 2 is no stretch of a text of 5 UTF-16 units")]
    [InlineData("""{"text":"Zarvo","entities":[{"start":2,"end":2,"label":"A"}]}""", "not a text with entities: the entity from 2 to 2 is no stretch of a text of 5 UTF-16 units")]
    [InlineData("""{"text":"Zarvo","entities":[{"start":0,"end":5,"label":""}]}""", "not a text with entities: the entity from 0 to 5 has no label")]
    public void A_line_that_is_wrong_is_reported_with_its_place(string line, string message)
    {
        var good = """{"text":"Quoll","entities":[]}""";
        Assert.Contains($":3: {message}", Assert.Throws<InvalidDataException>(() => Read($"{good}\n\n{line}\n{good}")).Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<SpanText> Read(string lines)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, lines);
            return SpanText.ReadFile(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
