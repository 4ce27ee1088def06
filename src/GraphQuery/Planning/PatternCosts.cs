using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Planning;

/// <summary>
/// Estimates the number of rows of the steps of a pattern. Selectivities without counts are the defaults of Selinger et al. 1979, table 1:
/// one tenth for an equality.
/// </summary>
internal sealed class PatternCosts(BoundPattern pattern, GraphStatistics? statistics)
{
    private const double EqualityShare = 0.1;

    /// <summary>Maximum length assumed for a variable-length path.</summary>
    private const int ReckonedLength = 3;

    /// <summary>Rows of scanning a node; without statistics all scans cost the same, so that the first one written is chosen.</summary>
    public double Scan(PatternNode node, IReadOnlySet<int> live)
    {
        if (statistics is null)
        {
            return 1;
        }

        if (pattern.Predicates.Any(predicate => ElementIdEquality.Of(predicate) is { } equality && equality.Slot == node.Slot && equality.Value.Slots.All(live.Contains)))
        {
            return 1;
        }

        var labels = LabelsOf(node.Slot).ToArray();
        var keys = EqualitiesOf(node.Slot, live).ToArray();
        if (labels.Any(label => keys.Any(key => statistics.HasIndex(label, key))))
        {
            return 1;
        }

        var rows = labels.Aggregate(statistics.NodeCount, (least, label) => Math.Min(least, statistics.NodesWith(label)));
        return rows * Math.Pow(EqualityShare, keys.Length);
    }

    /// <summary>Rows per input row of expanding a relationship to the node at its other end.</summary>
    public double Expand(PatternRelationship relationship, PatternNode target)
    {
        if (statistics is null)
        {
            return 1;
        }

        var degree = statistics.Degree(relationship.Types, relationship.Direction);
        var reach = relationship.Length is { } length ? Math.Pow(Math.Max(degree, 1.1), Math.Clamp(length.Maximum, 2, ReckonedLength)) : degree;
        var share = LabelsOf(target.Slot).Aggregate(1.0, (least, label) => Math.Min(least, statistics.NodesWith(label) / statistics.NodeCount));
        return reach * Math.Max(share, 1 / statistics.NodeCount) * Math.Pow(EqualityShare, EqualitiesOf(target.Slot, null).Count());
    }

    private IEnumerable<string> LabelsOf(int slot) => pattern.Predicates
        .OfType<LabelCheck>()
        .Where(check => check.Owner is SlotValue owner && owner.Slot == slot)
        .SelectMany(check => RequiredLabels.Of(check.Labels));

    /// <summary>Keys of the node that must equal a value available before it is matched.</summary>
    private IEnumerable<string> EqualitiesOf(int slot, IReadOnlySet<int>? live) => pattern.Predicates
        .Select(predicate => PropertyEquality.OfIndexed(predicate, slot))
        .OfType<PropertyEquality>()
        .Where(equality => equality.Value.Slots.All(read => live is null || live.Contains(read)))
        .Select(equality => equality.Key);
}

/// <summary>Labels that a label expression requires.</summary>
internal static class RequiredLabels
{
    /// <summary>The names of <c>A&amp;B</c>; none for alternatives and negations.</summary>
    public static IEnumerable<string> Of(LabelExpression labels) => labels switch
    {
        LabelName name => [name.Name],
        BothLabels both => Of(both.Left).Concat(Of(both.Right)),
        _ => [],
    };
}

/// <summary>A predicate of the form <c>n.key = value</c>, in either order, or <c>n.key IN list</c>.</summary>
internal sealed record PropertyEquality(int Slot, string Key, BoundExpression Value, bool AnyOf)
{
    /// <summary>The predicate in this form, which an index on the node's property can answer, or null. The value must not read the node itself.</summary>
    public static PropertyEquality? OfIndexed(BoundExpression predicate, int slot) => predicate switch
    {
        BinaryOperation { Operator: BinaryOperator.In } test => Of(test.Left, test.Right, slot, anyOf: true),
        BinaryOperation { Operator: BinaryOperator.Equal } test => Of(test.Left, test.Right, slot, anyOf: false) ?? Of(test.Right, test.Left, slot, anyOf: false),
        _ => null,
    };

    private static PropertyEquality? Of(BoundExpression property, BoundExpression value, int slot, bool anyOf) =>
        property is PropertyValue { Owner: SlotValue owner } read && owner.Slot == slot && !value.Slots.Contains(slot) ? new PropertyEquality(slot, read.Key, value, anyOf) : null;
}
