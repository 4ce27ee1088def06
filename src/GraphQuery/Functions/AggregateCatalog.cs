namespace Stemma.GraphQuery.Functions;

/// <summary>All aggregates, and separately <c>count(*)</c>, which has no argument.</summary>
public static class AggregateCatalog
{
    private static readonly Dictionary<string, AggregateFunction> Functions = new AggregateFunction[]
    {
        new("count", [ValueKinds.Any], ValueKinds.Integer, _ => new CountAccumulator(countsNull: false)),
        new("collect", [ValueKinds.Any], ValueKinds.List, _ => new CollectAccumulator()),
        new("sum", [ValueKinds.Number | ValueKinds.Duration], ValueKinds.Number | ValueKinds.Duration, _ => new SumAccumulator()),
        new("avg", [ValueKinds.Number | ValueKinds.Duration], ValueKinds.Float | ValueKinds.Duration, _ => new AverageAccumulator()),
        new("min", [ValueKinds.Any], ValueKinds.Any, _ => new ExtremeAccumulator(sign: -1)),
        new("max", [ValueKinds.Any], ValueKinds.Any, _ => new ExtremeAccumulator(sign: 1)),
        new("stDev", [ValueKinds.Number], ValueKinds.Float, _ => new DeviationAccumulator(isSample: true)),
        new("stDevP", [ValueKinds.Number], ValueKinds.Float, _ => new DeviationAccumulator(isSample: false)),
        new("percentileDisc", [ValueKinds.Number, ValueKinds.Number], ValueKinds.Number, p => new PercentileAccumulator(p, interpolates: false)),
        new("percentileCont", [ValueKinds.Number, ValueKinds.Number], ValueKinds.Float, p => new PercentileAccumulator(p, interpolates: true)),
    }
    .ToDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every aggregate but <c>count(*)</c>.</summary>
    public static IReadOnlyCollection<AggregateFunction> All => Functions.Values;

    /// <summary>The aggregate of this name, ignoring case.</summary>
    public static bool TryFind(string name, out AggregateFunction function) => Functions.TryGetValue(name, out function!);

    /// <summary>The state of <c>count(*)</c>: each value, including null, counts as a row.</summary>
    public static IAccumulator StartCountRows() => new CountAccumulator(countsNull: true);
}
