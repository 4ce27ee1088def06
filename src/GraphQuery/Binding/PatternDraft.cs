using Stemma.GraphQuery.Functions;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Binding;

/// <summary>Declares the variables of the patterns of one clause, in order of writing.</summary>
internal sealed class PatternDraft(BindingContext context, Scope scope, bool onlyKnownVariables)
{
    private readonly HashSet<int> _knownBefore = [.. AllSlots(scope)];
    private readonly Dictionary<int, PatternNode> _nodes = [];
    private readonly HashSet<string> _own = new(StringComparer.Ordinal);

    /// <summary>Nodes, distinct by slot.</summary>
    public IReadOnlyList<PatternNode> Nodes => [.. _nodes.Values];

    /// <summary>Each node as written, with its slot.</summary>
    public List<KeyValuePair<NodePattern, SlotValue>> NodePatterns { get; } = [];

    /// <summary>Each relationship as written, with its binding.</summary>
    public List<KeyValuePair<RelationshipPattern, PatternRelationship>> RelationshipPatterns { get; } = [];

    /// <summary>Named paths.</summary>
    public List<PatternPath> Paths { get; } = [];

    /// <summary>Conditions in parentheses around a pattern, with the slot of the shortest path whose search they restrict, or null.</summary>
    public List<KeyValuePair<Expression, int?>> Conditions { get; } = [];

    /// <summary>The declarations inside each repeated pattern, by the slot of its relationships.</summary>
    public Dictionary<int, GroupDraft> Groups { get; } = [];

    /// <summary>Patterns whose shortest matches are wanted.</summary>
    public List<SelectedDraft> Selected { get; } = [];

    /// <summary>Declares the variables of a pattern, its own name last.</summary>
    public void Declare(PathPattern pattern)
    {
        if (pattern is { Selector: { } selector, Shape: PathShape.Every })
        {
            DeclareSelected(pattern, selector);
            return;
        }

        var nodes = new List<int> { DeclareNode(pattern.Nodes[0]) };
        var relationships = new List<int>();
        for (var i = 0; i < pattern.Relationships.Count; i++)
        {
            // The relationship's name is declared before the node after it, in order of reading.
            var relationship = pattern.Relationships[i].Group is { } group ? DeclareGroup(pattern.Relationships[i], group, pattern.Shape) : DeclareRelationship(pattern.Relationships[i], pattern.Shape);
            relationship = relationship with { Count = pattern.Selector?.Count ?? 1, TakesConditions = pattern.Shape != PathShape.Every && pattern.Selector is null };
            nodes.Add(DeclareNode(pattern.Nodes[i + 1]));
            relationships.Add(relationship.Slot);
            RelationshipPatterns.Add(KeyValuePair.Create(pattern.Relationships[i], relationship with { Left = nodes[i], Right = nodes[i + 1] }));
        }

        if (pattern.Where is not null)
        {
            Conditions.Add(KeyValuePair.Create(pattern.Where, pattern.Selector is null ? null : (int?)relationships[0]));
        }

        if (pattern.Variable is { } name)
        {
            context.RequireNew(name, scope);
            Paths.Add(new PatternPath(Declare(name, StaticType.Path), name.Name, nodes, relationships));
        }
    }

    /// <summary>Declares a pattern of its own in the same scope; its end nodes belong to this one too.</summary>
    private void DeclareSelected(PathPattern pattern, PathSelector selector)
    {
        var draft = new PatternDraft(context, scope, onlyKnownVariables);
        draft.Declare(pattern with { Selector = null });
        _own.UnionWith(draft._own);
        Selected.Add(new SelectedDraft(draft, selector));
        foreach (var (_, end) in new[] { draft.NodePatterns[0], draft.NodePatterns[^1] })
        {
            _nodes.TryAdd(end.Slot, new PatternNode(end.Slot, end.Name, _knownBefore.Contains(end.Slot)));
        }
    }

    private static IEnumerable<int> AllSlots(Scope scope) => scope.Visible.Select(variable => variable.Slot);

    private int Declare(Variable variable, StaticType type)
    {
        if (onlyKnownVariables)
        {
            throw context.Undefined(variable);
        }

        var slot = context.Slots.Next();
        scope.Declare(new BoundVariable(variable.Name, slot, type));
        _own.Add(variable.Name);
        return slot;
    }

