using System.Diagnostics;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Execution.Evaluation.RegularExpressions;
using Stemma.GraphQuery.Syntax;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Execution.Evaluation;

/// <summary>Compiles bound expressions to evaluators.</summary>
/// <param name="names">Receives the labels, types and property keys.</param>
/// <param name="subqueryIndex">Index of a subquery's operators in the context.</param>
/// <param name="checksNesting">Whether values that variables are taken from are checked for their depth.</param>
internal sealed class ExpressionCompiler(StatementNames names, Func<SubqueryValue, int> subqueryIndex, bool checksNesting)
{
    /// <summary>Compiles an expression; null for null.</summary>
    public Evaluator? CompileOptional(BoundExpression? expression) => expression is null ? null : Compile(expression);

    /// <summary>Compiles expressions in order.</summary>
    public Evaluator[] CompileAll(IEnumerable<BoundExpression> expressions) => [.. expressions.Select(Compile)];

    /// <summary>Compiles an expression from which a variable gets its value, as in a loop.</summary>
    public Evaluator CompileSource(BoundExpression expression) => checksNesting ? new NestingCheckEvaluator(Compile(expression)) : Compile(expression);

    /// <summary>Compiles the number of SKIP or LIMIT, or the sum of both created by the planner, which has no position.</summary>
    public Evaluator CompileRowCount(BoundExpression count) => count is BinaryOperation { Operator: BinaryOperator.Add, Place.IsKnown: false } sum
        ? new Operators.RowCountSum(CompileRowCount(sum.Left), CompileRowCount(sum.Right))
        : new PlacedEvaluator(new Operators.RowCountEvaluator(Compile(count)), count.Place);

    /// <summary>Compiles an expression.</summary>
    public Evaluator Compile(BoundExpression expression) => expression.Place.IsKnown && CanFail(expression) ? new PlacedEvaluator(CompileKind(expression), expression.Place) : CompileKind(expression);

    /// <summary>
    /// Whether an expression can itself fail, apart from its parts. Properties of nodes and relationships, and comparisons, cannot; they are evaluated for each row of a scan.
    /// </summary>
    private static bool CanFail(BoundExpression expression) => expression switch
    {
        Constant or ParameterValue or SlotValue => false,
        PropertyValue property => property.Owner.Type != StaticType.Node && property.Owner.Type != StaticType.Relationship,
        BinaryOperation { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual or BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual } => false,
        BinaryOperation { Operator: BinaryOperator.StartsWith or BinaryOperator.EndsWith or BinaryOperator.Contains } => false,
        _ => true,
    };

    private Evaluator CompileKind(BoundExpression expression) => expression switch
    {
        Constant constant => new ConstantEvaluator(constant.Value),
        ParameterValue parameter => new ParameterEvaluator(parameter.Name),
        SlotValue slot => new SlotEvaluator(slot.Slot),
        PropertyValue property => new PropertyEvaluator(Compile(property.Owner), names.Key(property.Key), property.Key),
        LabelCheck check => new LabelCheckEvaluator(
            Compile(check.Owner), LabelMatcher.Compile(check.Labels, names, ofTypes: false), LabelMatcher.Compile(check.Labels, names, ofTypes: true)),
        UnaryOperation { Operator: UnaryOperator.Not } not => new NotEvaluator(Compile(not.Operand)),
        UnaryOperation sign => new SignEvaluator(Compile(sign.Operand), sign.Operator == UnaryOperator.Minus),
        BinaryOperation { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual } equality => CompileEquality(equality),
        BinaryOperation operation => CompileOperator(operation.Operator, Compile(operation.Left), Compile(operation.Right)),
        ComparisonSequence chain => new ComparisonSequenceEvaluator(CompileAll(chain.Operands), [.. chain.Operators.Select(ComparisonOf)]),
        LocalValue local => new LocalValueEvaluator(local.Slot, CompileSource(local.Value), Compile(local.Body)),
        ComputedLabelCheck check => new ComputedLabelEvaluator(Compile(check.Owner), Compile(check.Names), check.Any),
        TypeCheck check => new TypeCheckEvaluator(Compile(check.Operand), check.Wanted, check.Negated),
        NullCheck check => new NullCheckEvaluator(Compile(check.Operand), check.Negated),
        FunctionValue call => new FunctionEvaluator(call.Function, CompileAll(call.Arguments)),
        SubqueryValue subquery => CompileSubquery(subquery),
        Choice choice => CompileChoice(choice),
        _ => CompileCollection(expression),
    };

