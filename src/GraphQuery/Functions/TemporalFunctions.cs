using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Temporals;

namespace Stemma.GraphQuery.Functions;

/// <summary>
/// The five instant types, each as <c>x()</c> (now, or from an argument), <c>x.transaction</c>, <c>x.statement</c> and <c>x.realtime</c> (now, in an optional zone),
/// and <c>x.truncate</c>. A statement is its own transaction here, so transaction and statement times agree.
/// </summary>
internal static class TemporalFunctions
{
    public static IEnumerable<CypherFunction> All =>
    [
        .. Family("date", ValueKinds.Date, (v, now) => GraphValue.From(TemporalConstruction.Date(v, now)), (u, v, m) => GraphValue.From(TemporalTruncation.Date(u, v, m))),
        .. Family(
            "localtime", ValueKinds.LocalTime, (v, now) => GraphValue.From(TemporalConstruction.LocalTime(v, now)), (u, v, m) => GraphValue.From(TemporalTruncation.LocalTime(u, v, m))),
        .. Family("time", ValueKinds.Time, (v, now) => GraphValue.From(TemporalConstruction.Time(v, now)), (u, v, m) => GraphValue.From(TemporalTruncation.Time(u, v, m))),
        .. Family(
            "localdatetime", ValueKinds.LocalDateTime, (v, now) => GraphValue.From(TemporalConstruction.LocalDateTime(v, now)),
            (u, v, m) => GraphValue.From(TemporalTruncation.LocalDateTime(u, v, m))),
        .. Family(
            "datetime", ValueKinds.DateTime, (v, now) => GraphValue.From(TemporalConstruction.DateTime(v, now)), (u, v, m) => GraphValue.From(TemporalTruncation.DateTime(u, v, m))),
        new("datetime.fromEpoch", [ValueKinds.Number, ValueKinds.Number], ValueKinds.DateTime,
            (_, a) => GraphValue.From(TemporalConstruction.FromEpoch(Whole(a[0]), Whole(a[1])))),
        new("datetime.fromEpochMillis", [ValueKinds.Number], ValueKinds.DateTime, (_, a) => FromMillis(Whole(a[0]))),
    ];

    private static IEnumerable<CypherFunction> Family(
        string name, ValueKinds kind, Func<GraphValue, DateTimeValue, GraphValue> make, Func<string, GraphValue, GraphValue, GraphValue> truncate)
    {
        yield return new(name, [ValueKinds.String | ValueKinds.Map | ValueKinds.Instant], kind,
            (context, a) => make(a.Length == 0 ? GraphValue.From(context.StatementTime) : a[0], context.StatementTime)) { MinArity = 0 };
        foreach (var clock in (string[])["transaction", "statement"])
        {
            yield return new($"{name}.{clock}", [ValueKinds.String], kind, (context, a) => Now(make, context.StatementTime, a)) { MinArity = 0 };
        }

        yield return new($"{name}.realtime", [ValueKinds.String], kind, (context, a) => Now(make, context.Now(), a))
        {
            MinArity = 0,
            IsDeterministic = false,
        };
        yield return new($"{name}.truncate", [ValueKinds.String, ValueKinds.Instant, ValueKinds.Map], kind,
            (_, a) => truncate(a[0].AsString(), a[1], a.Length > 2 ? a[2] : GraphValue.Null)) { MinArity = 2 };
    }

    private static GraphValue Now(Func<GraphValue, DateTimeValue, GraphValue> make, DateTimeValue now, ReadOnlySpan<GraphValue> zone) =>
        make(GraphValue.From(zone.Length == 0 ? now : Zoned.In(now, ZoneName.Parse(zone[0].AsString()))), now);

    /// <summary>A number without its fraction; an integer keeps all its digits.</summary>
    private static long Whole(GraphValue number) => number.IsFloat ? (long)number.AsFloat() : number.AsInteger();

    private static GraphValue FromMillis(long millis) =>
        GraphValue.From(TemporalConstruction.FromEpoch(Calendar.FloorDiv(millis, 1000), Calendar.FloorMod(millis, 1000) * 1_000_000));
}
