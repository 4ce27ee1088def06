using System.Diagnostics;
using System.Runtime.CompilerServices;
using Stemma.GraphQuery.Errors;
using Stemma.GraphQuery.Functions;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Binding;

/// <summary>Binds expressions: resolves names and functions, checks types and removes syntactic sugar; <see cref="CollectionBinder"/> binds lists, maps and loops, <see cref="CaseBinder"/> CASE.</summary>
internal sealed class ExpressionBinder
{
    private readonly BindingContext _context;
    private readonly QueryBinder _queries;
    private readonly FunctionBinder _functions;
    private readonly CaseBinder _cases;
    private readonly CollectionBinder _collections;

    /// <summary>Creates the binder of a statement.</summary>
    public ExpressionBinder(BindingContext context, QueryBinder queries)
    {
        (_context, _queries) = (context, queries);
        _functions = new FunctionBinder(context);
        _cases = new CaseBinder(context, this);
        _collections = new CollectionBinder(context, this);
    }

    /// <summary>Binds an expression used as a value; it may contain neither aggregates nor pattern predicates.</summary>
    public BoundExpression Bind(Expression expression, Scope scope) => Bind(expression, scope, ExpressionPlace.Value);

    /// <summary>Binds a condition: it may contain pattern predicates, and its type must allow a boolean.</summary>
    public BoundExpression BindCondition(Expression expression, Scope scope, AggregationSink? columns = null) =>
        RequireBoolean(expression, Bind(expression, scope, ExpressionPlace.Condition with { Aggregates = columns }));

