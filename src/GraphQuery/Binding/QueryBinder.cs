using System.Diagnostics;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Binding;

/// <summary>Binds queries clause by clause, passing the scope of each clause to the next.</summary>
internal sealed class QueryBinder
{
    private readonly BindingContext _context;
    private readonly ExpressionBinder _expressions;
    private readonly PatternBinder _patterns;
    private readonly ProjectionBinder _projections;
    private readonly UpdateBinder _updates;
    private readonly CallBinder _calls;

    /// <summary>Creates the binder of a statement.</summary>
    public QueryBinder(BindingContext context)
    {
        _context = context;
        _expressions = new ExpressionBinder(context, this);
        _patterns = new PatternBinder(context, _expressions);
        _projections = new ProjectionBinder(context, _expressions);
        _updates = new UpdateBinder(context, _expressions, _patterns);
        _calls = new CallBinder(context, _expressions, this);
    }

    /// <summary>Binds a whole statement.</summary>
    public BoundQuery BindStatement(Query query) => Bind(query, _ => new Scope(), BodyKind.Statement);

    /// <summary>Binds the body of CALL { … }.</summary>
    /// <param name="query">The body.</param>
    /// <param name="start">The scope that a part starts with, by the number of the part.</param>
    public BoundQuery BindBody(Query query, Func<int, Scope> start) => Bind(query, start, BodyKind.Call);

    /// <summary>Binds EXISTS, COUNT or COLLECT { … }.</summary>
    public SubqueryValue BindSubquery(SubqueryForm form, Query query, SourceSpan span, Scope scope)
    {
        var reads = new HashSet<int>();
        var body = Bind(query, _ => new Scope(scope, reads), BodyKind.Expression);
        if (form == SubqueryForm.Collect && body.Outputs.Count != 1)
        {
            throw _context.Fault(span, "InvalidClauseComposition", "COLLECT { … } takes a query that returns one column.");
        }

        return new SubqueryValue(form, body, [.. reads], TypeOf(form));
    }

    /// <summary>Binds a pattern that is matched once per row; with a projection it returns one column.</summary>
    public SubqueryValue BindPatternSubquery(
        SubqueryForm form, PathPattern pattern, Expression? where, Expression? projection, Scope scope, bool onlyKnownVariables)
    {
        var reads = new HashSet<int>();
        var inner = new Scope(scope, reads);
        var clauses = new List<BoundClause> { new BoundMatch(Optional: false, _patterns.Bind([pattern], where, inner, onlyKnownVariables)) };
        var outputs = new List<int>();
        if (projection is not null)
        {
            var value = _expressions.Bind(projection, inner);
            var slot = _context.Slots.Next();
            outputs.Add(slot);
            clauses.Add(new BoundProjection(null, [new Assignment(slot, projection.ToString(), value)], outputs, Distinct: false, [], null, null, null));
        }

        var body = new BoundQuery([new BoundPart(clauses)], UnionAll: true, [.. outputs.Select(_ => "value")], outputs, null);
        return new SubqueryValue(form, body, [.. reads], TypeOf(form));
    }

    private static StaticType TypeOf(SubqueryForm form) => form switch
    {
        SubqueryForm.Exists => StaticType.Boolean,
        SubqueryForm.Count => StaticType.Integer,
        SubqueryForm.Collect => StaticType.List,
        SubqueryForm.First => StaticType.Path,
        _ => throw new UnreachableException(),
    };

    private BoundQuery Bind(Query query, Func<int, Scope> start, BodyKind kind)
    {
        if (query.Unions.Select(union => union.All).Distinct().Count() > 1)
        {
            throw _context.Fault(query.Unions[1].Span, "InvalidClauseComposition", "UNION and UNION ALL cannot be mixed in one query.");
        }

        var parts = query.Parts.Select((part, i) => BindPart(part, start(i), kind, query.Parts.Count == 1)).ToList();
        var first = parts[0];
        for (var i = 1; i < parts.Count; i++)
        {
            parts[i] = parts[i].Columns.Order(StringComparer.Ordinal).SequenceEqual(first.Columns.Order(StringComparer.Ordinal), StringComparer.Ordinal)
                ? AlignWith(first, parts[i])
                : throw _context.Fault(query.Unions[i - 1].Span, "DifferentColumnsInUnion", "All parts of a UNION return columns of the same names.");
        }

        var outputs = parts.Count == 1 ? first.Outputs : [.. first.Columns.Select(_ => _context.Slots.Next())];
        var bound = parts.Count == 1 ? [new BoundPart(first.Clauses)] : parts.Select(part => new BoundPart([.. part.Clauses, CopyTo(outputs, part)])).ToArray();
        var writing = query.Parts.SelectMany(part => part.Clauses).Select(UpdateBinder.FindWriting).FirstOrDefault(clause => clause is not null);
        return new BoundQuery(bound, query.Unions is [{ All: true }, ..], first.Columns, outputs, writing);
    }

