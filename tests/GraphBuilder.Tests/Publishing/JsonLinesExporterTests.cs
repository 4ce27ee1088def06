using System.Text;
using System.Text.Json;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilder.Publishing;
using Stemma.GraphBuilderTests.Asking;
using Xunit;

namespace Stemma.GraphBuilderTests.Publishing;

public sealed class JsonLinesExporterTests
{
    [Fact]
    public void One_line_a_paper_holds_its_concepts_results_and_descent()
    {
        using var line = JsonDocument.Parse(Export(SmallCorpus.Papers).Split('\n')[1]);

        var paper = line.RootElement;
        Assert.Equal("arxiv:2", paper.GetProperty("id").GetString());
        Assert.Equal(2024, paper.GetProperty("year").GetInt32());
        Assert.Equal(["arxiv:1"], paper.GetProperty("builds_on").EnumerateArray().Select(id => id.GetString()));
        var concepts = paper.GetProperty("concepts").EnumerateArray().ToList();
        Assert.Equal(["introduces", "builds_on", "evaluates_on", "evaluates_on"], concepts.Select(c => c.GetProperty("role").GetString()));
        Assert.Equal("direct-preference-optimization", concepts[1].GetProperty("id").GetString());
        Assert.Equal(["DPO"], concepts[1].GetProperty("surface").EnumerateArray().Select(s => s.GetString()));
        Assert.Equal("DPO", paper.GetProperty("abstract").GetString()![concepts[1].GetProperty("start").GetInt32()..concepts[1].GetProperty("end").GetInt32()]);
        Assert.Equal(82.5, paper.GetProperty("results")[0].GetProperty("value").GetDouble());
    }

    [Fact]
    public void Any_order_of_papers_gives_the_same_bytes()
    {
        var papers = SmallCorpus.Papers.ToArray();
        var shuffled = papers.ToArray();
        new Random(7).Shuffle(shuffled);

        Assert.Equal(Export(papers), Export(shuffled));
    }

    private static string Export(IEnumerable<ExtractedPaper> papers)
    {
        using var output = new MemoryStream();
        new JsonLinesExporter(SmallCorpus.Graph(papers)).Write(output, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
