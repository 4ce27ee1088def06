using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Functions;

/// <summary>What a function does with arguments that have passed the checks of <see cref="CypherFunction.Invoke"/>.</summary>
public delegate GraphValue FunctionBody(FunctionContext context, ReadOnlySpan<GraphValue> arguments);

/// <summary>A scalar function: its signature, for the binder, and its body.</summary>
/// <param name="name">As documented: <c>toInteger</c>, <c>date.truncate</c>. Looked up without regard to case.</param>
/// <param name="parameters">Kinds that each parameter takes, in order; the last stands for all further ones of a variadic function.</param>
/// <param name="returns">Kinds that it may return; null is always possible.</param>
/// <param name="body">What it does.</param>
public sealed class CypherFunction(string name, IReadOnlyList<ValueKinds> parameters, ValueKinds returns, FunctionBody body)
{
    /// <summary>As documented.</summary>
    public string Name { get; } = name;

    /// <summary>Fewest arguments; the default is one for each parameter.</summary>
    public int MinArity { get; init; } = parameters.Count;

    /// <summary>Most arguments; <see cref="int.MaxValue"/> for a variadic function.</summary>
    public int MaxArity { get; init; } = parameters.Count;

    /// <summary>Kinds that it may return.</summary>
    public ValueKinds Returns { get; } = returns;

    /// <summary>
    /// True where an argument that is of a wrong kind whatever the data is a fault at compile time; false for <c>range</c> and the conversions, whose
    /// faults the openCypher TCK wants at run time even for literals.
    /// </summary>
    public bool ChecksAtCompileTime { get; init; } = true;

    /// <summary>True where a null argument reaches the body; otherwise the result is then null.</summary>
    public bool TakesNull { get; init; }

    /// <summary>False where two calls with the same arguments may differ within one statement: <c>rand</c>, <c>randomUUID</c>, <c>date.realtime</c>.</summary>
    public bool IsDeterministic { get; init; } = true;

    /// <summary>True where a long list is only looked at, never copied.</summary>
    public bool ReadsInPlace { get; init; }

    /// <summary>TCK detail of the TypeError for an argument of a wrong kind.</summary>
    public string TypeFault { get; init; } = "InvalidArgumentType";

    /// <summary>The kinds that a parameter takes.</summary>
    public ValueKinds ParameterKinds(int index) => parameters[Math.Min(index, parameters.Count - 1)];

    /// <summary>Evaluates a call. The number of arguments must have been checked against the arity.</summary>
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
