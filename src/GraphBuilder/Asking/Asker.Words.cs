using Stemma.GraphBuilder.Asking.Answers;
using Stemma.GraphBuilder.Asking.Names;
using Stemma.GraphBuilder.Asking.Querying;
using Stemma.GraphBuilder.Asking.Questions;
using Stemma.GraphModel;
using Stemma.GraphModel.Values;
using Stemma.GraphStore;

namespace Stemma.GraphBuilder.Asking;

/// <content>Full-text search for words that are not the name of a concept.</content>
public sealed partial class Asker
{
    /// <summary>Maximum number of words to search for; a longer text is taken for a sentence.</summary>
    private const int MostWords = 6;

    /// <summary>The answer mentions papers that contain the words only if they are this many times more than the papers known to name the concept.</summary>
    private const int FarMore = 3;

    /// <summary>From this many papers on, the answer does not mention papers that only contain the words.</summary>
    private const int Enough = 50;

    private static readonly HashSet<string> Joining = new(["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "using", "via", "with"], StringComparer.Ordinal);

    /// <summary>
    /// The answer for a name that did not resolve: papers that contain its words, if the question asks for papers about it or is a bare text rather than a question;
    /// otherwise the reason why there is no answer.
    /// </summary>
    private async Task<AskAnswer> UnansweredAsync(string question, Question read, AskedNames asked, AskOptions options, CancellationToken cancellationToken)
    {
        if (read is { IsBareName: true, Also: null } or { MayNameAuthor: true, Also: null } && await FindAuthorAsync(question, read, options, cancellationToken).ConfigureAwait(false) is { } author)
        {
            return author;
        }

        var known = await _names.FindKnownAsync(question, cancellationToken).ConfigureAwait(false);
        var missing = asked.Missing!;
        var within = missing.Name.Contains(' ', StringComparison.Ordinal) ? await _names.FindKnownAsync(missing.Name, cancellationToken).ConfigureAwait(false) : null;
        var reason = Unanswered.Explain(question, asked, missing, known, within);
        var isSearch = read is { Kind: QuestionKind.About or QuestionKind.Uses or QuestionKind.Measures, Without: null } || (read.IsBareName && !Unanswered.IsQuestion(question));
        var words = read.Also is null ? read : read with { Name = $"{read.Name} {read.Also.Name}" };
        var before = asked.Question.Also is null ? null : $"Nothing in this graph is named “{missing.Name}”.";
        if (!isSearch || (Unanswered.HasReason(question) && !read.Filters.ByYear) || asked.Question.Without is not null || await FindWordedAsync(question, words, before, options, cancellationToken).ConfigureAwait(false) is not { } worded)
        {
            return reason;
        }

        return worded with { Suggestions = [.. missing.Suggestions.Where(node => HasWords(node, missing.Name)).Select(node => $"papers about {node.Properties[GraphSchema.Keys.Name].AsString()}")] };
    }

    /// <summary>The answer by full-text search if the answer by names has no rows; otherwise the given answer.</summary>
    private async Task<AskAnswer> OrWordedAsync(AskAnswer answer, AskedNames asked, AskOptions options, CancellationToken cancellationToken)
    {
        if (answer.Total > 0 || asked.Without.Count > 0 || asked.Question.Kind is not (QuestionKind.About or QuestionKind.Uses))
        {
            return answer;
        }

        var words = asked.Question with { Name = asked.Also is null ? asked.Main.Name : $"{asked.Main.Name} {asked.Also.Name}" };
        return await FindWordedAsync(answer.Question, words, answer.Answer, options, cancellationToken).ConfigureAwait(false) is { Total: > 0 } worded
            ? worded with { Understood = $"{answer.Understood}, else {worded.Understood}", Suggestions = answer.Suggestions }
            : answer;
    }

    /// <summary>If far more papers contain the words than are known to name the concept, a sentence that says so and the question that lists them; otherwise empty.</summary>
    private async Task<string> AlsoWordedAsync(AskedNames asked, FoundRows found, CancellationToken cancellationToken)
    {
        var papers = asked.Plan.Form == AskForm.VenuesOn ? found.AllRows.Sum(row => row.Papers ?? 0) : found.Total;
        if (asked.Question is not { Kind: QuestionKind.About or QuestionKind.VenuesOn, Also: null } || asked.Without.Count > 0 || asked.Main.IsCorrected || papers is 0 or >= Enough)
        {
            return "";
        }

        var query = AskQuery.Write(asked, asked.Plan, AskQueries.WriteWorded, ("query", GraphValue.From(FullTextWords.Whole(FullTextWords.Split(asked.Main.Name)))));
        var worded = (await RunAsync(query.Text.Count, query.Parameters, cancellationToken).ConfigureAwait(false)).Rows[0][0].AsInteger();
        return worded > FarMore * papers ? $" {AnswerWriter.Number(worded)} papers have {AnswerWriter.WordsOf(asked.Main.Name)} in the title or abstract: “papers with {AnswerWriter.WordsOf(asked.Main.Name)} {asked.Main.Name}” lists them." : "";
    }

    /// <summary>The papers that contain all words of the name in their title or abstract; null if there are none.</summary>
    private async Task<AskAnswer?> FindWordedAsync(string question, Question read, string? before, AskOptions options, CancellationToken cancellationToken)
    {
        if (read.Filters is { Since: null, Until: null } && FilterReader.SplitYear(read.Name) is { } dated)
        {
            read = read with { Name = dated.Name, Filters = read.Filters with { Since = dated.Year, Until = dated.Year } };
        }

        List<string> words = [.. FullTextWords.Split(read.Name).Where(word => !Joining.Contains(word)).Select(Begun)];
        if (words.Count is 0 or > MostWords)
        {
            return null;
        }

        var asked = new AskedNames(read with { Kind = QuestionKind.Worded, Also = null, Without = null }, AskPlan.Of(QuestionKind.Worded), new ResolvedName(read.Name, [], [], []));
        var query = AskQuery.Write(
            asked,
            asked.Plan,
            AskQueries.WriteWorded,
            ("query", GraphValue.From(string.Join(" AND ", words))),
            ("terms", GraphValue.FromStrings([.. words.Select(word => word.Trim('"', '*'))])));
        var answer = await AnswerQueryAsync(question, asked, query, found => AnswerWriter.Worded(asked, found, before), options, cancellationToken).ConfigureAwait(false);
        return answer.Total == 0 ? null : answer with { Understood = asked.Print().Replace("words()", $"words(“{read.Name}”)", StringComparison.Ordinal) };
    }

    private static bool HasWords(GraphNode concept, string name)
    {
        var words = FullTextWords.Split(concept.Properties[GraphSchema.Keys.Name].AsString());
        return FullTextWords.Split(name).Where(word => !Joining.Contains(word)).All(word => words.Any(other => other.StartsWith(word.TrimEnd('s'), StringComparison.Ordinal)));
    }

    /// <summary>Full-text term for a word: the singular as a prefix; a word of fewer than five letters, or with other characters than letters, as a whole.</summary>
    private static string Begun(string word) => word.Length < 5 || !word.All(char.IsLetter) ? $"\"{word}\"" : word.TrimEnd('s') + "*";
}
