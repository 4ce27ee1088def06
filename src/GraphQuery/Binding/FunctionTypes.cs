using Stemma.GraphQuery.Functions;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Binding;

/// <summary>Types of calls, with the element types of lists, which signatures lack.</summary>
internal static class FunctionTypes
{
    /// <summary>Type of a call of a scalar function.</summary>
    public static StaticType Of(CypherFunction function, IReadOnlyList<BoundExpression> arguments) => function.Name.ToUpperInvariant() switch
    {
        "NODES" => StaticType.ListOf(StaticType.Node),
        "RELATIONSHIPS" => StaticType.ListOf(StaticType.Relationship),
        "LABELS" or "KEYS" or "SPLIT" => StaticType.ListOf(StaticType.String),
        "RANGE" => StaticType.ListOf(StaticType.Integer),
        "HEAD" or "LAST" when arguments.Count == 1 => arguments[0].Type.Items,
        "TAIL" or "REVERSE" when arguments.Count == 1 => arguments[0].Type,
        "COALESCE" => arguments.Select(argument => argument.Type).Aggregate((sum, type) => sum.Or(type)),
        _ => new StaticType(function.Returns == ValueKinds.None ? ValueKinds.Any : function.Returns),
    };

    /// <summary>Type of an aggregate.</summary>
    public static StaticType OfAggregate(Expression call, IReadOnlyList<BoundExpression> arguments)
    {
        if (call is not FunctionCall written || !AggregateCatalog.TryFind(written.Name, out var function))
        {
            return StaticType.Integer;
        }

        return function.Name.ToUpperInvariant() switch
        {
            "COLLECT" => StaticType.ListOf(arguments[0].Type),
            "MIN" or "MAX" => arguments[0].Type,
            _ => new StaticType(function.Returns),
        };
    }
}
