using Stemma.GraphModel.Graph;

namespace Stemma.GraphQuery.Execution.Evaluation;

/// <summary>
/// = or &lt;&gt; between a property of a node and a value that is the same for all rows. Where the graph keeps the property as codes, codes are compared, and no text is
/// made of any node; everything else goes to the general comparison.
/// </summary>
/// <param name="slot">Slot of the node.</param>
/// <param name="key">Index of the property's key among the names of the statement.</param>
/// <param name="wanted">The value, which reads no slot.</param>
/// <param name="test">Index of this comparison among those of the statement.</param>
/// <param name="negated">Whether it is &lt;&gt;.</param>
/// <param name="general">The same comparison of any values.</param>
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

    /// <summary>Texts only differ from texts, and integers from integers, so that codes decide only where the column is of the value's kind.</summary>
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

/// <summary>The code of a value that a run compares a property with.</summary>
/// <param name="Codes">The property; null where codes do not decide.</param>
/// <param name="IsThere">Whether any node has the value.</param>
/// <param name="Code">Its code.</param>
internal sealed record WantedCode(IPropertyCodes? Codes, bool IsThere, long Code)
{
    /// <summary>Codes do not decide.</summary>
    public static WantedCode General { get; } = new(null, false, 0);
}
