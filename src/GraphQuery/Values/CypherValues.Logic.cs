using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Values;

public static partial class CypherValues
{
    /// <summary>Three-valued conjunction: false dominates null.</summary>
    public static bool? And(bool? left, bool? right) => left & right;

    /// <summary>Three-valued disjunction: true dominates null.</summary>
    public static bool? Or(bool? left, bool? right) => left | right;

    /// <summary>Three-valued exclusive or: null if either operand is null.</summary>
    public static bool? Xor(bool? left, bool? right) => left ^ right;

    /// <summary>Three-valued negation.</summary>
    public static bool? Not(bool? value) => !value;

    /// <summary>A value as a truth value: null for null; throws TypeError for anything but a boolean.</summary>
    public static bool? Truth(GraphValue value) =>
        value.IsNull ? null
        : value.IsBoolean ? value.AsBoolean()
        : throw RuntimeFault.InvalidArgumentType($"A predicate must be BOOLEAN, not {TypeName.Of(value)}.");

    /// <summary>A truth value as a value.</summary>
    public static GraphValue FromTruth(bool? truth) => truth is { } known ? GraphValue.From(known) : GraphValue.Null;

    /// <summary><c>text STARTS WITH prefix</c>, ordinal; null if either operand is not a string.</summary>
    public static bool? StartsWith(GraphValue text, GraphValue prefix) =>
        text.IsString && prefix.IsString ? text.AsString().StartsWith(prefix.AsString(), StringComparison.Ordinal) : null;

    /// <summary><c>text ENDS WITH suffix</c>, ordinal; null if either operand is not a string.</summary>
    public static bool? EndsWith(GraphValue text, GraphValue suffix) =>
        text.IsString && suffix.IsString ? text.AsString().EndsWith(suffix.AsString(), StringComparison.Ordinal) : null;

    /// <summary><c>text CONTAINS part</c>, ordinal; null if either operand is not a string.</summary>
    public static bool? Contains(GraphValue text, GraphValue part)
    {
        if (!text.IsString || !part.IsString)
        {
            return null;
        }

        TextLimit.CheckSearch(text.AsString(), part.AsString());
        return text.AsString().Contains(part.AsString(), StringComparison.Ordinal);
    }
}
