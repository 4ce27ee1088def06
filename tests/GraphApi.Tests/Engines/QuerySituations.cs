using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.Testing.Engines;

namespace Stemma.GraphApiTests.Engines;

/// <summary>Values for every parameter of the product's texts, in several situations; ids of the given graph, those with the most relationships first.</summary>
internal sealed class QuerySituations
{
    private static readonly string[] Roles = ["INTRODUCES", "BUILDS_ON", "COMPARES_WITH", "EVALUATES_ON", "USES", "ADDRESSES", "MEASURES", "MENTIONS", "REPORTS"];

    private readonly List<Dictionary<string, object?>> _situations = [];

    private QuerySituations()
    {
    }

    /// <summary>Creates the situations for one graph.</summary>
    public static async Task<QuerySituations> ReadAsync(IGraphDatabase database, CancellationToken cancellationToken)
    {
        async Task<string[]> Ids(string cypher) =>
            [.. (await database.ReadAllAsync(cypher, new Dictionary<string, GraphValue>(StringComparer.Ordinal), QueryOptions.Reading, cancellationToken)).Rows.Select(row => row[0].AsString())];

        var concepts = await Ids("MATCH (c:Concept)-[r:BUILDS_ON|VARIANT_OF]-(:Concept) RETURN c.id, count(*) AS n ORDER BY n DESC, c.id LIMIT 8");
        var grounds = await Ids("MATCH (c:Concept)<-[:REPORTS]-() RETURN c.id, count(*) AS n ORDER BY n DESC, c.id LIMIT 6");
        var contrasts = await Ids("MATCH (a:Concept)-[r:COMPARES_WITH]-(:Concept) RETURN a.id, count(*) AS n ORDER BY n DESC, a.id LIMIT 20");
        var introduced = await Ids("MATCH (c:Concept)<-[:INTRODUCES]-(:Paper)-[:EVALUATES_ON]->(:Concept) RETURN c.id, count(*) AS n ORDER BY n DESC, c.id LIMIT 6");
        var descendants = await Ids("MATCH (p:Paper)-[:BUILDS_ON]->(:Paper) RETURN p.id, count(*) AS n ORDER BY n DESC, p.id LIMIT 6");
        var papers = await Ids("MATCH (p:Paper)-[:BUILDS_ON]-(:Paper) RETURN p.id, count(*) AS n ORDER BY n DESC, p.id LIMIT 6");
        var coined = await Ids("MATCH (p:Paper)-[:BUILDS_ON]-(:Paper) WITH p, count(*) AS n ORDER BY n DESC, p.id LIMIT 6 MATCH (p)-[:INTRODUCES|ADDRESSES]->(c:Concept) RETURN DISTINCT c.id AS id ORDER BY id");
        var authors = await Ids("MATCH (a:Author)-[:WROTE]->() RETURN a.id, count(*) AS n ORDER BY n DESC, a.id LIMIT 2");
        var written = await Ids("MATCH (a:Author)-[:WROTE]->() WITH a, count(*) AS n ORDER BY n DESC, a.id LIMIT 2 MATCH (a)-[:WROTE]->(p:Paper) RETURN DISTINCT p.id AS id ORDER BY id");
        var venues = await Ids("MATCH (v:Venue)<--() RETURN v.id, count(*) AS n ORDER BY n DESC, v.id LIMIT 2");

        var situations = new QuerySituations();
        situations.Add("Concept", concepts, (concepts[0], concepts[1]), limit: 1000);
        situations.Add("Concept", concepts, (concepts[2], concepts[0]), limit: 7, filtered: true);
        situations.Add("Concept", grounds, (grounds[0], concepts[0]), limit: 7);
        situations.Add("Paper", papers, (concepts[0], grounds[0]), limit: 1000, beside: coined);
        situations.Add("Concept", contrasts, (contrasts[0], contrasts[1]), limit: 40);
        situations.Add("Concept", introduced, (introduced[0], contrasts[0]), limit: 40);
        situations.Add("Paper", descendants, (concepts[3], concepts[4]), limit: 3, filtered: true);
        situations.Add("Author", authors, (concepts[0], "nowhere"), limit: 20, beside: written, besideLabel: "Paper");
        situations.Add("Venue", venues, ("nowhere", "elsewhere"), limit: 20);
        return situations;
    }

    /// <summary>Parameters for a text, in every situation, with the element ids of an engine.</summary>
    public IEnumerable<Dictionary<string, GraphValue>> For(IReadOnlyCollection<string> names, ContentText engine) =>
        _situations.Select(situation => names.ToDictionary(name => name, name => Value(situation, name, engine), StringComparer.Ordinal));

    private void Add(string label, string[] ids, (string From, string To) ends, long limit, bool filtered = false, string[]? beside = null, string besideLabel = "Concept") => _situations.Add(new(StringComparer.Ordinal)
    {
        ["label"] = label,
        ["ids"] = ids,
        ["beside"] = beside ?? [],
        ["besideLabel"] = besideLabel,
        ["id"] = ids[0],
        ["from"] = ends.From,
        ["to"] = ends.To,
        ["limit"] = limit,
        ["least"] = filtered ? 5L : 2L,
        ["asOf"] = filtered ? 2023L : null,
        ["types"] = Roles,
        ["kinds"] = filtered ? new[] { "Paper", "Method" } : null,
        ["index"] = filtered ? "papers" : "concepts",
        ["query"] = filtered ? "\"preference\" AND optim*" : "\"policy\" AND \"optimization\"",
        ["name"] = "proximal policy optimization",
        ["begin"] = "author:c",
        ["end"] = "-li",
        ["venues"] = filtered ? new[] { "neurips", "nips" } : ["icml", "iclr"],
        ["since"] = filtered ? 2020L : 0L,
        ["until"] = filtered ? 2023L : 9999L,
    });

    private static GraphValue Value(Dictionary<string, object?> situation, string name, ContentText engine)
    {
        var label = (string)situation["label"]!;
        return name switch
        {
            "key" => GraphValue.From(engine.KeyOf(label, (string)situation["id"]!)),
            "keys" => GraphValue.FromStrings(
                ((string[])situation["ids"]!).Select(id => engine.KeyOf(label, id))
                .Concat(((string[])situation["beside"]!).Select(id => engine.KeyOf((string)situation["besideLabel"]!, id)))),
            _ => situation.TryGetValue(name, out var value)
                ? ToValue(value)
                : throw new KeyNotFoundException($"a text takes ${name}: give it a value in {nameof(QuerySituations)}"),
        };
    }

    private static GraphValue ToValue(object? value) => value switch
    {
        null => GraphValue.Null,
        bool flag => flag ? GraphValue.True : GraphValue.False,
        long number => GraphValue.From(number),
        string[] texts => GraphValue.FromStrings(texts),
        _ => GraphValue.From((string)value),
    };
}
