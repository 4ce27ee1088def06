using Stemma.GraphQuery.Functions;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Binding;

/// <summary>Binds the entities that CREATE and MERGE create: unbound nodes, and relationships with one type and direction each.</summary>
internal sealed class CreationBinder(BindingContext context, ExpressionBinder expressions)
{
    /// <summary>Binds the patterns of CREATE, in order of writing; each can use the variables created before it.</summary>
    public BoundCreation Bind(IReadOnlyList<PathPattern> written, Scope scope)
    {
        var nodes = new List<NodeCreation>();
        var relationships = new List<RelationshipCreation>();
        var paths = new List<PatternPath>();
        foreach (var pattern in written)
        {
            RequirePlain(pattern);
            var nodeSlots = new List<int> { BindNode(pattern.Nodes[0], pattern, scope, nodes) };
            var relationshipSlots = new List<int>();
            for (var i = 0; i < pattern.Relationships.Count; i++)
            {
                nodeSlots.Add(BindNode(pattern.Nodes[i + 1], pattern, scope, nodes));
                var (start, end) = pattern.Relationships[i].Direction == PatternDirection.Incoming ? (nodeSlots[i + 1], nodeSlots[i]) : (nodeSlots[i], nodeSlots[i + 1]);
                CheckRelationship(pattern.Relationships[i], scope, mustBeDirected: true);
                relationships.Add(BindRelationship(pattern.Relationships[i], start, end, scope));
                relationshipSlots.Add(relationships[^1].Slot);
            }

            if (pattern.Variable is { } name)
            {
                paths.Add(new PatternPath(Declare(name, StaticType.Path, scope), name.Name, nodeSlots, relationshipSlots));
            }
        }

        return new BoundCreation(nodes, relationships, paths);
    }

    /// <summary>Checks the pattern of MERGE before its variables are declared.</summary>
    public void CheckMerge(PathPattern pattern, Scope scope)
    {
        RequirePlain(pattern);
        foreach (var node in pattern.Nodes)
        {
            CheckProperties(node.Properties);
            if (node.Variable is { } variable && scope.Find(variable.Name) is not null && (node.Labels is not null || node.Properties is not null || pattern.Relationships.Count == 0))
            {
                throw context.AlreadyBound(variable);
            }
        }

        foreach (var relationship in pattern.Relationships)
        {
            CheckProperties(relationship.Properties);
            CheckRelationship(relationship, scope, mustBeDirected: false);
        }
    }

    /// <summary>Binds what MERGE creates if its pattern is not found, into the slots of the pattern.</summary>
    public BoundCreation BindMerged(PathPattern written, BoundPattern pattern, Scope scope)
    {
        var nodes = new List<NodeCreation>();
        for (var i = 0; i < written.Nodes.Count; i++)
        {
            var slot = pattern.Relationships.Count == 0 ? pattern.Nodes[0].Slot : i == 0 ? pattern.Relationships[0].Left : pattern.Relationships[i - 1].Right;
            var node = pattern.Nodes.First(candidate => candidate.Slot == slot);
            if (!node.IsBound && nodes.All(other => other.Slot != node.Slot))
            {
                nodes.Add(Labelled(written.Nodes[i], new NodeCreation(node.Slot, node.Name, [], BindOptional(written.Nodes[i].Properties, scope)), scope));
            }
        }

        var relationships = written.Relationships.Select((relationship, i) =>
        {
            var bound = pattern.Relationships[i];
            var (start, end) = relationship.Direction == PatternDirection.Incoming ? (bound.Right, bound.Left) : (bound.Left, bound.Right);
            return Typed(relationship, new RelationshipCreation(bound.Slot, bound.Name, "", start, end, BindOptional(relationship.Properties, scope)), scope);
        });
        return new BoundCreation(nodes, [.. relationships], pattern.Paths);
    }

