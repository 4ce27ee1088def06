using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Temporals;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Functions;

/// <summary>Counts non-null values, or rows.</summary>
internal sealed class CountAccumulator(bool countsNull) : IAccumulator
{
    private long _count;

    public long HeldBytes => 0;

    public void Add(GraphValue value) => _count += countsNull || !value.IsNull ? 1 : 0;

    public GraphValue Result(Action tick) => GraphValue.From(_count);
}

/// <summary>Collects values in the order of the rows.</summary>
internal sealed class CollectAccumulator : IAccumulator
{
    private readonly List<GraphValue> _values = [];

    public long HeldBytes { get; private set; }

    public void Add(GraphValue value)
    {
        if (!value.IsNull)
        {
            _values.Add(value);
            HeldBytes += ValueSize.InGrowingList(value);
        }
    }

    public GraphValue Result(Action tick) => GraphValue.From(_values.ToArray());
}

/// <summary>Adds numbers, or durations. The sum stays an integer until a float is added; without values it is integer 0.</summary>
internal sealed class SumAccumulator : IAccumulator
{
    private GraphValue _sum;

    public long HeldBytes => 0;

    public void Add(GraphValue value)
    {
        if (!value.IsNull)
        {
            Summand.Check("sum", value);
            _sum = _sum.IsNull ? value : CypherValues.Add(_sum, value);
        }
    }

    public GraphValue Result(Action tick) => _sum.IsNull ? GraphValue.From(0) : _sum;
}

/// <summary>Averages numbers as floats, or durations; null without values. The mean is updated value by value (Welford 1962), so that no sum can overflow.</summary>
internal sealed class AverageAccumulator : IAccumulator
{
    private long _count;
    private double _mean;
    private DurationValue? _total;

    public long HeldBytes => 0;

    public void Add(GraphValue value)
    {
        if (value.IsNull)
        {
            return;
        }

        Summand.Check("avg", value);
        if (_count > 0 && value.IsNumber != _total is null)
        {
            throw RuntimeFault.InvalidArgumentType("avg() cannot mix numbers and durations.");
        }

        _count++;
        if (value.IsNumber)
        {
            _mean += (value.AsNumber() - _mean) / _count;
        }
        else
        {
            _total = Durations.Add(_total ?? Durations.Zero, value.As<DurationValue>());
        }
    }

    public GraphValue Result(Action tick) =>
        _count == 0 ? GraphValue.Null
        : _total is { } total ? GraphValue.From(Durations.Divide(total, _count))
        : GraphValue.From(_mean);
}

/// <summary>Keeps the minimum (sign −1) or maximum (sign 1) in <see cref="ValueOrdering"/>; null without values.</summary>
internal sealed class ExtremeAccumulator(int sign) : IAccumulator
{
    private GraphValue _best;

    public long HeldBytes => 0;

    public void Add(GraphValue value)
    {
        if (!value.IsNull && (_best.IsNull || ValueOrdering.Instance.Compare(value, _best) * sign > 0))
        {
            _best = value;
        }
    }

    public GraphValue Result(Action tick) => _best;
}

/// <summary>Standard deviation of a sample or of a population, by Welford's method (1962); 0.0 for fewer than two values, as in Neo4j.</summary>
internal sealed class DeviationAccumulator(bool isSample) : IAccumulator
{
    private long _count;
    private double _mean;
    private double _squares;

    public long HeldBytes => 0;

    public void Add(GraphValue value)
    {
        if (value.IsNull)
        {
            return;
        }

        if (!value.IsNumber)
        {
            throw RuntimeFault.InvalidArgumentType($"A standard deviation takes numbers, not {TypeName.Of(value)}.");
        }

        var number = value.AsNumber();
        var distance = number - _mean;
        _count++;
        _mean += distance / _count;
        _squares += distance * (number - _mean);
    }

    public GraphValue Result(Action tick) => GraphValue.From(_count < 2 ? 0.0 : Math.Sqrt(_squares / (isSample ? _count - 1 : _count)));
}

/// <summary>
/// The value at a percentile of the sorted numbers: the nearest at or above it (nearest rank), or interpolated between its two neighbours. Null without values.
/// </summary>
internal sealed class PercentileAccumulator : IAccumulator
{
    private readonly double _percentile;
    private readonly bool _interpolates;
    private readonly List<GraphValue> _numbers = [];

    public PercentileAccumulator(GraphValue percentile, bool interpolates)
    {
        _interpolates = interpolates;
        _percentile = percentile.IsNumber ? percentile.AsNumber() : percentile.IsNull ? 0
            : throw RuntimeFault.InvalidArgumentType($"A percentile is a number, not {TypeName.Of(percentile)}.");
        if (_percentile is not (>= 0 and <= 1))
        {
            throw RuntimeFault.Argument("NumberOutOfRange", $"A percentile lies between 0.0 and 1.0, not at {ValuePrinter.Text(percentile)}.");
        }
    }

    public long HeldBytes => _numbers.Count * 3L * ValueSize.OfReference;

    public void Add(GraphValue value)
    {
        if (!value.IsNull)
        {
            _numbers.Add(value.IsNumber ? value : throw RuntimeFault.InvalidArgumentType($"A percentile is taken of numbers, not of {TypeName.Of(value)}."));
        }
    }

    public GraphValue Result(Action tick)
    {
        if (_numbers.Count == 0)
        {
            return GraphValue.Null;
        }

        StoppableSort.Sort(_numbers, ValueOrdering.Instance, tick);
        if (!_interpolates)
        {
            return _numbers[Math.Max(0, (int)Math.Ceiling(_percentile * _numbers.Count) - 1)];
        }

        var position = _percentile * (_numbers.Count - 1);
        var below = (int)position;
        var (low, high) = (_numbers[below].AsNumber(), _numbers[Math.Min(below + 1, _numbers.Count - 1)].AsNumber());
        return GraphValue.From(low + ((high - low) * (position - below)));
    }
}

/// <summary>Passes on only the first of equal values, by <see cref="ValueEquivalence"/>.</summary>
internal sealed class DistinctAccumulator(IAccumulator inner) : IAccumulator
{
    /// <summary>Bytes per entry of the set besides its value, at a load factor of one half, including the smaller set that is copied when it grows.</summary>
    private const int BytesAnEntry = 48;

    private readonly HashSet<GraphValue> _seen = new(ValueEquivalence.Instance);
    private long _seenBytes;

    public long HeldBytes => _seenBytes + inner.HeldBytes;

    public void Add(GraphValue value)
    {
        if (!value.IsNull && _seen.Add(value))
        {
            _seenBytes += ValueSize.Of(value) + BytesAnEntry;
            inner.Add(value);
        }
    }

    public GraphValue Result(Action tick) => inner.Result(tick);
}

/// <summary>Checks the arguments of sum and avg.</summary>
internal static class Summand
{
    /// <summary>Throws TypeError for a value that is neither a number nor a duration.</summary>
    public static void Check(string aggregate, GraphValue value)
    {
        if (!value.IsNumber && value.Kind != GraphValueKind.Duration)
        {
            throw RuntimeFault.InvalidArgumentType($"{aggregate}() takes numbers and durations, not {TypeName.Of(value)}.");
        }
    }
}
