using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Functions;

/// <summary>The implementation of a function; its arguments have passed the checks of <see cref="CypherFunction.Invoke"/>.</summary>
public delegate GraphValue FunctionBody(FunctionContext context, ReadOnlySpan<GraphValue> arguments);

/// <summary>A scalar function: its signature, used by the binder, and its implementation.</summary>
/// <param name="name">As documented: <c>toInteger</c>, <c>date.truncate</c>. Looked up ignoring case.</param>
/// <param name="parameters">Kinds that each parameter accepts, in order; the last also applies to the further arguments of a variadic function.</param>
/// <param name="returns">Kinds that it may return; it may always return null.</param>
/// <param name="body">Its implementation.</param>
public sealed class CypherFunction(string name, IReadOnlyList<ValueKinds> parameters, ValueKinds returns, FunctionBody body)
{
    /// <summary>As documented.</summary>
    public string Name { get; } = name;

    /// <summary>Minimum number of arguments; by default the number of parameters.</summary>
    public int MinArity { get; init; } = parameters.Count;

    /// <summary>Maximum number of arguments; <see cref="int.MaxValue"/> for a variadic function.</summary>
    public int MaxArity { get; init; } = parameters.Count;

    /// <summary>Kinds that it may return.</summary>
    public ValueKinds Returns { get; } = returns;

    /// <summary>
    /// Whether an argument that has a wrong type for all data is a compile-time error; false for <c>range</c> and the conversions, for which the openCypher TCK
    /// requires runtime errors even for literals.
    /// </summary>
    public bool ChecksAtCompileTime { get; init; } = true;

    /// <summary>Whether the body handles null arguments; otherwise they make the result null.</summary>
    public bool TakesNull { get; init; }

    /// <summary>False if two calls with the same arguments may differ within one statement: <c>rand</c>, <c>randomUUID</c>, <c>date.realtime</c>.</summary>
    public bool IsDeterministic { get; init; } = true;

    /// <summary>Whether the function reads long lists without copying them.</summary>
    public bool ReadsInPlace { get; init; }

    /// <summary>TCK detail code of the TypeError for an argument of a wrong kind.</summary>
    public string TypeFault { get; init; } = "InvalidArgumentType";

    /// <summary>The kinds that a parameter accepts.</summary>
    public ValueKinds ParameterKinds(int index) => parameters[Math.Min(index, parameters.Count - 1)];

    /// <summary>Evaluates a call. The caller has checked the number of arguments.</summary>
    public GraphValue Invoke(FunctionContext context, ReadOnlySpan<GraphValue> arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i].IsNull && !TakesNull)
            {
                return GraphValue.Null;
            }

            if (!ParameterKinds(i).Accept(arguments[i]))
            {
                throw RuntimeFault.Type(TypeFault, $"{Name}() takes {ParameterKinds(i).Describe()}, not {TypeName.Of(arguments[i])}.");
            }
        }

        return body(context, arguments);
    }

    /// <summary>The signature: <c>substring(STRING, INTEGER, [INTEGER]) :: STRING</c>.</summary>
    public override string ToString()
    {
        var shown = parameters.Select((kinds, i) => i < MinArity ? kinds.Describe() : $"[{kinds.Describe()}]");
        return $"{Name}({string.Join(", ", shown)}{(MaxArity == int.MaxValue ? ", ..." : "")}) :: {Returns.Describe()}";
    }
}
