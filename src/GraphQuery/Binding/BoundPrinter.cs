using System.Diagnostics;
using Stemma.GraphQuery.Syntax;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Binding;

/// <summary>Prints bound expressions as Cypher, for plans.</summary>
internal static class BoundPrinter
{
    /// <summary>Prints an expression.</summary>
    public static string Print(BoundExpression expression) => expression switch
    {
        Constant constant => ValuePrinter.Print(constant.Value),
        ParameterValue parameter => "$" + ExpressionPrinter.Name(parameter.Name),
        SlotValue slot => slot.Name,
        PropertyValue property => $"{property.Owner}.{ExpressionPrinter.Name(property.Key)}",
        LabelCheck check => $"{check.Owner}:{check.Labels}",
        ComputedLabelCheck check => $"{check.Owner}:${(check.Any ? "any" : "")}({check.Names})",
        SubscriptValue item => $"{item.Owner}[{item.Key}]",
        SliceValue slice => $"{slice.Owner}[{slice.From}..{slice.To}]",
        UnaryOperation operation => operation.Operator switch
        {
            UnaryOperator.Not => $"NOT {Tight(operation.Operand)}",
            UnaryOperator.Minus => $"-{Tight(operation.Operand)}",
            _ => $"+{Tight(operation.Operand)}",
        },
        BinaryOperation operation => $"{Tight(operation.Left)} {ExpressionPrinter.Sign(operation.Operator)} {Tight(operation.Right)}",
        ComparisonSequence chain => $"{Tight(chain.Operands[0])}{string.Concat(chain.Operators.Select((op, i) => $" {ExpressionPrinter.Sign(op)} {Tight(chain.Operands[i + 1])}"))}",
        NullCheck check => $"{Tight(check.Operand)} IS {(check.Negated ? "NOT " : "")}NULL",
        TypeCheck check => $"{Tight(check.Operand)} IS {(check.Negated ? "NOT " : "")}:: {check.Wanted}",
        ListOf list => $"[{string.Join(", ", list.Items)}]",
        MapOf map => $"{{{string.Join(", ", map.Entries.Select(entry => $"{ExpressionPrinter.Name(entry.Key)}: {entry.Value}"))}}}",
        MapProjectionOf map => $"{map.Owner} {{{string.Join(", ", map.Entries.Select(entry => entry.Key is null ? ".*" : $"{ExpressionPrinter.Name(entry.Key)}: {entry.Value}"))}}}",
        FunctionValue call => $"{call.Function.Name}({string.Join(", ", call.Arguments)})",
        _ => PrintCompound(expression),
    };

    private static string PrintCompound(BoundExpression expression) => expression switch
    {
        Choice choice => $"CASE{(choice.Subject is null ? "" : " " + choice.Subject)}{string.Concat(choice.Branches.Select(branch => $" WHEN {branch.Key} THEN {branch.Value}"))} ELSE {choice.Otherwise} END",
        LocalValue local => $"{local.Body} (subject: {local.Value})",
        Comprehension list => $"[{list.Name} IN {list.Source}{(list.Where is null ? "" : " WHERE " + list.Where)}{(list.Projection is null ? "" : " | " + list.Projection)}]",
        QuantifierCheck check => $"{check.Kind.ToString().ToLowerInvariant()}({check.Name} IN {check.Source} WHERE {check.Where})",
        Reduction reduction => $"reduce({reduction.Total.Name} = {reduction.Initial}, {reduction.Item.Name} IN {reduction.Source} | {reduction.Body})",
        SubqueryValue subquery => $"{subquery.Form.ToString().ToUpperInvariant()} {{ … }}",
        _ => throw new UnreachableException(),
    };

    private static string Tight(BoundExpression expression) => expression is BinaryOperation or ComparisonSequence or NullCheck ? $"({expression})" : expression.ToString();
}
