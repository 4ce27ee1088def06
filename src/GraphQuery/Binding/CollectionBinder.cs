using System.Diagnostics;
using Stemma.GraphQuery.Functions;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Binding;

/// <summary>Binds lists, maps and loops over lists; each loop variable gets its own slot.</summary>
internal sealed class CollectionBinder(BindingContext context, ExpressionBinder expressions)
{
    /// <summary>Binds an expression.</summary>
    public BoundExpression Bind(Expression expression, Scope scope, ExpressionPlace place) => expression switch
    {
        Subscript item => BindSubscript(item, scope, place),
        Slice slice => new SliceValue(expressions.Bind(slice.Owner, scope, place), BindOptional(slice.From, scope, place), BindOptional(slice.To, scope, place)),
        ListLiteral list => BindList(list, scope, place),
        MapLiteral map => new MapOf([.. map.Entries.Select(entry => KeyValuePair.Create(entry.Key, expressions.Bind(entry.Value, scope, place)))]),
        MapProjection projection => BindMapProjection(projection, scope, place),
        ListComprehension comprehension => BindComprehension(comprehension, scope, place),
        Quantifier quantifier => BindQuantifier(quantifier, scope, place),
        Reduce reduce => BindReduce(reduce, scope, place),
        _ => throw new UnreachableException(),
    };

    private BoundExpression? BindOptional(Expression? expression, Scope scope, ExpressionPlace place) =>
        expression is null ? null : expressions.Bind(expression, scope, place);

    private SubscriptValue BindSubscript(Subscript item, Scope scope, ExpressionPlace place)
    {
        var owner = expressions.Bind(item.Owner, scope, place);
        return new SubscriptValue(owner, expressions.Bind(item.Key, scope, place), owner.Type.Items);
    }

    private ListOf BindList(ListLiteral list, Scope scope, ExpressionPlace place)
    {
        var items = list.Items.Select(item => expressions.Bind(item, scope, place)).ToArray();
        var type = items.Length == 0 ? StaticType.List : StaticType.ListOf(items.Select(item => item.Type).Aggregate((sum, item) => sum.Or(item)));
        return new ListOf(items, type);
    }

    private MapProjectionOf BindMapProjection(MapProjection projection, Scope scope, ExpressionPlace place)
    {
        var owner = expressions.Bind(projection.Owner, scope, place);
        var items = projection.Items.Select(item => KeyValuePair.Create(item.Key, item.Value is null ? owner : expressions.Bind(item.Value, scope, place)));
        return new MapProjectionOf(owner, [.. items]);
    }

    private Comprehension BindComprehension(ListComprehension comprehension, Scope scope, ExpressionPlace place)
    {
        var source = expressions.Bind(comprehension.Source, scope, place);
        var inner = new Scope(scope);
        var item = Declare(inner, comprehension.Variable, source.Type.Items);
        var where = comprehension.Where is null ? null : BindWhere(comprehension.Where, inner, place);
        var projection = comprehension.Projection is null ? null : expressions.Bind(comprehension.Projection, inner, place.Inside());
        return new Comprehension(item.Slot, item.Name, source, where, projection, StaticType.ListOf(projection?.Type ?? item.Type));
    }

    private QuantifierCheck BindQuantifier(Quantifier quantifier, Scope scope, ExpressionPlace place)
    {
        var source = expressions.Bind(quantifier.Source, scope, place);
        var inner = new Scope(scope);
        var item = Declare(inner, quantifier.Variable, source.Type.Items);
        var where = BindWhere(quantifier.Where, inner, place);
        return new QuantifierCheck(quantifier.Kind, item.Slot, item.Name, source, where);
    }

    private Reduction BindReduce(Reduce reduce, Scope scope, ExpressionPlace place)
    {
        var initial = expressions.Bind(reduce.Initial, scope, place);
        var source = expressions.Bind(reduce.Source, scope, place);
        var inner = new Scope(scope);
        var total = Declare(inner, reduce.Accumulator, StaticType.Any);
        var item = Declare(inner, reduce.Variable, source.Type.Items);
        return new Reduction(total, initial, item, source, expressions.Bind(reduce.Body, inner, place.Inside()));
    }

    private BoundExpression BindWhere(Expression where, Scope inner, ExpressionPlace place) =>
        context.RequireKinds(where, expressions.Bind(where, inner, place.Inside().AsCondition()), ValueKinds.Boolean, "a boolean");

    private BoundVariable Declare(Scope scope, string name, StaticType type)
    {
        var variable = new BoundVariable(name, context.Slots.Next(), type);
        scope.Declare(variable);
        return variable;
    }
}
