using Stemma.GraphBuilder.Asking.Answers;
using Stemma.GraphBuilder.Asking.Names;
using Stemma.GraphBuilder.Asking.Querying;
using Stemma.GraphBuilder.Asking.Questions;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking;

/// <content>Yes-or-no questions. A claim that no abstract makes is not denied, because full texts are not read: the answer says what is missing from the graph.</content>
public sealed partial class Asker
{
    /// <summary>The answer if the claim or its reverse is supported; otherwise the sentence that the graph cannot tell, empty if the question makes no claim.</summary>
    private async Task<(AskAnswer? Affirmed, string Denied)> JudgeAsync(string question, AskedNames asked, AskOptions options, CancellationToken cancellationToken)
    {
        if (asked.Question.Whether is not { } claim)
        {
            return (null, "");
        }

        var (from, to) = (asked.Main.Senses[0], asked.Other!.Senses[0]);
        var shown = await FindClaimAsync(asked, claim, (from, to), options, cancellationToken).ConfigureAwait(false);
        var reverse = claim == QuestionKind.Uses ? null : await FindClaimAsync(asked, claim, (to, from), options, cancellationToken).ConfigureAwait(false);
        if (shown.Total > 0)
        {
            var answer = await ToAnswerAsync(question, asked, shown, PathWriter.Affirm(from, to, claim, shown, claim == QuestionKind.Outperforms ? reverse!.Total : 0) + AnswerWriter.Aside(asked), cancellationToken).ConfigureAwait(false);
            return (answer with { Focus = [from, to] }, "");
        }

        if (reverse is { Total: > 0 } && reverse.Rows[0].Confidence >= AskQueries.MinDescentConfidence)
        {
            var answer = await ToAnswerAsync(question, asked, reverse, PathWriter.Reverse(from, to, claim, reverse) + AnswerWriter.Aside(asked), cancellationToken).ConfigureAwait(false);
            return (answer with { Focus = [from, to] }, "");
        }

        var own = new AskedNames(new Question(QuestionKind.IntroducedBy, asked.Question.Name), AskPlan.Of(QuestionKind.IntroducedBy), asked.Main.In(from));
        var introduced = await FindAsync(own, options with { Limit = 1 }, cancellationToken).ConfigureAwait(false);
        return (null, PathWriter.NoEvidence(from, to, claim, introduced.Rows.FirstOrDefault()));
    }

    /// <summary>The answer if nothing supports the claim under the extra condition but something does without it; otherwise null.</summary>
    private async Task<AskAnswer?> JudgeAnywhereAsync(string question, AskedNames asked, AskOptions options, CancellationToken cancellationToken)
    {
        var (wider, _) = await JudgeAsync(question, asked.Anywhere(), options, cancellationToken).ConfigureAwait(false);
        return wider is null ? null : wider with { Answer = $"No abstract here says so{AnswerWriter.Ground(asked)}. {wider.Answer}" };
    }

    /// <summary>Evidence that the first concept builds on, uses or outperforms the second, most confident first.</summary>
    private Task<FoundRows> FindClaimAsync(AskedNames asked, QuestionKind claim, (GraphNode From, GraphNode To) pair, AskOptions options, CancellationToken cancellationToken)
    {
        var query = AskQuery.Write(
            asked,
            AskPlan.Of(QuestionKind.About),
            conditions => AskQueries.WriteClaim(claim, conditions),
            ("from", GraphValue.From(AskedNames.IdOf(pair.From))),
            ("to", GraphValue.From(AskedNames.IdOf(pair.To))));
        return FindAsync(query, Limit(asked.Question, options), cancellationToken);
    }
}
