using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Syntax;

/// <summary>An expression of Cypher as written. ToString gives canonical Cypher, which is also used to compare two expressions.</summary>
/// <param name="Span">Position in the query text.</param>
/// <param name="Height">1 for a leaf, otherwise one more than the highest part; bounded by the parser, so that recursion is safe.</param>
internal abstract record Expression(SourceSpan Span, int Height)
{
    /// <inheritdoc/>
    public sealed override string ToString() => ExpressionPrinter.Print(this);

    /// <summary>Height of an expression with these parts.</summary>
    protected static int Over(params ReadOnlySpan<Expression?> parts)
    {
        var height = 0;
        foreach (var part in parts)
        {
            height = Math.Max(height, part?.Height ?? 0);
        }

        return height + 1;
    }

    /// <summary>Height of an expression with a list of parts.</summary>
    protected static int Over(IEnumerable<Expression?> parts) => parts.Aggregate(0, (height, part) => Math.Max(height, part?.Height ?? 0)) + 1;
}

/// <summary><c>null</c>, <c>true</c>, <c>1</c>, <c>1.5</c> or <c>'text'</c>.</summary>
internal sealed record Literal(GraphValue Value, SourceSpan Span) : Expression(Span, 1)
{
    /// <summary>The literal null, for omitted parts.</summary>
    public static Literal Null { get; } = new(GraphValue.Null, default);
}

/// <summary><c>$name</c>.</summary>
internal sealed record Parameter(string Name, SourceSpan Span) : Expression(Span, 1);

/// <summary><c>n</c>.</summary>
internal sealed record Variable(string Name, SourceSpan Span) : Expression(Span, 1);

/// <summary><c>n.key</c>.</summary>
internal sealed record Property(Expression Owner, string Key, SourceSpan Span) : Expression(Span, Over(Owner));

/// <summary><c>n:Label</c>.</summary>
internal sealed record LabelTest(Expression Owner, LabelExpression Labels, SourceSpan Span) : Expression(Span, Over([Owner, .. LabelExpression.ValuesIn(Labels)]));

/// <summary><c>list[index]</c> or <c>map[key]</c>.</summary>
internal sealed record Subscript(Expression Owner, Expression Key, SourceSpan Span) : Expression(Span, Over(Owner, Key));

/// <summary><c>list[from..to]</c>.</summary>
internal sealed record Slice(Expression Owner, Expression? From, Expression? To, SourceSpan Span) : Expression(Span, Over(Owner, From, To));

/// <summary>An operator before its operand.</summary>
internal sealed record Unary(UnaryOperator Operator, Expression Operand, SourceSpan Span) : Expression(Span, Over(Operand));

/// <summary>An operator between two operands.</summary>
internal sealed record Binary(BinaryOperator Operator, Expression Left, Expression Right, SourceSpan Span) : Expression(Span, Over(Left, Right));

/// <summary><c>a &lt; b &lt;= c</c>: every pair must hold. As high as it is long, because the binder turns it into a conjunction.</summary>
internal sealed record ComparisonChain(Expression First, IReadOnlyList<ComparisonLink> Links, SourceSpan Span)
    : Expression(Span, Links.Count + Over([First, .. Links.Select(link => link.Operand)]));

/// <summary>A step of a comparison chain.</summary>
internal sealed record ComparisonLink(BinaryOperator Operator, Expression Operand);

/// <summary><c>x IS NULL</c> or <c>x IS NOT NULL</c>.</summary>
internal sealed record NullTest(Expression Operand, bool Negated, SourceSpan Span) : Expression(Span, Over(Operand));

/// <summary><c>x IS :: INTEGER</c> or <c>x IS NOT :: INTEGER</c>.</summary>
internal sealed record TypeTest(Expression Operand, CypherType Type, bool Negated, SourceSpan Span) : Expression(Span, Over(Operand));

/// <summary><c>[1, 2]</c>.</summary>
internal sealed record ListLiteral(IReadOnlyList<Expression> Items, SourceSpan Span) : Expression(Span, Over(Items));

/// <summary><c>{key: value}</c>.</summary>
internal sealed record MapLiteral(IReadOnlyList<MapEntry> Entries, SourceSpan Span) : Expression(Span, Over(Entries.Select(entry => entry.Value)));

/// <summary>An entry of a map.</summary>
internal sealed record MapEntry(string Key, Expression Value);

/// <summary><c>n {.key, .*, other, key: value}</c>.</summary>
internal sealed record MapProjection(Variable Owner, IReadOnlyList<MapProjectionItem> Items, SourceSpan Span)
    : Expression(Span, Over([Owner, .. Items.Select(item => item.Value)]));

