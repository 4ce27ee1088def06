using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Execution.Evaluation;

/// <summary>Checks the labels of a node, or the type of a relationship, against computed names. Null if the names are null.</summary>
internal sealed class ComputedLabelEvaluator(Evaluator owner, Evaluator names, bool any) : ConditionEvaluator
{
    public override bool? Test(RunContext context)
    {
        var (entity, wanted) = (owner.Evaluate(context), names.Evaluate(context));
        if (entity.IsNull || wanted.IsNull)
        {
            return null;
        }

        return wanted.Kind != GraphValueKind.List ? Has(context, entity, ComputedNames.NameOf(wanted))
            : any ? wanted.AsList().Any(name => Has(context, entity, ComputedNames.NameOf(name)))
            : wanted.AsList().All(name => Has(context, entity, ComputedNames.NameOf(name)));
    }

    private static bool Has(RunContext context, GraphValue entity, string name) =>
        entity.IsNodeReference ? context.Graph.Labels.Find(name) is var label and >= 0 && context.Graph.HasLabel(entity.AsNodeReference(), label)
        : entity.IsRelationshipReference ? context.Graph.TypeOf(entity.AsRelationshipReference()) == context.Graph.RelationshipTypes.Find(name)
        : throw RuntimeFault.InvalidArgumentType($"Unexpected {TypeName.Of(entity)}, expected a node or a relationship.");
}

/// <summary>Converts values to names of labels, types and keys.</summary>
internal static class ComputedNames
{
    /// <summary>The name in a value; throws for anything but a string.</summary>
    public static string NameOf(GraphValue value) =>
        value.IsString ? value.AsString() : throw RuntimeFault.InvalidArgumentType($"Unexpected {TypeName.Of(value)}, expected a text as name of a property, label or type.");

    /// <summary>The names in a list, or the single name in a string.</summary>
    public static string[] NamesOf(GraphValue value) => value.Kind == GraphValueKind.List ? [.. value.AsList().Select(NameOf)] : [NameOf(value)];
}
