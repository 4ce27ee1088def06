using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Binding;

/// <summary>Binds the patterns of MATCH: declares their variables, then binds their predicates.</summary>
internal sealed class PatternBinder(BindingContext context, ExpressionBinder expressions)
{
    /// <summary>Binds the patterns of one clause, among which no relationship is matched twice.</summary>
    /// <param name="patterns">As written.</param>
    /// <param name="where">Condition, or null.</param>
    /// <param name="scope">Receives the variables.</param>
    /// <param name="onlyKnownVariables">Whether new variables are an error, as in a pattern predicate.</param>
    public BoundPattern Bind(IReadOnlyList<PathPattern> patterns, Expression? where, Scope scope, bool onlyKnownVariables = false)
    {
        var draft = new PatternDraft(context, scope, onlyKnownVariables);
        foreach (var pattern in patterns)
        {
            draft.Declare(pattern);
        }

        return Finish(draft, where, scope);
    }

    /// <summary>Binds the predicates of declared nodes and relationships. This comes second because a predicate may refer to a node further on.</summary>
    private BoundPattern Finish(PatternDraft draft, Expression? where, Scope scope)
    {
        var predicates = new List<BoundExpression>();
        foreach (var (node, slot) in draft.NodePatterns)
        {
            BindNodePredicates(node, slot, scope, predicates);
        }

        var relationships = draft.RelationshipPatterns
            .Select(pair => pair.Key.Group is null ? BindRelationshipPredicates(pair.Key, pair.Value, scope, predicates) : BindGroup(pair.Value, draft.Groups[pair.Value.Slot]))
            .ToList();
        foreach (var (condition, selected) in draft.Conditions)
        {
            BindCondition(condition, selected, scope, predicates, relationships);
        }

        var shortest = draft.Selected.ConvertAll(pattern => BindSelected(pattern, scope, predicates));
        if (where is not null)
        {
            SplitInto(expressions.BindCondition(where, scope), predicates);
        }

        return new BoundPattern(
            draft.Nodes,
            [.. relationships.Where(relationship => relationship.Shape == PathShape.Every)],
            [.. relationships.Where(relationship => relationship.Shape != PathShape.Every)],
            draft.Paths,
            predicates) { Selected = shortest };
    }

    /// <summary>Binds a pattern whose shortest matches are wanted. Predicates on its end nodes alone are evaluated before the search.</summary>
    private SelectedPattern BindSelected(SelectedDraft draft, Scope scope, List<BoundExpression> predicates)
    {
        var inner = Finish(draft.Draft, null, scope);
        var nodes = draft.Draft.NodePatterns;
        PatternNode NodeOf(SlotValue slot) => inner.Nodes.First(node => node.Slot == slot.Slot);
        PatternRelationship[] relationships = [.. inner.Relationships.Select(relationship => relationship with { IsRationed = relationship.Length is not null })];
        var selected = new SelectedPattern(
            inner with { Relationships = relationships }, [.. relationships.Select(relationship => relationship.Slot)], NodeOf(nodes[0].Value), NodeOf(nodes[^1].Value), draft.Selector);
        var inside = selected.Sets.ToHashSet();
        var outer = inner.Predicates.Where(predicate => predicate.IsDeterministic && !predicate.Slots.Any(inside.Contains)).ToArray();
        predicates.AddRange(outer);
        return selected with { Pattern = selected.Pattern with { Predicates = [.. inner.Predicates.Except(outer)] } };
    }

    /// <summary>Binds a condition in parentheses around a pattern: a condition on a shortest path restricts the search.</summary>
    private void BindCondition(Expression condition, int? selected, Scope scope, List<BoundExpression> predicates, List<PatternRelationship> relationships)
    {
        var conditions = new List<BoundExpression>();
        SplitInto(expressions.BindCondition(condition, scope), conditions);
        if (selected is not { } slot)
        {
            predicates.AddRange(conditions);
            return;
        }

        var index = relationships.FindIndex(relationship => relationship.Slot == slot);
        relationships[index] = relationships[index] with { Conditions = conditions };
    }

