using Stemma.GraphQuery.Functions;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Binding;

/// <summary>
/// Binds the body of WITH and RETURN: columns, grouping, DISTINCT, ORDER BY, SKIP and LIMIT. Without grouping and DISTINCT, ORDER BY and WHERE can also use the
/// variables from before the projection; otherwise only the columns.
/// </summary>
internal sealed class ProjectionBinder(BindingContext context, ExpressionBinder expressions)
{
    /// <summary>Binds a projection.</summary>
    /// <param name="projection">As written.</param>
    /// <param name="where">Condition after WITH, or null.</param>
    /// <param name="scope">The variables before it.</param>
    /// <param name="isReturn">Whether columns without alias are named by their text.</param>
    public BoundColumns Bind(Projection projection, Expression? where, Scope scope, bool isReturn)
    {
        var items = Expand(projection, scope, isReturn);
        var sink = items.Any(item => AggregateFinder.Contains(item.Value)) ? new AggregationSink(context, scope) : null;
        var columns = sink is null ? items.Select(item => BindItem(item, scope, ExpressionPlace.Value)).ToArray() : BindGrouped(items, scope, sink);

        var output = scope.Successor();
        foreach (var column in columns)
        {
            output.Declare(new BoundVariable(column.Name, column.Slot, column.Value.Type));
        }

        var isNarrow = sink is not null || projection.Distinct;
        var visible = isNarrow ? output : Overlay(scope, output);
        var keys = sink ?? (isNarrow ? new AggregationSink(context, scope) : null);
        var order = BindOrder(projection, items, columns, keys, visible);

        // After ORDER BY, whose errors are more specific.
        CheckNames(items, projection, isReturn);
        var bound = new BoundProjection(
            sink is null ? null : new Grouping([.. Keys(items, columns)], sink.Aggregations),
            [.. Computed(items, columns, sink)],
            [.. columns.Select(column => column.Slot)],
            projection.Distinct,
            order,
            BindCount(projection.Skip, "SKIP"),
            BindCount(projection.Limit, "LIMIT"),
            where is null ? null : expressions.BindCondition(where, visible, keys?.Ordering(visible, mixes: false)));
        return new BoundColumns(bound, output, [.. columns.Select(column => column.Name)]);
    }

    private static Scope Overlay(Scope input, Scope output)
    {
        var both = input.Extended();
        foreach (var variable in output.Variables)
        {
            both.Declare(variable);
        }

        return both;
    }

    private List<ProjectionItem> Expand(Projection projection, Scope scope, bool isReturn)
    {
        if (!projection.Star)
        {
            return [.. projection.Items];
        }

        if (isReturn && scope.Variables.Count == 0 && projection.Items.Count == 0)
        {
            throw context.Fault(projection.Span, "NoVariablesInScope", "RETURN * has no variable to return.");
        }

        // The columns of * are ordered by name, as in Neo4j.
        var star = scope.Variables.Select(variable => variable.Name).Order(StringComparer.Ordinal)
            .Select(name => new ProjectionItem(new Variable(name, projection.Span), name, name));
        return [.. star, .. projection.Items];
    }

    private void CheckNames(List<ProjectionItem> items, Projection projection, bool isReturn)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (!isReturn && item.Alias is null)
            {
                throw context.Fault(item.Value.Span, "NoExpressionAlias", $"The expression '{item.Text}' needs a name in WITH: write AS and a name after it.");
            }

            if (!names.Add(item.Name))
            {
                throw context.Fault(projection.Star ? projection.Span : item.Value.Span, "ColumnNameConflict", $"Two columns are called '{item.Name}'.");
            }
        }
    }

    /// <summary>Binds one column; a plain variable stays in its slot.</summary>
    private Assignment BindItem(ProjectionItem item, Scope scope, ExpressionPlace place)
    {
        var value = expressions.Bind(item.Value, scope, place);
        var slot = value is SlotValue passed && item.Value is Variable ? passed.Slot : context.Slots.Next();
        return new Assignment(slot, item.Name, value);
    }

    private Assignment[] BindGrouped(List<ProjectionItem> items, Scope scope, AggregationSink sink)
    {
        var columns = new Assignment[items.Count];
        var keys = scope.Successor();
        for (var i = 0; i < columns.Length; i++)
        {
            if (!AggregateFinder.Contains(items[i].Value))
            {
                columns[i] = BindItem(items[i], scope, ExpressionPlace.Value);
                AddKey(sink, items[i], columns[i]);
            }
        }

        var place = ExpressionPlace.Value with { Aggregates = sink };
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] ??= BindItem(items[i], keys, place);
        }

        return columns;
    }

    private static void AddKey(AggregationSink sink, ProjectionItem item, Assignment column)
    {
        if (!AggregateFinder.Contains(item.Value))
        {
            sink.AddKey(item.Value, new SlotValue(column.Slot, column.Name, column.Value.Type));
        }
    }

    private static IEnumerable<Assignment> Keys(List<ProjectionItem> items, Assignment[] columns) =>
        columns.Where((_, i) => !AggregateFinder.Contains(items[i].Value));

    private static IEnumerable<Assignment> Computed(List<ProjectionItem> items, Assignment[] columns, AggregationSink? sink) =>
        columns.Where((column, i) => sink is null
            ? column.Value is not SlotValue passed || passed.Slot != column.Slot
            : AggregateFinder.Contains(items[i].Value));

    private SortKey[] BindOrder(Projection projection, List<ProjectionItem> items, Assignment[] columns, AggregationSink? sink, Scope visible)
    {
        if (sink is not null)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                AddKey(sink, items[i], columns[i]);
            }
        }

        return [.. projection.OrderBy.Select(key => new SortKey(BindSortKey(key.Value, items, columns, sink, visible), key.Descending))];
    }

    private BoundExpression BindSortKey(Expression key, List<ProjectionItem> items, Assignment[] columns, AggregationSink? sink, Scope visible)
    {
        var text = key.ToString();
        var same = items.FindIndex(item => item.Value is not Literal && item.Value.ToString() == text);
        if (same >= 0 && sink is not null)
        {
            return new SlotValue(columns[same].Slot, columns[same].Name, columns[same].Value.Type);
        }

        var place = sink is null ? ExpressionPlace.Value : ExpressionPlace.Value with { Aggregates = sink.Ordering(visible, AggregateFinder.Contains(key)) };
        return expressions.Bind(key, visible, place);
    }

    private BoundExpression? BindCount(Expression? count, string keyword)
    {
        if (count is null)
        {
            return null;
        }

        if (VariableFinder.Contains(count))
        {
            throw context.Fault(count.Span, "NonConstantExpression", $"{keyword} takes a number that does not depend on the row.");
        }

        var bound = context.RequireKinds(count, expressions.Bind(count, new Scope()), ValueKinds.Integer, "an integer");
        return bound is Constant { Value: { IsInteger: true } value } && value.AsInteger() < 0
            ? throw context.Fault(count.Span, "NegativeIntegerArgument", $"{keyword} takes a number that is not negative.")
            : bound with { Place = context.PlaceOf(count.Span) };
    }
}

/// <summary>A bound projection with the scope after it.</summary>
internal sealed record BoundColumns(BoundProjection Projection, Scope Scope, IReadOnlyList<string> Names);
