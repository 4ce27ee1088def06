using Stemma.GraphAnalysis.Lineage;
using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphModel;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking;

/// <summary>
/// Answers plain questions from a graph, wherever it lives. This is the front door of asking; its stages, in order:
/// <see cref="QuestionReader"/> (question → kind, names, filters; the grammar is <see cref="QuestionPatterns"/>) → <see cref="NameReader"/> (names → concepts, by <see cref="ConceptResolver"/>) →
/// <see cref="AskPlan"/> (kind → form of query and roles) → <see cref="AskQueries"/> (one Cypher text that ranks, merges and limits, sent through <see cref="IGraphDatabase"/> alone) → <see cref="RowReader"/> (rows) →
/// <see cref="AnswerWriter"/> (one sentence; <see cref="Unanswered"/> where there is no answer) → <see cref="AskAnswer"/>. The text of an answer, run with its parameters, gives its rows. Safe for concurrent calls.
/// </summary>
public sealed class Asker(IGraphDatabase database)
{
    /// <summary>Ways between two concepts that are told, unless fewer rows are wanted.</summary>
    private const int MostWays = 3;

    /// <summary>Hops up to which a way between two concepts says more than papers that name both.</summary>
    private const int LongestTelling = 3;

    /// <summary>Senses of a name that are tried, and told as choices.</summary>
    private const int MostSenses = 4;

    private readonly TitleReader _titles = new(database);
    private readonly NameReader _names = new(new ConceptResolver(database));
    private readonly LineageFinder _lineage = new(database);

    /// <summary>Questions that can be asked, one of each kind.</summary>
    public static IReadOnlyList<string> Examples => QuestionReader.Examples;

    /// <summary>Answers a question. A question that is not understood has <see cref="AskAnswer.Understood"/> null and suggestions.</summary>
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

        read = read with { Filters = read.Filters with { Until = Earlier(read.Filters.Until, options.AsOf) } };
        if (read.Kind == QuestionKind.ByAuthor)
        {
            return await AskAuthorAsync(question, read, options, cancellationToken).ConfigureAwait(false);
        }

        var asked = await _names.ReadAsync(read, cancellationToken).ConfigureAwait(false);
        if (asked.Missing is { } missing)
        {
            if (ReferenceEquals(missing, asked.Main) && await _titles.FindAsync(read.Name, cancellationToken).ConfigureAwait(false) is { } paper)
            {
                return await AnswerTitleAsync(question, read, paper, options, cancellationToken).ConfigureAwait(false);
            }

            return Unanswered.Because(question, asked, missing);
        }

