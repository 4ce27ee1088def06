namespace Stemma.GraphQuery.Syntax;

/// <summary>A clause of a query as written.</summary>
/// <param name="Span">Position in the query text.</param>
internal abstract record Clause(SourceSpan Span)
{
    /// <inheritdoc/>
    public sealed override string ToString() => ClausePrinter.Print(this);
}

/// <summary><c>[OPTIONAL] MATCH patterns WHERE condition</c>.</summary>
internal sealed record MatchClause(bool Optional, IReadOnlyList<PathPattern> Patterns, Expression? Where, SourceSpan Span) : Clause(Span);

/// <summary><c>UNWIND list AS variable</c>.</summary>
internal sealed record UnwindClause(Expression Source, Variable Variable, SourceSpan Span) : Clause(Span);

/// <summary><c>WITH … WHERE condition</c>.</summary>
internal sealed record WithClause(Projection Projection, Expression? Where, SourceSpan Span) : Clause(Span);

/// <summary><c>RETURN …</c>.</summary>
internal sealed record ReturnClause(Projection Projection, SourceSpan Span) : Clause(Span);

/// <summary><c>CREATE patterns</c>.</summary>
internal sealed record CreateClause(IReadOnlyList<PathPattern> Patterns, SourceSpan Span) : Clause(Span);

/// <summary><c>MERGE pattern ON CREATE SET … ON MATCH SET …</c>.</summary>
internal sealed record MergeClause(PathPattern Pattern, IReadOnlyList<SetItem> OnCreate, IReadOnlyList<SetItem> OnMatch, SourceSpan Span) : Clause(Span);

/// <summary><c>SET items</c>.</summary>
internal sealed record SetClause(IReadOnlyList<SetItem> Items, SourceSpan Span) : Clause(Span);

/// <summary><c>REMOVE items</c>.</summary>
internal sealed record RemoveClause(IReadOnlyList<RemoveItem> Items, SourceSpan Span) : Clause(Span);

/// <summary><c>[DETACH] DELETE targets</c>.</summary>
internal sealed record DeleteClause(bool Detach, IReadOnlyList<Expression> Targets, SourceSpan Span) : Clause(Span);

/// <summary><c>FOREACH (x IN list | updates)</c>.</summary>
internal sealed record ForeachClause(Variable Variable, Expression Source, IReadOnlyList<Clause> Updates, SourceSpan Span) : Clause(Span);

/// <summary><c>CALL procedure(arguments) YIELD … WHERE …</c>.</summary>
/// <param name="Procedure">Dotted name.</param>
/// <param name="Arguments">Null if the call has no parentheses: arguments then come from parameters.</param>
/// <param name="Yield">Null if there is no YIELD or it is <c>YIELD *</c>.</param>
/// <param name="YieldAll">True for <c>YIELD *</c>.</param>
/// <param name="Where">Condition on the yielded rows, or null.</param>
/// <param name="Optional">Whether a row without results is kept.</param>
/// <param name="Span">Position in the query text.</param>
internal sealed record CallClause(
    string Procedure, IReadOnlyList<Expression>? Arguments, IReadOnlyList<YieldItem>? Yield, bool YieldAll, Expression? Where, bool Optional, SourceSpan Span)
    : Clause(Span)
{
    /// <summary>Whether the clause is written SHOW instead of CALL; the name of a called procedure contains no space.</summary>
    public bool IsShow => Procedure.StartsWith("SHOW ", StringComparison.Ordinal);
}

/// <summary><c>CALL (imports) { query }</c>.</summary>
/// <param name="Imports">Null if the body imports variables by a leading WITH.</param>
/// <param name="ImportsAll">Whether <c>(*)</c> is written.</param>
/// <param name="Body">The query.</param>
/// <param name="Optional">Whether a row without results is kept.</param>
/// <param name="Span">Position in the query text.</param>
internal sealed record CallSubqueryClause(IReadOnlyList<Variable>? Imports, bool ImportsAll, Query Body, bool Optional, SourceSpan Span) : Clause(Span);

/// <summary><c>FINISH</c>: the query returns nothing.</summary>
internal sealed record FinishClause(SourceSpan Span) : Clause(Span);

/// <summary><c>output AS variable</c>.</summary>
internal sealed record YieldItem(string Output, Variable Variable);

/// <summary>The part that WITH and RETURN have in common.</summary>
internal sealed record Projection(
    bool Distinct, bool Star, IReadOnlyList<ProjectionItem> Items, IReadOnlyList<SortItem> OrderBy, Expression? Skip, Expression? Limit, SourceSpan Span);

/// <summary>A column.</summary>
/// <param name="Value">The column's value.</param>
/// <param name="Alias">Name after AS, or null.</param>
/// <param name="Text">The expression exactly as written; the column's name if there is no alias.</param>
internal sealed record ProjectionItem(Expression Value, string? Alias, string Text)
{
    /// <summary>Column name.</summary>
    public string Name => Alias ?? Text;
}

/// <summary>A sort key of ORDER BY.</summary>
internal sealed record SortItem(Expression Value, bool Descending);

/// <summary>An assignment of SET.</summary>
internal abstract record SetItem(Expression Target);

/// <summary><c>n.key = value</c>.</summary>
internal sealed record SetProperty(Property Property, Expression Value) : SetItem(Property.Owner);

/// <summary><c>n[key] = value</c>, with a computed key.</summary>
internal sealed record SetComputedProperty(Subscript Property, Expression Value) : SetItem(Property.Owner);

/// <summary><c>n:$(labels)</c>: a string, or a list of strings.</summary>
internal sealed record SetComputedLabels(Expression Target, Expression Labels) : SetItem(Target);

/// <summary><c>n = map</c> or, keeping other properties, <c>n += map</c>.</summary>
internal sealed record SetAllProperties(Expression Target, Expression Value, bool Keep) : SetItem(Target);

/// <summary><c>n:Label</c>.</summary>
internal sealed record SetLabels(Expression Target, IReadOnlyList<string> Labels) : SetItem(Target);

/// <summary>An item of REMOVE.</summary>
internal abstract record RemoveItem(Expression Target);

/// <summary><c>n[key]</c>.</summary>
internal sealed record RemoveComputedProperty(Subscript Property) : RemoveItem(Property.Owner);

/// <summary><c>n:$(labels)</c>.</summary>
internal sealed record RemoveComputedLabels(Expression Target, Expression Labels) : RemoveItem(Target);

/// <summary><c>n.key</c>.</summary>
internal sealed record RemoveProperty(Property Property) : RemoveItem(Property.Owner);

/// <summary><c>n:Label</c>.</summary>
internal sealed record RemoveLabels(Expression Target, IReadOnlyList<string> Labels) : RemoveItem(Target);
