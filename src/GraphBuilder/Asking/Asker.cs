using Stemma.GraphAnalysis.Lineage;
using Stemma.GraphBuilder.Asking.Answers;
using Stemma.GraphBuilder.Asking.Names;
using Stemma.GraphBuilder.Asking.Querying;
using Stemma.GraphBuilder.Asking.Questions;
using Stemma.GraphModel;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking;

/// <summary>
/// Answers questions in plain English from a graph, embedded or on a server; the entry point of this folder. Running the Cypher of an answer with its parameters returns its rows.
/// Safe for concurrent calls.
/// </summary>
/// <remarks>
/// <list type="number">
/// <item>
/// <c>Questions/</c>: <see cref="QuestionReader"/> parses a question into kind, names and filters, using the grammar of <see cref="QuestionPatterns"/>; <see cref="AskPlan"/>
/// defines how each kind is queried.
/// </item>
/// <item>
/// <c>Names/</c>: <see cref="NameReader"/> resolves names to concepts with <see cref="ConceptResolver"/>, misspelled ones with <see cref="NameSpeller"/>, authors with
/// <see cref="AuthorReader"/>.
/// </item>
/// <item>
/// <c>Querying/</c>: <see cref="AskQueries"/> has one Cypher text for each form, which ranks, merges and limits; it runs through <see cref="IGraphDatabase"/> only.
/// <see cref="RowReader"/> reads its rows.
/// </item>
/// <item>
/// <c>Answers/</c>: <see cref="AnswerWriter"/> writes the sentence; <see cref="Unanswered"/> suggests other questions, <see cref="CoverageReader"/> reports that the graph has no
/// papers of the venue and years asked about. The result is an <see cref="AskAnswer"/>.
/// </item>
/// </list>
/// </remarks>
public sealed partial class Asker(IGraphDatabase database, NameSpeller speller)
{
    /// <summary>Maximum number of senses of a name that are tried, and offered as alternatives.</summary>
    private const int MostSenses = 4;

    /// <summary>Maximum number of defining sentences if no paper introduces the concept.</summary>
    private const int MostTelling = 3;

    private readonly TitleReader _titles = new(database);
    private readonly NameReader _names = new(new ConceptResolver(database, speller));
    private readonly AuthorReader _authors = new(database);
    private readonly CoverageReader _coverage = new(database);
    private readonly LineageFinder _lineage = new(database);

    /// <summary>Creates an asker with its own <see cref="NameSpeller"/>.</summary>
    public Asker(IGraphDatabase database)
        : this(database, new NameSpeller(database))
    {
    }

    /// <summary>Example questions, one of each kind.</summary>
    public static IReadOnlyList<string> Examples => QuestionReader.Examples;

    /// <summary>Answers a question. If it is not understood, <see cref="AskAnswer.Understood"/> is null and there are suggestions.</summary>
    public async Task<AskAnswer> AskAsync(string question, AskOptions options, CancellationToken cancellationToken)
    {
        if (QuestionReader.SplitQuestions(question) is { } two)
        {
            var first = await AskAsync(two.First, options, cancellationToken).ConfigureAwait(false);
            return first with { Question = question, Answer = $"{first.Answer} Ask the second question by itself: “{two.Second}”", Suggestions = [two.Second, .. first.Suggestions] };
        }

        if (QuestionReader.Read(question) is not { } read)
        {
            return Unanswered.NotUnderstood(question, "A question has 1 to 300 characters.");
        }

        var filters = await DatedAsync(read.Filters, options, cancellationToken).ConfigureAwait(false);
        read = read with { Filters = filters with { ByYear = filters.ByYear && AreCountable(read.Kind) } };
        return await AnswerReadAsync(question, read, options, cancellationToken).ConfigureAwait(false);
    }

