using System.Runtime.CompilerServices;

namespace Stemma.GraphModel.Values;

/// <summary>
/// Holds one value of Cypher in 16 bytes: a scalar without allocation, or a reference to a string, list, map, entity or temporal. Equality is structural and strict
/// (integer 1 is not float 1.0; NaN equals itself); the engine implements Cypher's own three-valued equality, equivalence and ordering. Immutable, and thread-safe as
/// long as its list or map is.
/// </summary>
public readonly struct GraphValue : IEquatable<GraphValue>
{
    private static readonly KindTag BooleanTag = new(GraphValueKind.Boolean);
    private static readonly KindTag IntegerTag = new(GraphValueKind.Integer);
    private static readonly KindTag FloatTag = new(GraphValueKind.Float);
    private static readonly KindTag NodeTag = new(GraphValueKind.Node);
    private static readonly KindTag RelationshipTag = new(GraphValueKind.Relationship);

    private readonly object? _reference;
    private readonly long _bits;

    private GraphValue(object? reference, long bits = 0)
    {
        _reference = reference;
        _bits = bits;
    }

    /// <summary>The null value; also <c>default</c>.</summary>
    public static GraphValue Null => default;

    /// <summary>Boolean true.</summary>
    public static GraphValue True => new(BooleanTag, 1);

    /// <summary>Boolean false.</summary>
    public static GraphValue False => new(BooleanTag, 0);

    /// <summary>The kind of this value.</summary>
    public GraphValueKind Kind => _reference switch
    {
        null => GraphValueKind.Null,
        KindTag tag => tag.Kind,
        string => GraphValueKind.String,
        IReadOnlyList<GraphValue> => GraphValueKind.List,
        IReadOnlyDictionary<string, GraphValue> => GraphValueKind.Map,
        GraphNode => GraphValueKind.Node,
        GraphRelationship => GraphValueKind.Relationship,
        GraphPath or PathReference => GraphValueKind.Path,
        DateValue => GraphValueKind.Date,
        LocalTimeValue => GraphValueKind.LocalTime,
        TimeValue => GraphValueKind.Time,
        LocalDateTimeValue => GraphValueKind.LocalDateTime,
        DateTimeValue => GraphValueKind.DateTime,
        DurationValue => GraphValueKind.Duration,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>True for the null value.</summary>
    public bool IsNull => _reference is null;

    /// <summary>True for a boolean.</summary>
    public bool IsBoolean => ReferenceEquals(_reference, BooleanTag);

    /// <summary>True for an integer.</summary>
    public bool IsInteger => ReferenceEquals(_reference, IntegerTag);

    /// <summary>True for a float.</summary>
    public bool IsFloat => ReferenceEquals(_reference, FloatTag);

    /// <summary>True for an integer or a float.</summary>
    public bool IsNumber => IsInteger || IsFloat;

    /// <summary>True for a string.</summary>
    public bool IsString => _reference is string;

    /// <summary>True for a node of an in-memory graph, referenced by number.</summary>
    public bool IsNodeReference => ReferenceEquals(_reference, NodeTag);

    /// <summary>True for a relationship of an in-memory graph, referenced by number.</summary>
    public bool IsRelationshipReference => ReferenceEquals(_reference, RelationshipTag);

    /// <summary>True for a path of an in-memory graph, referenced by numbers.</summary>
    public bool IsPathReference => _reference is PathReference;

    /// <summary>Wraps a boolean.</summary>
    public static GraphValue From(bool value) => value ? True : False;

    /// <summary>Wraps an integer.</summary>
    public static GraphValue From(long value) => new(IntegerTag, value);

    /// <summary>Wraps a float.</summary>
    public static GraphValue From(double value) => new(FloatTag, BitConverter.DoubleToInt64Bits(value));

    /// <summary>Wraps a string; null becomes the null value.</summary>
    public static GraphValue From(string? value) => new(value);

    /// <summary>Wraps a list without copying it.</summary>
    public static GraphValue From(IReadOnlyList<GraphValue> value) => new(value);

    /// <summary>Wraps a map without copying it.</summary>
    public static GraphValue From(IReadOnlyDictionary<string, GraphValue> value) => new(value);

    /// <summary>Wraps a detached node.</summary>
    public static GraphValue From(GraphNode value) => new(value);

    /// <summary>Wraps a detached relationship.</summary>
    public static GraphValue From(GraphRelationship value) => new(value);

    /// <summary>Wraps a detached path.</summary>
    public static GraphValue From(GraphPath value) => new(value);

    /// <summary>Wraps a node by number.</summary>
    public static GraphValue From(NodeReference value) => new(NodeTag, value.Id);

    /// <summary>Wraps a relationship by number.</summary>
    public static GraphValue From(RelationshipReference value) => new(RelationshipTag, value.Id);

    /// <summary>Wraps a path by numbers.</summary>
    public static GraphValue From(PathReference value) => new(value);

    /// <summary>Wraps a date.</summary>
    public static GraphValue From(DateValue value) => new(value);

    /// <summary>Wraps a local time.</summary>
    public static GraphValue From(LocalTimeValue value) => new(value);

    /// <summary>Wraps a time with offset.</summary>
    public static GraphValue From(TimeValue value) => new(value);

    /// <summary>Wraps a local date and time.</summary>
    public static GraphValue From(LocalDateTimeValue value) => new(value);

    /// <summary>Wraps a zoned date and time.</summary>
    public static GraphValue From(DateTimeValue value) => new(value);

    /// <summary>Wraps a duration.</summary>
    public static GraphValue From(DurationValue value) => new(value);

    /// <summary>Wraps a list of strings.</summary>
    public static GraphValue FromStrings(IEnumerable<string> values) => From(values.Select(From).ToArray());

    /// <summary>The boolean; throws <see cref="InvalidOperationException"/> for another kind.</summary>
    public bool AsBoolean() => IsBoolean ? _bits != 0 : throw Wrong(GraphValueKind.Boolean);

    /// <summary>The integer; throws for another kind.</summary>
    public long AsInteger() => IsInteger ? _bits : throw Wrong(GraphValueKind.Integer);

    /// <summary>The float; throws for another kind, integers included.</summary>
    public double AsFloat() => IsFloat ? BitConverter.Int64BitsToDouble(_bits) : throw Wrong(GraphValueKind.Float);

    /// <summary>The integer or float as a double; throws for another kind.</summary>
    public double AsNumber() => IsInteger ? _bits : AsFloat();

    /// <summary>The string; throws for another kind.</summary>
    public string AsString() => _reference as string ?? throw Wrong(GraphValueKind.String);

    /// <summary>The list; throws for another kind.</summary>
    public IReadOnlyList<GraphValue> AsList() => _reference as IReadOnlyList<GraphValue> ?? throw Wrong(GraphValueKind.List);

    /// <summary>The map; throws for another kind.</summary>
    public IReadOnlyDictionary<string, GraphValue> AsMap() =>
        _reference as IReadOnlyDictionary<string, GraphValue> ?? throw Wrong(GraphValueKind.Map);

    /// <summary>The detached node; throws for another kind and for a node referenced by number.</summary>
    public GraphNode AsNode() => _reference as GraphNode ?? throw Wrong(GraphValueKind.Node);

    /// <summary>The detached relationship; throws for another kind and for one referenced by number.</summary>
    public GraphRelationship AsRelationship() => _reference as GraphRelationship ?? throw Wrong(GraphValueKind.Relationship);

    /// <summary>The detached path; throws for another kind and for one referenced by numbers.</summary>
    public GraphPath AsPath() => _reference as GraphPath ?? throw Wrong(GraphValueKind.Path);

    /// <summary>The node's number; throws for another kind.</summary>
    public int AsNodeReference() => IsNodeReference ? (int)_bits : throw Wrong(GraphValueKind.Node);

    /// <summary>The relationship's number; throws for another kind.</summary>
    public int AsRelationshipReference() => IsRelationshipReference ? (int)_bits : throw Wrong(GraphValueKind.Relationship);

    /// <summary>The temporal, path by numbers or other reference as its own type; throws if it is not a <typeparamref name="T"/>.</summary>
    public T As<T>()
        where T : class => _reference as T ?? throw new InvalidOperationException($"The value is a {Kind}, not a {typeof(T).Name}.");

    /// <inheritdoc/>
    public bool Equals(GraphValue other)
    {
        if (_reference is null || other._reference is null)
        {
            return ReferenceEquals(_reference, other._reference);
        }

        if (_reference is KindTag)
        {
            return ReferenceEquals(_reference, other._reference) && _bits == other._bits;
        }

        return (_reference, other._reference) switch
        {
            (string a, string b) => string.Equals(a, b, StringComparison.Ordinal),
            (IReadOnlyList<GraphValue> a, IReadOnlyList<GraphValue> b) => a.SequenceEqual(b),
            (IReadOnlyDictionary<string, GraphValue> a, IReadOnlyDictionary<string, GraphValue> b) => EqualMaps(a, b),
            (GraphNode a, GraphNode b) => a.ElementId == b.ElementId,
            (GraphRelationship a, GraphRelationship b) => a.ElementId == b.ElementId,
            (PathReference a, PathReference b) => a.Nodes.AsSpan().SequenceEqual(b.Nodes) && a.Relationships.AsSpan().SequenceEqual(b.Relationships),
            (GraphPath a, GraphPath b) =>
                a.Nodes.Select(n => n.ElementId).SequenceEqual(b.Nodes.Select(n => n.ElementId), StringComparer.Ordinal)
                && a.Relationships.Select(r => r.ElementId).SequenceEqual(b.Relationships.Select(r => r.ElementId), StringComparer.Ordinal),
            _ => _reference.Equals(other._reference),
        };
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is GraphValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        switch (_reference)
        {
            case null:
                return 0;
            case KindTag tag:
                return HashCode.Combine((int)tag.Kind, _bits);
            case string text:
                return text.GetHashCode(StringComparison.Ordinal);
            case IReadOnlyList<GraphValue> list:
                var hash = new HashCode();
                foreach (var item in list)
                {
                    hash.Add(item);
                }

                return hash.ToHashCode();
            case IReadOnlyDictionary<string, GraphValue> map:
                return map.Aggregate(map.Count, (sum, pair) => sum ^ HashCode.Combine(pair.Key, pair.Value));
            case GraphNode node:
                return node.ElementId.GetHashCode(StringComparison.Ordinal);
            case GraphRelationship relationship:
                return relationship.ElementId.GetHashCode(StringComparison.Ordinal);
            case GraphPath path:
                return HashCode.Combine(path.Nodes.Count, path.Nodes[0].ElementId);
            case PathReference path:
                return HashCode.Combine(path.Nodes.Length, path.Nodes[0], path.Nodes[^1]);
            default:
                return _reference.GetHashCode();
        }
    }

    /// <summary>Structural equality.</summary>
    public static bool operator ==(GraphValue left, GraphValue right) => left.Equals(right);

    /// <summary>Structural inequality.</summary>
    public static bool operator !=(GraphValue left, GraphValue right) => !left.Equals(right);

    // A separate method, so that only comparing maps allocates the closure.
    private static bool EqualMaps(IReadOnlyDictionary<string, GraphValue> a, IReadOnlyDictionary<string, GraphValue> b) =>
        a.Count == b.Count && a.All(pair => b.TryGetValue(pair.Key, out var value) && pair.Value.Equals(value));

    private InvalidOperationException Wrong(GraphValueKind wanted, [CallerMemberName] string caller = "") =>
        new($"{caller}: the value is a {Kind}, not a {wanted}.");

    private sealed class KindTag(GraphValueKind kind)
    {
        public GraphValueKind Kind { get; } = kind;
    }
}
