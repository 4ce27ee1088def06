using Stemma.GraphBuilder.Extraction;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Evaluation;

/// <summary>One abstract as annotated by a careful reader.</summary>
/// <param name="Id">Id of the paper within its file.</param>
/// <param name="Title">Title.</param>
/// <param name="Abstract">Abstract; empty if the labels were not yet joined to a text.</param>
/// <param name="Concepts">Concepts, in the annotator's order.</param>
/// <param name="Results">Numeric results.</param>
/// <param name="Relations">Relations between concepts.</param>
public sealed record LabelledPaper(
    string Id, string Title, string Abstract, IReadOnlyList<LabelledConcept> Concepts, IReadOnlyList<LabelledResult> Results, IReadOnlyList<LabelledRelation> Relations)
{
    /// <summary>SHA-256 of the abstract's UTF-8 bytes, lower-case hexadecimal, if the labels came without the text; else null.</summary>
    public string? AbstractHash { get; init; }

    /// <summary>
    /// False if relations were not annotated (<c>"relations": null</c>): then <see cref="LabelledPaper.Relations"/> implies nothing, and training and scoring of
    /// relations skip the paper.
    /// </summary>
    public bool HasRelations { get; init; } = true;
}

/// <summary>One labelled concept.</summary>
/// <param name="Name">Best surface form.</param>
/// <param name="Aliases">Other surface forms.</param>
/// <param name="Canonical">Full name if the text breaks or splits it, or null.</param>
/// <param name="Types">The type, then equally defensible ones.</param>
/// <param name="Roles">The role, then equally defensible ones.</param>
/// <param name="Required">False if a careful annotator may omit it.</param>
public sealed record LabelledConcept(
    string Name, IReadOnlyList<string> Aliases, string? Canonical, IReadOnlyList<ConceptType> Types, IReadOnlyList<ConceptRole> Roles, bool Required)
{
    /// <summary>Mentions, in text order.</summary>
    public IReadOnlyList<TextSpan> Mentions { get; init; } = [];

    /// <summary>The quote that shows the role, or null if unknown.</summary>
    public TextSpan? Evidence { get; init; }

    /// <summary>Name, aliases and canonical name.</summary>
    public IEnumerable<string> Forms => Canonical is null ? [Name, .. Aliases] : [Name, .. Aliases, Canonical];
}

/// <summary>One labelled numeric result; all fields as the annotator wrote them.</summary>
/// <param name="On">Dataset or benchmark.</param>
/// <param name="Value">Number, or null if only a change is given.</param>
/// <param name="Unit">Unit, or null.</param>
/// <param name="Metric">Metric, or null.</param>
/// <param name="Delta">Change with sign, or null.</param>
/// <param name="Of">Method that achieved it, or null.</param>
public sealed record LabelledResult(string? On, string? Value, string? Unit, string? Metric, string? Delta, string? Of);

/// <summary>One labelled relation.</summary>
/// <param name="Head">Name of the head concept.</param>
/// <param name="Type">Relationship type, <c>BUILDS_ON</c> and so on.</param>
/// <param name="Tail">Name of the tail concept.</param>
public sealed record LabelledRelation(string Head, string Type, string Tail);