    private async Task<AskAnswer> AnswerReadAsync(string question, Question read, AskOptions options, CancellationToken cancellationToken)
    {
        if (await AnswerOthersAsync(question, read, options, cancellationToken).ConfigureAwait(false) is { } other)
        {
            return other;
        }

        if (read.IsBareName && await _authors.IsNameAsync(read.Name, cancellationToken).ConfigureAwait(false))
        {
            return await AskAuthorAsync(question, read with { Kind = QuestionKind.ByAuthor }, options, cancellationToken).ConfigureAwait(false);
        }

        var asked = await _names.ReadAsync(read, cancellationToken).ConfigureAwait(false);
        if (asked.Missing is { } missing)
        {
            // A title may end in a word of the grammar ("… datasets"), so the whole question is tried as a title too.
            if (ReferenceEquals(missing, asked.Main) && (await _titles.FindAsync(read.Name, cancellationToken).ConfigureAwait(false) ?? await _titles.FindAsync(question, cancellationToken).ConfigureAwait(false)) is { } paper)
            {
                return await AnswerTitleAsync(question, read, paper, options, cancellationToken).ConfigureAwait(false);
            }

            return await UnansweredAsync(question, read, asked, options, cancellationToken).ConfigureAwait(false);
        }

        return await (read.Kind switch
        {
            QuestionKind.Connection => ConnectAsync(question, asked, options, cancellationToken),
            QuestionKind.ResultsOf or QuestionKind.InCommon => AnswerPairAsync(question, asked, options, cancellationToken),
            _ => AnswerAsync(question, asked, options, cancellationToken),
        }).ConfigureAwait(false);
    }

    /// <summary>The answer to a question that is about authors, the whole graph or words instead of a concept; otherwise null.</summary>
    private async Task<AskAnswer?> AnswerOthersAsync(string question, Question read, AskOptions options, CancellationToken cancellationToken) => read.Kind switch
    {
        QuestionKind.MostNamed or QuestionKind.MostIntroduced => await RankAsync(question, read, options, cancellationToken).ConfigureAwait(false),
        QuestionKind.ByAuthor or QuestionKind.Coauthors or QuestionKind.VenuesOfAuthor => await AskAuthorAsync(question, read, options, cancellationToken).ConfigureAwait(false),
        QuestionKind.Worded => await FindWordedAsync(question, read, "", options, cancellationToken).ConfigureAwait(false) ?? Unanswered.NoWords(question, read.Name),
        _ => null,
    };

    private static int? Earlier(int? first, int? second) => first is { } a && second is { } b ? Math.Min(a, b) : first ?? second;

