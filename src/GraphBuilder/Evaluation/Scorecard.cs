using System.Globalization;
using System.Text;
using Stemma.GraphModel;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Evaluation;

/// <summary>
/// The figures of one evaluation, as defined by the labelled data: a found concept matches a labelled one if they share a folded name; only required labelled concepts
/// count for recall; a found one is right if it matches any, required or not; Dataset and Benchmark are one type in the headline.
/// </summary>
public sealed class Scorecard
{
    private static readonly string[] RelationTypes =
        [GraphSchema.Types.BuildsOn, GraphSchema.Types.ComparesWith, GraphSchema.Types.VariantOf, GraphSchema.Types.PartOf];

    /// <summary>Number of labelled papers.</summary>
    public int Papers { get; internal set; }

    /// <summary>Concepts by name alone.</summary>
    public Tally Names { get; } = new();

    /// <summary>Concepts by name and type: the headline figure.</summary>
    public Tally Typed { get; } = new();

    /// <summary>Concepts by name and type, separately for each type.</summary>
    public IReadOnlyDictionary<ConceptType, Tally> ByType { get; } = Enum.GetValues<ConceptType>().ToDictionary(type => type, _ => new Tally());

    /// <summary>Concepts by name and role, separately for each role. Labelled concepts count under their first role; a found one is right in any acceptable role.</summary>
    public IReadOnlyDictionary<ConceptRole, Tally> ByRole { get; } = Enum.GetValues<ConceptRole>().ToDictionary(role => role, _ => new Tally());

    /// <summary>
    /// Roles given the concepts, separately for each role. Only required concepts that were found count, so that errors in names, boundaries and optional labels are not
    /// counted twice. Found: concepts predicted in the role; right: those in which annotators accept it; wanted: concepts whose first labelled role it is; recalled:
    /// those of them predicted in it.
    /// </summary>
    public IReadOnlyDictionary<ConceptRole, Tally> ByRoleGivenConcepts { get; } = Enum.GetValues<ConceptRole>().ToDictionary(role => role, _ => new Tally());

    /// <summary>The found concepts of each role, except those that match optional labels only, whatever their role: optional labels neither help nor hurt.</summary>
    public IReadOnlyDictionary<ConceptRole, Tally> ByRoleWithoutOptional { get; } = Enum.GetValues<ConceptRole>().ToDictionary(role => role, _ => new Tally());

    /// <summary>Roles of required concepts that were found: wanted is their number, recalled the number with an acceptable role.</summary>
    public Tally Roles { get; } = new();

    /// <summary>Introduced concepts.</summary>
    public Tally Introduces => ByRole[ConceptRole.Introduces];

    /// <summary>Concepts built on.</summary>
    public Tally BuildsOn => ByRole[ConceptRole.BuildsOn];

    /// <summary>Numeric results: target and number.</summary>
    public Tally Results { get; } = new();

    /// <summary>Of the correct results: whether the number is a level, a gain or a loss.</summary>
    public Tally ResultKinds { get; } = new();

    /// <summary>Of the correct results: the metric.</summary>
    public Tally ResultMetrics { get; } = new();

    /// <summary>Of the correct results: the method.</summary>
    public Tally ResultMethods { get; } = new();

    /// <summary>Relations: head, type and tail.</summary>
    public Tally Relations { get; } = new();

    /// <summary>Relations, separately for each type.</summary>
    public IReadOnlyDictionary<string, Tally> ByRelation { get; } = RelationTypes.ToDictionary(type => type, _ => new Tally());

    /// <summary>Reliability of a concept's confidence in its role.</summary>
    public Calibration Confidence { get; } = new();

    /// <summary>Acceptable roles ÷ required concepts found.</summary>
    public double RoleAccuracy => Roles.Recall;

    /// <summary>Errors: names missed or not labelled, types and roles that no annotator accepts, results and relations missed or wrong.</summary>
    public ErrorLog Errors { get; } = new();

    /// <summary>The table that <c>stemma eval</c> prints.</summary>
    public override string ToString()
    {
        var table = new StringBuilder();
        table.Append(CultureInfo.InvariantCulture, $"{Papers} papers, {Names.Found} concepts found, {Names.Wanted} required\n\n");
        table.Append("                  precision  recall     F1   found  required   precision without optional   given the concepts: precision  recall     F1\n");
        Row(table, "concepts, typed", Typed);
        Row(table, "concepts, names", Names);
        foreach (var (type, tally) in ByType)
        {
            Row(table, $"  {type}", tally);
        }

        foreach (var (role, tally) in ByRole)
        {
            Row(table, $"  {role.ToExportName()}", tally, ByRoleWithoutOptional[role], ByRoleGivenConcepts[role]);
        }

        Row(table, "results", Results);
        Row(table, "  level or change", ResultKinds);
        Row(table, "  metric", ResultMetrics);
        Row(table, "  method", ResultMethods);
        Row(table, "relations", Relations);
        foreach (var (type, tally) in ByRelation)
        {
            Row(table, $"  {type.ToLowerInvariant()}", tally);
        }

        table.Append(CultureInfo.InvariantCulture, $"\nrole accuracy on required concepts found: {RoleAccuracy:F3}\n\n{Confidence}");
        return table.ToString();
    }

    private static void Row(StringBuilder table, string name, Tally tally, Tally? withoutOptional = null, Tally? given = null)
    {
        table.Append(CultureInfo.InvariantCulture, $"{name,-18}{tally.Precision,9:F3}{tally.Recall,8:F3}{tally.F1,7:F3}{tally.Found,8}{tally.Wanted,10}");
        table.Append(CultureInfo.InvariantCulture, $"{(withoutOptional is null || given is null ? "" : $"{withoutOptional.Precision,29:F3}{given.Precision,31:F3}{given.Recall,8:F3}{given.F1,7:F3}")}\n");
    }
}