    /// <summary>Binds a repeated pattern. A single repeated relationship becomes a variable-length path, whose step condition can also refer to the nodes.</summary>
    private PatternRelationship BindGroup(PatternRelationship bound, GroupDraft group)
    {
        var inner = Finish(group.Draft, group.Where, group.Scope);
        var nodes = group.Draft.NodePatterns;
        var (left, right) = (nodes[0].Value.Slot, nodes[^1].Value.Slot);
        if (inner.Relationships is not [var single] || left == right)
        {
            return bound.Shape == PathShape.Every
                ? bound with { Group = new PatternGroup(inner, left, right, [.. group.Draft.RelationshipPatterns.Select(pair => pair.Value.Slot)], group.Lists) }
                : throw context.Fault(default, "InvalidRelationshipPattern", "SHORTEST takes one quantified relationship between two different nodes.");
        }

        var step = inner.Predicates.Count == 0 ? null : inner.Predicates.Aggregate((all, next) => new BinaryOperation(BinaryOperator.And, all, next, StaticType.Boolean));
        var readsEnds = step is not null && step.Slots.Intersect([left, right]).Any();
        return bound with
        {
            Direction = single.Direction,
            Types = single.Types,
            Step = step,
            StepSlot = single.Slot,
            StepEnds = readsEnds ? new StepEnds(left, right) : null,
            Nodes = ListOf(left) is null && ListOf(right) is null ? null : new StepNodes(ListOf(left), ListOf(right)),
        };

        int? ListOf(int slot) => group.Lists.Where(list => list.Key == slot).Select(list => (int?)list.Value).FirstOrDefault();
    }

    /// <summary>Adds the conjuncts of a condition.</summary>
    public static void SplitInto(BoundExpression condition, ICollection<BoundExpression> parts)
    {
        if (condition is BinaryOperation { Operator: BinaryOperator.And } and)
        {
            SplitInto(and.Left, parts);
            SplitInto(and.Right, parts);
        }
        else
        {
            parts.Add(condition);
        }
    }

    private void BindNodePredicates(NodePattern node, SlotValue slot, Scope scope, List<BoundExpression> predicates)
    {
        if (node.Labels is not null)
        {
            SplitInto(expressions.BindLabels(slot, node.Labels, scope, ExpressionPlace.Value), predicates);
        }

        predicates.AddRange(BindProperties(node.Properties, slot, scope));
        if (node.Where is not null)
        {
            SplitInto(expressions.BindCondition(node.Where, scope), predicates);
        }
    }

    private PatternRelationship BindRelationshipPredicates(RelationshipPattern pattern, PatternRelationship bound, Scope scope, List<BoundExpression> predicates)
    {
        if (bound.Length is null)
        {
            predicates.AddRange(BindComputedTypes(pattern, new SlotValue(bound.Slot, bound.Name, StaticType.Relationship), scope));
            predicates.AddRange(BindProperties(pattern.Properties, new SlotValue(bound.Slot, bound.Name, StaticType.Relationship), scope));
            if (pattern.Where is not null)
            {
                SplitInto(expressions.BindCondition(pattern.Where, scope), predicates);
            }

            return bound;
        }

        var step = new SlotValue(bound.StepSlot, bound.Name, StaticType.Relationship);
        var conditions = BindComputedTypes(pattern, step, scope).Concat(BindProperties(pattern.Properties, step, scope)).ToList();
        if (pattern.Where is not null)
        {
            var inner = new Scope(scope);
            inner.Declare(new BoundVariable(bound.Name, bound.StepSlot, StaticType.Relationship));
            conditions.Add(expressions.BindCondition(pattern.Where, inner));
        }

        return conditions.Count == 0
            ? bound
            : bound with { Step = conditions.Aggregate((all, next) => new BinaryOperation(BinaryOperator.And, all, next, StaticType.Boolean)) };
    }

    /// <summary>Computed types are checked per relationship; literal ones are looked up with the node.</summary>
    private IEnumerable<BoundExpression> BindComputedTypes(RelationshipPattern pattern, SlotValue owner, Scope scope) =>
        pattern.Types is { IsComputed: true } types ? [expressions.BindLabels(owner, types, scope, ExpressionPlace.Value)] : [];

    private BinaryOperation BindPropertyOf(SlotValue owner, string key, Expression value, Scope scope)
    {
        context.Ask(AskedKind.Key, key, value.Span);
        return new BinaryOperation(BinaryOperator.Equal, new PropertyValue(owner, key), expressions.Bind(value, scope), StaticType.Boolean);
    }

    private IEnumerable<BoundExpression> BindProperties(Expression? properties, SlotValue owner, Scope scope)
    {
        switch (properties)
        {
            case null:
                return [];
            case MapLiteral map:
                return map.Entries.Select(entry => BindPropertyOf(owner, entry.Key, entry.Value, scope));
            default:
                throw context.Fault(properties.Span, "InvalidParameterUse", "A parameter cannot stand for all properties of a pattern: write each key with its own, as in {key: $value}.");
        }
    }
}