    private Evaluator CompileCollection(BoundExpression expression) => expression switch
    {
        SubscriptValue item => new SubscriptEvaluator(Compile(item.Owner), Compile(item.Key)),
        SliceValue slice => new SliceEvaluator(Compile(slice.Owner), CompileOptional(slice.From), CompileOptional(slice.To)),
        ListOf list => CompileList(list),
        MapOf map => new MapEvaluator([.. map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Compile(entry.Value)))]),
        MapProjectionOf map => new MapProjectionEvaluator(Compile(map.Owner), [.. map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Compile(entry.Value)))]),
        Comprehension list => new ComprehensionEvaluator(list.Slot, CompileSource(list.Source), CompileOptional(list.Where), CompileOptional(list.Projection)),
        QuantifierCheck check => new QuantifierEvaluator(check.Kind, check.Slot, CompileSource(check.Source), Compile(check.Where)),
        Reduction reduction => new ReductionEvaluator(
            reduction.Total.Slot, CompileSource(reduction.Initial), reduction.Item.Slot, CompileSource(reduction.Source), Compile(reduction.Body), HeightOf(reduction.Body)),
        _ => throw new UnreachableException(),
    };

    /// <summary>How many levels deeper an expression can nest a value; a subquery may do so in each of its clauses.</summary>
    private static int HeightOf(BoundExpression expression) =>
        expression is SubqueryValue ? ValueDepth.Maximum : 1 + expression.Parts.Select(HeightOf).DefaultIfEmpty(0).Max();

    private Evaluator CompileEquality(BinaryOperation equality)
    {
        var (left, right) = (Compile(equality.Left), Compile(equality.Right));
        var general = CompileOperator(equality.Operator, left, right);
        return (equality.Left, equality.Right) switch
        {
            (PropertyValue { Owner: SlotValue { Type: var type } owner } property, Constant or ParameterValue) when type == StaticType.Node => Coded(owner, property, right),
            (Constant or ParameterValue, PropertyValue { Owner: SlotValue { Type: var type } owner } property) when type == StaticType.Node => Coded(owner, property, left),
            _ => general,
        };

        Evaluator Coded(SlotValue owner, PropertyValue property, Evaluator wanted) =>
            new CodedEqualityEvaluator(owner.Slot, names.Key(property.Key), wanted, names.NextCodeTest(), equality.Operator == BinaryOperator.NotEqual, general);
    }

    private static Evaluator CompileOperator(BinaryOperator op, Evaluator left, Evaluator right) => op switch
    {
        BinaryOperator.And => new AndEvaluator(left, right),
        BinaryOperator.Or => new OrEvaluator(left, right),
        BinaryOperator.Xor => new XorEvaluator(left, right),
        BinaryOperator.Matches => new RegexEvaluator(left, right),
        BinaryOperator.In => new InEvaluator(left, right),
        BinaryOperator.StartsWith => new ComparisonEvaluator(left, right, CypherValues.StartsWith),
        BinaryOperator.EndsWith => new ComparisonEvaluator(left, right, CypherValues.EndsWith),
        BinaryOperator.Contains => new ComparisonEvaluator(left, right, CypherValues.Contains),
        BinaryOperator.Add => new AddEvaluator(left, right, isStrict: false),
        BinaryOperator.Concatenate => new AddEvaluator(left, right, isStrict: true),
        BinaryOperator.Subtract => new ArithmeticEvaluator(left, right, CypherValues.Subtract),
        BinaryOperator.Multiply => new ArithmeticEvaluator(left, right, CypherValues.Multiply),
        BinaryOperator.Divide => new ArithmeticEvaluator(left, right, CypherValues.Divide),
        BinaryOperator.Modulo => new ArithmeticEvaluator(left, right, CypherValues.Modulo),
        BinaryOperator.Power => new ArithmeticEvaluator(left, right, CypherValues.Power),
        _ => new ComparisonEvaluator(left, right, ComparisonOf(op)),
    };

    private static Func<GraphValue, GraphValue, bool?> ComparisonOf(BinaryOperator op) => op switch
    {
        BinaryOperator.Equal => CypherValues.Equal,
        BinaryOperator.NotEqual => static (a, b) => !CypherValues.Equal(a, b),
        BinaryOperator.Less => CypherValues.Less,
        BinaryOperator.LessOrEqual => CypherValues.LessOrEqual,
        BinaryOperator.Greater => CypherValues.Greater,
        BinaryOperator.GreaterOrEqual => CypherValues.GreaterOrEqual,
        _ => throw new UnreachableException(),
    };

    /// <summary>A list of constants becomes one constant, so that <c>x IN ['a', 'b']</c> does not build it for each row.</summary>
    private Evaluator CompileList(ListOf list) => list.Items.All(item => item is Constant)
        ? new ConstantEvaluator(GraphValue.From(list.Items.Select(item => ((Constant)item).Value).ToArray()))
        : new ListEvaluator(CompileAll(list.Items));

    private Evaluator CompileChoice(Choice choice)
    {
        var branches = choice.Branches.Select(branch => KeyValuePair.Create(Compile(branch.Key), Compile(branch.Value))).ToArray();
        var otherwise = Compile(choice.Otherwise);
        return choice.Subject is null ? new ConditionalEvaluator(branches, otherwise) : new SelectionEvaluator(Compile(choice.Subject), branches, otherwise);
    }

    private Evaluator CompileSubquery(SubqueryValue subquery)
    {
        var index = subqueryIndex(subquery);
        return subquery.Form switch
        {
            SubqueryForm.Exists => new ExistsEvaluator(index),
            SubqueryForm.Count => new CountEvaluator(index),
            SubqueryForm.Collect => new CollectEvaluator(index, subquery.Body.Outputs[0], firstOnly: false),
            SubqueryForm.First => new CollectEvaluator(index, subquery.Body.Outputs[0], firstOnly: true),
            _ => throw new UnreachableException(),
        };
    }
}
