namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// Computes items on all processors, slightly ahead of a consumer that takes them in order, so that unpacking overlaps with counting and writing. One block is consumed while the
/// next is computed, so at most two are held; reading further ahead would gain nothing, and the garbage collector would promote the waiting items through its generations.
/// </summary>
internal static class ReadAhead
{
    /// <summary>Items per block: some milliseconds of work, and a megabyte or two of texts.</summary>
    private const int BlockSize = 512;

    /// <summary>The items in order.</summary>
    /// <param name="count">How many.</param>
    /// <param name="make">Computes an item from its index; must be thread-safe.</param>
    /// <param name="cancellationToken">Stops between two items.</param>
    public static IEnumerable<T> Of<T>(int count, Func<int, T> make, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { CancellationToken = cancellationToken };
        var next = MakeAsync(0);
        for (var first = 0; first < count; first += BlockSize)
        {
            var block = next.GetAwaiter().GetResult();
            next = MakeAsync(first + BlockSize);
            foreach (var item in block)
            {
                yield return item;
            }
        }

        Task<T[]> MakeAsync(int first) => Task.Run(
            () =>
            {
                var block = new T[Math.Clamp(count - first, 0, BlockSize)];
                Parallel.For(0, block.Length, options, at => block[at] = make(first + at));
                return block;
            },
            cancellationToken);
    }
}
