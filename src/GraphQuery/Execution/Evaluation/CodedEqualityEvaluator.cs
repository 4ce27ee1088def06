using Stemma.GraphModel.Graph;

namespace Stemma.GraphQuery.Execution.Evaluation;

/// <summary>
/// = or &lt;&gt; between a property of a node and a value that is the same for all rows. If the graph stores the property as codes, compares codes without reading any
/// string; otherwise uses the general comparison.
/// </summary>
/// <param name="slot">Slot of the node.</param>
/// <param name="key">Index of the property key among the statement's names.</param>
/// <param name="wanted">The value, which reads no slot.</param>
/// <param name="test">Index of this comparison among the statement's coded comparisons.</param>
/// <param name="negated">True for &lt;&gt;.</param>
/// <param name="general">The same comparison for arbitrary values.</param>
internal sealed class CodedEqualityEvaluator(int slot, int key, Evaluator wanted, int test, bool negated, Evaluator general) : ConditionEvaluator
{
    public override bool? Test(RunContext context)
    {
        var code = context.WantedCodes[test] ??= Find(context);
        var owner = context.Row[slot];
        if (code.Codes is null || !owner.IsNodeReference)
        {
            return general.Test(context);
        }

        return code.Codes.TryRead(owner.AsNodeReference(), out var found) ? (code.IsThere && found == code.Code) != negated : null;
    }

    /// <summary>Codes are used only if column and value are both strings or both integers, because other codes are not comparable.</summary>
    private WantedCode Find(RunContext context)
    {
        var value = wanted.Evaluate(context);
        if (context.Writer is not null || context.Keys[key] is not (var token and >= 0) || context.Graph.FindNodeCodes(token) is not { } codes
            || !(value.IsString ? codes.TextCount > 0 : value.IsInteger && codes.TextCount == 0))
        {
            return WantedCode.General;
        }

        var isThere = codes.TryFind(value, out var code);
        return new WantedCode(codes, isThere, code);
    }
}

/// <summary>The code of a value that a property is compared with during a run.</summary>
/// <param name="Codes">The property's codes; null if codes cannot be used.</param>
/// <param name="IsThere">Whether any node has the value.</param>
/// <param name="Code">Its code.</param>
internal sealed record WantedCode(IPropertyCodes? Codes, bool IsThere, long Code)
{
    /// <summary>Codes cannot be used.</summary>
    public static WantedCode General { get; } = new(null, false, 0);
}
