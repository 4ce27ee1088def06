namespace Stemma.GraphModel.Values;

/// <summary>The kinds of value that Cypher knows (openCypher 9, section 3).</summary>
public enum GraphValueKind
{
    /// <summary>Absence of a value.</summary>
    Null,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>64-bit signed integer.</summary>
    Integer,

    /// <summary>IEEE 754 double.</summary>
    Float,

    /// <summary>Text.</summary>
    String,

    /// <summary>List of values.</summary>
    List,

    /// <summary>Map from text to value.</summary>
    Map,

    /// <summary>A node.</summary>
    Node,

    /// <summary>A relationship.</summary>
    Relationship,

    /// <summary>A path.</summary>
    Path,

    /// <summary>Calendar date.</summary>
    Date,

    /// <summary>Time of day without offset.</summary>
    LocalTime,

    /// <summary>Time of day with offset.</summary>
    Time,

    /// <summary>Date and time without zone.</summary>
    LocalDateTime,

    /// <summary>Date and time with offset or named zone.</summary>
    DateTime,

    /// <summary>Months, days, seconds, nanoseconds.</summary>
    Duration,
}
