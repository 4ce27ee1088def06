using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Functions;

/// <summary>A set of kinds of value: what a parameter accepts or a function may return. Null is not included: every parameter accepts null.</summary>
[Flags]
public enum ValueKinds
{
    /// <summary>No kind: the function always returns null, or no kind is known.</summary>
    None = 0,

    /// <summary>true, false.</summary>
    Boolean = 1 << GraphValueKind.Boolean,

    /// <summary>64-bit integers.</summary>
    Integer = 1 << GraphValueKind.Integer,

    /// <summary>Doubles.</summary>
    Float = 1 << GraphValueKind.Float,

    /// <summary>Text.</summary>
    String = 1 << GraphValueKind.String,

    /// <summary>Lists of anything.</summary>
    List = 1 << GraphValueKind.List,

    /// <summary>Maps.</summary>
    Map = 1 << GraphValueKind.Map,

    /// <summary>Nodes.</summary>
    Node = 1 << GraphValueKind.Node,

    /// <summary>Relationships.</summary>
    Relationship = 1 << GraphValueKind.Relationship,

    /// <summary>Paths.</summary>
    Path = 1 << GraphValueKind.Path,

    /// <summary>Dates.</summary>
    Date = 1 << GraphValueKind.Date,

    /// <summary>Local times.</summary>
    LocalTime = 1 << GraphValueKind.LocalTime,

    /// <summary>Times with offset.</summary>
    Time = 1 << GraphValueKind.Time,

    /// <summary>Local dates and times.</summary>
    LocalDateTime = 1 << GraphValueKind.LocalDateTime,

    /// <summary>Zoned dates and times.</summary>
    DateTime = 1 << GraphValueKind.DateTime,

    /// <summary>Durations.</summary>
    Duration = 1 << GraphValueKind.Duration,

    /// <summary>Integers and floats.</summary>
    Number = Integer | Float,

    /// <summary>Nodes and relationships.</summary>
    Entity = Node | Relationship,

    /// <summary>The five instant types.</summary>
    Instant = Date | LocalTime | Time | LocalDateTime | DateTime,

    /// <summary>Every kind.</summary>
    Any = Boolean | Number | String | List | Map | Entity | Path | Instant | Duration,
}

/// <summary>Operations on sets of kinds.</summary>
public static class ValueKindsExtensions
{
    /// <summary>Whether a value is null or of one of the kinds.</summary>
    public static bool Accept(this ValueKinds kinds, GraphValue value) => value.IsNull || ((int)kinds & (1 << (int)value.Kind)) != 0;

    /// <summary>The kinds for error messages and signatures: <c>INTEGER or FLOAT</c>, <c>STRING or TEMPORAL</c>, <c>ANY</c>.</summary>
    public static string Describe(this ValueKinds kinds)
    {
        if (kinds == ValueKinds.Any)
        {
            return "ANY";
        }

        var isTemporal = (kinds & ValueKinds.Instant) == ValueKinds.Instant;
        var rest = isTemporal ? kinds & ~ValueKinds.Instant : kinds;
        var names = Enum.GetValues<GraphValueKind>().Where(kind => ((int)rest & (1 << (int)kind)) != 0).Select(Values.TypeName.Of);
        return string.Join(" or ", isTemporal ? names.Append("TEMPORAL") : names);
    }
}
