using Stemma.GraphAnalysis.Lineage;
using Stemma.GraphBuilder.Asking.Answers;
using Stemma.GraphBuilder.Asking.Names;
using Stemma.GraphBuilder.Asking.Querying;
using Stemma.GraphBuilder.Asking.Questions;
using Stemma.GraphModel;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking;

/// <content>Questions about two concepts or about the whole graph.</content>
public sealed partial class Asker
{
    /// <summary>If both concepts have at least this many papers, a dataset or task shared by one paper each is likely to be a coincidence, so two papers are required.</summary>
    private const long WellKnown = 100;

    /// <summary>Maximum number of paths in an answer; fewer if the limit is lower.</summary>
    private const int MostWays = 3;

    /// <summary>Paths of up to this many hops say more about two concepts than papers that name both.</summary>
    private const int LongestTelling = 3;

    private async Task<AskAnswer> ConnectAsync(string question, AskedNames asked, AskOptions options, CancellationToken cancellationToken)
    {
        var (from, to) = (asked.Main.Senses[0], asked.Other!.Senses[0]);
        var (affirmed, denied) = await JudgeAsync(question, asked, options, cancellationToken).ConfigureAwait(false);
        if (affirmed is not null || (asked.Also is not null && (affirmed = await JudgeAnywhereAsync(question, asked, options, cancellationToken).ConfigureAwait(false)) is not null))
        {
            return affirmed;
        }

        return await ConnectByWaysAsync(question, asked, (from, to), denied, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The answer from the paths between two concepts and the papers that name both.</summary>
    private async Task<AskAnswer> ConnectByWaysAsync(string question, AskedNames asked, (GraphNode From, GraphNode To) pair, string denied, AskOptions options, CancellationToken cancellationToken)
    {
        var (from, to) = pair;
        var (fromId, toId) = (AskedNames.IdOf(from), AskedNames.IdOf(to));
        IReadOnlyList<LineagePath> ways = await _lineage.FindPathsAsync(fromId, toId, 2 * MostWays, asked.Question.Filters.Until, cancellationToken).ConfigureAwait(false);
        ways = [.. ways.OrderBy(Unshown).ThenBy(IsDoubtful).Take(Math.Min(MostWays, Limit(asked.Question, options) ?? MostWays))];
        var found = await BetweenAsync(asked, fromId, toId, asked.Question.AsksContrast ? [] : ways, options, cancellationToken).ConfigureAwait(false);
        var direct = ways.FirstOrDefault(way => way.Relationships.Count == 1);
        if (asked.Question.AsksContrast && found.Total > 0)
        {
            ways = [];
        }
        else if (ways.Count > 0 && !IsTelling(ways[0]) && found.Total - found.PathRowCount >= MostWays)
        {
            ways = [];
            found = await BetweenAsync(asked, fromId, toId, ways, options, cancellationToken).ConfigureAwait(false);
        }

        if (asked.Also is not null && found.Total == 0)
        {
            var wider = await ConnectAsync(question, asked.Anywhere(), options, cancellationToken).ConfigureAwait(false);
            return wider with { Answer = $"No paper in this graph names both{AnswerWriter.Ground(asked)}. {wider.Answer}" };
        }

        var common = found.Rows.Skip(found.PathRowCount).Select(row => new LineagePath([from, row.Node, to], row.Relationships, 2)).ToList();
        var sentence = asked.Question.AsksContrast && common.Count > 0
            ? ContrastWriter.Write(await ReadFactsAsync(from, cancellationToken).ConfigureAwait(false), await ReadFactsAsync(to, cancellationToken).ConfigureAwait(false), direct, common[0], found.Total)
            : PathWriter.Write(from, to, ways, common, found.Total - found.PathRowCount);
        return await ToAnswerAsync(question, asked, found, denied + sentence + AnswerWriter.Aside(asked), cancellationToken).ConfigureAwait(false) with
        {
            Focus = [from, to],
            Suggestions = asked.Question.AsksContrast ? [$"what do {asked.Main.Name} and {asked.Other!.Name} have in common?", $"how are {asked.Main.Name} and {asked.Other!.Name} connected?"] : [],
            Paths = ways.Count > 0 ? ways : [.. common.Take(MostWays)],
        };
    }

    /// <summary>Number of hops without an evidence sentence, which were derived from names alone.</summary>
    private static int Unshown(LineagePath way) => way.Relationships.Count(hop => !(hop.Properties.TryGetValue(GraphSchema.Keys.Evidence, out var evidence) && evidence.IsString));

    /// <summary>True if any hop of the path is less confident than <see cref="AskQueries.MinDescentConfidence"/>.</summary>
    private static bool IsDoubtful(LineagePath way) =>
        way.Relationships.Any(hop => hop.Properties.TryGetValue(GraphSchema.Keys.Confidence, out var confidence) && confidence.IsNumber && confidence.AsNumber() < AskQueries.MinDescentConfidence);

    /// <summary>True for a path worth more than papers that name both concepts: short, not doubtful, and either a single hop or with at least one evidence sentence.</summary>
    private static bool IsTelling(LineagePath way) => way.Relationships.Count <= LongestTelling && !IsDoubtful(way) && (way.Relationships.Count == 1 || Unshown(way) < way.Relationships.Count);

    private async Task<FoundRows> BetweenAsync(AskedNames asked, string from, string to, IReadOnlyList<LineagePath> ways, AskOptions options, CancellationToken cancellationToken)
    {
        var steps = ways.SelectMany(way => way.Nodes.Take(way.Nodes.Count - 2).Zip(way.Nodes.Skip(1), (before, node) => (Before: AskedNames.IdOf(before), Node: AskedNames.IdOf(node)))).DistinctBy(step => step.Node).ToList();
        List<(string, GraphValue)> parameters = [("from", GraphValue.From(from)), ("to", GraphValue.From(to))];
        if (steps.Count > 0)
        {
            parameters.Add(("steps", GraphValue.From([.. steps.Select(step => GraphValue.FromStrings([step.Before, step.Node]))])));
        }

        var query = AskQuery.Write(asked, asked.Plan, conditions => AskQueries.WriteBetween(conditions, steps.Count > 0, asked.Question.AsksContrast), [.. parameters]);
        return await FindAsync(query, Limit(asked.Question, options), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Questions about two names that need no path: results of a method on a dataset, or what two concepts have in common.</summary>
    private async Task<AskAnswer> AnswerPairAsync(string question, AskedNames asked, AskOptions options, CancellationToken cancellationToken)
    {
        var (from, to) = (asked.Main.Senses[0], asked.Other!.Senses[0]);
        List<(string, GraphValue)> parameters = [("from", GraphValue.From(AskedNames.IdOf(from))), ("to", GraphValue.From(AskedNames.IdOf(to)))];
        if (asked.Question.Kind == QuestionKind.InCommon)
        {
            parameters.Add(("least", GraphValue.From(Math.Min(AskedNames.PapersOf(from), AskedNames.PapersOf(to)) < WellKnown ? 1L : 2L)));
        }

        var found = await FindAsync(AskQuery.Write(asked, asked.Plan, [.. parameters]), Limit(asked.Question, options), cancellationToken).ConfigureAwait(false);
        return await ToAnswerAsync(question, asked, found, AnswerWriter.Pair(asked, found), cancellationToken).ConfigureAwait(false) with { Focus = [from, to], Suggestions = Unanswered.OfPair(asked, found.Total > found.ViaCount) };
    }

    /// <summary>The most named concepts of a type, the most cited papers or the most prolific authors of the whole graph.</summary>
    private async Task<AskAnswer> RankAsync(string question, Question read, AskOptions options, CancellationToken cancellationToken)
    {
        var label = Rankings.LabelOf(read.Name);
        read = label == GraphSchema.Labels.Paper && read.Filters.Order == RowOrder.Best ? read with { Filters = read.Filters with { Order = RowOrder.MostCited } } : read;
        read = label == GraphSchema.Labels.Paper ? read : read with { Filters = read.Filters with { ByYear = false } };
        var asked = new AskedNames(read with { Also = null, Without = null }, AskPlan.Of(read.Kind), new ResolvedName(read.Name, [], [], []));
        var query = AskQuery.Write(asked, asked.Plan, conditions => Rankings.Write(label, read, conditions));
        return await AnswerQueryAsync(question, asked, query, found => AnswerWriter.Rank(asked, label, found), options, cancellationToken).ConfigureAwait(false) with
        {
            Understood = asked.Print().Replace($"{asked.Plan.Name}()", $"{asked.Plan.Name}({label.ToLowerInvariant()})", StringComparison.Ordinal),
        };
    }
}
