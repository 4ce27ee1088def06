using Stemma.GraphAnalysis.Lineage;
using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphModel;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking;

/// <summary>
/// Answers plain questions from a graph, wherever it lives. This is the front door of asking; its stages, in order:
/// <see cref="QuestionReader"/> (question → kind, names, filters; the grammar is <see cref="QuestionPatterns"/>) → <see cref="ConceptResolver"/> (names → concepts) →
/// <see cref="AskPlan"/> (kind → query and roles) → <see cref="AskQueries"/> (Cypher, through <see cref="IGraphDatabase"/> alone) → <see cref="RowReader"/> (rows) →
/// <see cref="AnswerWriter"/> (one sentence; <see cref="Unanswered"/> where there is no answer) → <see cref="AskAnswer"/>. Safe for concurrent calls.
/// </summary>
public sealed class Asker(IGraphDatabase database)
{
    /// <summary>Rows that a query may bring; more would not be read.</summary>
    private const int MostRows = 10_000;

    /// <summary>Rows that a query brings at least where a limit is given, so that a paper with several relationships does not cost another its place.</summary>
    private const int LeastRows = 200;

    /// <summary>Papers that name both ends of a connection, at most.</summary>
    private const int MostCommonPapers = 100;

    /// <summary>Hops up to which a way between two concepts says more than papers that name both.</summary>
    private const int LongestTelling = 3;

    private readonly ConceptResolver _resolver = new(database);
    private readonly LineageFinder _lineage = new(database);

    /// <summary>Questions that can be asked, one of each kind.</summary>
    public static IReadOnlyList<string> Examples => QuestionReader.Examples;

    /// <summary>Answers a question. A question that is not understood has <see cref="AskAnswer.Understood"/> null and suggestions.</summary>
    public async Task<AskAnswer> AskAsync(string question, AskOptions options, CancellationToken cancellationToken)
    {
        if (QuestionReader.Read(question) is not { } read)
        {
            return Unanswered.NotUnderstood(question, "A question has 1 to 300 characters.");
        }

        read = read with { Filters = read.Filters with { Until = Earlier(read.Filters.Until, options.AsOf) } };
        if (read.Kind == QuestionKind.ByAuthor)
        {
            return await AskAuthorAsync(question, read, options, cancellationToken).ConfigureAwait(false);
        }

        var asked = await ResolveAsync(read, cancellationToken).ConfigureAwait(false);
        if (asked.Missing is { } missing)
        {
            return Unanswered.Because(question, asked, missing);
        }

        return read.Kind == QuestionKind.Connection
            ? await ConnectAsync(question, asked, options, cancellationToken).ConfigureAwait(false)
            : await AnswerAsync(question, asked, options, cancellationToken).ConfigureAwait(false);
    }

    private static int? Earlier(int? first, int? second) => first is { } a && second is { } b ? Math.Min(a, b) : first ?? second;

    private async Task<AskedNames> ResolveAsync(Question question, CancellationToken cancellationToken)
    {
        var plan = AskPlan.Of(question.Kind);
        var main = await _resolver.ResolveAsync(question.Name, plan.Wanted, cancellationToken).ConfigureAwait(false);
        if (main.Senses.Count == 0 && question.Also is null && Split(question.Name) is { } both)
        {
            question = question with { Name = both.First, Also = new FurtherCondition(question.Kind, both.Second) };
            main = await _resolver.ResolveAsync(both.First, plan.Wanted, cancellationToken).ConfigureAwait(false);
        }

        var other = question.Other is null ? null : await _resolver.ResolveAsync(question.Other, plan.Wanted, cancellationToken).ConfigureAwait(false);
        var alsoKind = question.Also?.Kind ?? question.Kind;
        var also = question.Also is null ? null : await _resolver.ResolveAsync(question.Also.Name, AskPlan.Of(alsoKind).Wanted, cancellationToken).ConfigureAwait(false);
        return new AskedNames(question, plan, main, other, also, alsoKind);
    }

    /// <summary>"GSM8K and MATH": two names where the whole is none.</summary>
    private static (string First, string Second)? Split(string name)
    {
        foreach (var word in new[] { " and also ", " and ", " as well as ", " & ", " or ", ", " })
        {
            var at = name.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at > 0 && at + word.Length < name.Length)
            {
                return (name[..at].Trim(), name[(at + word.Length)..].Trim());
            }
        }

