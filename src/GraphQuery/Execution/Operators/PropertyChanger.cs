using System.Diagnostics;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Execution.Evaluation;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>Applies the changes of SET and REMOVE to the current row, in order; a null target is ignored.</summary>
internal sealed class PropertyChanger(IReadOnlyList<BoundChange> changes, ExpressionCompiler expressions)
{
    private readonly Action<RunContext>[] _actions = [.. changes.Select(change => Compile(change, expressions))];

    /// <summary>Applies all changes.</summary>
    public void Apply(RunContext context)
    {
        foreach (var action in _actions)
        {
            action(context);
        }
    }

    private static Action<RunContext> Compile(BoundChange change, ExpressionCompiler expressions)
    {
        var target = expressions.Compile(change.Target);
        switch (change)
        {
            case ChangeProperty set:
                var value = expressions.Compile(set.Value);
                return context => WithTarget(context, target, entity => EntityWriter.SetProperty(context, entity, set.Key, value.Evaluate(context)));
            case ChangeAllProperties set:
                var map = expressions.Compile(set.Value);
                return context => WithTarget(context, target, entity => SetAll(context, entity, map.Evaluate(context), set.Keep));
            case ChangeComputedProperty set:
                var (key, computed) = (expressions.Compile(set.Key), expressions.Compile(set.Value));
                return context => WithTarget(context, target, entity => EntityWriter.SetProperty(context, entity, ComputedNames.NameOf(key.Evaluate(context)), computed.Evaluate(context)));
            case ChangeComputedLabels set:
                var labels = expressions.Compile(set.Labels);
                return context => WithTarget(context, target, entity => EntityWriter.SetLabels(context, entity, ComputedNames.NamesOf(labels.Evaluate(context)), set.Remove));
            case ChangeLabels set:
                return context => WithTarget(context, target, entity => EntityWriter.SetLabels(context, entity, set.Labels, set.Remove));
            default:
                throw new UnreachableException();
        }
    }

    private static void WithTarget(RunContext context, Evaluator target, Action<GraphValue> change)
    {
        var entity = target.Evaluate(context);
        if (!entity.IsNull)
        {
            change(entity);
        }
    }

    private static void SetAll(RunContext context, GraphValue entity, GraphValue source, bool keep)
    {
        if (source.IsNull && keep)
        {
            return;
        }

        var values = source.IsNull ? new Dictionary<string, GraphValue>() : PropertyMap.Of(source, context);
        if (!keep)
        {
            foreach (var key in KeysOf(context, entity))
            {
                if (!values.ContainsKey(key))
                {
                    EntityWriter.SetProperty(context, entity, key, GraphValue.Null);
                }
            }
        }

        foreach (var (key, value) in values)
        {
            EntityWriter.SetProperty(context, entity, key, value);
        }
    }

    private static string[] KeysOf(RunContext context, GraphValue entity)
    {
        if (entity.IsNodeReference || entity.IsRelationshipReference)
        {
            return [.. PropertyMap.Of(entity, context).Keys];
        }

        throw RuntimeFault.InvalidArgumentType($"Unexpected {TypeName.Of(entity)}, expected a node or a relationship whose properties are set.");
    }
}
