using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Execution.Evaluation;

/// <summary>A constant.</summary>
internal sealed class ConstantEvaluator(GraphValue value) : Evaluator
{
    public override GraphValue Evaluate(RunContext context) => value;
}

/// <summary>A parameter.</summary>
internal sealed class ParameterEvaluator(string name) : Evaluator
{
    public override GraphValue Evaluate(RunContext context) => context.Parameter(name);
}

/// <summary>A variable.</summary>
internal sealed class SlotEvaluator(int slot) : Evaluator
{
    public override GraphValue Evaluate(RunContext context) => context.Row[slot];
}

/// <summary>A property; for entities by number read directly from the graph's columns.</summary>
internal sealed class PropertyEvaluator(Evaluator owner, int key, string name) : Evaluator
{
    public override GraphValue Evaluate(RunContext context)
    {
        var value = owner.Evaluate(context);
        if (value.IsNodeReference)
        {
            var node = value.AsNodeReference();
            if (context.Writer is not null && !context.Graph.NodeExists(node))
            {
                throw RuntimeFault.Deleted("node");
            }

            return context.Keys[key] is var token and >= 0 ? context.Graph.NodeProperty(node, token) : GraphValue.Null;
        }

        if (!value.IsRelationshipReference)
        {
            return CypherValues.Property(value, name, context.Graph);
        }

        var relationship = value.AsRelationshipReference();
        if (context.Writer is not null && !context.Graph.RelationshipExists(relationship))
        {
            throw RuntimeFault.Deleted("relationship");
        }

        return context.Keys[key] is var relationshipKey and >= 0 ? context.Graph.RelationshipProperty(relationship, relationshipKey) : GraphValue.Null;
    }
}

/// <summary>An element of a list or map.</summary>
internal sealed class SubscriptEvaluator(Evaluator owner, Evaluator key) : Evaluator
{
    public override GraphValue Evaluate(RunContext context) => CypherValues.Index(owner.Evaluate(context), key.Evaluate(context), context.Graph);
}

/// <summary>A part of a list.</summary>
internal sealed class SliceEvaluator(Evaluator owner, Evaluator? from, Evaluator? to) : Evaluator
{
    public override GraphValue Evaluate(RunContext context) => CypherValues.Slice(owner.Evaluate(context), from?.Evaluate(context), to?.Evaluate(context));
}

/// <summary>A list of values.</summary>
internal sealed class ListEvaluator(Evaluator[] items) : Evaluator
{
    public override GraphValue Evaluate(RunContext context)
    {
        var values = new GraphValue[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            values[i] = items[i].Evaluate(context);
        }

        return GraphValue.From(values);
    }
}

/// <summary>A map of values.</summary>
internal sealed class MapEvaluator(KeyValuePair<string, Evaluator>[] entries) : Evaluator
{
    public override GraphValue Evaluate(RunContext context)
    {
        var map = new Dictionary<string, GraphValue>(entries.Length, StringComparer.Ordinal);
        foreach (var (key, value) in entries)
        {
            map[key] = value.Evaluate(context);
        }

        return GraphValue.From(map);
    }
}

/// <summary>A map projection; an entry with a null key adds all properties.</summary>
internal sealed class MapProjectionEvaluator(Evaluator owner, KeyValuePair<string?, Evaluator>[] entries) : Evaluator
{
    public override GraphValue Evaluate(RunContext context)
    {
        var source = owner.Evaluate(context);
        if (source.IsNull)
        {
            return GraphValue.Null;
        }

        var map = new Dictionary<string, GraphValue>(StringComparer.Ordinal);
        foreach (var (key, value) in entries)
        {
            if (key is not null)
            {
                map[key] = value.Evaluate(context);
                continue;
            }

            foreach (var (property, content) in PropertyMap.Of(source, context))
            {
                map[property] = content;
            }
        }

        return GraphValue.From(map);
    }
}