    private int DeclareNode(NodePattern node)
    {
        int slot;
        if (node.Variable is not { } variable)
        {
            slot = context.Slots.Next();
        }
        else if (scope.Find(variable.Name) is not { } found)
        {
            slot = Declare(variable, StaticType.Node);
        }
        else
        {
            slot = found.Type.MayBe(ValueKinds.Node) ? found.Slot : throw context.TypeConflict(variable, "a node");
        }

        var name = node.Variable?.Name ?? $"#{slot}";
        _nodes.TryAdd(slot, new PatternNode(slot, name, _knownBefore.Contains(slot)));
        NodePatterns.Add(KeyValuePair.Create(node, new SlotValue(slot, name, StaticType.Node)));
        return slot;
    }

    /// <summary>Declares a repeated pattern: its variables inside, and a list for each outside.</summary>
    private PatternRelationship DeclareGroup(RelationshipPattern pattern, PathGroup group, PathShape shape)
    {
        foreach (var variable in VariablesOf(group.Inner))
        {
            context.RequireNew(variable, scope);
        }

        var inside = new Scope(scope);
        var draft = new PatternDraft(context, inside, onlyKnownVariables);
        draft.Declare(group.Inner);
        var slot = context.Slots.Next();
        var lists = new List<KeyValuePair<int, int>>();
        foreach (var variable in inside.Variables)
        {
            // The variable of a single relationship is the list that forms the path.
            var isPath = draft.RelationshipPatterns is [var single] && single.Value.Slot == variable.Slot;
            lists.Add(KeyValuePair.Create(variable.Slot, isPath ? slot : context.Slots.Next()));
            scope.Declare(new BoundVariable(variable.Name, lists[^1].Value, StaticType.ListOf(variable.Type)));
            _own.Add(variable.Name);
        }

        Groups.Add(slot, new GroupDraft(draft, inside, group.Where, lists));
        return new PatternRelationship(slot, $"#{slot}", IsBound: false, 0, 0, PatternDirection.Outgoing, null, RangeOf(pattern.Length!), null, context.Slots.Next(), shape);
    }

    private static IEnumerable<Variable> VariablesOf(PathPattern pattern) =>
        pattern.Nodes.Select(node => node.Variable).Concat(pattern.Relationships.Select(relationship => relationship.Variable)).OfType<Variable>();

    private static LengthRange RangeOf(VariableLength written) => new(written.Minimum ?? 1, written.Maximum ?? int.MaxValue);

    private PatternRelationship DeclareRelationship(RelationshipPattern pattern, PathShape shape)
    {
        var length = pattern.Length is { } written ? RangeOf(written) : null;
        length ??= shape == PathShape.Every ? null : new LengthRange(1, 1);
        var type = length is null ? StaticType.Relationship : StaticType.ListOf(StaticType.Relationship);
        var (slot, isBound) = pattern.Variable is { } variable ? Resolve(variable, type) : (context.Slots.Next(), false);
        var name = pattern.Variable?.Name ?? $"#{slot}";
        var step = length is null ? slot : context.Slots.Next();
        foreach (var asked in LabelExpression.NamesIn(pattern.Types))
        {
            context.Ask(AskedKind.Type, asked.Name, asked.Span);
        }

        return new PatternRelationship(slot, name, isBound, 0, 0, pattern.Direction, pattern.Types is { IsComputed: true } ? null : pattern.Types, length, null, step, shape);
    }

    private (int Slot, bool IsBound) Resolve(Variable variable, StaticType type)
    {
        if (scope.Find(variable.Name) is not { } found)
        {
            return (Declare(variable, type), false);
        }

        if (!found.Type.MayBe(type.Kinds))
        {
            throw context.TypeConflict(variable, type.Kinds == ValueKinds.List ? "a list of relationships" : "a relationship");
        }

        return _own.Contains(variable.Name)
            ? throw context.Fault(variable.Span, "RelationshipUniquenessViolation", $"The relationship '{variable.Name}' stands twice in one pattern, but each relationship is found once.")
            : (found.Slot, true);
    }
}

/// <summary>The declarations inside a repeated pattern.</summary>
/// <param name="Draft">Its nodes and relationships.</param>
/// <param name="Scope">Its variables.</param>
/// <param name="Where">Its condition, or null.</param>
/// <param name="Lists">For each variable, the slot inside and the slot of the list outside.</param>
internal sealed record GroupDraft(PatternDraft Draft, Scope Scope, Expression? Where, IReadOnlyList<KeyValuePair<int, int>> Lists);

/// <summary>The declarations of a pattern whose shortest matches are wanted.</summary>
internal sealed record SelectedDraft(PatternDraft Draft, PathSelector Selector);
