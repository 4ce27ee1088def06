using System.Buffers;
using Stemma.GraphStore.Embedded.Columns;

namespace Stemma.GraphStoreTests.Embedded.Columns;

public sealed class SegmentedBytesTests
{
    private const int Segment = 8 << 20;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 7)]
    [InlineData(Segment, 4096)]
    [InlineData((2 * Segment) + 5, 1_000_003)]
    public void What_was_added_is_read_in_slices_in_segments_and_as_a_whole(int length, int run)
    {
        var expected = Noise(length);
        var bytes = Filled(expected, run);

        Assert.Equal(length, bytes.Count);
        for (var start = 0; start < length; start += run)
        {
            var taken = Math.Min(run, length - start);
            Assert.True(bytes.Slice(start, taken).SequenceEqual(expected.AsSpan(start, taken)));
        }

        Assert.True(bytes.Segments.ToArray().AsSpan().SequenceEqual(expected));
        Assert.True(bytes.Whole.Span.SequenceEqual(expected));
        Assert.True(bytes.Segments.ToArray().AsSpan().SequenceEqual(expected));
    }

    [Fact]
    public void A_slice_over_the_end_of_a_segment_is_in_one_piece()
    {
        var expected = Noise(Segment + 100);
        var bytes = Filled(expected, 1000);

        Assert.True(bytes.Slice(Segment - 50, 100).SequenceEqual(expected.AsSpan(Segment - 50, 100)));
        Assert.True(bytes.Slice(Segment, 0).IsEmpty);
    }

    [Fact]
    public void Segments_are_the_parts_of_a_file()
    {
        var lengths = new List<int>();
        foreach (var segment in Filled(Noise((2 * Segment) + 1), 5_000_000).Segments)
        {
            lengths.Add(segment.Length);
        }

        Assert.Equal([Segment, Segment, 1], lengths);
    }

    [Fact]
    public void Bytes_are_added_to_what_was_adopted_trimmed_or_joined()
    {
        var bytes = new SegmentedBytes([1, 2]);
        bytes.AddRange([3]);
        bytes.Trim();
        bytes.AddRange([4, 5]);
        Assert.Equal([1, 2, 3, 4, 5], bytes.Whole.ToArray());

        bytes.AddRange([6]);
        Assert.Equal([1, 2, 3, 4, 5, 6], bytes.Segments.ToArray());
        Assert.Equal([5, 6], bytes.Slice(4, 2).ToArray());
    }

    private static SegmentedBytes Filled(byte[] content, int run)
    {
        var bytes = new SegmentedBytes();
        foreach (var piece in run == 0 ? [] : content.Chunk(run))
        {
            bytes.AddRange(piece);
        }

        bytes.Trim();
        return bytes;
    }

    private static byte[] Noise(int length)
    {
        var noise = new byte[length];
        new Random(7).NextBytes(noise);
        return noise;
    }
}
