using Stemma.GraphModel;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Papers;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Mining;

/// <summary>Reads the evidence about a graph's concepts.</summary>
/// <param name="database">The graph.</param>
internal sealed class EvidenceReader(IGraphDatabase database)
{
    /// <summary>Minimum number of papers: an entry for a name of one paper would not help with any other paper.</summary>
    private const int LeastPapers = 2;

    // These queries scan all mentions of the corpus, which takes longer than the default limits allow.
    private static readonly QueryOptions Passing = new() { Timeout = TimeSpan.FromMinutes(10), MaxRows = null, MaxMemoryBytes = null };

    private static readonly Dictionary<string, GraphValue> Least = new(StringComparer.Ordinal) { ["least"] = GraphValue.From(LeastPapers) };

    /// <summary>All concepts named by at least two papers, by id, without examples.</summary>
    public async Task<IReadOnlyList<ConceptEvidence>> ReadAsync(CancellationToken cancellationToken)
    {
        var concepts = await RowsAsync(MiningQueries.Concepts, Least, cancellationToken).ConfigureAwait(false);
        var roles = (await RowsAsync(MiningQueries.Roles, Least, cancellationToken).ConfigureAwait(false)).ToLookup(row => row[0].AsString(), StringComparer.Ordinal);
        var introductions = (await RowsAsync(MiningQueries.Introductions, Least, cancellationToken).ConfigureAwait(false)).ToLookup(row => row[0].AsString(), StringComparer.Ordinal);
        return [.. concepts.Select(row => Concept(row) with
        {
            Roles = [.. roles[row[0].AsString()].SelectMany(RoleOf).OrderBy(role => role.Role)],
            Confidence = MeanConfidence(roles[row[0].AsString()]),
            Introductions = [.. introductions[row[0].AsString()].Select(introduction => new Introduction(introduction[1].AsString(), introduction[2].AsString()))],
        })];
    }

    /// <summary>The candidates, each with its most confident mention.</summary>
    public async Task<IReadOnlyList<LexiconCandidate>> WithExamplesAsync(IReadOnlyList<LexiconCandidate> candidates, CancellationToken cancellationToken)
    {
        var ids = new Dictionary<string, GraphValue>(StringComparer.Ordinal) { ["ids"] = GraphValue.FromStrings(candidates.Select(candidate => candidate.Evidence.Id)) };
        var examples = new Dictionary<string, ExampleMention>(StringComparer.Ordinal);
        foreach (var row in await RowsAsync(MiningQueries.Mentions, ids, cancellationToken).ConfigureAwait(false))
        {
            examples.TryAdd(row[0].AsString(), new ExampleMention(row[1].AsString(), row[2].AsString(), (int)row[3].AsInteger(), (int)row[4].AsInteger()));
        }

        return [.. candidates.Select(candidate => candidate with { Evidence = candidate.Evidence with { Example = examples.GetValueOrDefault(candidate.Evidence.Id) } })];
    }

    private static ConceptEvidence Concept(IReadOnlyList<GraphValue> row)
    {
        var (aliases, reasons, papers) = (ListOf(row[2]), ListOf(row[3]), ListOf(row[4]));
        return new ConceptEvidence(
            row[0].AsString(),
            row[1].AsString(),
            [.. aliases.Select((alias, at) => new NameEvidence(
                alias.AsString(), at < reasons.Count ? reasons[at].AsString() : GraphSchema.Reasons.SameText, at < papers.Count ? (int)papers[at].AsInteger() : 0))],
            [.. row[5].AsList().Where(label => label.AsString() != GraphSchema.Labels.Concept).Select(label => Enum.Parse<ConceptType>(label.AsString())).Order()],
            (int)row[6].AsInteger(),
            row[7].IsNull ? null : (int)row[7].AsInteger(),
            row[8].AsBoolean());
    }

    private static IReadOnlyList<GraphValue> ListOf(GraphValue value) => value.IsNull ? [] : value.AsList();

    private static (ConceptRole Role, int Papers)[] RoleOf(IReadOnlyList<GraphValue> row) =>
        ConceptRoleNames.TryParse(row[1].AsString(), out var role) ? [(role, (int)row[2].AsInteger())] : [];

    private static double MeanConfidence(IEnumerable<IReadOnlyList<GraphValue>> roles)
    {
        const double Millionths = 1_000_000;
        var (sum, papers) = (0.0, 0L);
        foreach (var role in roles)
        {
            sum += role[3].AsInteger() / Millionths;
            papers += role[2].AsInteger();
        }

        return papers == 0 ? 0 : Math.Round(sum / papers, 3);
    }

    private async Task<IReadOnlyList<IReadOnlyList<GraphValue>>> RowsAsync(string cypher, Dictionary<string, GraphValue> parameters, CancellationToken cancellationToken) =>
        (await database.ReadAllAsync(cypher, parameters, Passing, cancellationToken).ConfigureAwait(false)).Rows;
}
