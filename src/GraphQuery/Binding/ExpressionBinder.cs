using System.Diagnostics;
using System.Runtime.CompilerServices;
using Stemma.GraphQuery.Errors;
using Stemma.GraphQuery.Functions;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Binding;

/// <summary>Binds expressions: looks names up in a scope, finds functions, checks types, and takes sugar away.</summary>
internal sealed class ExpressionBinder(BindingContext context, QueryBinder queries)
{
    private readonly FunctionBinder _functions = new(context);

    /// <summary>Binds an expression whose value is used as it is; neither aggregates nor pattern predicates may stand in it.</summary>
    public BoundExpression Bind(Expression expression, Scope scope) => Bind(expression, scope, ExpressionPlace.Value);

    /// <summary>Binds a condition: pattern predicates may stand in it, and it must be able to be a boolean.</summary>
    public BoundExpression BindCondition(Expression expression, Scope scope, AggregationSink? columns = null) =>
        RequireBoolean(expression, Bind(expression, scope, ExpressionPlace.Condition with { Aggregates = columns }));

    /// <summary>Binds an expression.</summary>
    public BoundExpression Bind(Expression expression, Scope scope, ExpressionPlace place)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw context.Fault(expression.Span, CypherErrorType.LimitError, "QueryTooDeep", "The expression nests too deeply.");
        }

        return place.Aggregates?.FindKey(expression, scope) ?? expression switch
        {
            Literal literal => new Constant(literal.Value),
            Parameter parameter => BindParameter(parameter),
            Variable variable => BindVariable(variable, scope, place),
            Property property => BindProperty(property, scope, place),
            LabelTest test => BindLabelTest(test, scope, place),
            Unary unary => BindUnary(unary, scope, place),
            Binary binary => BindBinary(binary, scope, place),
            ComparisonChain chain => BindChain(chain, scope, place),
            NullTest test => new NullCheck(Bind(test.Operand, scope, place.AsValue()), test.Negated),
            FunctionCall call => BindCall(call, scope, place),
            CountStar count => BindAggregate(count, place),
            PatternPredicate predicate => BindPatternPredicate(predicate, scope, place),
            ShortestPathExpression path => BindShortestPath(path, scope),
            Subquery subquery => BindSubquery(subquery, scope),
            PatternComprehension comprehension => BindPatternComprehension(comprehension, scope),
            CaseExpression choice => BindCase(choice, scope, place),
            _ => BindCollection(expression, scope, place.AsValue()),
        };
    }

    private BoundExpression BindCollection(Expression expression, Scope scope, ExpressionPlace place) => expression switch
    {
        Subscript item => BindSubscript(item, scope, place),
        Slice slice => new SliceValue(Bind(slice.Owner, scope, place), BindOptional(slice.From, scope, place), BindOptional(slice.To, scope, place)),
        ListLiteral list => BindList(list, scope, place),
        MapLiteral map => new MapOf([.. map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Bind(entry.Value, scope, place)))]),
        MapProjection projection => BindMapProjection(projection, scope, place),
        ListComprehension comprehension => BindComprehension(comprehension, scope, place),
        Quantifier quantifier => BindQuantifier(quantifier, scope, place),
        Reduce reduce => BindReduce(reduce, scope, place),
        _ => throw new UnreachableException(),
    };

    private BoundExpression? BindOptional(Expression? expression, Scope scope, ExpressionPlace place) =>
        expression is null ? null : Bind(expression, scope, place);

    private ParameterValue BindParameter(Parameter parameter)
    {
        context.Parameters.Add(parameter.Name);
        return new ParameterValue(parameter.Name);
    }

    private SlotValue BindVariable(Variable variable, Scope scope, ExpressionPlace place)
    {
        if (scope.Find(variable.Name) is { } found)
        {
            return new SlotValue(found.Slot, found.Name, found.Type);
        }

        throw place.Aggregates?.IsInput(variable.Name) == true
            ? context.Fault(variable.Span, "AmbiguousAggregationExpression", $"The variable '{variable.Name}' is used beside an aggregate and is no grouping key: project it on its own.")
            : context.Undefined(variable);
    }

    private PropertyValue BindProperty(Property property, Scope scope, ExpressionPlace place)
    {
        var owner = Bind(property.Owner, scope, place.AsValue());
        if (owner.Type.MayBe(ValueKinds.Node | ValueKinds.Relationship | ValueKinds.Map | ValueKinds.Instant | ValueKinds.Duration))
        {
            return new PropertyValue(owner, property.Key);
        }

        throw owner.Type.Kinds == ValueKinds.Path
            ? context.WrongType(property.Owner.Span, "a node, a relationship or a map")
            : context.Fault(property.Owner.Span, CypherErrorType.TypeError, "InvalidArgumentType", $"The property '{property.Key}' is asked of a value that has none.");
    }

    private LabelCheck BindLabelTest(LabelTest test, Scope scope, ExpressionPlace place)
    {
        var owner = Bind(test.Owner, scope, place.AsValue());
        return owner.Type.MayBe(ValueKinds.Node | ValueKinds.Relationship)
            ? new LabelCheck(owner, test.Labels)
            : throw context.WrongType(test.Owner.Span, "a node or a relationship");
    }

    private UnaryOperation BindUnary(Unary unary, Scope scope, ExpressionPlace place)
    {
        if (unary.Operator == UnaryOperator.Not)
        {
            return new UnaryOperation(unary.Operator, RequireBoolean(unary.Operand, Bind(unary.Operand, scope, place)), StaticType.Boolean);
        }

        var operand = Bind(unary.Operand, scope, place.AsValue());
        return operand.Type.MayBe(ValueKinds.Number | ValueKinds.Instant | ValueKinds.Duration)
            ? new UnaryOperation(unary.Operator, operand, operand.Type)
            : throw context.WrongType(unary.Operand.Span, "a number");
    }

    private BinaryOperation BindBinary(Binary binary, Scope scope, ExpressionPlace place)
    {
        if (binary.Operator is BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Xor)
        {
            var first = RequireBoolean(binary.Left, Bind(binary.Left, scope, place));
            return new BinaryOperation(binary.Operator, first, RequireBoolean(binary.Right, Bind(binary.Right, scope, place)), StaticType.Boolean);
        }

        var left = Bind(binary.Left, scope, place.AsValue());
        var right = Bind(binary.Right, scope, place.AsValue());
        var (takesLeft, takesRight) = OperatorTypes.OperandsOf(binary.Operator);
        _ = left.Type.MayBe(takesLeft) ? 0 : throw context.WrongType(binary.Left.Span, OperatorTypes.Describe(takesLeft));
        _ = right.Type.MayBe(takesRight) ? 0 : throw context.WrongType(binary.Right.Span, OperatorTypes.Describe(takesRight));
        return new BinaryOperation(binary.Operator, left, right, OperatorTypes.ResultOf(binary.Operator, left.Type, right.Type));
    }

    private BinaryOperation BindChain(ComparisonChain chain, Scope scope, ExpressionPlace place)
    {
        var operands = chain.Links.Select(link => link.Operand).Prepend(chain.First).Select(operand => Bind(operand, scope, place.AsValue())).ToArray();
        var pairs = chain.Links.Select((link, i) => new BinaryOperation(link.Operator, operands[i], operands[i + 1], StaticType.Boolean));
        return pairs.Aggregate((all, pair) => new BinaryOperation(BinaryOperator.And, all, pair, StaticType.Boolean));
    }

    private BoundExpression RequireBoolean(Expression source, BoundExpression bound) =>
        bound.Type.MayBe(ValueKinds.Boolean) ? bound : throw context.WrongType(source.Span, "a boolean");

    private BoundExpression BindCall(FunctionCall call, Scope scope, ExpressionPlace place)
    {
        if (FunctionBinder.IsAggregate(call.Name))
        {
            return BindAggregate(call, place);
        }

        if (call is { Arguments: [PatternPredicate pattern], Distinct: false } && call.Name.Equals("exists", StringComparison.OrdinalIgnoreCase))
        {
            return BindPatternPredicate(pattern, scope, ExpressionPlace.Condition);
        }

        var arguments = call.Arguments.Select(argument => Bind(argument, scope, place.AsValue())).ToArray();
        return _functions.Bind(call, arguments);
    }

    private SlotValue BindAggregate(Expression call, ExpressionPlace place)
    {
        if (place.InsideAggregate)
        {
            throw context.Fault(call.Span, "NestedAggregation", "An aggregate stands inside another aggregate.");
        }

        return place.Aggregates is { } sink
            ? sink.Add(call, this, _functions)
            : throw context.Fault(call.Span, "InvalidAggregation", "An aggregate stands where rows are not grouped: use it in WITH or RETURN.");
    }

    private SubqueryValue BindPatternPredicate(PatternPredicate predicate, Scope scope, ExpressionPlace place)
    {
        if (!place.AllowsPatterns)
        {
            throw context.Fault(predicate.Span, "UnexpectedSyntax", "Unexpected pattern, expected a value: a pattern is a condition only; EXISTS { … } gives a value.");
        }

        return queries.BindPatternSubquery(SubqueryForm.Exists, predicate.Pattern, null, null, scope, onlyKnownVariables: true);
    }

    private SubqueryValue BindShortestPath(ShortestPathExpression path, Scope scope)
    {
        var name = new Variable("  path", path.Span);
        var form = path.Pattern.Shape == PathShape.Shortest ? SubqueryForm.First : SubqueryForm.Collect;
        return queries.BindPatternSubquery(form, path.Pattern with { Variable = name }, null, name, scope, onlyKnownVariables: false);
    }

    private SubqueryValue BindPatternComprehension(PatternComprehension comprehension, Scope scope) =>
        queries.BindPatternSubquery(SubqueryForm.Collect, comprehension.Pattern, comprehension.Where, comprehension.Projection, scope, onlyKnownVariables: false);

    private SubqueryValue BindSubquery(Subquery subquery, Scope scope)
    {
        var form = subquery.Kind switch
        {
            SubqueryKind.Exists => SubqueryForm.Exists,
            SubqueryKind.Count => SubqueryForm.Count,
            _ => SubqueryForm.Collect,
        };
        return queries.BindSubquery(form, subquery.Body, subquery.Span, scope);
    }

    private Choice BindCase(CaseExpression choice, Scope scope, ExpressionPlace place)
    {
        var subject = choice.Subject is null ? null : Bind(choice.Subject, scope, place.AsValue());
        var whenPlace = subject is null ? place.AsCondition() : place.AsValue();
        var branches = choice.Branches
            .Select(branch => KeyValuePair.Create(Bind(branch.When, scope, whenPlace), Bind(branch.Then, scope, place.AsValue())))
            .ToArray();
        var otherwise = choice.Otherwise is null ? Constant.Null : Bind(choice.Otherwise, scope, place.AsValue());
        var type = branches.Aggregate(otherwise.Type, (sum, branch) => sum.Or(branch.Value.Type));
        return new Choice(subject, branches, otherwise, type);
    }

    private SubscriptValue BindSubscript(Subscript item, Scope scope, ExpressionPlace place)
    {
        var owner = Bind(item.Owner, scope, place);
        return new SubscriptValue(owner, Bind(item.Key, scope, place), owner.Type.Items);
    }

    private ListOf BindList(ListLiteral list, Scope scope, ExpressionPlace place)
    {
        var items = list.Items.Select(item => Bind(item, scope, place)).ToArray();
        var type = items.Length == 0 ? StaticType.List : StaticType.ListOf(items.Select(item => item.Type).Aggregate((sum, item) => sum.Or(item)));
        return new ListOf(items, type);
    }

    private MapProjectionOf BindMapProjection(MapProjection projection, Scope scope, ExpressionPlace place)
    {
        var owner = Bind(projection.Owner, scope, place);
        var items = projection.Items.Select(item => KeyValuePair.Create(item.Key, item.Value is null ? owner : Bind(item.Value, scope, place)));
        return new MapProjectionOf(owner, [.. items]);
    }

    private Comprehension BindComprehension(ListComprehension comprehension, Scope scope, ExpressionPlace place)
    {
        var source = Bind(comprehension.Source, scope, place);
        var inner = new Scope(scope);
        var item = Declare(inner, comprehension.Variable, source.Type.Items);
        var where = comprehension.Where is null ? null : RequireBoolean(comprehension.Where, Bind(comprehension.Where, inner, place.Inside().AsCondition()));
        var projection = comprehension.Projection is null ? null : Bind(comprehension.Projection, inner, place.Inside());
        return new Comprehension(item.Slot, item.Name, source, where, projection, StaticType.ListOf(projection?.Type ?? item.Type));
    }

    private QuantifierCheck BindQuantifier(Quantifier quantifier, Scope scope, ExpressionPlace place)
    {
        var source = Bind(quantifier.Source, scope, place);
        var inner = new Scope(scope);
        var item = Declare(inner, quantifier.Variable, source.Type.Items);
        var where = RequireBoolean(quantifier.Where, Bind(quantifier.Where, inner, place.Inside().AsCondition()));
        return new QuantifierCheck(quantifier.Kind, item.Slot, item.Name, source, where);
    }

    private Reduction BindReduce(Reduce reduce, Scope scope, ExpressionPlace place)
    {
        var initial = Bind(reduce.Initial, scope, place);
        var source = Bind(reduce.Source, scope, place);
        var inner = new Scope(scope);
        var total = Declare(inner, reduce.Accumulator, StaticType.Any);
        var item = Declare(inner, reduce.Variable, source.Type.Items);
        return new Reduction(total, initial, item, source, Bind(reduce.Body, inner, place.Inside()));
    }

    private BoundVariable Declare(Scope scope, string name, StaticType type)
    {
        var variable = new BoundVariable(name, context.Slots.Next(), type);
        scope.Declare(variable);
        return variable;
    }
}
