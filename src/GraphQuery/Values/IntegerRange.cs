using System.Collections;
using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Values;

/// <summary>The integers from a start by a step, as a list that takes no memory.</summary>
/// <param name="start">The first.</param>
/// <param name="step">From one to the next.</param>
/// <param name="count">How many.</param>
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
