namespace Stemma.GraphQuery.Syntax;

/// <summary><c>name = (a)-[r]->(b)</c>: nodes and the relationships between them.</summary>
/// <param name="Variable">Name of the path, or null.</param>
/// <param name="Shape">Whether all paths or only shortest ones are wanted.</param>
/// <param name="Nodes">One more than <paramref name="Relationships"/>.</param>
/// <param name="Relationships">Relationship i connects nodes i and i + 1.</param>
/// <param name="Span">Position in the query text.</param>
internal sealed record PathPattern(
    Variable? Variable, PathShape Shape, IReadOnlyList<NodePattern> Nodes, IReadOnlyList<RelationshipPattern> Relationships, SourceSpan Span)
{
    /// <summary>The <c>SHORTEST</c> selector; null for all paths and for the functions shortestPath and allShortestPaths.</summary>
    public PathSelector? Selector { get; init; }

    /// <summary>The condition inside parentheses around the whole pattern, or null.</summary>
    public Expression? Where { get; init; }

    /// <summary>The expressions inside, for computing the height.</summary>
    public IEnumerable<Expression?> Expressions =>
        Nodes.SelectMany(node => LabelExpression.ValuesIn(node.Labels).Concat([node.Properties, node.Where]))
            .Concat(Relationships.SelectMany(relationship => LabelExpression.ValuesIn(relationship.Types).Concat([relationship.Properties, relationship.Where])))
            .Concat(Relationships.SelectMany(relationship => relationship.Group is { } group ? group.Inner.Expressions.Append(group.Where) : []))
            .Append(Where);

    /// <inheritdoc/>
    public override string ToString() => PatternPrinter.Print(this);
}

/// <summary><c>(n:Label {key: value} WHERE …)</c>.</summary>
internal sealed record NodePattern(Variable? Variable, LabelExpression? Labels, Expression? Properties, Expression? Where, SourceSpan Span);

/// <summary><c>-[r:TYPE*1..3 {key: value} WHERE …]-></c>.</summary>
internal sealed record RelationshipPattern(
    Variable? Variable,
    LabelExpression? Types,
    VariableLength? Length,
    Expression? Properties,
    Expression? Where,
    PatternDirection Direction,
    SourceSpan Span)
{
    /// <summary>The parenthesised pattern that is repeated <see cref="Length"/> times; null for a single relationship.</summary>
    public PathGroup? Group { get; init; }
}

/// <summary><c>((a)-[r]->(b) WHERE …)</c> before a quantifier; outside it each of its variables is a list.</summary>
internal sealed record PathGroup(PathPattern Inner, Expression? Where);

/// <summary><c>SHORTEST 2</c>: number of paths between two nodes; with <paramref name="Groups"/>, <c>SHORTEST 2 GROUPS</c>: number of distinct lengths.</summary>
internal sealed record PathSelector(int Count, bool Groups);

/// <summary><c>*min..max</c>; null for an omitted bound.</summary>
internal sealed record VariableLength(int? Minimum, int? Maximum);

/// <summary>Direction of a relationship as written from left to right.</summary>
internal enum PatternDirection
{
    Outgoing,
    Incoming,
    Both,
}

/// <summary>Turns directions around.</summary>
internal static class PatternDirections
{
    /// <summary>The direction of a relationship read from right to left.</summary>
    public static PatternDirection Reversed(this PatternDirection direction) => direction switch
    {
        PatternDirection.Outgoing => PatternDirection.Incoming,
        PatternDirection.Incoming => PatternDirection.Outgoing,
        _ => direction,
    };
}

/// <summary>Which paths a pattern matches.</summary>
internal enum PathShape
{
    Every,
    Shortest,
    AllShortest,
}

/// <summary>A condition on labels or on a relationship type.</summary>
internal abstract record LabelExpression
{
    /// <summary>Whether it contains computed names.</summary>
    public bool IsComputed => ValuesIn(this).Any();

    /// <summary>The expressions of the computed names.</summary>
    public static IEnumerable<Expression> ValuesIn(LabelExpression? labels) => LeavesOf(labels).OfType<ComputedLabel>().Select(label => label.Value);

    /// <summary>The literal names in it, in order.</summary>
    public static IEnumerable<LabelName> NamesIn(LabelExpression? labels) => LeavesOf(labels).OfType<LabelName>();

    private static IEnumerable<LabelExpression> LeavesOf(LabelExpression? labels) => labels switch
    {
        null => [],
        NotLabel not => LeavesOf(not.Operand),
        BothLabels both => LeavesOf(both.Left).Concat(LeavesOf(both.Right)),
        EitherLabel either => LeavesOf(either.Left).Concat(LeavesOf(either.Right)),
        _ => [labels],
    };

    /// <inheritdoc/>
    public sealed override string ToString() => PatternPrinter.Print(this);
}

/// <summary><c>A</c>.</summary>
internal sealed record LabelName(string Name, SourceSpan Span) : LabelExpression;

/// <summary><c>$(expression)</c>, also written <c>$all(…)</c>, or <c>$any(…)</c>: a name or a list of names, all or at least one of which must match.</summary>
internal sealed record ComputedLabel(Expression Value, bool Any) : LabelExpression;

/// <summary><c>%</c>: at least one label.</summary>
internal sealed record AnyLabel : LabelExpression;

/// <summary><c>!A</c>.</summary>
internal sealed record NotLabel(LabelExpression Operand) : LabelExpression;

/// <summary><c>A&amp;B</c>, also written <c>A:B</c>.</summary>
internal sealed record BothLabels(LabelExpression Left, LabelExpression Right) : LabelExpression;

/// <summary><c>A|B</c>.</summary>
internal sealed record EitherLabel(LabelExpression Left, LabelExpression Right) : LabelExpression;
