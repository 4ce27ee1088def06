using Stemma.GraphModel.Values;
using Stemma.GraphStore;

namespace Stemma.GraphBuilder.Asking;

/// <content>Questions about what no concept is named: papers may have its words.</content>
public sealed partial class Asker
{
    /// <summary>Words of a text that papers are looked for by; what is longer is a sentence.</summary>
    private const int MostWords = 6;

    private static readonly HashSet<string> Joining = new(["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "using", "via", "with"], StringComparer.Ordinal);

    /// <summary>The answer where a name is not known: papers that have its words, where papers about it are asked for, or where a text that is no question has a known name in it; else why there is none.</summary>
    private async Task<AskAnswer> UnansweredAsync(string question, Question read, AskedNames asked, AskOptions options, CancellationToken cancellationToken)
    {
        if (read is { IsBareName: true, Also: null } && await FindAuthorAsync(question, read, options, cancellationToken).ConfigureAwait(false) is { } author)
        {
            return author;
        }

        var known = await _names.FindKnownAsync(question, cancellationToken).ConfigureAwait(false);
        var reason = Unanswered.Because(question, asked, asked.Missing!, known);
        var isSearch = read is { Kind: QuestionKind.About, Without: null, Also: null } || (read.IsBareName && known is not null && !Unanswered.HasReason(question));
        return isSearch && asked.Question.Without is null ? await FindWordedAsync(question, read, null, options, cancellationToken).ConfigureAwait(false) ?? reason : reason;
    }

    /// <summary>The answer by words where two names that were asked for together gave none; else the answer.</summary>
    private async Task<AskAnswer> OrWordedAsync(AskAnswer answer, AskedNames asked, AskOptions options, CancellationToken cancellationToken)
    {
        if (answer.Total > 0 || asked.Also is null || asked.Without.Count > 0 || asked.Question.Kind is not (QuestionKind.About or QuestionKind.Uses))
        {
            return answer;
        }

        var words = asked.Question with { Name = $"{asked.Main.Name} {asked.Also.Name}" };
        return await FindWordedAsync(answer.Question, words, answer.Answer, options, cancellationToken).ConfigureAwait(false) is { Total: > 0 } worded
            ? worded with { Understood = $"{answer.Understood}, else {worded.Understood}", Suggestions = answer.Suggestions }
            : answer;
    }

    /// <summary>The papers that have all words of the name in their title or abstract; null where none has.</summary>
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

        var asked = new AskedNames(read with { Also = null }, AskPlan.Of(QuestionKind.About) with { Name = "words", Form = AskForm.Worded }, new ResolvedName(read.Name, [], [], []));
        var conditions = asked.Conditions();
        var text = AskQueries.WriteWorded(conditions);
        var parameters = new Dictionary<string, GraphValue>(conditions.Parameters, StringComparer.Ordinal)
        {
            ["query"] = GraphValue.From(string.Join(" AND ", words)), ["terms"] = GraphValue.FromStrings([.. words.Select(word => word.Trim('"', '*'))]),
        };
        var found = await FindAsync(asked.Plan, text, parameters, Limit(read, options), cancellationToken).ConfigureAwait(false);
        return found.Total == 0 ? null : await TellAsync(question, asked, found, AnswerWriter.Worded(asked, found, before), cancellationToken).ConfigureAwait(false) with
        {
            Understood = asked.Print().Replace("words()", $"words(“{read.Name}”)", StringComparison.Ordinal),
        };
    }

    /// <summary>A word in the singular and all that goes on so; a short one whole.</summary>
    private static string Begun(string word) => word.Length < 5 || !word.All(char.IsLetter) ? $"\"{word}\"" : word.TrimEnd('s') + "*";
}
