using System.Diagnostics;
using System.Text;

namespace Stemma.GraphQuery.Syntax;

/// <summary>Prints patterns and label expressions as canonical Cypher.</summary>
internal static class PatternPrinter
{
    /// <summary>Prints a pattern with its name and shape.</summary>
    public static string Print(PathPattern pattern)
    {
        var text = new StringBuilder(Print(pattern.Nodes[0]));
        for (var i = 0; i < pattern.Relationships.Count; i++)
        {
            text.Append(Print(pattern.Relationships[i])).Append(Print(pattern.Nodes[i + 1]));
        }

        var shaped = pattern.Shape switch
        {
            _ when pattern.Selector is not null => text.ToString(),
            PathShape.Every => text.ToString(),
            PathShape.Shortest => $"shortestPath({text})",
            PathShape.AllShortest => $"allShortestPaths({text})",
            _ => throw new UnreachableException(),
        };
        shaped = pattern.Where is null ? shaped : $"({shaped} WHERE {pattern.Where})";
        shaped = pattern.Selector is { } selector ? $"SHORTEST {selector.Count}{(selector.Groups ? " GROUPS" : "")} {shaped}" : shaped;
        return pattern.Variable is null ? shaped : $"{pattern.Variable} = {shaped}";
    }

    /// <summary>Prints a label expression; operands of lower precedence are parenthesised.</summary>
    public static string Print(LabelExpression labels) => labels switch
    {
        LabelName name => ExpressionPrinter.Name(name.Name),
        ComputedLabel computed => $"${(computed.Any ? "any" : "")}({computed.Value})",
        AnyLabel => "%",
        NotLabel not => $"!{Tight(not.Operand)}",
        BothLabels both => $"{Tight(both.Left)}&{Tight(both.Right)}",
        EitherLabel either => $"{Print(either.Left)}|{Print(either.Right)}",
        _ => throw new UnreachableException(),
    };

    private static string Tight(LabelExpression labels) => labels is EitherLabel ? $"({Print(labels)})" : Print(labels);

    private static string Print(NodePattern node) =>
        $"({node.Variable}{(node.Labels is null ? "" : ":" + node.Labels)}{Tail(node.Properties, node.Where, node.Variable is not null || node.Labels is not null)})";

    private static string Print(RelationshipPattern relationship)
    {
        if (relationship is { Group: { } group, Length: { } times })
        {
            return $" ({Print(group.Inner)}{(group.Where is null ? "" : " WHERE " + group.Where)}){{{times.Minimum},{times.Maximum}}} ";
        }

        var inside = $"{relationship.Variable}{(relationship.Types is null ? "" : ":" + relationship.Types)}{Print(relationship.Length)}";
        inside += Tail(relationship.Properties, relationship.Where, inside.Length > 0);
        var left = relationship.Direction == PatternDirection.Incoming ? "<-" : "-";
        var right = relationship.Direction == PatternDirection.Outgoing ? "->" : "-";
        return inside.Length == 0 ? left + right : $"{left}[{inside}]{right}";
    }

    private static string Print(VariableLength? length) => length switch
    {
        null => "",
        { Minimum: null, Maximum: null } => "*",
        { Minimum: { } exact } when length.Maximum == exact => $"*{exact}",
        _ => $"*{length.Minimum}..{length.Maximum}",
    };

    private static string Tail(Expression? properties, Expression? where, bool space)
    {
        var condition = where?.ToString();
        if (!space && properties is null && condition is ['{' or '$', ..])
        {
            // (WHERE {…}) would be parsed as a node named WHERE with properties.
            condition = $"({condition})";
        }

        var text = (properties is null ? "" : " " + properties) + (condition is null ? "" : " WHERE " + condition);
        return space ? text : text.TrimStart();
    }
}