    /// <summary>Binds an expression.</summary>
    public BoundExpression Bind(Expression expression, Scope scope, ExpressionPlace place)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw _context.Fault(expression.Span, CypherErrorType.LimitError, "QueryTooDeep", "The expression nests too deeply.");
        }

        _context.Tick();
        return place.Aggregates?.FindKey(expression, scope) ?? Placed(expression, BindKind(expression, scope, place));
    }

    /// <summary>Records the position of computations; other expressions cannot fail, or are compared by reference.</summary>
    private BoundExpression Placed(Expression expression, BoundExpression bound) => bound is FunctionValue or BinaryOperation or UnaryOperation or PropertyValue or SubscriptValue or SliceValue
        ? bound with { Place = _context.PlaceOf(expression.Span) }
        : bound;

    private BoundExpression BindKind(Expression expression, Scope scope, ExpressionPlace place) =>
        expression switch
        {
            Literal literal => new Constant(literal.Value),
            Parameter parameter => BindParameter(parameter),
            Variable variable => BindVariable(variable, scope, place),
            CaseSubject subject => BindVariable(new Variable(CaseSubject.Name, subject.Span), scope, place) with { Name = "subject" },
            Property property => BindProperty(property, scope, place),
            LabelTest test => BindLabelTest(test, scope, place),
            Unary unary => BindUnary(unary, scope, place),
            Binary binary => BindBinary(binary, scope, place),
            ComparisonChain chain => BindChain(chain, scope, place),
            TypeTest test => new TypeCheck(Bind(test.Operand, scope, place.AsValue()), test.Type, test.Negated),
            NullTest test => new NullCheck(Bind(test.Operand, scope, place.AsValue()), test.Negated),
            FunctionCall call => BindCall(call, scope, place),
            CountStar count => BindAggregate(count, place),
            PatternPredicate predicate => BindPatternPredicate(predicate, scope, place),
            ShortestPathExpression path => BindShortestPath(path, scope),
            Subquery subquery => BindSubquery(subquery, scope),
            PatternComprehension comprehension => BindPatternComprehension(comprehension, scope),
            CaseExpression choice => _cases.Bind(choice, scope, place),
            _ => _collections.Bind(expression, scope, place.AsValue()),
        };

    private ParameterValue BindParameter(Parameter parameter)
    {
        _context.AddParameter(parameter);
        return new ParameterValue(parameter.Name);
    }

    private SlotValue BindVariable(Variable variable, Scope scope, ExpressionPlace place)
    {
        if (scope.Find(variable.Name) is { } found)
        {
            return new SlotValue(found.Slot, found.Name, found.Type);
        }

        throw place.Aggregates?.IsInput(variable.Name) == true
            ? _context.Fault(variable.Span, "AmbiguousAggregationExpression", $"The variable '{variable.Name}' is used beside an aggregate and is no grouping key: project it on its own.")
            : place.Aggregates?.IsHidden(variable.Name) == true
            ? _context.Fault(variable.Span, "UndefinedVariable", $"The variable '{variable.Name}' is not to be seen after DISTINCT or an aggregate, where ORDER BY and WHERE see the columns only: make it or what is wanted of it a column.")
            : _context.Undefined(variable);
    }

    private PropertyValue BindProperty(Property property, Scope scope, ExpressionPlace place)
    {
        var owner = Bind(property.Owner, scope, place.AsValue());
        if (owner.Type.MayBe(ValueKinds.Node | ValueKinds.Relationship | ValueKinds.Map | ValueKinds.Instant | ValueKinds.Duration))
        {
            if (owner.Type == StaticType.Node || owner.Type == StaticType.Relationship)
            {
                _context.Ask(AskedKind.Key, property.Key, property.Span);
            }

            return new PropertyValue(owner, property.Key);
        }

        throw owner.Type.Kinds == ValueKinds.Path
            ? _context.WrongType(property.Owner.Span, "a node, a relationship or a map")
            : _context.Fault(property.Owner.Span, CypherErrorType.TypeError, "InvalidArgumentType", $"The property '{property.Key}' is asked of a value that has none.");
    }

    private BoundExpression BindLabelTest(LabelTest test, Scope scope, ExpressionPlace place)
    {
        var owner = _context.RequireKinds(test.Owner, Bind(test.Owner, scope, place.AsValue()), ValueKinds.Entity, "a node or a relationship");
        if (!test.Labels.IsComputed || owner is SlotValue)
        {
            return BindLabels(owner, test.Labels, scope, place.AsValue());
        }

        // Each computed label is a check of its own, and all read the owner.
        var slot = _context.Slots.Next();
        var body = BindLabels(new SlotValue(slot, "subject", owner.Type), test.Labels, scope, place.AsValue());
        return new LocalValue(slot, owner, body, StaticType.Boolean);
    }

    /// <summary>Binds a condition on labels or types; computed parts are compared per row.</summary>
    public BoundExpression BindLabels(BoundExpression owner, LabelExpression labels, Scope scope, ExpressionPlace place) => labels switch
    {
        { IsComputed: false } => BindNames(owner, labels),
        ComputedLabel computed => new ComputedLabelCheck(owner, Bind(computed.Value, scope, place), computed.Any),
        NotLabel not => new UnaryOperation(UnaryOperator.Not, BindLabels(owner, not.Operand, scope, place), StaticType.Boolean),
        BothLabels both => new BinaryOperation(BinaryOperator.And, BindLabels(owner, both.Left, scope, place), BindLabels(owner, both.Right, scope, place), StaticType.Boolean),
        EitherLabel either => new BinaryOperation(BinaryOperator.Or, BindLabels(owner, either.Left, scope, place), BindLabels(owner, either.Right, scope, place), StaticType.Boolean),
        _ => throw new UnreachableException(),
    };

    private LabelCheck BindNames(BoundExpression owner, LabelExpression labels)
    {
        foreach (var name in LabelExpression.NamesIn(labels))
        {
            _context.Ask(owner.Type == StaticType.Node ? AskedKind.Label : owner.Type == StaticType.Relationship ? AskedKind.Type : AskedKind.LabelOrType, name.Name, name.Span);
        }

        return new LabelCheck(owner, labels);
    }

    private UnaryOperation BindUnary(Unary unary, Scope scope, ExpressionPlace place)
    {
        if (unary.Operator == UnaryOperator.Not)
        {
            return new UnaryOperation(unary.Operator, RequireBoolean(unary.Operand, Bind(unary.Operand, scope, place)), StaticType.Boolean);
        }

        var operand = Bind(unary.Operand, scope, place.AsValue());
        return new UnaryOperation(unary.Operator, _context.RequireKinds(unary.Operand, operand, ValueKinds.Number | ValueKinds.Duration, "a number"), operand.Type);
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
        _context.RequireKinds(binary.Left, left, takesLeft);
        _context.RequireKinds(binary.Right, right, takesRight);
        return new BinaryOperation(binary.Operator, left, right, OperatorTypes.ResultOf(binary.Operator, left.Type, right.Type));
    }

    /// <summary>Binds a chain; as a conjunction, which the planner can split, if its middle operands cost nothing to repeat.</summary>
    private BoundExpression BindChain(ComparisonChain chain, Scope scope, ExpressionPlace place)
    {
        var operands = chain.Links.Select(link => link.Operand).Prepend(chain.First).Select(operand => Bind(operand, scope, place.AsValue())).ToArray();
        if (!operands[1..^1].All(IsRepeatable))
        {
            return new ComparisonSequence([.. chain.Links.Select(link => link.Operator)], operands);
        }

        var pairs = chain.Links.Select((link, i) => new BinaryOperation(link.Operator, operands[i], operands[i + 1], StaticType.Boolean));
        return pairs.Aggregate((all, pair) => new BinaryOperation(BinaryOperator.And, all, pair, StaticType.Boolean));
    }

    private static bool IsRepeatable(BoundExpression expression) => expression is Constant or ParameterValue or SlotValue or PropertyValue { Owner: SlotValue };

    private BoundExpression RequireBoolean(Expression source, BoundExpression bound) => _context.RequireKinds(source, bound, ValueKinds.Boolean, "a boolean");

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
            throw _context.Fault(call.Span, "NestedAggregation", "An aggregate stands inside another aggregate.");
        }

        return place.Aggregates is { } sink
            ? sink.Add(call, this, _functions)
            : throw _context.Fault(call.Span, "InvalidAggregation", "An aggregate stands where rows are not grouped: use it in WITH or RETURN.");
    }

    private SubqueryValue BindPatternPredicate(PatternPredicate predicate, Scope scope, ExpressionPlace place)
    {
        if (!place.AllowsPatterns)
        {
            throw _context.Fault(predicate.Span, "UnexpectedSyntax", "Unexpected pattern, expected a value: a pattern is a condition only; EXISTS { … } gives a value, and COUNT { … } the number of its matches.");
        }

        return _queries.BindPatternSubquery(SubqueryForm.Exists, predicate.Pattern, null, null, scope, onlyKnownVariables: true);
    }

    private SubqueryValue BindShortestPath(ShortestPathExpression path, Scope scope)
    {
        var name = new Variable("  path", path.Span);
        var form = path.Pattern.Shape == PathShape.Shortest ? SubqueryForm.First : SubqueryForm.Collect;
        return _queries.BindPatternSubquery(form, path.Pattern with { Variable = name }, null, name, scope, onlyKnownVariables: false);
    }

    private SubqueryValue BindPatternComprehension(PatternComprehension comprehension, Scope scope) =>
        _queries.BindPatternSubquery(SubqueryForm.Collect, comprehension.Pattern, comprehension.Where, comprehension.Projection, scope, onlyKnownVariables: false);

    private SubqueryValue BindSubquery(Subquery subquery, Scope scope)
    {
        var form = subquery.Kind switch
        {
            SubqueryKind.Exists => SubqueryForm.Exists,
            SubqueryKind.Count => SubqueryForm.Count,
            _ => SubqueryForm.Collect,
        };
        return _queries.BindSubquery(form, subquery.Body, subquery.Span, scope);
    }
}
