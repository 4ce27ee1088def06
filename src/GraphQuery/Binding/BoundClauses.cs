using Stemma.GraphQuery.Functions;
using Stemma.GraphQuery.Procedures;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Binding;

/// <summary>A query after binding: the input of planning.</summary>
/// <param name="Parts">At least one, joined by UNION.</param>
/// <param name="UnionAll">Whether duplicates are kept; one value for the whole query.</param>
/// <param name="Columns">Names of the result's columns; empty if the query returns nothing.</param>
/// <param name="Outputs">Slots of the columns, the same in each part.</param>
/// <param name="WritingClause">The first clause that changes the graph, or null.</param>
internal sealed record BoundQuery(
    IReadOnlyList<BoundPart> Parts, bool UnionAll, IReadOnlyList<string> Columns, IReadOnlyList<int> Outputs, WritingClause? WritingClause);

/// <summary>A clause that changes the graph: its keyword and position.</summary>
internal readonly record struct WritingClause(string Keyword, SourceSpan Span);

/// <summary>Clauses in order; the last one fills the output slots if the query returns something.</summary>
internal sealed record BoundPart(IReadOnlyList<BoundClause> Clauses);

/// <summary>A clause after binding.</summary>
internal abstract record BoundClause;

/// <summary>MATCH: every match of the pattern in the graph that satisfies all predicates.</summary>
internal sealed record BoundMatch(bool Optional, BoundPattern Pattern) : BoundClause;

/// <summary>UNWIND.</summary>
internal sealed record BoundUnwind(BoundExpression Source, int Slot, string Name) : BoundClause;

/// <summary>WITH or RETURN.</summary>
/// <param name="Grouping">Null if nothing is aggregated.</param>
/// <param name="Items">Columns to compute, after grouping; variables that are passed on stay in their slots.</param>
/// <param name="Outputs">Slots of all columns, in order.</param>
/// <param name="Distinct">Whether duplicate rows are removed.</param>
/// <param name="OrderBy">Sort keys, over the columns and, without grouping or DISTINCT, also over the rows before.</param>
/// <param name="Skip">Number of rows to skip, or null.</param>
/// <param name="Limit">Maximum number of rows, or null.</param>
/// <param name="Where">Condition on the resulting rows, or null.</param>
internal sealed record BoundProjection(
    Grouping? Grouping,
    IReadOnlyList<Assignment> Items,
    IReadOnlyList<int> Outputs,
    bool Distinct,
    IReadOnlyList<SortKey> OrderBy,
    BoundExpression? Skip,
    BoundExpression? Limit,
    BoundExpression? Where) : BoundClause;

/// <summary>Rows with equal keys become one row.</summary>
internal sealed record Grouping(IReadOnlyList<Assignment> Keys, IReadOnlyList<Aggregation> Aggregations);

/// <summary>A slot and the value assigned to it.</summary>
internal sealed record Assignment(int Slot, string Name, BoundExpression Value);

/// <summary>An aggregate over the rows of a group.</summary>
/// <param name="Slot">Slot of its result.</param>
/// <param name="Name">Its printed form.</param>
/// <param name="Function">Null for count(*).</param>
/// <param name="Distinct">Whether equal arguments are counted once.</param>
/// <param name="Arguments">Evaluated on each row.</param>
/// <param name="Place">Position in the query text, for runtime errors.</param>
internal sealed record Aggregation(int Slot, string Name, AggregateFunction? Function, bool Distinct, IReadOnlyList<BoundExpression> Arguments, TextPlace Place);

/// <summary>A sort key of ORDER BY.</summary>
internal sealed record SortKey(BoundExpression Value, bool Descending);

/// <summary>CREATE.</summary>
internal sealed record BoundCreate(BoundCreation Creation) : BoundClause;

/// <summary>MERGE: match the pattern, or create all of it.</summary>
internal sealed record BoundMerge(BoundPattern Pattern, BoundCreation Creation, IReadOnlyList<BoundChange> OnCreate, IReadOnlyList<BoundChange> OnMatch) : BoundClause;

/// <summary>SET or REMOVE.</summary>
internal sealed record BoundSet(IReadOnlyList<BoundChange> Changes) : BoundClause;

/// <summary>DELETE.</summary>
internal sealed record BoundDelete(bool Detach, IReadOnlyList<BoundExpression> Targets) : BoundClause;

/// <summary>FOREACH.</summary>
internal sealed record BoundForeach(int Slot, BoundExpression Source, IReadOnlyList<BoundClause> Updates) : BoundClause;

/// <summary>CALL of a procedure.</summary>
/// <param name="Procedure">The procedure.</param>
/// <param name="Arguments">In the signature's order.</param>
/// <param name="Outputs">Pairs of output column and slot.</param>
/// <param name="Where">Condition on the yielded rows, or null.</param>
/// <param name="Optional">Whether a row without results is kept.</param>
internal sealed record BoundCall(
    IProcedure Procedure, IReadOnlyList<BoundExpression> Arguments, IReadOnlyList<YieldSlot> Outputs, BoundExpression? Where, bool Optional) : BoundClause;

/// <summary>An output column of a procedure and its slot.</summary>
internal readonly record struct YieldSlot(int Column, int Slot, string Name);

/// <summary>CALL { … }; a body that returns nothing runs for its changes.</summary>
internal sealed record BoundCallSubquery(BoundQuery Body, bool Optional) : BoundClause;

/// <summary>A change by SET or REMOVE.</summary>
internal abstract record BoundChange(BoundExpression Target);

/// <summary>Sets a property, or removes it if the value is null.</summary>
internal sealed record ChangeProperty(BoundExpression Target, string Key, BoundExpression Value) : BoundChange(Target);

/// <summary>Sets all properties from a map or entity; others are kept or removed.</summary>
internal sealed record ChangeAllProperties(BoundExpression Target, BoundExpression Value, bool Keep) : BoundChange(Target);

/// <summary>Adds or removes labels.</summary>
internal sealed record ChangeLabels(BoundExpression Target, IReadOnlyList<string> Labels, bool Remove) : BoundChange(Target);

/// <summary>Sets a property with a computed key, or removes it.</summary>
internal sealed record ChangeComputedProperty(BoundExpression Target, BoundExpression Key, BoundExpression Value) : BoundChange(Target);

/// <summary>Adds or removes computed labels: a string or a list of strings.</summary>
internal sealed record ChangeComputedLabels(BoundExpression Target, BoundExpression Labels, bool Remove) : BoundChange(Target);