        return read.Kind == QuestionKind.Connection
            ? await ConnectAsync(question, asked, options, cancellationToken).ConfigureAwait(false)
            : await AnswerAsync(question, asked, options, cancellationToken).ConfigureAwait(false);
    }

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

        var sentence = asked.Question.Kind == QuestionKind.WhatIs ? AnswerWriter.Define(asked, found.Rows) : AnswerWriter.Write(asked, found);
        return Answer(question, asked, found, sentence) with
        {
            Suggestions = [.. asked.Main.Others.Take(MostSenses).Select(other => Unanswered.Instead(question, asked.Main.Name, AskedNames.IdOf(other)))],
        };
    }

    /// <summary>Unrelated things that share a name are never joined: the rows of the most used sense that has any, else none of the most used. Only what a name means is said of all.</summary>
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
        var plan = asked.IsAboutSenses ? asked.Plan with { Form = AskForm.Senses } : asked.Plan.For(asked.Main.Senses);
        var conditions = asked.Conditions();
        var text = AskQueries.Write(plan, conditions);
        var parameters = new Dictionary<string, GraphValue>(conditions.Parameters, StringComparer.Ordinal) { ["ids"] = GraphValue.FromStrings(asked.Ids) };
        return await FindAsync(plan, text, parameters, Limit(asked.Question, options), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A title in the place of a name: the papers that cite the paper, where that is asked, else what it introduces.</summary>
    private async Task<AskAnswer> AnswerTitleAsync(string question, Question read, GraphNode paper, AskOptions options, CancellationToken cancellationToken)
    {
        var plan = AskPlan.Of(read.Kind) with { Form = read.Kind == QuestionKind.Cites ? AskForm.CitesPaper : AskForm.IntroducedIn };
        var asked = new AskedNames(read with { Also = null, Without = null }, plan, new ResolvedName(read.Name, [paper], [], []));
        var conditions = asked.Conditions();
        var text = AskQueries.Write(plan, conditions);
        var parameters = new Dictionary<string, GraphValue>(conditions.Parameters, StringComparer.Ordinal) { ["id"] = GraphValue.From(AskedNames.IdOf(paper)) };
        var found = await FindAsync(plan, text, parameters, Limit(read, options), cancellationToken).ConfigureAwait(false);
        return Answer(question, asked, found, AnswerWriter.WriteTitle(read.Kind, new AskRow(paper, null), found)) with { Understood = $"paper({AskedNames.IdOf(paper)})" };
    }

    private static AskAnswer Answer(string question, AskedNames asked, FoundRows found, string sentence) => new(question, asked.Print(), sentence)
    {
        Cypher = found.Cypher,
        Parameters = found.Parameters,
        Rows = found.Rows,
        Total = asked.Question.Filters.Top is { } top ? Math.Min(top, found.Total) : found.Total,
        Focus = asked.Main.Senses,
        OtherSenses = asked.Main.Others,
    };

    private static int? Limit(Question question, AskOptions options) => Earlier(question.Filters.Top, options.Limit == 0 ? null : options.Limit);

    /// <summary>Runs a text. How many rows there are without the limit is asked only where the limit was reached.</summary>
    private async Task<FoundRows> FindAsync(AskPlan plan, AskText text, Dictionary<string, GraphValue> parameters, int? limit, CancellationToken cancellationToken)
    {
        if (limit is not { } most)
        {
            var all = RowReader.Read(plan, await RunAsync(text.All, parameters, cancellationToken).ConfigureAwait(false));
            return new FoundRows(text.All, parameters, all, all.Count, all.Count(row => row.Via is not null)) { Before = CountBefore(all, parameters) };
        }

        var limited = new Dictionary<string, GraphValue>(parameters, StringComparer.Ordinal) { ["limit"] = GraphValue.From((long)most) };
        if (plan.Form == AskForm.Lineage)
        {
            // The sentence tells of both directions, whichever the limit cuts.
            var whole = await FindAsync(plan, text, parameters, null, cancellationToken).ConfigureAwait(false);
            return whole with { Cypher = text.First, Parameters = limited, Rows = [.. whole.Rows.Take(most)], Told = whole.Rows };
        }

        var rows = RowReader.Read(plan, await RunAsync(text.First, limited, cancellationToken).ConfigureAwait(false));
        if (rows.Count < most)
        {
            return new FoundRows(text.First, limited, rows, rows.Count, rows.Count(row => row.Via is not null)) { Before = CountBefore(rows, parameters) };
        }

        var count = (await RunAsync(text.Count, parameters, cancellationToken).ConfigureAwait(false)).Rows[0];
        return new FoundRows(text.First, limited, rows, (int)count[0].AsInteger(), (int)count[1].AsInteger()) { Before = CountBefore(rows, parameters) };
    }

    /// <summary>How many of the rows stand on the way between two concepts, where that was asked.</summary>
    private static int CountBefore(List<AskRow> rows, Dictionary<string, GraphValue> parameters) =>
        parameters.TryGetValue("steps", out var steps) ? Math.Min(rows.Count, steps.AsList().Count) : 0;

    private async Task<AskAnswer> ConnectAsync(string question, AskedNames asked, AskOptions options, CancellationToken cancellationToken)
    {
        var (from, to) = (asked.Main.Senses[0], asked.Other!.Senses[0]);
        var (fromId, toId) = (AskedNames.IdOf(from), AskedNames.IdOf(to));
        IReadOnlyList<LineagePath> ways = await _lineage.FindPathsAsync(fromId, toId, 2 * MostWays, asked.Question.Filters.Until, cancellationToken).ConfigureAwait(false);
        ways = [.. ways.OrderBy(Unshown).ThenBy(IsDoubtful).Take(Math.Min(MostWays, Limit(asked.Question, options) ?? MostWays))];
        var found = await BetweenAsync(asked, fromId, toId, ways, options, cancellationToken).ConfigureAwait(false);
        if (ways.Count > 0 && !IsTelling(ways[0]) && found.Total - found.Before >= MostWays)
        {
            ways = [];
            found = await BetweenAsync(asked, fromId, toId, ways, options, cancellationToken).ConfigureAwait(false);
        }

        var common = found.Rows.Skip(found.Before).Select(row => new LineagePath([from, row.Node, to], row.Relationships, 2)).ToList();
        return Answer(question, asked, found, PathWriter.Write(from, to, ways, common, found.Total - found.Before)) with
        {
            Focus = [from, to],
            Paths = ways.Count > 0 ? ways : [.. common.Take(MostWays)],
        };
    }

    /// <summary>Hops of a way that no sentence shows: they come from names alone.</summary>
    private static int Unshown(LineagePath way) => way.Relationships.Count(hop => !(hop.Properties.TryGetValue(GraphSchema.Keys.Evidence, out var evidence) && evidence.IsString));

    /// <summary>True where a hop of the way is less sure than what an answer tells.</summary>
    private static bool IsDoubtful(LineagePath way) =>
        way.Relationships.Any(hop => hop.Properties.TryGetValue(GraphSchema.Keys.Confidence, out var confidence) && confidence.IsNumber && confidence.AsNumber() < AskQueries.LeastSure);

    /// <summary>A short way that a sentence shows, or a single hop, says more than papers that name both.</summary>
    private static bool IsTelling(LineagePath way) => way.Relationships.Count <= LongestTelling && !IsDoubtful(way) && (way.Relationships.Count == 1 || Unshown(way) < way.Relationships.Count);

    private async Task<FoundRows> BetweenAsync(AskedNames asked, string from, string to, IReadOnlyList<LineagePath> ways, AskOptions options, CancellationToken cancellationToken)
    {
        var steps = ways.SelectMany(way => way.Nodes.Take(way.Nodes.Count - 2).Zip(way.Nodes.Skip(1), (before, node) => (Before: AskedNames.IdOf(before), Node: AskedNames.IdOf(node)))).DistinctBy(step => step.Node).ToList();
        var conditions = asked.Conditions();
        var text = AskQueries.WriteBetween(conditions, steps.Count > 0);
        var parameters = new Dictionary<string, GraphValue>(conditions.Parameters, StringComparer.Ordinal) { ["from"] = GraphValue.From(from), ["to"] = GraphValue.From(to) };
        if (steps.Count > 0)
        {
            parameters["steps"] = GraphValue.From([.. steps.Select(step => GraphValue.FromStrings([step.Before, step.Node]))]);
        }

        return await FindAsync(asked.Plan, text, parameters, Limit(asked.Question, options), cancellationToken).ConfigureAwait(false);
    }

    private async Task<AskAnswer> AskAuthorAsync(string question, Question read, AskOptions options, CancellationToken cancellationToken)
    {
        var asked = new AskedNames(read with { Also = null, Without = null }, AskPlan.Of(read.Kind), new ResolvedName(read.Name, [], [], []));
        var conditions = asked.Conditions();
        var text = AskQueries.Write(asked.Plan, conditions);
        var id = "author:" + NameKey.Slug(read.Name);
        var parameters = new Dictionary<string, GraphValue>(conditions.Parameters, StringComparer.Ordinal) { ["id"] = GraphValue.From(id) };
        var found = await FindAsync(asked.Plan, text, parameters, Limit(read, options), cancellationToken).ConfigureAwait(false);
        return Answer(question, asked, found, AnswerWriter.Write(asked, found)) with { Understood = $"by_author({id})" };
    }

    private Task<QueryRows> RunAsync(string cypher, Dictionary<string, GraphValue> parameters, CancellationToken cancellationToken) =>
        database.ReadAllAsync(cypher, parameters, QueryOptions.Reading with { MaxRows = null }, cancellationToken);
}

/// <summary>The rows of a text, and what the answer's sentence says of all there are.</summary>
/// <param name="Cypher">The text.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Total">How many there are without the limit.</param>
/// <param name="Through">How many of those come through a variant or part.</param>
internal sealed record FoundRows(string Cypher, Dictionary<string, GraphValue> Parameters, List<AskRow> Rows, int Total, int Through)
{
    /// <summary>For a connection, how many rows stand on the ways; papers follow.</summary>
    public int Before { get; init; }

    /// <summary>The rows that the sentence tells of.</summary>
    public IReadOnlyList<AskRow> Told { get; init; } = Rows;
}