/// <summary>An item of a map projection: a key with a value, or all properties if <paramref name="Key"/> is null.</summary>
internal sealed record MapProjectionItem(string? Key, Expression? Value);

/// <summary><c>name(a, b)</c>; DISTINCT is for aggregates.</summary>
internal sealed record FunctionCall(string Name, bool Distinct, IReadOnlyList<Expression> Arguments, SourceSpan Span) : Expression(Span, Over(Arguments));

/// <summary><c>count(*)</c>.</summary>
internal sealed record CountStar(SourceSpan Span) : Expression(Span, 1);

/// <summary><c>CASE subject WHEN … THEN … ELSE … END</c>.</summary>
internal sealed record CaseExpression(Expression? Subject, IReadOnlyList<CaseBranch> Branches, Expression? Otherwise, SourceSpan Span)
    : Expression(Span, Over([Subject, Otherwise, .. Branches.SelectMany(branch => new[] { branch.When, branch.Then })]))
{
    /// <summary>Whether the branches are conditions on the subject, which they contain as <see cref="CaseSubject"/>; otherwise values that it is compared with.</summary>
    public bool HasConditions => Branches.Any(branch => branch.IsCondition);
}

/// <summary>The subject of the enclosing CASE, as the first operand of a branch that starts with its operator.</summary>
internal sealed record CaseSubject(SourceSpan Span) : Expression(Span, 1)
{
    /// <summary>Its name as a variable, which no one would write.</summary>
    public const string Name = "  subject";
}

/// <summary>A WHEN … THEN branch of a CASE.</summary>
/// <param name="When">The value that the subject is compared with, or a condition.</param>
/// <param name="Then">The result.</param>
/// <param name="IsCondition">Whether the branch has its own operator, as in <c>WHEN &gt; 1</c>; then all branches have.</param>
internal sealed record CaseBranch(Expression When, Expression Then, bool IsCondition);

/// <summary><c>[x IN list WHERE p | e]</c>.</summary>
internal sealed record ListComprehension(string Variable, Expression Source, Expression? Where, Expression? Projection, SourceSpan Span)
    : Expression(Span, Over(Source, Where, Projection));

/// <summary><c>all(x IN list WHERE p)</c>; likewise any, none and single.</summary>
internal sealed record Quantifier(QuantifierKind Kind, string Variable, Expression Source, Expression Where, SourceSpan Span)
    : Expression(Span, Over(Source, Where));

/// <summary><c>reduce(total = 0, x IN list | total + x)</c>.</summary>
internal sealed record Reduce(string Accumulator, Expression Initial, string Variable, Expression Source, Expression Body, SourceSpan Span)
    : Expression(Span, Over(Initial, Source, Body));

/// <summary><c>[p = (a)-->(b) WHERE p | e]</c>.</summary>
internal sealed record PatternComprehension(PathPattern Pattern, Expression? Where, Expression Projection, SourceSpan Span)
    : Expression(Span, Over([Where, Projection, .. Pattern.Expressions]));

/// <summary><c>(a)-->(b)</c> as a condition.</summary>
internal sealed record PatternPredicate(PathPattern Pattern, SourceSpan Span) : Expression(Span, Over(Pattern.Expressions));

/// <summary><c>shortestPath((a)-[*]-(b))</c> as a value.</summary>
internal sealed record ShortestPathExpression(PathPattern Pattern, SourceSpan Span) : Expression(Span, Over(Pattern.Expressions));

/// <summary><c>EXISTS { … }</c>, <c>COUNT { … }</c> or <c>COLLECT { … }</c>.</summary>
/// <param name="Kind">How the rows become a value.</param>
/// <param name="Body">A whole query; a bare pattern with WHERE becomes a MATCH.</param>
/// <param name="Span">Position in the query text.</param>
/// <param name="Height">Height of the highest expression inside, plus one.</param>
internal sealed record Subquery(SubqueryKind Kind, Query Body, SourceSpan Span, int Height) : Expression(Span, Height);

/// <summary>Operators with one operand.</summary>
internal enum UnaryOperator
{
    Not,
    Plus,
    Minus,
}

/// <summary>Operators with two operands.</summary>
internal enum BinaryOperator
{
    Or,
    Xor,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    StartsWith,
    EndsWith,
    Contains,
    Matches,
    Add,
    Concatenate,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    Power,
}

/// <summary>The four quantifiers.</summary>
internal enum QuantifierKind
{
    All,
    Any,
    None,
    Single,
}

/// <summary>The three subquery expressions.</summary>
internal enum SubqueryKind
{
    Exists,
    Count,
    Collect,
}
