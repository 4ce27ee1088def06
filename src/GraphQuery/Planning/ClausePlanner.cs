using System.Diagnostics;
using Stemma.GraphQuery.Binding;

namespace Stemma.GraphQuery.Planning;

/// <summary>Plans the clauses of a query as operators, each with the previous one as its input.</summary>
internal sealed class ClausePlanner(PatternPlanner patterns)
{
    /// <summary>Plans a query.</summary>
    /// <param name="query">Query to plan.</param>
    /// <param name="available">Slots that are set before it starts.</param>
    public Plan Plan(BoundQuery query, IEnumerable<int> available)
    {
        var outside = available.ToArray();
        var parts = query.Parts.Select(part => PlanPart(part, outside)).ToArray();
        Plan plan = parts.Length == 1 ? parts[0] : new Concatenate(parts);
        return parts.Length > 1 && !query.UnionAll ? new Distinct(plan, query.Outputs) : plan;
    }

    private Plan PlanPart(BoundPart part, int[] outside)
    {
        Plan plan = new SingleRow();
        var live = new HashSet<int>(outside);
        foreach (var clause in part.Clauses)
        {
            plan = PlanClause(plan, clause, live);
        }

        return plan;
    }

    private Plan PlanClause(Plan input, BoundClause clause, HashSet<int> live)
    {
        var before = live.Order().ToArray();
        var plan = clause switch
        {
            BoundMatch { Optional: false } match => patterns.Plan(input, match.Pattern, live),
            BoundMatch match => PlanOptional(input, match.Pattern, live),
            BoundUnwind unwind => new Unwind(input, unwind.Source, unwind.Slot, unwind.Name),
            BoundProjection projection => PlanProjection(input, projection, live),
            BoundCall call => PlanCall(input, call),
            BoundCallSubquery { Optional: true, Body: { WritingClause: null } body } => new OptionalRows(input, Plan(body, before), body.Outputs),
            BoundCallSubquery call => PlanSubquery(input, call.Body, before),
            BoundCreate create => new CreateEntities(input, before, create.Creation),
            BoundMerge merge => PlanMerge(input, merge, before, live),
            BoundSet set => new SetProperties(input, before, set.Changes),
            BoundDelete delete => new DeleteEntities(input, before, delete.Detach, delete.Targets),
            BoundForeach each => PlanForeach(input, each, before),
            _ => throw new UnreachableException(),
        };
        live.UnionWith(clause switch
        {
            BoundCallSubquery call => call.Body.Outputs,
            BoundCall call => call.Outputs.Select(output => output.Slot),
            _ => plan.Sets,
        });
        return plan;
    }

    private OptionalRows PlanOptional(Plan input, BoundPattern pattern, HashSet<int> live)
    {
        var inner = new HashSet<int>(live);
        var plan = patterns.Plan(new SingleRow(), pattern, inner);
        inner.ExceptWith(live);
        live.UnionWith(inner);
        return new OptionalRows(input, plan, [.. inner.Order()]);
    }

    private MergePattern PlanMerge(Plan input, BoundMerge merge, int[] before, HashSet<int> live)
    {
        var inner = new HashSet<int>(live);
        var plan = patterns.Plan(new SingleRow(), merge.Pattern, inner);
        inner.ExceptWith(live);
        return new MergePattern(input, before, plan, merge, [.. inner.Order()]);
    }

    private ForEachItem PlanForeach(Plan input, BoundForeach each, int[] before)
    {
        Plan inner = new SingleRow();
        var live = new HashSet<int>(before) { each.Slot };
        foreach (var update in each.Updates)
        {
            inner = PlanClause(inner, update, live);
        }

        return new ForEachItem(input, before, each.Source, each.Slot, inner);
    }

    private Plan PlanSubquery(Plan input, BoundQuery body, int[] before)
    {
        var plan = new ForEachRow(input, Plan(body, before), ForEffect: body.Outputs.Count == 0);
        return body.WritingClause is null ? plan : new Eager(plan with { Input = new Eager(input, before) }, [.. before, .. body.Outputs]);
    }

    private static Plan PlanCall(Plan input, BoundCall call)
    {
        var plan = Filtered(new CallProcedure(call.Optional ? new SingleRow() : input, call.Procedure, call.Arguments, call.Outputs), call.Where);
        return call.Optional ? new OptionalRows(input, plan, [.. call.Outputs.Select(output => output.Slot)]) : plan;
    }

    private static Plan PlanProjection(Plan input, BoundProjection projection, HashSet<int> live)
    {
        var plan = projection.Grouping is { } grouping ? new Aggregate(input, grouping) : input;
        plan = projection.Items.Count > 0 ? new Project(plan, projection.Items) : plan;
        plan = projection.Distinct ? new Distinct(plan, projection.Outputs) : plan;
        if (projection.OrderBy.Count > 0)
        {
            int[] keep = [.. projection.Outputs.Concat(projection.Where?.Slots ?? []).Distinct().Order()];
            plan = new Sort(plan, projection.OrderBy, keep, null);
        }

        plan = projection.Skip is null ? plan : new Skip(plan, projection.Skip);
        plan = projection.Limit is null ? plan : new Limit(plan, projection.Limit);
        live.Clear();
        live.UnionWith(projection.Outputs);
        return Filtered(plan, projection.Where);
    }

    private static Plan Filtered(Plan plan, BoundExpression? where)
    {
        if (where is null)
        {
            return plan;
        }

        var predicates = new List<BoundExpression>();
        PatternBinder.SplitInto(where, predicates);
        return new Filter(plan, predicates);
    }
}
