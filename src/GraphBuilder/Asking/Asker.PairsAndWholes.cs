using Stemma.GraphAnalysis.Lineage;
using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphModel;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking;

/// <content>Questions that are not about one concept: about two, about an author, about the whole graph.</content>
public sealed partial class Asker
{
    /// <summary>Papers from which two concepts share so much by chance that a dataset or task of one paper each says nothing of them.</summary>
    private const long WellKnown = 100;

    /// <summary>Ways between two concepts that are told, unless fewer rows are wanted.</summary>
    private const int MostWays = 3;

    /// <summary>Hops up to which a way between two concepts says more than papers that name both.</summary>
    private const int LongestTelling = 3;

    private async Task<AskAnswer> ConnectAsync(string question, AskedNames asked, AskOptions options, CancellationToken cancellationToken)
    {
        var (from, to) = (asked.Main.Senses[0], asked.Other!.Senses[0]);
        var (fromId, toId) = (AskedNames.IdOf(from), AskedNames.IdOf(to));
        if (asked.Question.Whether is { } claim)
        {
            var shown = await FindClaimAsync(asked, claim, options, cancellationToken).ConfigureAwait(false);
            if (shown.Total > 0)
            {
                return Answer(question, asked, shown, PathWriter.Affirm(from, to, claim, shown.Rows[0])) with { Focus = [from, to] };
            }
        }

        IReadOnlyList<LineagePath> ways = await _lineage.FindPathsAsync(fromId, toId, 2 * MostWays, asked.Question.Filters.Until, cancellationToken).ConfigureAwait(false);
        ways = [.. ways.OrderBy(Unshown).ThenBy(IsDoubtful).Take(Math.Min(MostWays, Limit(asked.Question, options) ?? MostWays))];
        var found = await BetweenAsync(asked, fromId, toId, asked.Question.AsksContrast ? [] : ways, options, cancellationToken).ConfigureAwait(false);
        var direct = ways.FirstOrDefault(way => way.Relationships.Count == 1);
        if (asked.Question.AsksContrast && found.Total > 0)
        {
            ways = [];
        }
        else if (ways.Count > 0 && !IsTelling(ways[0]) && found.Total - found.Before >= MostWays)
        {
            ways = [];
            found = await BetweenAsync(asked, fromId, toId, ways, options, cancellationToken).ConfigureAwait(false);
        }

        var common = found.Rows.Skip(found.Before).Select(row => new LineagePath([from, row.Node, to], row.Relationships, 2)).ToList();
        return Answer(question, asked, found, PathWriter.Deny(from, to, asked.Question.Whether) + (asked.Question.AsksContrast && common.Count > 0 ? PathWriter.Contrast(from, to, direct, common[0], found.Total) : PathWriter.Write(from, to, ways, common, found.Total - found.Before))) with
        {
            Focus = [from, to],
            Suggestions = asked.Question.AsksContrast ? [$"what do {asked.Main.Name} and {asked.Other!.Name} have in common?", $"how are {asked.Main.Name} and {asked.Other!.Name} connected?"] : [],
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
        var text = AskQueries.WriteBetween(conditions, steps.Count > 0, asked.Question.AsksContrast);
        var parameters = new Dictionary<string, GraphValue>(conditions.Parameters, StringComparer.Ordinal) { ["from"] = GraphValue.From(from), ["to"] = GraphValue.From(to) };
        if (steps.Count > 0)
        {
            parameters["steps"] = GraphValue.From([.. steps.Select(step => GraphValue.FromStrings([step.Before, step.Node]))]);
        }

        return await FindAsync(asked.Plan, text, parameters, Limit(asked.Question, options), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Two names that are no ways to walk between: a method and what it is measured on, or two to be likened.</summary>
    private async Task<AskAnswer> AnswerPairAsync(string question, AskedNames asked, AskOptions options, CancellationToken cancellationToken)
    {
        var (from, to) = (asked.Main.Senses[0], asked.Other!.Senses[0]);
        var conditions = asked.Conditions();
        var text = AskQueries.Write(asked.Plan, conditions);
        var parameters = new Dictionary<string, GraphValue>(conditions.Parameters, StringComparer.Ordinal) { ["from"] = GraphValue.From(AskedNames.IdOf(from)), ["to"] = GraphValue.From(AskedNames.IdOf(to)) };
        if (asked.Question.Kind == QuestionKind.InCommon)
        {
            parameters["least"] = GraphValue.From(Math.Min(AskedNames.PapersOf(from), AskedNames.PapersOf(to)) < WellKnown ? 1L : 2L);
        }

        var found = await FindAsync(asked.Plan, text, parameters, Limit(asked.Question, options), cancellationToken).ConfigureAwait(false);
        return Answer(question, asked, found, AnswerWriter.Pair(asked, found)) with { Focus = [from, to], Suggestions = Unanswered.OfPair(asked, found.Total > found.Through) };
    }

    /// <summary>What says that the first concept builds on the second, or uses it.</summary>
    private Task<FoundRows> FindClaimAsync(AskedNames asked, QuestionKind claim, AskOptions options, CancellationToken cancellationToken)
    {
        var conditions = asked.Conditions();
        var text = AskQueries.WriteClaim(claim, conditions);
        var parameters = new Dictionary<string, GraphValue>(conditions.Parameters, StringComparer.Ordinal)
        {
            ["from"] = GraphValue.From(AskedNames.IdOf(asked.Main.Senses[0])), ["to"] = GraphValue.From(AskedNames.IdOf(asked.Other!.Senses[0])),
        };
        return FindAsync(AskPlan.Of(QuestionKind.About), text, parameters, Limit(asked.Question, options), cancellationToken);
    }

    private async Task<AskAnswer> AskAuthorAsync(string question, Question read, AskOptions options, CancellationToken cancellationToken)
    {
        var also = read.Also is null ? null : await _names.FindAsync(read.Also, cancellationToken).ConfigureAwait(false);
        var asked = new AskedNames(read with { Without = null }, AskPlan.Of(read.Kind), new ResolvedName(read.Name, [], [], [])) { Also = also };
        if (also is { Senses.Count: 0 })
        {
            return Unanswered.Because(question, asked, also, null);
        }

        var conditions = asked.Conditions();
        var text = AskQueries.Write(asked.Plan, conditions);
        var id = AuthorIds.Of(read.Name);
        var parameters = new Dictionary<string, GraphValue>(conditions.Parameters, StringComparer.Ordinal) { ["id"] = GraphValue.From(id) };
        var found = await FindAsync(asked.Plan, text, parameters, Limit(read, options), cancellationToken).ConfigureAwait(false);
        return Answer(question, asked, found, AnswerWriter.Write(asked, found)) with { Understood = asked.Print().Replace($"{asked.Plan.Name}()", $"{asked.Plan.Name}({id})", StringComparison.Ordinal) };
    }

    /// <summary>The most named concepts of a type, or the most cited papers, of the whole graph.</summary>
    private async Task<AskAnswer> RankAsync(string question, Question read, AskOptions options, CancellationToken cancellationToken)
    {
        var label = Rankings.LabelOf(read.Name);
        read = label == GraphSchema.Labels.Paper && read.Filters.Order == RowOrder.Best ? read with { Filters = read.Filters with { Order = RowOrder.MostCited } } : read;
        var asked = new AskedNames(read with { Also = null, Without = null }, AskPlan.Of(read.Kind), new ResolvedName(read.Name, [], [], []));
        var conditions = asked.Conditions();
        var text = Rankings.Write(label, read.Filters, conditions);
        var parameters = new Dictionary<string, GraphValue>(conditions.Parameters, StringComparer.Ordinal);
        var found = await FindAsync(asked.Plan, text, parameters, Limit(read, options), cancellationToken).ConfigureAwait(false);
        return Answer(question, asked, found, AnswerWriter.Rank(asked, label, found)) with { Understood = $"most_named({label.ToLowerInvariant()})" };
    }
}
