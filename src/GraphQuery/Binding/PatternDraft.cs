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

    /// <summary>Each relationship as written, with what it is bound to.</summary>
    public List<KeyValuePair<RelationshipPattern, PatternRelationship>> RelationshipPatterns { get; } = [];

    /// <summary>Named paths.</summary>
    public List<PatternPath> Paths { get; } = [];

    /// <summary>Declares the variables of a pattern, its own name last.</summary>
    public void Declare(PathPattern pattern)
    {
        var nodes = new List<int> { DeclareNode(pattern.Nodes[0]) };
        var relationships = new List<int>();
        for (var i = 0; i < pattern.Relationships.Count; i++)
        {
            // The name of the relationship is declared before the node behind it, as it is read.
            var relationship = DeclareRelationship(pattern.Relationships[i], pattern.Shape);
            nodes.Add(DeclareNode(pattern.Nodes[i + 1]));
            relationships.Add(relationship.Slot);
            RelationshipPatterns.Add(KeyValuePair.Create(pattern.Relationships[i], relationship with { Left = nodes[i], Right = nodes[i + 1] }));
        }

        if (pattern.Variable is { } name)
        {
            context.RequireNew(name, scope);
            Paths.Add(new PatternPath(Declare(name, StaticType.Path), name.Name, nodes, relationships));
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

    private PatternRelationship DeclareRelationship(RelationshipPattern pattern, PathShape shape)
    {
        var length = pattern.Length is { } written ? new LengthRange(written.Minimum ?? 1, written.Maximum ?? int.MaxValue) : null;
        length ??= shape == PathShape.Every ? null : new LengthRange(1, 1);
        var type = length is null ? StaticType.Relationship : StaticType.ListOf(StaticType.Relationship);
        var (slot, isBound) = pattern.Variable is { } variable ? Resolve(variable, type) : (context.Slots.Next(), false);
        var name = pattern.Variable?.Name ?? $"#{slot}";
        var step = length is null ? slot : context.Slots.Next();
        return new PatternRelationship(slot, name, isBound, 0, 0, pattern.Direction, pattern.Types, length, null, step, shape);
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
