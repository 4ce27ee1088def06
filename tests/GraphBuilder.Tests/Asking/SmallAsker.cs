using Stemma.GraphBuilder.Asking;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilderTests.Linking;
using Stemma.GraphStore.Embedded;
using Stemma.Testing.Engines;
using Xunit;

namespace Stemma.GraphBuilderTests.Asking;

/// <summary>Asks questions about <see cref="SmallCorpus"/> and some additional papers, without a limit on rows.</summary>
internal static class SmallAsker
{
    /// <summary>Answers a question.</summary>
    public static async Task<AskAnswer> AskAsync(string question, params ExtractedPaper[] further)
    {
        await using var database = Open(further);
        return await AskAsync(question, database);
    }

    /// <summary>Answers a question and asserts that the Cypher text, if any, returns the answer's rows.</summary>
    public static async Task<AskAnswer> AskAndRunAsync(string question, params ExtractedPaper[] further)
    {
        await using var database = Open(further);
        var answer = await AskAsync(question, database);
        if (answer.Cypher is not null)
        {
            await ShownCypher.AssertGivesAsync(answer, database, TestContext.Current.CancellationToken);
        }

        return answer;
    }

    private static EmbeddedGraphDatabase Open(ExtractedPaper[] further) => EmbeddedGraphDatabase.Over(SmallCorpus.Graph([.. SmallCorpus.Papers, .. further]), TimeProvider.System);

    private static Task<AskAnswer> AskAsync(string question, EmbeddedGraphDatabase database)
        => new Asker(database).AskAsync(question, new AskOptions { Limit = 0 }, TestContext.Current.CancellationToken);
}
