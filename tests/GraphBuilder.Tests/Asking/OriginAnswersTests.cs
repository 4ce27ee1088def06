using Stemma.GraphBuilder.Asking;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilderTests.Linking;
using Stemma.GraphModel.Papers;
using Stemma.GraphStore.Embedded;
using Xunit;

namespace Stemma.GraphBuilderTests.Asking;

/// <summary>Answers name the paper that introduced a concept if it is known and not in the graph.</summary>
public sealed class OriginAnswersTests
{
    private const string Origin = "introduced by “On Kites” (2019), a paper that this graph does not have";

    [Theory]
    [InlineData("who introduced KiteNet?", "KiteNet was " + Origin + ".")]
    [InlineData("what is KiteNet?", "KiteNet is a method that 1 paper names, " + Origin + ". No abstract here says what it is; “Work” (2024) names it: “We train KiteNet and WindNet.”")]
    [InlineData("difference between KiteNet and WindNet", "KiteNet was " + Origin + ", and is named in this graph by 1 paper. WindNet is named in this graph by 1 paper since 2024.")]
    public async Task The_origin_is_told(string question, string begin)
    {
        var paper = new PaperDraft("arxiv:61", "Work", "We train KiteNet and WindNet.", 2024).Names("KiteNet", ConceptRole.Uses).Names("WindNet", ConceptRole.Uses).Build();
        await using var database = EmbeddedGraphDatabase.Over(SmallCorpus.Graph([.. SmallCorpus.Papers, paper], new ConceptOrigin("KiteNet", 2019, "On Kites")), TimeProvider.System);

        Assert.StartsWith(begin, (await new Asker(database).AskAsync(question, new AskOptions { Limit = 0 }, TestContext.Current.CancellationToken)).Answer);
    }
}
