namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// Mentions grouped by a number that each has, a node or a key, in the order of mentions. Uses two arrays and counting sort (Seward 1954); lists for hundreds of
/// thousands of numbers would burden the garbage collector.
/// Immutable.
/// </summary>
internal sealed class MentionGroups
{
    private readonly int[] _starts;
    private readonly int[] _mentions;

    private MentionGroups(ReadOnlySpan<int> numbers, int count)
    {
        _starts = new int[count + 1];
        foreach (var number in numbers)
        {
            if (number >= 0)
            {
                _starts[number + 1]++;
            }
        }

        for (var number = 0; number < count; number++)
        {
            _starts[number + 1] += _starts[number];
        }

        _mentions = new int[_starts[count]];
        Numbers = Place(numbers, [.. _starts]);
    }

    /// <summary>The numbers that occur, in order of first mention.</summary>
    public IReadOnlyList<int> Numbers { get; }

    /// <summary>The mentions with a number, ascending; empty for a number added after the grouping.</summary>
    public ArraySegment<int> this[int number] =>
        number + 1 < _starts.Length ? new ArraySegment<int>(_mentions, _starts[number], _starts[number + 1] - _starts[number]) : [];

    /// <summary>Groups mentions.</summary>
    /// <param name="numbers">The number of each mention; −1 excludes it.</param>
    /// <param name="count">One more than the highest number.</param>
    public static MentionGroups By(ReadOnlySpan<int> numbers, int count) => new(numbers, count);

    /// <summary>Writes each mention to the next free slot of its number; returns the numbers in order of first mention.</summary>
    private List<int> Place(ReadOnlySpan<int> numbers, int[] next)
    {
        var met = new List<int>();
        for (var mention = 0; mention < numbers.Length; mention++)
        {
            if (numbers[mention] is >= 0 and var number)
            {
                if (next[number] == _starts[number])
                {
                    met.Add(number);
                }

                _mentions[next[number]++] = mention;
            }
        }

        return met;
    }
}
