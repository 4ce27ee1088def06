using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Temporals;

namespace Stemma.GraphQuery.Functions;

/// <summary>Functions that create durations.</summary>
internal static class DurationFunctions
{
    public static IEnumerable<CypherFunction> All =>
    [
        new("duration", [ValueKinds.String | ValueKinds.Map | ValueKinds.Duration], ValueKinds.Duration,
            (_, a) => GraphValue.From(TemporalConstruction.Duration(a[0]))),
        Between("duration.between", TemporalDifference.Between),
        Between("duration.inMonths", TemporalDifference.InMonths),
        Between("duration.inDays", TemporalDifference.InDays),
        Between("duration.inSeconds", TemporalDifference.InSeconds),
    ];

    private static CypherFunction Between(string name, Func<GraphValue, GraphValue, DurationValue> measure) =>
        new(name, [ValueKinds.Instant, ValueKinds.Instant], ValueKinds.Duration, (_, a) => GraphValue.From(measure(a[0], a[1])));
}
