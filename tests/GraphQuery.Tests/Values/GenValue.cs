using CsCheck;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Temporals;

namespace Stemma.GraphQueryTests.Values;

/// <summary>Random values of every kind that needs no graph; the domains are small, so that equal values are frequent.</summary>
internal static class GenValue
{
    /// <summary>Scalars and temporals.</summary>
    public static readonly Gen<GraphValue> Scalar = Gen.OneOf(
        Gen.Const(GraphValue.Null),
        Gen.Bool.Select(GraphValue.From),
        Gen.Long[-2, 2].Select(GraphValue.From),
        Choice.Of(-2.0, -0.5, -0.0, 0.0, 1.0, 1e300, double.NaN, double.PositiveInfinity, 9007199254740993.0).Select(GraphValue.From),
        Choice.Of(long.MaxValue, long.MinValue, 9007199254740993).Select(GraphValue.From),
        Choice.Of("", "a", "b", "ab").Select(GraphValue.From),
        Gen.Long[0, 2].Select(day => GraphValue.From(new DateValue(day))),
        Gen.Int[-1, 1].Select(hours => GraphValue.From(new TimeValue(7200 * Calendar.NanosecondsPerSecond, hours * 3600))),
        Gen.Select(Gen.Long[0, 1], Gen.Long[0, 31]).Select((months, days) => GraphValue.From(new DurationValue(months, days, 0, 0))));

    /// <summary>Scalars, and lists and maps of them up to two levels deep.</summary>
    public static readonly Gen<GraphValue> Any = Nest(Nest(Scalar));

    private static Gen<GraphValue> Nest(Gen<GraphValue> inner) => Gen.Frequency(
        (3, inner),
        (1, inner.Array[0, 3].Select(list => GraphValue.From(list))),
        (1, Gen.Select(Choice.Of("k", "l"), inner).Array[0, 2].Select(pairs =>
            GraphValue.From(pairs.DistinctBy(pair => pair.Item1).ToDictionary(pair => pair.Item1, pair => pair.Item2)))));
}
