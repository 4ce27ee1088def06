namespace Stemma.GraphQuery.Syntax;

/// <summary>A whole statement: single queries joined by UNION.</summary>
/// <param name="Mode">Whether the statement is run, explained or profiled.</param>
/// <param name="Parts">At least one.</param>
/// <param name="Unions">Union i joins parts i and i + 1.</param>
internal sealed record Query(QueryMode Mode, IReadOnlyList<SingleQuery> Parts, IReadOnlyList<Union> Unions)
{
    /// <inheritdoc/>
    public override string ToString() => ClausePrinter.Print(this);
}

/// <summary>Clauses in order.</summary>
internal sealed record SingleQuery(IReadOnlyList<Clause> Clauses);

/// <summary><c>UNION</c>, or <c>UNION ALL</c>, which keeps duplicates.</summary>
internal readonly record struct Union(bool All, SourceSpan Span);

/// <summary>What is done with the plan.</summary>
internal enum QueryMode
{
    Run,
    Explain,
    Profile,
}
