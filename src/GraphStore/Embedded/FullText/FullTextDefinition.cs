using Stemma.GraphModel;

namespace Stemma.GraphStore.Embedded.FullText;

/// <summary>Which nodes a full-text index contains, and which of their properties it indexes.</summary>
/// <param name="Name">Name that <c>db.index.fulltext.queryNodes</c> takes.</param>
/// <param name="Label">Label of the nodes.</param>
/// <param name="Keys">Properties whose strings, or lists of strings, are indexed; each is a field of queries.</param>
public sealed record FullTextDefinition(string Name, string Label, IReadOnlyList<string> Keys)
{
    /// <summary>The indexes that every graph has.</summary>
    public static IReadOnlyList<FullTextDefinition> All { get; } =
    [
        new(GraphSchema.FullText.Papers, GraphSchema.Labels.Paper, [GraphSchema.Keys.Title, GraphSchema.Keys.Abstract]),
        new(GraphSchema.FullText.Concepts, GraphSchema.Labels.Concept, [GraphSchema.Keys.Name, GraphSchema.Keys.Aliases]),
    ];
}
