using Stemma.GraphBuilder.Asking.Answers;
using Stemma.GraphBuilder.Asking.Names;
using Stemma.GraphBuilder.Asking.Querying;
using Stemma.GraphBuilder.Asking.Questions;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking;

/// <content>Questions about authors: their papers, coauthors and venues.</content>
public sealed partial class Asker
{
    private async Task<AskAnswer> AskAuthorAsync(string question, Question read, AskOptions options, CancellationToken cancellationToken)
    {
        var also = read.Also is null ? null : await _names.FindAsync(read.Also, cancellationToken).ConfigureAwait(false);
        var authors = await _authors.ReadAsync(read.Name, cancellationToken).ConfigureAwait(false);
        var asked = new AskedNames(read with { Without = null }, AskPlan.Of(read.Kind), new ResolvedName(AnswerWriter.NamesOf(authors), [], [], [])) { Also = also };
        if (authors.Any(author => author.Id is null || author.IsCorrected) && await AskOtherwiseAsync(question, read, options, cancellationToken).ConfigureAwait(false) is { } other)
        {
            return other;
        }

        if (authors.FirstOrDefault(author => author.Id is null) is { } missing)
        {
            return Unanswered.NoAuthor(question, asked.Plan, missing);
        }

        if (also is { Senses.Count: 0 })
        {
            return Unanswered.Explain(question, asked, also, null);
        }

        return await TellOfAuthorsAsync(question, asked, authors, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The answer about authors that were found.</summary>
    private async Task<AskAnswer> TellOfAuthorsAsync(string question, AskedNames asked, IReadOnlyList<FoundAuthor> authors, AskOptions options, CancellationToken cancellationToken)
    {
        List<(string, GraphValue)> parameters = [("ids", GraphValue.FromStrings(authors[0].Ids))];
        if (authors.Count > 1)
        {
            parameters.Add(("second", GraphValue.FromStrings(authors[1].Ids)));
        }

        var query = AskQuery.Write(
            asked,
            asked.Plan,
            conditions => asked.Question.Kind == QuestionKind.ByAuthor ? AskQueries.WriteByAuthor(conditions, authors.Count > 1) : AskQueries.Write(asked.Plan, conditions),
            [.. parameters]);
        var answer = await AnswerQueryAsync(question, asked, query, found => AnswerWriter.Write(asked, found), options, cancellationToken).ConfigureAwait(false);
        return answer with
        {
            Answer = answer.Answer + AnswerWriter.ReadAs(authors),
            Understood = asked.Print().Replace($"{asked.Plan.Name}()", $"{asked.Plan.Name}({string.Join(", ", authors.Select(author => author.Id))})", StringComparison.Ordinal),
            Suggestions = Unanswered.OfAuthor(asked.Question.Kind, authors),
        };
    }

    /// <summary>"LeCun", "Sergey Levine papers", "Sergey Levine offline RL": a text of no other question form that begins with an author's name; null if it does not.</summary>
    private async Task<AskAnswer?> FindAuthorAsync(string question, Question read, AskOptions options, CancellationToken cancellationToken)
    {
        var words = read.Name.Split(' ');
        if (words.Length == 1 && char.IsUpper(words[0][0]))
        {
            return (await _authors.ReadAsync(read.Name, cancellationToken).ConfigureAwait(false))[0].Id is null ? null
                : await AskAuthorAsync(question, read with { Kind = QuestionKind.ByAuthor }, options, cancellationToken).ConfigureAwait(false);
        }

        if (read.MayNameAuthor && await _authors.IsNameAsync(read.Name, cancellationToken).ConfigureAwait(false))
        {
            return await AskAuthorAsync(question, read with { Kind = QuestionKind.ByAuthor }, options, cancellationToken).ConfigureAwait(false);
        }

        var name = string.Join(' ', words.Take(2));
        return words.Length > 2 && await _authors.IsNameAsync(name, cancellationToken).ConfigureAwait(false)
            && await AskAuthorAsync(question, read with { Kind = QuestionKind.ByAuthor, Name = name, Also = new FurtherCondition(QuestionKind.About, string.Join(' ', words.Skip(2))) }, options, cancellationToken).ConfigureAwait(false) is { Cypher: not null } answer
            ? answer
            : null;
    }

    /// <summary>"Who works with LoRA?" is about a concept although its form asks for coauthors; null if the name is not a concept's either.</summary>
    private async Task<AskAnswer?> AskOtherwiseAsync(string question, Question read, AskOptions options, CancellationToken cancellationToken)
    {
        if (read.Kind != QuestionKind.Coauthors)
        {
            return null;
        }

        var asked = await _names.ReadAsync(read with { Kind = QuestionKind.AuthorsOn }, cancellationToken).ConfigureAwait(false);
        return asked.Missing is null && !asked.Main.IsCorrected ? await AnswerAsync(question, asked, options, cancellationToken).ConfigureAwait(false) : null;
    }
}
