using System.Collections.Frozen;
using System.Diagnostics;
using System.Globalization;
using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Syntax;

/// <summary>Prints expressions as canonical Cypher: operators parenthesised, single spaces, keywords in capitals.</summary>
internal static class ExpressionPrinter
{
    /// <summary>Words that start another kind of expression; variables of these names need back-ticks.</summary>
    private static readonly FrozenSet<string> NotForVariables = new[] { "null", "true", "false", "nan", "inf", "infinity", "case", "not" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Prints an expression.</summary>
    public static string Print(Expression expression) => expression switch
    {
        Literal literal => PrintLiteral(literal.Value),
        Parameter parameter => "$" + Name(parameter.Name),
        Variable variable => NotForVariables.Contains(variable.Name) ? Quoted(variable.Name) : Name(variable.Name),
        Property property => $"{property.Owner}.{Name(property.Key)}",
        LabelTest test => $"({test.Owner}:{test.Labels})",
        Subscript subscript => $"{subscript.Owner}[{subscript.Key}]",
        Slice slice => $"{slice.Owner}[{slice.From}..{slice.To}]",
        Unary unary => unary.Operator == UnaryOperator.Not ? $"(NOT {unary.Operand})" : $"({Sign(unary.Operator)}{Signed(unary.Operand.ToString())})",
        Binary binary => $"({binary.Left} {Sign(binary.Operator)} {binary.Right})",
        ComparisonChain chain => $"({chain.First}{string.Concat(chain.Links.Select(link => $" {Sign(link.Operator)} {link.Operand}"))})",
        TypeTest test => $"({test.Operand} IS {(test.Negated ? "NOT " : "")}:: {test.Type})",
        NullTest test => $"({test.Operand} IS {(test.Negated ? "NOT " : "")}NULL)",
        ListLiteral list => $"[{string.Join(", ", list.Items)}]",
        MapLiteral map => "{" + string.Join(", ", map.Entries.Select(entry => $"{Name(entry.Key)}: {entry.Value}")) + "}",
        MapProjection projection => $"{projection.Owner} {{{string.Join(", ", projection.Items.Select(PrintItem))}}}",
        FunctionCall call => $"{call.Name}({(call.Distinct ? "DISTINCT " : "")}{string.Join(", ", call.Arguments)})",
        CountStar => "count(*)",
        CaseSubject => "",
        _ => PrintCompound(expression),
    };

    /// <summary>A name, in back-ticks if it needs them.</summary>
    public static string Name(string name) =>
        name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c == '_')
            ? name
            : Quoted(name);

    private static string Quoted(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    /// <summary>An operator as written.</summary>
    public static string Sign(BinaryOperator op) => op switch
    {
        BinaryOperator.Or => "OR",
        BinaryOperator.Xor => "XOR",
        BinaryOperator.And => "AND",
        BinaryOperator.Equal => "=",
        BinaryOperator.NotEqual => "<>",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.In => "IN",
        BinaryOperator.StartsWith => "STARTS WITH",
        BinaryOperator.EndsWith => "ENDS WITH",
        BinaryOperator.Contains => "CONTAINS",
        BinaryOperator.Matches => "=~",
        BinaryOperator.Add => "+",
        BinaryOperator.Concatenate => "||",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Modulo => "%",
        BinaryOperator.Power => "^",
        _ => throw new UnreachableException(),
    };

    /// <summary>A literal as written.</summary>
    public static string PrintLiteral(GraphValue value) => value.Kind switch
    {
        GraphValueKind.Null => "null",
        GraphValueKind.Boolean => value.AsBoolean() ? "true" : "false",
        GraphValueKind.Integer => value.AsInteger().ToString(CultureInfo.InvariantCulture),
        GraphValueKind.Float => PrintFloat(value.AsFloat()),
        GraphValueKind.String => Quote(value.AsString()),
        _ => throw new UnreachableException(),
    };

    private static string PrintCompound(Expression expression) => expression switch
    {
        CaseExpression choice => PrintCase(choice),
        ListComprehension list => $"[{Name(list.Variable)} IN {list.Source}{Where(list.Where)}{(list.Projection is null ? "" : " | " + list.Projection)}]",
        Quantifier quantifier => $"{quantifier.Kind.ToString().ToLowerInvariant()}({Name(quantifier.Variable)} IN {quantifier.Source}{Where(quantifier.Where)})",
        Reduce reduce => $"reduce({Name(reduce.Accumulator)} = {reduce.Initial}, {Name(reduce.Variable)} IN {reduce.Source} | {reduce.Body})",
        PatternComprehension patterns => $"[{patterns.Pattern}{Where(patterns.Where)} | {patterns.Projection}]",
        PatternPredicate predicate => predicate.Pattern.ToString(),
        ShortestPathExpression path => path.Pattern.ToString(),
        Subquery subquery => $"{subquery.Kind.ToString().ToUpperInvariant()} {{ {subquery.Body} }}",
        _ => throw new UnreachableException(),
    };

    private static string PrintCase(CaseExpression choice)
    {
        var subject = choice.Subject is null ? "" : " " + choice.Subject;
        var branches = string.Concat(choice.Branches.Select(branch => $" WHEN {(branch.IsCondition ? WithoutSubject(branch.When) : branch.When.ToString())} THEN {branch.Then}"));
        return $"CASE{subject}{branches}{(choice.Otherwise is null ? "" : " ELSE " + choice.Otherwise)} END";
    }

    /// <summary>The rest of a condition after the subject of its CASE; labels in parentheses, because NULL after IS is no label.</summary>
    private static string WithoutSubject(Expression condition) => condition switch
    {
        Binary binary => $"{Sign(binary.Operator)} {binary.Right}",
        ComparisonChain chain => string.Join(' ', chain.Links.Select(link => $"{Sign(link.Operator)} {link.Operand}")),
        NullTest test => $"IS {(test.Negated ? "NOT " : "")}NULL",
        TypeTest test => $"IS {(test.Negated ? "NOT " : "")}:: {test.Type}",
        LabelTest test => $"IS ({test.Labels})",
        Unary { Operand: LabelTest test } => $"IS NOT ({test.Labels})",
        _ => throw new UnreachableException(),
    };

    private static string PrintItem(MapProjectionItem item) => item switch
    {
        { Key: null } => ".*",
        { Value: Property property } when property.Key == item.Key => "." + Name(item.Key),
        _ => $"{Name(item.Key)}: {item.Value}",
    };

    private static string Where(Expression? where) => where is null ? "" : " WHERE " + where;

    /// <summary>Parenthesises digits: a minus before a digit would be read as part of the number.</summary>
    private static string Signed(string operand) => char.IsAsciiDigit(operand[0]) ? $"({operand})" : operand;

    private static string Sign(UnaryOperator op) => op == UnaryOperator.Minus ? "-" : "+";

    private static string Quote(string text) =>
        "'" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal) + "'";

    private static string PrintFloat(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return double.IsNaN(value) ? "NaN" : double.IsInfinity(value) ? "Inf" : text.AsSpan().IndexOfAny(".E") >= 0 ? text : text + ".0";
    }
}
