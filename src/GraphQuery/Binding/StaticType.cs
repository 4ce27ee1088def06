using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Functions;

namespace Stemma.GraphQuery.Binding;

/// <summary>What is known of a value before the query runs: its possible kinds, and for lists those of the elements.</summary>
/// <param name="Kinds">Possible kinds; every value may also be null, and no kind means always null.</param>
/// <param name="Item">Type of a list's elements, or null if unknown.</param>
internal sealed record StaticType(ValueKinds Kinds, StaticType? Item = null)
{
    public static StaticType Any { get; } = new(ValueKinds.Any);

    public static StaticType Null { get; } = new(ValueKinds.None);

    public static StaticType Boolean { get; } = new(ValueKinds.Boolean);

    public static StaticType Integer { get; } = new(ValueKinds.Integer);

    public static StaticType Float { get; } = new(ValueKinds.Float);

    public static StaticType Number { get; } = new(ValueKinds.Number);

    public static StaticType String { get; } = new(ValueKinds.String);

    public static StaticType Map { get; } = new(ValueKinds.Map);

    public static StaticType List { get; } = new(ValueKinds.List);

    public static StaticType Node { get; } = new(ValueKinds.Node);

    public static StaticType Relationship { get; } = new(ValueKinds.Relationship);

    public static StaticType Path { get; } = new(ValueKinds.Path);

    /// <summary>Type of the elements when this is unwound or iterated.</summary>
    public StaticType Items => Kinds == ValueKinds.List ? Item ?? Any : Any;

    /// <summary>A list of items of a type.</summary>
    public static StaticType ListOf(StaticType item) => new(ValueKinds.List, item);

    /// <summary>Type of a constant.</summary>
    public static StaticType Of(GraphValue value) => value.Kind switch
    {
        GraphValueKind.Null => Null,
        GraphValueKind.Boolean => Boolean,
        GraphValueKind.Integer => Integer,
        GraphValueKind.Float => Float,
        GraphValueKind.String => String,
        GraphValueKind.List => List,
        GraphValueKind.Map => Map,
        GraphValueKind.Node => Node,
        GraphValueKind.Relationship => Relationship,
        GraphValueKind.Path => Path,
        _ => new StaticType((ValueKinds)(1 << (int)value.Kind)),
    };

    /// <summary>Union of two types; the element type is unknown unless both agree.</summary>
    public StaticType Or(StaticType other) => this == other ? this : new(Kinds | other.Kinds, Kinds == ValueKinds.None ? other.Item : other.Kinds == ValueKinds.None ? Item : null);

    /// <summary>Whether a value of this type could be one of the kinds, or null.</summary>
    public bool MayBe(ValueKinds kinds) => Kinds == ValueKinds.None || (Kinds & kinds) != 0;
}
