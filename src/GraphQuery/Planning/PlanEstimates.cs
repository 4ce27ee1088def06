using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Planning;

/// <summary>
/// Estimates the number of rows of each operator for the printed plan: from the graph's counts if available, otherwise by the defaults of Selinger et al. 1979,
/// table 1: one tenth for an equality, one third for a comparison. Without information: one half for other predicates, ten items per list or call, and as many
/// groups as the square root of the rows.
/// </summary>
internal sealed class PlanEstimates(GraphStatistics statistics)
{
    private const double EqualityShare = 0.1;
    private const double ComparisonShare = 1.0 / 3;
    private const double OtherShare = 0.5;
    private const double Several = 10;

    /// <summary>Maximum length assumed for a variable-length path.</summary>
    private const int ReckonedLength = 3;

    /// <summary>Rows of an operator in total, over all rows of its input.</summary>
    public double Of(Plan plan) => plan switch
    {
        SingleRow => 1,
        Concatenate concatenate => concatenate.Inputs.Sum(Of),
        InputPlan step => Of(step, Of(step.Input)),
        _ => 1,
    };

    private double Of(InputPlan plan, double input) => plan switch
    {
        ScanNodes scan => input * (scan.Label is null ? statistics.NodeCount : statistics.NodesWith(scan.Label)),
        JoinNodes join => input * statistics.NodesWith(join.Label) * EqualityShare,
        ScanTexts scan => input * statistics.NodesWith(scan.Label) * EqualityShare,
        SeekNodes { AnyOf: true } or SeekElements { AnyOf: true } or Unwind or CallProcedure => input * Several,
        Expand expand => input * (expand.Into ? 1 / statistics.NodeCount : 1) * statistics.Degree(expand.Relationship.Types, expand.Direction) * ShareOf(expand.ToLabels),
        ScanRelationships scan => input * OfType(scan.FromLabel, scan.Expand),
        CountEnds count => input * Math.Min(OfType(count.FromLabel, count.Expand), statistics.NodeCount * ShareOf(count.Expand.ToLabels)),
        ExpandPaths expand => input * Reach(expand.Relationship, expand.Direction),
        ExpandGroup expand => input * Reach(expand.Relationship, PatternDirection.Outgoing),
        Filter filter => filter.Predicates.Aggregate(input, (rows, predicate) => rows * ShareOf(predicate)),
        Aggregate { Grouping.Keys.Count: 0 } => 1,
        Aggregate or Distinct => Math.Max(Math.Min(input, 1), Math.Sqrt(input)),
        Sort { Count: Constant { Value.IsInteger: true } count } => Math.Min(input, count.Value.AsInteger()),
        Limit { Count: Constant { Value.IsInteger: true } count } => Math.Min(input, count.Value.AsInteger()),
        Skip { Count: Constant { Value.IsInteger: true } count } => Math.Max(0, input - count.Value.AsInteger()),
        OptionalRows optional => input * Math.Max(1, Of(optional.Inner)),
        ForEachRow { ForEffect: false } each => input * Of(each.Inner),
        _ => input,
    };

    /// <summary>Relationships of a type between labels. A label that all relationships of the type have at that end does not reduce the number.</summary>
    private double OfType(string? fromLabel, Expand expand)
    {
        var isForward = expand.Direction == PatternDirection.Outgoing;
        return statistics.Relationships(expand.Relationship.Types)
            * ShareAt(expand, expand.ToLabels, isForward)
            * ShareAt(expand, fromLabel is null ? null : new LabelName(fromLabel, default), !isForward);
    }

    private double ShareAt(Expand expand, LabelExpression? labels, bool atEnd) =>
        labels is LabelName label && expand.Relationship.Types is LabelName type && statistics.AllEndsHave(type.Name, label.Name, atEnd) ? 1 : ShareOf(labels);

    private double Reach(PatternRelationship relationship, PatternDirection direction) =>
        Math.Pow(Math.Max(statistics.Degree(relationship.Types, direction), 1), Math.Clamp(relationship.Length!.Maximum, 1, ReckonedLength));

    private double ShareOf(LabelExpression? labels) =>
        labels is null ? 1 : RequiredLabels.Of(labels).Select(label => statistics.NodesWith(label) / statistics.NodeCount).DefaultIfEmpty(OtherShare).Min();

    private double ShareOf(BoundExpression predicate) => predicate switch
    {
        LabelCheck check => ShareOf(check.Labels),
        BinaryOperation { Operator: BinaryOperator.Equal or BinaryOperator.In or BinaryOperator.Contains or BinaryOperator.StartsWith or BinaryOperator.EndsWith or BinaryOperator.Matches } => EqualityShare,
        BinaryOperation { Operator: BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual } => ComparisonShare,
        _ => OtherShare,
    };
}
