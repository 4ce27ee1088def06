using Stemma.GraphQuery.Functions;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Binding;

/// <summary>Resolves functions and aggregates by name, and checks the number and kinds of their arguments.</summary>
internal sealed class FunctionBinder(BindingContext context)
{
    /// <summary>Whether an aggregate has this name.</summary>
    public static bool IsAggregate(string name) => AggregateCatalog.TryFind(name, out _);

    /// <summary>Binds a call of a scalar function.</summary>
    public BoundExpression Bind(FunctionCall call, IReadOnlyList<BoundExpression> arguments)
    {
        if (call.Name.Equals("exists", StringComparison.OrdinalIgnoreCase) && arguments is [PropertyValue property])
        {
            return new NullCheck(property, Negated: true);
        }

        if (!FunctionCatalog.TryFind(call.Name, out var function))
        {
            throw context.Fault(call.Span, "UnknownFunction", $"There is no function '{call.Name}'{ReasonFor(call.Name)}.");
        }

        if (call.Distinct)
        {
            throw context.Fault(call.Span, "UnexpectedSyntax", $"Unexpected DISTINCT, expected arguments: '{function.Name}' is no aggregate.");
        }

        CheckCount(call, function.MinArity, function.MaxArity, function.ToString());
        for (var i = 0; i < arguments.Count && function.ChecksAtCompileTime; i++)
        {
            context.RequireKinds(call.Arguments[i], arguments[i], function.ParameterKinds(i));
        }

        return new FunctionValue(function, arguments, FunctionTypes.Of(function, arguments));
    }

    /// <summary>Binds a call of an aggregate, or count(*).</summary>
    public Aggregation BindAggregate(Expression call, IReadOnlyList<BoundExpression> arguments, int slot)
    {
        if (call is not FunctionCall written || !AggregateCatalog.TryFind(written.Name, out var function))
        {
            return new Aggregation(slot, "count(*)", null, Distinct: false, [], context.PlaceOf(call.Span));
        }

        CheckCount(written, function.Arity, function.Arity, $"{function.Name} with {function.Arity} arguments");
        for (var i = 0; i < arguments.Count; i++)
        {
            context.RequireKinds(written.Arguments[i], arguments[i], function.Parameters[i]);
            if (!arguments[i].IsDeterministic)
            {
                throw context.Fault(written.Span, "NonConstantExpression", "An aggregate takes no argument that changes from call to call, such as rand().");
            }
        }

        return new Aggregation(slot, written.ToString(), function, written.Distinct, arguments, context.PlaceOf(call.Span));
    }

    /// <summary>Why a function or procedure that users of Neo4j may expect is missing; otherwise empty.</summary>
    public static string ReasonFor(string name) => name.ToUpperInvariant() switch
    {
        var point when point.StartsWith("POINT", StringComparison.Ordinal) => ": points in space are no values here",
        "NORMALIZE" => ": it takes tables of Unicode that Stemma runs without",
        var library when library.StartsWith("APOC.", StringComparison.Ordinal) || library.StartsWith("GDS.", StringComparison.Ordinal) => ": libraries of Neo4j are not part of Stemma",
        _ => "",
    };

    private void CheckCount(FunctionCall call, int minimum, int maximum, string signature)
    {
        if (call.Arguments.Count < minimum || call.Arguments.Count > maximum)
        {
            throw context.Fault(call.Span, "InvalidNumberOfArguments", $"Unexpected number of arguments ({call.Arguments.Count}), expected {signature}.");
        }
    }
}
