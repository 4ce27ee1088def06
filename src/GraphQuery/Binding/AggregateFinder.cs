using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Binding;

/// <summary>Tells whether an expression contains an aggregate; those inside a subquery are the subquery's own.</summary>
internal static class AggregateFinder
{
    /// <summary>Whether an aggregate stands in the expression.</summary>
    public static bool Contains(Expression expression) =>
        expression is CountStar
        || (expression is FunctionCall call && FunctionBinder.IsAggregate(call.Name))
        || ExpressionParts.Of(expression).Any(Contains);
}

/// <summary>Tells whether an expression reads a variable.</summary>
internal static class VariableFinder
{
    /// <summary>Whether a variable stands in the expression, loop variables included.</summary>
    public static bool Contains(Expression expression) =>
        expression is Variable or PatternPredicate or PatternComprehension || ExpressionParts.Of(expression).Any(Contains);
}

/// <summary>The expressions directly inside another one, without those of patterns and subqueries.</summary>
internal static class ExpressionParts
{
    /// <summary>The parts, as written.</summary>
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
