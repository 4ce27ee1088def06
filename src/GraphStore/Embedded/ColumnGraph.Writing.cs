using Stemma.GraphModel.Values;
using Stemma.GraphStore.Embedded.Topology;

namespace Stemma.GraphStore.Embedded;

/// <content>Writing, with an undo log while a transaction is open. Tokens interned in a transaction survive its rollback.</content>
public sealed partial class ColumnGraph
{
    private readonly HashSet<int> _changedNodes = [];
    private List<GraphChange>? _undoLog;

    /// <summary>Increases with every change and every rollback: while the version is the same, so is the graph.</summary>
    public long Version { get; private set; }

    /// <summary>
    /// Called when a transaction with changes is committed, while it can still be rolled back; makes the changes durable. An exception leaves the transaction open.
    /// </summary>
    internal Action? BeforeCommit { get; set; }

    /// <summary>Nodes whose labels or properties may differ from what was loaded.</summary>
    internal IReadOnlySet<int> ChangedNodes => _changedNodes;

    /// <inheritdoc/>
    public int LabelToken(string name) => _labels.Intern(name);

    /// <inheritdoc/>
    public int RelationshipTypeToken(string name) => _types.Intern(name);

    /// <inheritdoc/>
    public int PropertyKeyToken(string name) => _keys.Intern(name);

    /// <inheritdoc/>
    public int CreateNode(ReadOnlySpan<int> labels)
    {
        var sorted = labels.ToArray();
        Array.Sort(sorted);
        var node = _nodes.AddNode(_nodes.SetNumber([.. sorted.Distinct()]));
        _undoLog?.Add(new NodeCreated());
        NoteChange(node);
        return node;
    }

    /// <inheritdoc/>
    public int CreateRelationship(int type, int start, int end)
    {
        RequireNode(start);
        RequireNode(end);
        var relationship = _relationships.Add(type, start, end);
        _outgoing.Insert(relationship);
        _incoming.Insert(relationship);
        _undoLog?.Add(new RelationshipCreated());
        Version++;
        return relationship;
    }

    /// <inheritdoc/>
    public void DeleteNode(int node)
    {
        RequireNode(node);
        if (Outgoing(node).Count + Incoming(node).Count > 0)
        {
            throw new InvalidOperationException($"Node {node} still has relationships.");
        }

        foreach (var key in NodePropertyKeys(node))
        {
            SetNodeProperty(node, key, GraphValue.Null);
        }

        AssignLabels(node, LabelTable.NoNode);
    }

    /// <inheritdoc/>
    public void DeleteRelationship(int relationship)
    {
        RequireRelationship(relationship);
        foreach (var key in RelationshipPropertyKeys(relationship))
        {
            SetRelationshipProperty(relationship, key, GraphValue.Null);
        }

        _outgoing.Remove(relationship);
        _incoming.Remove(relationship);
        _relationships.Delete(relationship);
        _undoLog?.Add(new RelationshipDeleted(relationship));
        Version++;
    }

    /// <inheritdoc/>
    public bool AddLabel(int node, int label)
    {
        RequireNode(node);
        if (HasLabel(node, label))
        {
            return false;
        }

        int[] labels = [.. LabelsOf(node), label];
        Array.Sort(labels);
        AssignLabels(node, _nodes.SetNumber(labels));
        return true;
    }

    /// <inheritdoc/>
    public bool RemoveLabel(int node, int label)
    {
        RequireNode(node);
        if (!HasLabel(node, label))
        {
            return false;
        }

        AssignLabels(node, _nodes.SetNumber([.. LabelsOf(node).ToArray().Where(other => other != label)]));
        return true;
    }

    /// <inheritdoc/>
    public void SetNodeProperty(int node, int key, GraphValue value)
    {
        RequireNode(node);
        _undoLog?.Add(new NodePropertyChanged(node, key, NodeProperty(node, key)));
        PutNodeProperty(node, key, value);
    }

    /// <inheritdoc/>
    public void SetRelationshipProperty(int relationship, int key, GraphValue value)
    {
        RequireRelationship(relationship);
        var before = _relationshipProperties.Set(relationship, key, value);
        _undoLog?.Add(new RelationshipPropertyChanged(relationship, key, before));
        Version++;
    }

    /// <inheritdoc/>
    public void Begin() =>
        _undoLog = _undoLog is null ? [] : throw new InvalidOperationException("A transaction is already open on this graph.");

    /// <inheritdoc/>
    public void Commit()
    {
        if (RequireTransaction().Count > 0)
        {
            BeforeCommit?.Invoke();
        }

        _undoLog = null;
    }

    /// <inheritdoc/>
    public void Rollback()
    {
        var log = RequireTransaction();
        _undoLog = null;
        Version++;
        for (var i = log.Count - 1; i >= 0; i--)
        {
            Undo(log[i]);
        }
    }

    private void Undo(GraphChange change)
    {
        switch (change)
        {
            case NodeCreated:
                _outgoing.DropNode(NodeCapacity - 1);
                _incoming.DropNode(NodeCapacity - 1);
                _nodes.RemoveLastNode();
                break;
            case NodeLabelsChanged labels:
                _nodes.Assign(labels.Node, labels.Before);
                break;
            case NodePropertyChanged property:
                PutNodeProperty(property.Node, property.Key, property.Before);
                break;
            case RelationshipCreated:
                _outgoing.Remove(RelationshipCapacity - 1);
                _incoming.Remove(RelationshipCapacity - 1);
                _relationships.RemoveLast();
                break;
            case RelationshipDeleted deleted:
                _relationships.Restore(deleted.Relationship);
                _outgoing.Insert(deleted.Relationship);
                _incoming.Insert(deleted.Relationship);
                break;
            case RelationshipPropertyChanged property:
                _relationshipProperties.Set(property.Relationship, property.Key, property.Before);
                break;
        }
    }

    private void AssignLabels(int node, int set)
    {
        var before = _nodes.Assign(node, set);
        _undoLog?.Add(new NodeLabelsChanged(node, before));
        NoteChange(node);
    }

    private void PutNodeProperty(int node, int key, GraphValue value)
    {
        var before = _nodeProperties.Set(node, key, value);
        NoteChange(node);
        if (_indexes.TryGetValue(key, out var index))
        {
            index.Replace(node, before, value);
        }
    }

    private void NoteChange(int node)
    {
        _changedNodes.Add(node);
        Version++;
    }

    private List<GraphChange> RequireTransaction() =>
        _undoLog ?? throw new InvalidOperationException("No transaction is open on this graph.");

    private void RequireNode(int node)
    {
        if (!NodeExists(node))
        {
            throw new InvalidOperationException($"There is no node {node}.");
        }
    }

    private void RequireRelationship(int relationship)
    {
        if (!RelationshipExists(relationship))
        {
            throw new InvalidOperationException($"There is no relationship {relationship}.");
        }
    }

    /// <summary>One change in a transaction, with what is needed to undo it; changes are undone in reverse order.</summary>
    private abstract record GraphChange;

    private sealed record NodeCreated : GraphChange;

    private sealed record NodeLabelsChanged(int Node, int Before) : GraphChange;

    private sealed record NodePropertyChanged(int Node, int Key, GraphValue Before) : GraphChange;

    private sealed record RelationshipCreated : GraphChange;

    private sealed record RelationshipDeleted(int Relationship) : GraphChange;

    private sealed record RelationshipPropertyChanged(int Relationship, int Key, GraphValue Before) : GraphChange;
}
