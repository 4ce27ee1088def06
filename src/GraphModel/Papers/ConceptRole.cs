namespace Stemma.GraphModel.Papers;

/// <summary>The role of a concept in one paper, strongest first: if the text supports several, the lowest value wins.</summary>
public enum ConceptRole
{
    /// <summary>The paper proposes or releases it.</summary>
    Introduces,

    /// <summary>The paper's own contribution extends, modifies, combines or starts from it.</summary>
    BuildsOn,

    /// <summary>Baseline or contrast.</summary>
    ComparesWith,

    /// <summary>Results are reported on it.</summary>
    EvaluatesOn,

    /// <summary>A tool, training data or component.</summary>
    Uses,

    /// <summary>The task that the paper works on.</summary>
    Addresses,

    /// <summary>The metric in which the paper reports.</summary>
    Measures,

    /// <summary>Background only.</summary>
    Mentions,
}

/// <summary>Converts roles to and from their two spellings: <c>builds_on</c> in exports and labels, <c>BUILDS_ON</c> in the graph.</summary>
public static class ConceptRoleNames
{
    private static readonly string[] Exported =
        ["introduces", "builds_on", "compares_with", "evaluates_on", "uses", "addresses", "measures", "mentions"];

    private static readonly string[] Types =
    [
        GraphSchema.Types.Introduces, GraphSchema.Types.BuildsOn, GraphSchema.Types.ComparesWith, GraphSchema.Types.EvaluatesOn,
        GraphSchema.Types.Uses, GraphSchema.Types.Addresses, GraphSchema.Types.Measures, GraphSchema.Types.Mentions,
    ];

    /// <summary>The spelling of exports and labels: <c>builds_on</c>.</summary>
    public static string ToExportName(this ConceptRole role) => Exported[(int)role];

    /// <summary>The relationship type: <c>BUILDS_ON</c>.</summary>
    public static string ToRelationshipType(this ConceptRole role) => Types[(int)role];

    /// <summary>Parses either spelling; false if the text is neither.</summary>
    public static bool TryParse(string? text, out ConceptRole role)
    {
        var at = Array.FindIndex(Exported, name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase));
        role = at < 0 ? ConceptRole.Mentions : (ConceptRole)at;
        return at >= 0;
    }
}
