using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Execution.Evaluation;
using Stemma.GraphQuery.Planning;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>Sets or removes properties and labels for each row.</summary>
internal sealed class SetOperator(Operator input, int[] keep, PropertyChanger changes) : WriteOperator(input, keep, keep)
{
    protected override void Apply(RunContext context)
    {
        changes.Apply(context);
        Give(context);
    }
}

/// <summary>For each row, the matches of a pattern, which is created if there are none. Later rows see what earlier ones created.</summary>
internal sealed class MergeOperator(Operator input, MergePattern plan, int[] output, Operator match, EntityMaker maker, PropertyChanger onCreate, PropertyChanger onMatch)
    : WriteOperator(input, [.. plan.Keep], output)
{
    private readonly int[] _pattern = [.. plan.PatternSlots];

    protected override void Apply(RunContext context)
    {
        maker.RejectNulls(context);
        var matches = FindAll(context);
        if (matches.Count == 0)
        {
            maker.Make(context);
            onCreate.Apply(context);
            Give(context);
        }

        foreach (var found in matches)
        {
            for (var i = 0; i < _pattern.Length; i++)
            {
                context.Row[_pattern[i]] = found[i];
            }

            onMatch.Apply(context);
            Give(context);
        }
    }

    /// <summary>Finds all matches before the first change.</summary>
    private List<GraphValue[]> FindAll(RunContext context)
    {
        var matches = new List<GraphValue[]>();
        match.Open(context);
        while (match.Next(context))
        {
            matches.Add(Array.ConvertAll(_pattern, slot => context.Row[slot]));
        }

        return matches;
    }
}

/// <summary>For each row, runs changes once per item of a list.</summary>
internal sealed class ForEachItemOperator(Operator input, int[] keep, Evaluator source, int slot, Operator inner) : WriteOperator(input, keep, keep)
{
    protected override void Apply(RunContext context)
    {
        foreach (var item in LoopSource.Items(source.Evaluate(context)) ?? [])
        {
            context.Row[slot] = item;
            inner.Open(context);
            while (inner.Next(context))
            {
                context.Limits.Tick();
            }
        }

        Give(context);
    }
}
