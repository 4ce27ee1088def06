namespace Stemma.GraphQuery.Syntax;

/// <summary><c>name = (a)-[r]->(b)</c>: nodes and the relationships between them.</summary>
/// <param name="Variable">Name of the path, or null.</param>
/// <param name="Shape">Whether all paths or only shortest ones are wanted.</param>
/// <param name="Nodes">One more than <paramref name="Relationships"/>.</param>
/// <param name="Relationships">Relationship i stands between nodes i and i + 1.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record PathPattern(
    Variable? Variable, PathShape Shape, IReadOnlyList<NodePattern> Nodes, IReadOnlyList<RelationshipPattern> Relationships, SourceSpan Span)
{
    /// <summary>The expressions inside, for measuring height.</summary>
    public IEnumerable<Expression?> Expressions =>
        Nodes.SelectMany(node => new[] { node.Properties, node.Where })
            .Concat(Relationships.SelectMany(relationship => new[] { relationship.Properties, relationship.Where }));

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
    SourceSpan Span);

/// <summary><c>*min..max</c>; null where not written.</summary>
internal sealed record VariableLength(int? Minimum, int? Maximum);

/// <summary>Direction of a relationship as written from left to right.</summary>
internal enum PatternDirection
{
    Outgoing,
    Incoming,
    Both,
}

/// <summary>Which paths a pattern stands for.</summary>
internal enum PathShape
{
    Every,
    Shortest,
    AllShortest,
}

/// <summary>A condition on labels or on a relationship type.</summary>
internal abstract record LabelExpression
{
    /// <inheritdoc/>
    public sealed override string ToString() => PatternPrinter.Print(this);
}

/// <summary><c>A</c>.</summary>
internal sealed record LabelName(string Name, SourceSpan Span) : LabelExpression;

/// <summary><c>%</c>: at least one.</summary>
internal sealed record AnyLabel : LabelExpression;

/// <summary><c>!A</c>.</summary>
internal sealed record NotLabel(LabelExpression Operand) : LabelExpression;

/// <summary><c>A&amp;B</c>, also written <c>A:B</c>.</summary>
internal sealed record BothLabels(LabelExpression Left, LabelExpression Right) : LabelExpression;

/// <summary><c>A|B</c>.</summary>
internal sealed record EitherLabel(LabelExpression Left, LabelExpression Right) : LabelExpression;
