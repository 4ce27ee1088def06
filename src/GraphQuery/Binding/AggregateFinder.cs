using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Binding;

/// <summary>Finds aggregates in an expression; those in a subquery belong to the subquery.</summary>
internal static class AggregateFinder
{
    /// <summary>Whether the expression contains an aggregate.</summary>
    public static bool Contains(Expression expression) =>
        expression is CountStar
        || (expression is FunctionCall call && FunctionBinder.IsAggregate(call.Name))
        || ExpressionParts.Of(expression).Any(Contains);
}

/// <summary>Finds variables in an expression.</summary>
internal static class VariableFinder
{
    /// <summary>Whether the expression contains a variable, including loop variables.</summary>
    public static bool Contains(Expression expression) =>
        expression is Variable or PatternPredicate or PatternComprehension || ExpressionParts.Of(expression).Any(Contains);
}

/// <summary>The direct subexpressions of an expression, except those in patterns and subqueries.</summary>
internal static class ExpressionParts
{
    /// <summary>The direct subexpressions.</summary>
    public static IEnumerable<Expression> Of(Expression expression)
    {
        IEnumerable<Expression?> parts = expression switch
        {
            Property property => [property.Owner],
            LabelTest test => [test.Owner, .. LabelExpression.ValuesIn(test.Labels)],
            Subscript item => [item.Owner, item.Key],
            Slice slice => [slice.Owner, slice.From, slice.To],
            Unary unary => [unary.Operand],
            Binary binary => [binary.Left, binary.Right],
            ComparisonChain chain => chain.Links.Select(link => link.Operand).Prepend(chain.First),
            NullTest test => [test.Operand],
            TypeTest test => [test.Operand],
            ListLiteral list => list.Items,
            MapLiteral map => map.Entries.Select(entry => entry.Value),
            MapProjection projection => projection.Items.Select(item => item.Value).Prepend(projection.Owner),
            FunctionCall call => call.Arguments,
            CaseExpression choice => [choice.Subject, .. choice.Branches.SelectMany(branch => new[] { branch.When, branch.Then }), choice.Otherwise],
            ListComprehension list => [list.Source, list.Where, list.Projection],
            Quantifier quantifier => [quantifier.Source, quantifier.Where],
            Reduce reduce => [reduce.Initial, reduce.Source, reduce.Body],
            _ => [],
        };
        return parts.OfType<Expression>();
    }
}