    private async Task<AskAnswer> AnswerAsync(string question, AskedNames asked, AskOptions options, CancellationToken cancellationToken)
    {
        (asked, var found) = await FindSenseAsync(asked, options, cancellationToken).ConfigureAwait(false);
        if (asked.Question.Kind == QuestionKind.Cites && found.Total == 0)
        {
            var naming = asked with { Question = asked.Question with { Kind = QuestionKind.About }, Plan = AskPlan.Of(QuestionKind.About) };
            var answer = await AnswerAsync(question, naming, options, cancellationToken).ConfigureAwait(false);
            return answer with { Answer = $"No citation of a paper that introduced it is in this graph. {answer.Answer}" };
        }

        if (asked.Question.Kind == QuestionKind.WhatIs && found.Total == 0)
        {
            found = await FindAsync(asked with { Plan = asked.Plan with { Form = AskForm.Telling } }, options with { Limit = MostTelling }, cancellationToken).ConfigureAwait(false);
            found = found with { Total = found.Rows.Count };
        }

        found = await WithYearsAsync(asked, found, cancellationToken).ConfigureAwait(false);
        var sentence = asked.Question.Filters.ByYear ? AnswerWriter.Years(asked, found)
            : asked.Question.Kind == QuestionKind.WhatIs ? AnswerWriter.Define(asked, found.Rows)
            : AnswerWriter.Write(asked, found) + await AlsoWordedAsync(asked, found, cancellationToken).ConfigureAwait(false);
        var told = await ToAnswerAsync(question, asked, found, sentence, cancellationToken).ConfigureAwait(false) with
        {
            Suggestions = [.. asked.Main.IsCorrected ? [] : asked.Main.Suggestions.Select(other => Unanswered.ReplaceName(question, asked.Main.Name, other.Properties[GraphSchema.Keys.Name].AsString())), .. asked.Main.Others.Take(MostSenses).Select(other => Unanswered.ReplaceName(question, asked.Main.Name, asked.Main.NameApart(other))), .. found.Total == 0 ? Unanswered.Further(asked) : []],
        };
        return await OrWordedAsync(told, asked, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Unrelated concepts that share a name are never merged: returns the rows of the most used sense that has any, or the most used sense without rows.
    /// Only "what is" questions cover all senses.
    /// </summary>
    private async Task<(AskedNames Asked, FoundRows Found)> FindSenseAsync(AskedNames asked, AskOptions options, CancellationToken cancellationToken)
    {
        var senses = asked.Main.Senses.Take(MostSenses).ToList();
        if (senses.Count == 1 || asked.Question.Kind == QuestionKind.WhatIs)
        {
            return (asked, await FindAsync(asked, options, cancellationToken).ConfigureAwait(false));
        }

        (AskedNames Asked, FoundRows Found)? first = null;
        foreach (var sense in senses)
        {
            var one = asked with { Main = asked.Main.In(sense) };
            var found = await FindAsync(one, options, cancellationToken).ConfigureAwait(false);
            if (found.Total > 0)
            {
                return (one, found);
            }

            first ??= (one, found);
        }

        return first!.Value;
    }

    private async Task<FoundRows> FindAsync(AskedNames asked, AskOptions options, CancellationToken cancellationToken)
    {
        var ids = GraphValue.FromStrings(asked.Ids);
        var query = AskQuery.Write(asked, asked.IsAboutSenses ? asked.Plan with { Form = AskForm.Senses } : asked.Plan.For(asked.Main.Senses), ("ids", ids));
        var found = await FindAsync(query, Limit(asked.Question, options), cancellationToken).ConfigureAwait(false);
        if (query.Plan.Form != AskForm.ResultsOn)
        {
            return found;
        }

        // The reported numbers, including those that cannot be ranked.
        var all = AskQuery.Write(asked, AskPlan.Of(QuestionKind.NumbersOn), ("ids", ids));
        return found with { UnrankedCount = (int)(await RunAsync(all.Text.Count, all.Parameters, cancellationToken).ConfigureAwait(false)).Rows[0][0].AsInteger() - found.Total };
    }

    /// <summary>For a title in place of a name: the papers that cite the paper, if the question asks for them, otherwise the concepts that it introduces.</summary>
    private async Task<AskAnswer> AnswerTitleAsync(string question, Question read, GraphNode paper, AskOptions options, CancellationToken cancellationToken)
    {
        var plan = AskPlan.Of(read.Kind) with { Form = read.Kind == QuestionKind.Cites ? AskForm.CitesPaper : AskForm.IntroducedIn };
        var asked = new AskedNames(read with { Also = null, Without = null, Filters = read.Filters with { ByYear = false } }, plan, new ResolvedName(read.Name, [paper], [], []));
        var id = GraphValue.From(AskedNames.IdOf(paper));
        var written = await RunAsync(AskQueries.AuthorsOf, new(StringComparer.Ordinal) { ["id"] = id }, cancellationToken).ConfigureAwait(false);
        var authors = written.Rows.Select(row => row[0].AsString()).ToList();
        string Write(FoundRows found) => AnswerWriter.WriteTitle(read.Kind, new AskRow(paper, null) { Authors = authors }, found);
        return await AnswerQueryAsync(question, asked, AskQuery.Write(asked, plan, ("id", id)), Write, options, cancellationToken).ConfigureAwait(false) with
        {
            Understood = $"paper({AskedNames.IdOf(paper)})",
            Suggestions = [.. authors.Take(1).Select(author => $"papers by {author}")],
        };
    }
}