        return null;
    }

    private async Task<AskAnswer> AnswerAsync(string question, AskedNames asked, AskOptions options, CancellationToken cancellationToken)
    {
        var parameters = Parameters(asked, options.Limit);
        var result = await RunAsync(asked.Plan.Cypher, parameters, cancellationToken).ConfigureAwait(false);
        var rows = asked.Question.Kind switch
        {
            QuestionKind.IntroducedBy or QuestionKind.WhatIs => Introducing(result, asked),
            QuestionKind.ResultsOn => RowReader.PapersInOrder(result),
            _ when asked.Plan.GivesConcepts => RowReader.Concepts(result),
            _ => RowReader.Papers(result, asked.Question.Filters.Order),
        };
        var total = await CountAsync(asked, parameters, rows.Count, result.Rows.Count, cancellationToken).ConfigureAwait(false);
        rows = asked.Question.Kind == QuestionKind.WhatIs && asked.Main.Senses.Count > 1 ? [.. asked.Main.Senses.Select(node => new AskRow(node, null))] : rows;
        var shown = Limit(rows, asked.Question.Filters.Top, options.Limit);
        var sentence = asked.Question.Kind == QuestionKind.WhatIs ? AnswerWriter.Define(asked, rows) : AnswerWriter.Write(asked, asked.Question.Kind == QuestionKind.Lineage ? rows : shown, total, rows.Count == total ? rows.Count(row => row.Via is not null) : 0);
        return new AskAnswer(question, asked.Print(), sentence)
        {
            Cypher = asked.Plan.Cypher,
            Parameters = parameters,
            Rows = shown,
            Total = asked.Question.Filters.Top is { } top ? Math.Min(top, total) : Math.Max(total, rows.Count),
            Focus = asked.Main.Senses,
            OtherSenses = asked.Main.Others,
        };
    }

    /// <summary>The number of rows without the query's own limit: asked for only where that was reached.</summary>
    private async Task<int> CountAsync(AskedNames asked, Dictionary<string, GraphValue> parameters, int rows, int read, CancellationToken cancellationToken)
    {
        if (asked.Plan.Cypher != AskQueries.PapersByRole || read < parameters["limit"].AsInteger())
        {
            return rows;
        }

        var count = await RunAsync(AskQueries.CountByRole, parameters, cancellationToken).ConfigureAwait(false);
        return Math.Max(rows, (int)count.Rows[0][0].AsInteger());
    }

    private static List<AskRow> Limit(List<AskRow> rows, int? top, int limit) =>
        [.. rows.Take(Math.Min(top ?? int.MaxValue, limit == 0 ? int.MaxValue : limit))];

    /// <summary>The claims to have introduced a concept that can be true: those of the first year in which there is one, unless the graph names the concept long before.</summary>
    private static List<AskRow> Introducing(QueryRows result, AskedNames asked)
    {
        var rows = RowReader.Papers(new QueryRows(result.Columns, [.. result.Rows.Select(row => (IReadOnlyList<GraphValue>)[row[0], row[1], GraphValue.Null, GraphValue.Null])], result.Summary), RowOrder.Oldest);
        var named = asked.Main.Senses.Min(node => node.Properties.TryGetValue(GraphSchema.Keys.FirstYear, out var year) ? year.AsInteger() : long.MaxValue);
        var authors = result.Rows.GroupBy(row => AskedNames.IdOf(row[0].AsNode()), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.First()[3].AsList().Select(author => author.AsString())], StringComparer.Ordinal);
        return [.. rows.Where(row => row.Year is null || (row.Year == rows[0].Year && row.Year <= named + 1)).Select(row => row with { Authors = authors[row.Id] })];
    }

    private static Dictionary<string, GraphValue> Parameters(AskedNames asked, int limit)
    {
        var (filters, plan) = (asked.Question.Filters, asked.Plan);
        return new Dictionary<string, GraphValue>(StringComparer.Ordinal)
        {
            ["ids"] = GraphValue.FromStrings(asked.Ids),
            ["types"] = GraphValue.FromStrings(plan.TypesFor(asked.Main.Senses)),
            ["own"] = GraphValue.FromStrings(plan.Own),
            ["labels"] = GraphValue.FromStrings(plan.Labels),
            ["variants"] = plan.Variants ? GraphValue.True : GraphValue.False,
            ["since"] = Integer(filters.Since),
            ["until"] = Integer(filters.Until),
            ["venues"] = filters.Venue is null ? GraphValue.Null : GraphValue.FromStrings(filters.Venue is "neurips" or "nips" ? ["neurips", "nips"] : [filters.Venue]),
            ["also"] = GraphValue.From(asked.Also is null ? null : AskedNames.IdOf(asked.Also.Senses[0])),
            ["alsoTypes"] = GraphValue.FromStrings(AskPlan.Of(asked.AlsoKind).TypesFor(asked.Also?.Senses ?? [])),
            ["limit"] = GraphValue.From((long)(asked.Plan.Cypher == AskQueries.PapersByRole && limit > 0 && asked.Question.Filters.Order == RowOrder.Best ? Math.Max(LeastRows, 4 * limit) : MostRows)),
        };
    }

    private static GraphValue Integer(int? number) => number is { } value ? GraphValue.From((long)value) : GraphValue.Null;

    private async Task<AskAnswer> ConnectAsync(string question, AskedNames asked, AskOptions options, CancellationToken cancellationToken)
    {
        var (from, to) = (asked.Main.Senses[0], asked.Other!.Senses[0]);
        var (fromId, toId) = (AskedNames.IdOf(from), AskedNames.IdOf(to));
        var count = options.Limit is > 0 and < 10 ? options.Limit : 3;
        var paths = await _lineage.FindPathsAsync(fromId, toId, count, asked.Question.Filters.Until, cancellationToken).ConfigureAwait(false);
        var common = await _lineage.FindCommonPapersAsync(fromId, toId, MostCommonPapers, cancellationToken).ConfigureAwait(false);
        paths = paths.Count > 0 && paths[0].Relationships.Count > LongestTelling && common.Count >= count ? [] : paths;
        var rows = paths.SelectMany(path => path.Nodes.Skip(1).SkipLast(1).Select((node, at) => Between(node, path.Relationships[at])))
            .Concat(common.Select(path => Between(path.Nodes[1], path.Relationships[0]))).DistinctBy(row => row.Id).ToList();
        var shown = Limit(rows, asked.Question.Filters.Top, options.Limit);
        return new AskAnswer(question, asked.Print(), PathWriter.Write(from, to, paths, common))
        {
            Cypher = paths.Count > 0 ? LineageQueries.ConceptAncestors : LineageQueries.CommonPapers,
            Parameters = new Dictionary<string, GraphValue>(StringComparer.Ordinal)
            {
                ["ids"] = GraphValue.FromStrings([fromId, toId]), ["from"] = GraphValue.From(fromId), ["to"] = GraphValue.From(toId), ["asOf"] = Integer(asked.Question.Filters.Until), ["limit"] = GraphValue.From((long)count),
            },
            Rows = shown,
            Total = rows.Count,
            Focus = [from, to],
            OtherSenses = asked.Main.Others,
            Paths = paths.Count > 0 ? paths : [.. common.Take(count)],
        };
    }

    private static AskRow Between(GraphNode node, GraphRelationship relationship) => new(node, relationship.Type)
    {
        Evidence = relationship.Properties.TryGetValue(GraphSchema.Keys.Evidence, out var evidence) ? evidence.AsString() : null,
        Confidence = relationship.Properties.TryGetValue(GraphSchema.Keys.Confidence, out var confidence) ? confidence.AsNumber() : null,
        Relationships = [relationship],
    };

    private async Task<AskAnswer> AskAuthorAsync(string question, Question read, AskOptions options, CancellationToken cancellationToken)
    {
        var name = new ResolvedName(read.Name, [], [], []);
        var asked = new AskedNames(read with { Also = null }, AskPlan.Of(read.Kind), name, null, null, read.Kind);
        var parameters = Parameters(asked, options.Limit);
        parameters["id"] = GraphValue.From("author:" + NameKey.Slug(read.Name));
        var result = await RunAsync(asked.Plan.Cypher, parameters, cancellationToken).ConfigureAwait(false);
        var rows = RowReader.PapersInOrder(result);
        var shown = Limit(rows, read.Filters.Top, options.Limit);
        return new AskAnswer(question, $"by_author({parameters["id"].AsString()})", AnswerWriter.Write(asked, shown, rows.Count, 0))
        {
            Cypher = asked.Plan.Cypher, Parameters = parameters, Rows = shown, Total = rows.Count,
        };
    }

    private Task<QueryRows> RunAsync(string cypher, Dictionary<string, GraphValue> parameters, CancellationToken cancellationToken) =>
        database.ReadAllAsync(cypher, parameters, QueryOptions.Reading with { MaxRows = MostRows }, cancellationToken);
}
