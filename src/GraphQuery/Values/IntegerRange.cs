using System.Collections;
using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Values;

/// <summary>An arithmetic progression of integers as a list that stores no elements.</summary>
/// <param name="start">First element.</param>
/// <param name="step">Difference between consecutive elements.</param>
/// <param name="count">Number of elements.</param>
internal sealed class IntegerRange(long start, long step, int count) : IReadOnlyList<GraphValue>
{
    public int Count => count;

    public GraphValue this[int index] =>
        (uint)index < (uint)count ? GraphValue.From(start + (index * step)) : throw new ArgumentOutOfRangeException(nameof(index));

    public IEnumerator<GraphValue> GetEnumerator()
    {
        for (var i = 0; i < count; i++)
        {
            yield return GraphValue.From(start + (i * step));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
