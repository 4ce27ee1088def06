using System.Text;
using Stemma.GraphBuilder.Evaluation;
using Xunit;

namespace Stemma.GraphBuilderTests.Evaluation;

public sealed class LabelWriterTests
{
    private const string Labelled =
        """{"id":"p1","title":"Zarvo for Quolls","abstract":"We propose Zarvo (ZV). Zarvo gains 3.1% on Quoll-9.","concepts":[{"name":"Zarvo","aliases":["ZV"],"type":"Method","role":"introduces","required":true,"evidence":"We propose Zarvo"},{"name":"Quoll-9","aliases":[],"canonical":"Quoll 9","type":"Benchmark","also_type":["Dataset"],"role":"evaluates_on","also_role":["uses"],"required":false,"evidence":"on Quoll-9"}],"results":[{"value":"3.1","unit":"%","metric":null,"on":"Quoll-9","delta":"+3.1","of":"Zarvo"}],"relations":[{"head":"Zarvo","type":"part_of","tail":"Quoll-9","evidence":"x"}]}""";

    [Fact]
    public void Labels_are_written_without_text_and_joined_to_it_again()
    {
        var paper = Read(Labelled);
        using var stream = new MemoryStream();
        LabelWriter.Write(paper, stream);
        var line = Encoding.UTF8.GetString(stream.ToArray());
        Assert.DoesNotContain("We propose", line, StringComparison.Ordinal);

        var shipped = Read(line);
        var texts = new LabelTexts([shipped]);
        Assert.Null(texts.Join(shipped));
        texts.Offer("another abstract");
        texts.Offer(paper.Abstract);
        var joined = texts.Join(shipped)!;
        Assert.Equal(paper.Abstract, joined.Abstract);
        Assert.Equal(paper.Results, joined.Results);
        Assert.Equal(paper.Relations, joined.Relations);
        foreach (var (before, after) in paper.Concepts.Zip(joined.Concepts))
        {
            Assert.Equal(before.Forms, after.Forms);
            Assert.Equal(before.Types, after.Types);
            Assert.Equal(before.Roles, after.Roles);
            Assert.Equal((before.Required, before.Evidence), (after.Required, after.Evidence));
            Assert.Equal(before.Mentions, after.Mentions);
        }

        Assert.Equal(4, joined.Concepts[0].Mentions.Count);
    }

    private static LabelledPaper Read(string line) => Assert.Single(LabelledPaperReader.Read(new StringReader(line), "labels.jsonl"));
}
