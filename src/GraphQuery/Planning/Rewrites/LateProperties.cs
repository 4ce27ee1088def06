using Stemma.GraphQuery.Binding;

namespace Stemma.GraphQuery.Planning.Rewrites;

/// <summary>
/// Reads properties that are only returned after the top rows have been selected, so that they are read for those rows only (late materialisation, Abadi et al. 2007).
/// A property that is a later sort key is read only to break ties of the first key.
/// </summary>
internal static class LateProperties
{
    /// <summary>Rewrites a plan.</summary>
    public static Plan Rewrite(Plan plan) => PlanRewriter.BottomUp(plan, node => node is Sort { Count: not null } sort ? Delay(sort) : node);

    private static Plan Delay(Sort sort)
    {
        // A later key that is a plain column is read from its node instead.
        var read = sort.Keys.Where((key, i) => i == 0 || key.Value is not SlotValue).SelectMany(key => key.Value.Slots).Concat(sort.Count!.Slots).ToHashSet();
        return sort.Input switch
        {
            Project { Input: Aggregate aggregate } project => DelayProject(sort, project, DelayKeys(sort, aggregate, [.. read, .. Reads(project)])),
            Aggregate aggregate => Above(DelayKeys(sort, aggregate, read), aggregated => aggregated),
            Project project => DelayProject(sort, project, new Delayed(sort, project.Input, [])),
            _ => sort,
        };

        Plan DelayProject(Sort original, Project project, Delayed below)
        {
            var late = project.Items.Where(item => IsProperty(item.Value) && !read.Contains(item.Slot)).ToArray();
            var kept = project.Items.Except(late).ToArray();
            var delayed = new Delayed(Keeping(below.Sort, late), below.Input, [.. below.Late, .. late]);
            return delayed.Late.Count == 0 ? original : Above(delayed, input => kept.Length == 0 ? input : new Project(input, kept));
        }
    }

    private static IEnumerable<int> Reads(Project project) => project.Items.SelectMany(item => item.Value.Slots);

    private static Delayed DelayKeys(Sort sort, Aggregate aggregate, HashSet<int> read)
    {
        var late = aggregate.Grouping.Keys.Where(key => IsProperty(key.Value) && !read.Contains(key.Slot) && sort.Keep.Contains(key.Slot)).ToArray();
        if (late.Length == 0)
        {
            return new Delayed(sort, aggregate, []);
        }

        Assignment[] keys = [.. aggregate.Grouping.Keys.Select(key => late.Contains(key) ? key with { Slot = Aggregate.NoSlot } : key)];
        var carried = aggregate.Carried.Concat(late.Select(OwnerOf)).Distinct().ToArray();
        return new Delayed(Keeping(sort, late), aggregate with { Grouping = aggregate.Grouping with { Keys = keys }, Carried = carried }, late);
    }

    private static Plan Above(Delayed delayed, Func<Plan, Plan> between)
    {
        var sorted = delayed.Sort with { Input = between(delayed.Input) };
        return delayed.Late.Count == 0 ? sorted : new Project(sorted, delayed.Late);
    }

    private static Sort Keeping(Sort sort, IReadOnlyCollection<Assignment> late) => sort with
    {
        Keep = [.. sort.Keep.Except(late.Select(item => item.Slot)).Concat(late.Select(OwnerOf)).Distinct().Order()],
        Keys = [.. sort.Keys.Select(key => key.Value is SlotValue slot && late.FirstOrDefault(item => item.Slot == slot.Slot) is { } item ? key with { Value = item.Value } : key)],
    };

    private static int OwnerOf(Assignment item) => ((SlotValue)((PropertyValue)item.Value).Owner).Slot;

    /// <summary>Whether it is a property of a node: reading it later never fails and costs the same.</summary>
    private static bool IsProperty(BoundExpression value) => value is PropertyValue { Owner: SlotValue { Type: var type } } && type == StaticType.Node;

    /// <summary>The rewritten sort, its new input, and the assignments to make above it.</summary>
    private sealed record Delayed(Sort Sort, Plan Input, IReadOnlyList<Assignment> Late);
}
