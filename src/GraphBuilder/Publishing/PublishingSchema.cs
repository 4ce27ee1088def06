using Stemma.GraphModel;

namespace Stemma.GraphBuilder.Publishing;

/// <summary>Constraints and indexes of a published graph. Uniqueness constraints, the only kind in Community Edition, suffice.</summary>
public static class PublishingSchema
{
    /// <summary>Labels whose <c>id</c> is unique; every node has one of them.</summary>
    public static IReadOnlyList<string> Keyed { get; } =
        [GraphSchema.Labels.Paper, GraphSchema.Labels.Concept, GraphSchema.Labels.Author, GraphSchema.Labels.Venue];

    /// <summary>Statements to run before the first batch; each is idempotent.</summary>
    public static IReadOnlyList<string> Statements { get; } =
    [
        .. Keyed.Select(label =>
            $"CREATE CONSTRAINT stemma_{label.ToLowerInvariant()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"),
        "CREATE INDEX stemma_concept_name IF NOT EXISTS FOR (n:Concept) ON (n.name)",
        "CREATE INDEX stemma_paper_year IF NOT EXISTS FOR (n:Paper) ON (n.year)",
        $"CREATE FULLTEXT INDEX {GraphSchema.FullText.Papers} IF NOT EXISTS FOR (n:Paper) ON EACH [n.title, n.abstract]",
        $"CREATE FULLTEXT INDEX {GraphSchema.FullText.Concepts} IF NOT EXISTS FOR (n:Concept) ON EACH [n.name, n.aliases]",
    ];

    /// <summary>Waits up to 300 seconds until the full-text indexes contain what was written.</summary>
    public const string AwaitIndexes = "CALL db.awaitIndexes(300)";
}
