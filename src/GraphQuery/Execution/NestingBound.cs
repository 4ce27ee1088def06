using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Planning;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Execution;

/// <summary>
/// Bounds how deep a statement can nest lists and maps, each clause around the values of the one before. Values are measured only in statements that
/// could nest deeper than the limit, because measuring reads every element.
/// </summary>
internal static class NestingBound
{
    /// <summary>Maximum nesting of a value between two clauses: a single expression can already nest so deep.</summary>
    public const int Maximum = ExpressionParser.MaxHeight;

    /// <summary>Whether no value of the statement can nest deeper than the limit.</summary>
    public static bool Holds(PlannedStatement planned)
    {
        var levels = 0L;
        var open = new Stack<Plan>(planned.Subplans.Values.Append(planned.Root));
        while (open.TryPop(out var plan))
        {
            levels += LevelsOf(plan);
            foreach (var child in plan.Children)
            {
                open.Push(child);
            }
        }

        return levels <= Maximum;
    }

    private static int LevelsOf(Plan plan) =>
        plan.Expressions.Select(LevelsOf).DefaultIfEmpty(0).Max() + (plan is Aggregate { Grouping.Aggregations.Count: > 0 } ? 1 : 0);

    /// <summary>How many levels an expression can add to its deepest operand. The levels inside a subquery are counted with its own plan, and reduce checks itself.</summary>
    private static int LevelsOf(BoundExpression expression) =>
        (BindsVariable(expression) ? expression.Parts.Sum(LevelsOf) : expression.Parts.Select(LevelsOf).DefaultIfEmpty(0).Max()) + (AddsLevel(expression) ? 1 : 0);

    private static bool BindsVariable(BoundExpression expression) => expression is Comprehension or QuantifierCheck or Reduction or LocalValue;

    private static bool AddsLevel(BoundExpression expression) =>
        expression is ListOf or MapOf or MapProjectionOf or Comprehension or SubqueryValue or FunctionValue or BinaryOperation { Operator: BinaryOperator.Add or BinaryOperator.Concatenate };
}
