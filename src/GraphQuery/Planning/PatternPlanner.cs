using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Planning;

/// <summary>
/// Plans a pattern as a walk: scan a node, expand from bound nodes, until all are bound. With statistics it starts with the fewest nodes and continues with
/// the fewest relationships; without, it follows the order of writing. Predicates go on top; <see cref="Rewrites.PushDownFilters"/> moves them down.
/// </summary>
/// <param name="statistics">Statistics, or null to plan as written.</param>
internal sealed class PatternPlanner(GraphStatistics? statistics)
{
    /// <summary>Plans a pattern.</summary>
    /// <param name="input">Input rows.</param>
    /// <param name="pattern">Pattern to match.</param>
    /// <param name="live">Slots that are set in the input; the pattern's are added.</param>
    public Plan Plan(Plan input, BoundPattern pattern, HashSet<int> live)
    {
        // Each takes a step of its own, and the choice of the next takes time proportional to their number.
        PlanDepth.RequireFew(Math.Max(pattern.Relationships.Count, pattern.Nodes.Count(node => !node.IsBound)));
        var walk = new Walk(this, pattern, live, new PatternCosts(pattern, statistics), NotNull(input, pattern));
        while (walk.Remaining.Count > 0)
        {
            walk.TakeNext();
        }

        while (walk.FindUnknownNode() is { } node)
        {
            walk.Scan(node);
        }

        return walk.Finish();
    }

    /// <summary>Bound nodes without an expansion need a null check, because an optional match may have set them to null.</summary>
    private static Plan NotNull(Plan input, BoundPattern pattern)
    {
        var expanded = pattern.Relationships.Concat(pattern.Shortest).SelectMany(relationship => new[] { relationship.Left, relationship.Right }).ToHashSet();
        var tests = pattern.Nodes.Where(node => node.IsBound && !expanded.Contains(node.Slot))
            .Select(node => new NullCheck(new SlotValue(node.Slot, node.Name, StaticType.Node), Negated: true))
            .ToArray();
        return tests.Length == 0 ? input : new Filter(input, tests);
    }

    /// <summary>The planning state of one pattern.</summary>
    private sealed class Walk(PatternPlanner planner, BoundPattern pattern, HashSet<int> live, PatternCosts costs, Plan input)
    {
        private readonly List<BoundExpression> _predicates = [.. pattern.Predicates];
        private readonly List<PatternRelationship> _taken = [];
        private Plan _plan = input;

        /// <summary>Relationships that are not yet planned.</summary>
        public List<PatternRelationship> Remaining { get; } = [.. pattern.Relationships];

        /// <summary>Plans the cheapest relationship that has a bound node, or a scan if there is none.</summary>
        public void TakeNext()
        {
            var next = Remaining.Where(IsReachable).MinBy(Cost);
            if (next is null)
            {
                Scan(Remaining.SelectMany(relationship => new[] { relationship.Left, relationship.Right }).Select(NodeOf).MinBy(node => costs.Scan(node, live))!);
                return;
            }

            Remaining.Remove(next);
            _plan = next.IsBound ? Follow(next) : Expand(next);
            _taken.Add(next);
            live.UnionWith([next.Slot, next.Left, next.Right]);
        }

        /// <summary>The cheapest node that is not bound, or null.</summary>
        public PatternNode? FindUnknownNode() => pattern.Nodes.Where(node => !live.Contains(node.Slot)).MinBy(node => costs.Scan(node, live));

        /// <summary>Scans all nodes for a node of the pattern.</summary>
        public void Scan(PatternNode node)
        {
            _plan = new ScanNodes(_plan, node.Slot, node.Name, null);
            live.Add(node.Slot);
        }

