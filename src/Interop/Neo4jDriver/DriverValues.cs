using System.Collections;
using System.Diagnostics;
using Neo4j.Driver;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Temporals;

namespace Stemma.Interop.Neo4jDriver;

/// <summary>Converts between the driver's objects and Stemma's values.</summary>
internal static class DriverValues
{
    private const long SecondsPerDay = 86_400;
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>Converts a parameter for the driver; temporals become the driver's own types. Times of day throw <see cref="ArgumentException"/>.</summary>
    public static object? ToDriver(GraphValue value) => value.Kind switch
    {
        GraphValueKind.Null => null,
        GraphValueKind.Boolean => value.AsBoolean(),
        GraphValueKind.Integer => value.AsInteger(),
        GraphValueKind.Float => value.AsFloat(),
        GraphValueKind.String => value.AsString(),
        GraphValueKind.List => value.AsList().Select(ToDriver).ToList(),
        GraphValueKind.Map => value.AsMap().ToDictionary(pair => pair.Key, pair => ToDriver(pair.Value), StringComparer.Ordinal),
        GraphValueKind.Duration => Duration(value.As<DurationValue>()),
        GraphValueKind.Date => Date(value.As<DateValue>()),
        GraphValueKind.LocalDateTime => Local(value.As<LocalDateTimeValue>()),
        GraphValueKind.DateTime => Zoned(value.As<DateTimeValue>()),
        _ => throw new ArgumentException($"A {value.Kind} cannot be a parameter.", nameof(value)),
    };

    /// <summary>Converts a value from the driver.</summary>
    public static GraphValue FromDriver(object? value) => value switch
    {
        null => GraphValue.Null,
        bool truth => GraphValue.From(truth),
        long integer => GraphValue.From(integer),
        double number => GraphValue.From(number),
        string text => GraphValue.From(text),
        INode node => GraphValue.From(Node(node)),
        IRelationship relationship => GraphValue.From(Relationship(relationship)),
        IPath path => GraphValue.From(new GraphPath([.. path.Nodes.Select(Node)], [.. path.Relationships.Select(Relationship)])),
        LocalDate date => GraphValue.From(TemporalParser.Date(date.ToString())),
        LocalTime time => GraphValue.From(TemporalParser.LocalTime(time.ToString())),
        OffsetTime time => GraphValue.From(TemporalParser.Time(time.ToString())),
        LocalDateTime moment => GraphValue.From(TemporalParser.LocalDateTime(moment.ToString())),
        ZonedDateTime moment => GraphValue.From(Zoned(moment)),
        Duration duration => GraphValue.From(new DurationValue(duration.Months, duration.Days, duration.Seconds, duration.Nanos)),
        IReadOnlyDictionary<string, object> map => GraphValue.From(Map(map)),
        IDictionary<string, object> map => GraphValue.From(Map(map)),
        IEnumerable list => GraphValue.From(list.Cast<object?>().Select(FromDriver).ToArray()),
        _ => throw new UnreachableException($"The driver sent a {value.GetType().Name}."),
    };

    private static Dictionary<string, GraphValue> Map(IEnumerable<KeyValuePair<string, object>> map) =>
        map.ToDictionary(pair => pair.Key, pair => FromDriver(pair.Value), StringComparer.Ordinal);

    private static GraphNode Node(INode node) => new(node.ElementId, [.. node.Labels.Order(StringComparer.Ordinal)], Map(node.Properties));

    private static GraphRelationship Relationship(IRelationship edge) =>
        new(edge.ElementId, edge.Type, edge.StartNodeElementId, edge.EndNodeElementId, Map(edge.Properties));

    private static Duration Duration(DurationValue value) => new(value.Months, value.Days, value.Seconds, value.Nanoseconds);

    // From their parts: DateTime and DateOnly end with the year 9999 and count in steps of 100 ns.
    private static LocalDate Date(DateValue value)
    {
        var date = Calendar.DateOf(value.EpochDay);
        return new LocalDate((int)date.Year, date.Month, date.Day);
    }

    private static LocalDateTime Local(LocalDateTimeValue value)
    {
        var date = Calendar.DateOf(value.EpochDay);
        var (second, nanosecond) = Math.DivRem(value.NanosecondOfDay, NanosecondsPerSecond);
        return new LocalDateTime((int)date.Year, date.Month, date.Day, (int)(second / 3600), (int)(second / 60 % 60), (int)(second % 60), (int)nanosecond);
    }

    private static ZonedDateTime Zoned(DateTimeValue value)
    {
        var seconds = (value.EpochDay * SecondsPerDay) + (value.NanosecondOfDay / NanosecondsPerSecond) - value.OffsetSeconds;
        return new ZonedDateTime(
            seconds, (int)(value.NanosecondOfDay % NanosecondsPerSecond), value.Zone is null ? Zone.Of(value.OffsetSeconds) : Zone.Of(value.Zone));
    }

    private static DateTimeValue Zoned(ZonedDateTime value)
    {
        var seconds = value.UtcSeconds + value.OffsetSeconds;
        var day = Math.DivRem(seconds, SecondsPerDay, out var secondOfDay);
        if (secondOfDay < 0)
        {
            (day, secondOfDay) = (day - 1, secondOfDay + SecondsPerDay);
        }

        return new DateTimeValue(day, (secondOfDay * NanosecondsPerSecond) + value.Nanosecond, value.OffsetSeconds, (value.Zone as ZoneId)?.Id);
    }
}