    private int BindNode(NodePattern node, PathPattern pattern, Scope scope, List<NodeCreation> nodes)
    {
        if (node.Variable is { } known && scope.Find(known.Name) is { } found)
        {
            if (pattern.Relationships.Count == 0 || node.Labels is not null || node.Properties is not null)
            {
                throw context.AlreadyBound(known);
            }

            return found.Type.MayBe(ValueKinds.Node) ? found.Slot : throw context.TypeConflict(known, "a node");
        }

        var creation = Labelled(node, new NodeCreation(0, "", [], BindOptional(node.Properties, scope)), scope);
        var slot = node.Variable is { } variable ? Declare(variable, StaticType.Node, scope) : context.Slots.Next();
        nodes.Add(creation with { Slot = slot, Name = node.Variable?.Name ?? $"#{slot}" });
        return slot;
    }

    private RelationshipCreation BindRelationship(RelationshipPattern relationship, int start, int end, Scope scope)
    {
        var creation = Typed(relationship, new RelationshipCreation(0, "", "", start, end, BindOptional(relationship.Properties, scope)), scope);
        var slot = relationship.Variable is { } variable ? Declare(variable, StaticType.Relationship, scope) : context.Slots.Next();
        return creation with { Slot = slot, Name = relationship.Variable?.Name ?? $"#{slot}" };
    }

    private int Declare(Variable variable, StaticType type, Scope scope)
    {
        context.RequireNew(variable, scope);
        var slot = context.Slots.Next();
        scope.Declare(new BoundVariable(variable.Name, slot, type));
        return slot;
    }

    private BoundExpression? BindOptional(Expression? properties, Scope scope) =>
        properties is null ? null : context.RequireKinds(properties, expressions.Bind(properties, scope), ValueKinds.Map | ValueKinds.Entity, "a map");

    private void RequirePlain(PathPattern pattern)
    {
        if (pattern.Selector is not null || pattern.Where is not null)
        {
            throw context.Fault(pattern.Span, "UnexpectedSyntax", "Unexpected choice among paths, expected a pattern: SHORTEST and conditions are for what is looked for.");
        }
    }

    private void CheckProperties(Expression? properties)
    {
        if (properties is not (null or MapLiteral))
        {
            throw context.Fault(properties.Span, "InvalidParameterUse", "A parameter cannot stand for all properties in MERGE: write each key with its own, as in {key: $value}.");
        }
    }

    private void CheckRelationship(RelationshipPattern relationship, Scope scope, bool mustBeDirected)
    {
        if (relationship.Variable is { } variable)
        {
            context.RequireNew(variable, scope);
        }

        if (relationship.Length is not null)
        {
            throw context.Fault(relationship.Span, "CreatingVarLength", "A relationship of varying length cannot be made.");
        }

        if (relationship.Types is not (LabelName or ComputedLabel { Any: false }))
        {
            throw context.Fault(relationship.Span, "NoSingleRelationshipType", "A relationship to be made has exactly one type, as in -[:TYPE]->.");
        }

        if (mustBeDirected && relationship.Direction == PatternDirection.Both)
        {
            throw context.Fault(relationship.Span, "RequiresDirectedRelationship", "A relationship to be made has a direction: write --> or <--.");
        }
    }

    /// <summary>The creation with its type, literal or computed.</summary>
    private RelationshipCreation Typed(RelationshipPattern relationship, RelationshipCreation creation, Scope scope) => relationship.Types is ComputedLabel computed
        ? creation with { ComputedType = expressions.Bind(computed.Value, scope), Type = $"$({computed.Value})" }
        : creation with { Type = ((LabelName)relationship.Types!).Name };

    /// <summary>The creation with its labels, literal and computed.</summary>
    private NodeCreation Labelled(NodePattern node, NodeCreation creation, Scope scope)
    {
        var labels = new List<string>();
        var computed = new List<BoundExpression>();
        Collect(node.Labels);
        return creation with { Labels = labels, ComputedLabels = computed };

        void Collect(LabelExpression? expression)
        {
            switch (expression)
            {
                case null:
                    break;
                case LabelName name:
                    labels.Add(name.Name);
                    break;
                case BothLabels both:
                    Collect(both.Left);
                    Collect(both.Right);
                    break;
                case ComputedLabel { Any: false } value:
                    computed.Add(expressions.Bind(value.Value, scope));
                    break;
                default:
                    throw context.Fault(node.Span, "UnexpectedSyntax", $"Unexpected '{expression}', expected labels by name: a node to be made has all of them.");
            }
        }
    }
}
