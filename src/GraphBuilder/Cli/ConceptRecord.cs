using Stemma.GraphModel;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Cli;

/// <summary>One concept as a graph stores it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Display name.</param>
/// <param name="Types">One or two types.</param>
/// <param name="Papers">Number of papers that name it.</param>
/// <param name="FirstYear">First year of use.</param>
/// <param name="Origin">Title of the paper that is known to have introduced it, if the graph does not have it.</param>
/// <param name="IntroducedBy">Papers that introduce it, the surest first.</param>
/// <param name="Names">Other names in order of use, with the reason for each merge.</param>
internal sealed record ConceptRecord(
    string Id, string Name, IReadOnlyList<string> Types, long Papers, long? FirstYear, string? Origin,
    IReadOnlyList<(string Id, string Title, string By, double Confidence)> IntroducedBy,
    IReadOnlyList<(string Text, string Reason, long Papers)> Names)
{
    /// <summary>Reads the concept with an id that exists.</summary>
    public static async Task<ConceptRecord> ReadAsync(IGraphDatabase database, string id, CancellationToken cancellationToken)
    {
        var parameters = new Dictionary<string, GraphValue>(StringComparer.Ordinal) { ["id"] = GraphValue.From(id) };
        var rows = (await database.ReadAllAsync(ConceptQueries.WithIntroducers, parameters, QueryOptions.Reading, cancellationToken)).Rows;
        var node = rows[0][0].AsNode();
        var properties = node.Properties;
        var (aliases, reasons, papers) = (ListOf(GraphSchema.Keys.Aliases), ListOf(GraphSchema.Keys.AliasReasons), ListOf(GraphSchema.Keys.AliasPapers));
        return new ConceptRecord(
            id, properties[GraphSchema.Keys.Name].AsString(), [.. node.Labels.Where(label => label != GraphSchema.Labels.Concept)],
            properties.TryGetValue(GraphSchema.Keys.PaperCount, out var count) ? count.AsInteger() : 0,
            properties.TryGetValue(GraphSchema.Keys.FirstYear, out var year) ? year.AsInteger() : null,
            properties.TryGetValue(GraphSchema.Keys.Origin, out var origin) ? origin.AsString() : null,
            [.. rows.Where(row => row[1].IsString).Select(row => (row[1].AsString(), row[2].AsString(), row[3].AsString(), row[4].AsNumber()))],
            [.. aliases.Select((alias, at) => (alias.AsString(), at < reasons.Count ? reasons[at].AsString() : "", at < papers.Count ? papers[at].AsInteger() : 0))]);

        IReadOnlyList<GraphValue> ListOf(string key) => properties.TryGetValue(key, out var list) ? list.AsList() : [];
    }
}