        /// <summary>Adds shortest paths, named paths and predicates.</summary>
        public Plan Finish()
        {
            foreach (var shortest in pattern.Shortest)
            {
                FindShortest(shortest);
            }

            foreach (var selected in pattern.Selected)
            {
                var inner = planner.Plan(new SingleRow(), selected.Pattern, [.. live]);
                _plan = new ShortestMatches(_plan, inner, selected);
                live.UnionWith(_plan.Sets);
            }

            foreach (var path in pattern.Paths.Where(path => !live.Contains(path.Slot)))
            {
                _plan = new BuildPath(_plan, path);
                live.Add(path.Slot);
            }

            foreach (var relationship in pattern.Relationships.Concat(pattern.Shortest).Where(relationship => relationship.Nodes is not null))
            {
                _plan = new ListNodes(_plan, relationship.Left, relationship.Slot, relationship.Nodes!);
                live.UnionWith(_plan.Sets);
            }

            return _predicates.Count == 0 ? _plan : new Filter(_plan, _predicates);
        }

        /// <summary>Plans a shortest-path search; for shortestPath(), the clause's conditions on the path move from its predicates into the search.</summary>
        private void FindShortest(PatternRelationship shortest)
        {
            var path = pattern.Paths.FirstOrDefault(path => path.Relationships is [var only] && only == shortest.Slot);
            if (shortest.TakesConditions)
            {
                var known = new HashSet<int>(live) { shortest.Slot };
                known.UnionWith(path is null ? [] : [path.Slot]);
                var conditions = _predicates.Where(predicate => predicate.IsDeterministic && predicate.Slots.All(known.Contains) && !predicate.Slots.All(live.Contains)).ToArray();
                _predicates.RemoveAll(conditions.Contains);
                shortest = shortest with { Conditions = [.. shortest.Conditions, .. conditions] };
            }

            var readsPath = path is not null && shortest.Conditions.Any(condition => condition.Slots.Contains(path.Slot));
            _plan = new ShortestPaths(_plan, shortest, Named(shortest.Left), Named(shortest.Right), readsPath ? path : null);
            live.UnionWith(_plan.Sets);
        }

        private bool IsReachable(PatternRelationship relationship) =>
            relationship.IsBound || live.Contains(relationship.Left) || live.Contains(relationship.Right);

        private double Cost(PatternRelationship relationship)
        {
            var closes = relationship.IsBound || (live.Contains(relationship.Left) && live.Contains(relationship.Right));
            return closes && relationship.Length is null ? -1 : costs.Expand(relationship, NodeOf(live.Contains(relationship.Left) ? relationship.Right : relationship.Left));
        }

        private PatternNode NodeOf(int slot) => pattern.Nodes.First(node => node.Slot == slot);

        private NamedSlot Named(int slot) => new(slot, NodeOf(slot).Name);

        private FollowRelationship Follow(PatternRelationship relationship) => new(
            _plan, relationship, Named(relationship.Left), Named(relationship.Right), live.Contains(relationship.Left), live.Contains(relationship.Right), DistinctFrom(relationship));

        private Plan Expand(PatternRelationship relationship)
        {
            var forward = live.Contains(relationship.Left);
            var (from, to) = forward ? (Named(relationship.Left), Named(relationship.Right)) : (Named(relationship.Right), Named(relationship.Left));
            var direction = forward ? relationship.Direction : relationship.Direction.Reversed();
            var into = live.Contains(to.Slot);
            if (relationship.Group is { } group)
            {
                var inside = new HashSet<int>(live) { forward ? group.Left : group.Right };
                var inner = planner.Plan(new SingleRow(), group.Pattern, inside);
                live.UnionWith(group.Lists.Select(list => list.Value));
                return new ExpandGroup(_plan, inner, from, relationship, to, !forward, into, DistinctFrom(relationship));
            }

            return relationship.Length is null
                ? new Expand(_plan, from, relationship, to, direction, into, DistinctFrom(relationship))
                : new ExpandPaths(_plan, from, relationship, to, direction, into, DistinctFrom(relationship), NodesOnly: false);
        }

        private int[] DistinctFrom(PatternRelationship relationship) =>
            [.. _taken.Where(other => MayOverlap(other.Types, relationship.Types)).Select(other => other.Slot)];

        /// <summary>Whether a relationship could satisfy both conditions; two different type names exclude each other.</summary>
        private static bool MayOverlap(LabelExpression? left, LabelExpression? right) =>
            TypeNames.Of(left) is not { } first || TypeNames.Of(right) is not { } second || first.Intersect(second, StringComparer.Ordinal).Any();
    }
}