    private static DraftPart AlignWith(DraftPart first, DraftPart part) =>
        part with { Columns = first.Columns, Outputs = [.. first.Columns.Select(name => part.Outputs[part.Columns.ToList().IndexOf(name)])] };

    private static BoundProjection CopyTo(IReadOnlyList<int> outputs, DraftPart part)
    {
        var items = outputs.Select((slot, i) => new Assignment(slot, part.Columns[i], new SlotValue(part.Outputs[i], part.Columns[i], StaticType.Any)));
        return new BoundProjection(null, [.. items], outputs, Distinct: false, [], null, null, null);
    }

    private DraftPart BindPart(SingleQuery part, Scope scope, BodyKind kind, bool isOnlyPart)
    {
        var clauses = new List<BoundClause>();
        var draft = new DraftPart([], [], []);
        for (var i = 0; i < part.Clauses.Count; i++)
        {
            var clause = part.Clauses[i];
            CheckPlace(clause, part.Clauses.ElementAtOrDefault(i + 1), kind);
            switch (clause)
            {
                case MatchClause match:
                    clauses.Add(BindMatch(match, scope));
                    break;
                case UnwindClause unwind:
                    clauses.Add(BindUnwind(unwind, scope));
                    break;
                case WithClause with:
                    var (projection, next, _) = _projections.Bind(with.Projection, with.Where, scope, isReturn: false);
                    clauses.Add(projection);
                    scope = next;
                    break;
                case ReturnClause result:
                    var (columns, _, names) = _projections.Bind(result.Projection, null, scope, isReturn: true);
                    clauses.Add(columns);
                    draft = draft with { Columns = names, Outputs = columns.Outputs };
                    break;
                case CallClause call:
                    var standalone = isOnlyPart && part.Clauses.Count == 1 && kind == BodyKind.Statement;
                    RequireReturn(call, !standalone && i == part.Clauses.Count - 1);
                    clauses.Add(_calls.Bind(call, scope, standalone));
                    draft = standalone ? draft with { Columns = [.. scope.Variables.Select(variable => variable.Name)], Outputs = [.. scope.Variables.Select(variable => variable.Slot)] } : draft;
                    break;
                case FinishClause:
                    break;
                case CallSubqueryClause call:
                    clauses.Add(_calls.BindSubquery(call, scope));
                    break;
                default:
                    clauses.Add(_updates.Bind(clause, scope));
                    break;
            }
        }

        return draft with { Clauses = clauses };
    }

    private BoundMatch BindMatch(MatchClause match, Scope scope) => new(match.Optional, _patterns.Bind(match.Patterns, match.Where, scope));

    private BoundUnwind BindUnwind(UnwindClause unwind, Scope scope)
    {
        var source = _expressions.Bind(unwind.Source, scope);
        _context.RequireNew(unwind.Variable, scope);
        var variable = new BoundVariable(unwind.Variable.Name, _context.Slots.Next(), source.Type.Items);
        scope.Declare(variable);
        return new BoundUnwind(source, variable.Slot, variable.Name);
    }

    /// <summary>Rejects a call that yields columns in a longer query without a clause that uses them.</summary>
    private void RequireReturn(CallClause call, bool isLast)
    {
        if (isLast && (call.Yield is not null || call.YieldAll))
        {
            throw _context.Fault(call.Span, "InvalidClauseComposition", $"Unexpected end of query, expected RETURN: {call.Procedure} yields here, and nothing takes it up.");
        }
    }

    private void CheckPlace(Clause clause, Clause? next, BodyKind kind)
    {
        var isLast = next is null;
        if (clause is ReturnClause && next is WithClause { Projection: { Star: true, Items.Count: 0 } })
        {
            throw _context.Fault(next.Span, "InvalidClauseComposition", "Unexpected clause behind RETURN: ORDER BY, SKIP and LIMIT stand in this order, each once.");
        }

        if (kind == BodyKind.Expression && UpdateBinder.FindWriting(clause) is { } writing)
        {
            throw _context.Fault(writing.Span, "InvalidClauseComposition", $"{writing.Keyword} cannot stand in a subquery that gives a value.");
        }

        if (clause is ReturnClause or FinishClause && !isLast)
        {
            throw _context.Fault(clause.Span, "InvalidClauseComposition", $"{(clause is ReturnClause ? "RETURN" : "FINISH")} stands last: use WITH in the middle of a query.");
        }

        if (isLast && (clause is WithClause || (kind == BodyKind.Statement && clause is MatchClause or UnwindClause)))
        {
            throw _context.Fault(clause.Span, "InvalidClauseComposition", "Unexpected end of query, expected RETURN or a clause that changes the graph.");
        }
    }

    private enum BodyKind
    {
        Statement,
        Call,
        Expression,
    }

    private sealed record DraftPart(IReadOnlyList<BoundClause> Clauses, IReadOnlyList<string> Columns, IReadOnlyList<int> Outputs);
}
