namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// Makes things on all processors a little ahead of whoever takes them in order: unpacking beside counting and writing. One block is taken while the next is made, so that no more than two are held; a longer way ahead
/// would gain nothing, and what waits long is carried from generation to generation by the collector.
/// </summary>
internal static class ReadAhead
{
    /// <summary>Things of a block: some milliseconds of work, and a megabyte or two of texts.</summary>
    private const int BlockSize = 512;

    /// <summary>The things in order.</summary>
    /// <param name="count">How many.</param>
    /// <param name="make">Makes one by its place; safe from many threads.</param>
    /// <param name="cancellationToken">Stops between two.</param>
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
