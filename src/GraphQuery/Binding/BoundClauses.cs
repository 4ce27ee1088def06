using Stemma.GraphQuery.Functions;
using Stemma.GraphQuery.Procedures;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Binding;

/// <summary>A statement after binding: the input of planning.</summary>
/// <param name="Parts">At least one, joined by UNION.</param>
/// <param name="UnionAll">Whether duplicates stay; one value for the whole query.</param>
/// <param name="Columns">Names of the result's columns; empty where the query returns nothing.</param>
/// <param name="Outputs">Slots of the columns, the same in each part.</param>
/// <param name="WritingClause">The first clause that changes the graph, or null.</param>
internal sealed record BoundQuery(
    IReadOnlyList<BoundPart> Parts, bool UnionAll, IReadOnlyList<string> Columns, IReadOnlyList<int> Outputs, WritingClause? WritingClause);

/// <summary>A clause that changes the graph: its keyword and where it stands.</summary>
internal readonly record struct WritingClause(string Keyword, SourceSpan Span);

/// <summary>Clauses in order; the last one fills the output slots where the query returns something.</summary>
internal sealed record BoundPart(IReadOnlyList<BoundClause> Clauses);

/// <summary>A clause after binding.</summary>
internal abstract record BoundClause;

/// <summary>MATCH: every way to lay the pattern over the graph where all predicates hold.</summary>
internal sealed record BoundMatch(bool Optional, BoundPattern Pattern) : BoundClause;

/// <summary>UNWIND.</summary>
internal sealed record BoundUnwind(BoundExpression Source, int Slot, string Name) : BoundClause;

/// <summary>WITH or RETURN.</summary>
/// <param name="Grouping">Null where nothing is aggregated.</param>
/// <param name="Items">Columns that are computed, after grouping; variables passed on stay in their slots.</param>
/// <param name="Outputs">Slots of all columns, in order.</param>
/// <param name="Distinct">Whether equal rows become one.</param>
/// <param name="OrderBy">Sort keys, over columns and, where nothing is grouped, over the rows before.</param>
/// <param name="Skip">Rows left out, or null.</param>
/// <param name="Limit">Rows kept, or null.</param>
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

/// <summary>Rows with equal keys become one.</summary>
internal sealed record Grouping(IReadOnlyList<Assignment> Keys, IReadOnlyList<Aggregation> Aggregations);

/// <summary>A slot and what it is set to.</summary>
internal sealed record Assignment(int Slot, string Name, BoundExpression Value);

/// <summary>An aggregate over the rows of a group.</summary>
/// <param name="Slot">Where its result goes.</param>
/// <param name="Name">How it prints.</param>
/// <param name="Function">Null for count(*).</param>
/// <param name="Distinct">Whether equal arguments count once.</param>
/// <param name="Arguments">What is fed to it from each row.</param>
/// <param name="Place">Where it is written, for its faults on a row.</param>
internal sealed record Aggregation(int Slot, string Name, AggregateFunction? Function, bool Distinct, IReadOnlyList<BoundExpression> Arguments, TextPlace Place);

/// <summary>One key of ORDER BY.</summary>
internal sealed record SortKey(BoundExpression Value, bool Descending);

/// <summary>CREATE.</summary>
internal sealed record BoundCreate(BoundCreation Creation) : BoundClause;

/// <summary>MERGE: match the pattern, or create it whole.</summary>
internal sealed record BoundMerge(BoundPattern Pattern, BoundCreation Creation, IReadOnlyList<BoundChange> OnCreate, IReadOnlyList<BoundChange> OnMatch) : BoundClause;

/// <summary>SET or REMOVE.</summary>
internal sealed record BoundSet(IReadOnlyList<BoundChange> Changes) : BoundClause;

/// <summary>DELETE.</summary>
internal sealed record BoundDelete(bool Detach, IReadOnlyList<BoundExpression> Targets) : BoundClause;

/// <summary>FOREACH.</summary>
internal sealed record BoundForeach(int Slot, BoundExpression Source, IReadOnlyList<BoundClause> Updates) : BoundClause;

/// <summary>CALL of a procedure.</summary>
/// <param name="Procedure">Which one.</param>
/// <param name="Arguments">In the signature's order.</param>
/// <param name="Outputs">Pairs of output column and slot.</param>
/// <param name="Where">Condition on the yielded rows, or null.</param>
/// <param name="Optional">Whether a row without results is kept.</param>
internal sealed record BoundCall(
    IProcedure Procedure, IReadOnlyList<BoundExpression> Arguments, IReadOnlyList<YieldSlot> Outputs, BoundExpression? Where, bool Optional) : BoundClause;

/// <summary>An output column of a procedure and the slot it goes to.</summary>
internal readonly record struct YieldSlot(int Column, int Slot, string Name);

/// <summary>CALL { … }; a body that returns nothing runs for its changes.</summary>
internal sealed record BoundCallSubquery(BoundQuery Body, bool Optional) : BoundClause;

/// <summary>One change of SET or REMOVE.</summary>
internal abstract record BoundChange(BoundExpression Target);

/// <summary>Sets a property, or removes it where the value is null.</summary>
internal sealed record ChangeProperty(BoundExpression Target, string Key, BoundExpression Value) : BoundChange(Target);

/// <summary>Sets all properties from a map or entity; others are kept or removed.</summary>
internal sealed record ChangeAllProperties(BoundExpression Target, BoundExpression Value, bool Keep) : BoundChange(Target);

/// <summary>Adds or removes labels.</summary>
internal sealed record ChangeLabels(BoundExpression Target, IReadOnlyList<string> Labels, bool Remove) : BoundChange(Target);

/// <summary>Sets a property whose key is computed, or removes it.</summary>
internal sealed record ChangeComputedProperty(BoundExpression Target, BoundExpression Key, BoundExpression Value) : BoundChange(Target);

/// <summary>Adds or removes labels that are computed: a text or a list of texts.</summary>
internal sealed record ChangeComputedLabels(BoundExpression Target, BoundExpression Labels, bool Remove) : BoundChange(Target);
