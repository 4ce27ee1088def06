using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Binding;

/// <summary>
/// Collects the aggregates of one projection while its columns are bound. Besides aggregates, a column with an aggregate may contain only constants, parameters and
/// grouping keys that are variables or properties (openCypher TCK, Return6). ORDER BY reuses the collected aggregates.
/// </summary>
/// <param name="context">Binding context of the statement.</param>
/// <param name="rows">Scope of the aggregates' arguments: the grouped rows, or in ORDER BY the columns.</param>
internal sealed class AggregationSink(BindingContext context, Scope rows)
{
    private List<Aggregation> _aggregations = [];
    private Dictionary<string, SlotValue> _keys = new(StringComparer.Ordinal);
    private Dictionary<string, SlotValue> _known = new(StringComparer.Ordinal);
    private bool _closed;
    private bool _ordering;
    private bool _mixes;
    private Scope? _before;

    /// <summary>The aggregates collected so far.</summary>
    public IReadOnlyList<Aggregation> Aggregations => _aggregations;

    /// <summary>Adds a column without aggregates as a grouping key.</summary>
    public void AddKey(Expression key, SlotValue slot) => _keys.TryAdd(key.ToString(), slot);

    /// <summary>The same keys, without further aggregates.</summary>
    public AggregationSink Closed() => Copy(rows, closed: true, _ordering, _mixes);

    /// <summary>The same keys and aggregates for a sort key, which can read only columns.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="mixes">Whether the sort key contains an aggregate.</param>
    public AggregationSink Ordering(Scope columns, bool mixes) => Copy(columns, closed: false, ordering: true, mixes);

    /// <summary>The slot of a grouping key with the same text as the expression, or null; a loop variable of the same name hides it.</summary>
    public SlotValue? FindKey(Expression expression, Scope scope)
    {
        if (expression is Literal or Parameter || !_keys.TryGetValue(expression.ToString(), out var key))
        {
            return null;
        }

        if (IsSimple(expression))
        {
            return IsHidden(expression, scope) ? null : key;
        }

        if (!_ordering)
        {
            return null;
        }

        return _mixes
            ? throw context.Fault(expression.Span, "AmbiguousAggregationExpression", "A computed column is used beside an aggregate: give it a name in an earlier WITH.")
            : key;
    }

    /// <summary>Whether the name is a variable used beside an aggregate without being a grouping key.</summary>
    public bool IsInput(string name) => !_ordering && rows.Find(name) is not null;

    /// <summary>Whether the name was defined before the projection whose columns a sort key can read.</summary>
    public bool IsHidden(string name) => _ordering && _before?.Find(name) is not null;

    /// <summary>Adds an aggregate; equal calls share a slot. In ORDER BY only the aggregates of the columns are allowed.</summary>
    public SlotValue Add(Expression call, ExpressionBinder expressions, FunctionBinder functions)
    {
        var text = call.ToString();
        if (_known.TryGetValue(text, out var known))
        {
            return known;
        }

        var arguments = call is FunctionCall { Arguments: var written } ? written.Select(argument => expressions.Bind(argument, rows, ExpressionPlace.Argument)).ToArray() : [];
        if (_closed || _ordering)
        {
            throw context.Fault(call.Span, "InvalidAggregation", _closed ? "An aggregate stands inside a loop over a list." : "ORDER BY has an aggregate that no column has.");
        }

        var aggregation = functions.BindAggregate(call, arguments, context.Slots.Next());
        _aggregations.Add(aggregation);
        return _known[text] = new SlotValue(aggregation.Slot, text, FunctionTypes.OfAggregate(call, arguments));
    }

    private AggregationSink Copy(Scope scope, bool closed, bool ordering, bool mixes) => new(context, scope)
    {
        _aggregations = _aggregations,
        _keys = _keys,
        _known = _known,
        _closed = closed,
        _ordering = ordering,
        _mixes = mixes,
        _before = ordering ? _before ?? rows : null,
    };

    private static bool IsSimple(Expression expression) => expression is Variable || (expression is Property property && IsSimple(property.Owner));

    private bool IsHidden(Expression expression, Scope scope) => expression switch
    {
        Property property => IsHidden(property.Owner, scope),
        Variable variable => scope.Find(variable.Name) is { } found && rows.Find(variable.Name) is var row && found.Slot != row?.Slot,
        _ => false,
    };
}
