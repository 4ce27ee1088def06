using Stemma.GraphBuilder.Spans;
using Xunit;

namespace Stemma.GraphBuilderTests.Spans;

public sealed class SpanTagsTests
{
    /// <summary>The allowed successors of each tag, written out: outside, then begin, inside, end and single of two labels; the last row is for the start of a text.</summary>
    [Fact]
    public void What_begins_goes_on_or_ends_and_nothing_else_does()
    {
        string[] rows =
        [
            "O B S b s",
            "I E",
            "I E",
            "O B S b s",
            "O B S b s",
            "i e",
            "i e",
            "O B S b s",
            "O B S b s",
            "O B S b s",
        ];
        const string Names = "OBIESbies";
        var tags = new SpanTags(2);
        Assert.Equal(Names.Length, tags.Count);
        Assert.Equal(rows, Enumerable.Range(0, tags.Count + 1).Select(row => string.Join(' ', Enumerable.Range(0, tags.Count).Where(tag => tags.MayFollow((row * tags.Count) + tag)).Select(tag => Names[tag]))));
        Assert.Equal("OESes", string.Concat(Enumerable.Range(0, tags.Count).Where(SpanTags.MayEnd).Select(tag => Names[tag])));
    }
}
