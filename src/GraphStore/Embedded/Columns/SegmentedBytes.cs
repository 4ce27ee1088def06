using System.Buffers;

namespace Stemma.GraphStore.Embedded.Columns;

/// <summary>
/// Bytes that grow at their end without being moved: otherwise hundreds of megabytes of text would be copied again and again, and the copies would fill the heap. They are
/// kept in segments of 8 MB, the size of the parts in which a file stores them, until requested in one piece. One writer; concurrent readers are safe.
/// </summary>
internal sealed class SegmentedBytes
{
    private const int SegmentBits = 23;
    private const int SegmentLength = 1 << SegmentBits;

    private readonly Lock _joining = new();
    private volatile List<byte[]> _segments = [];
    private volatile byte[]? _whole;

    /// <summary>Creates an empty buffer.</summary>
    public SegmentedBytes()
    {
    }

    /// <summary>Adopts an array without copying it.</summary>
    public SegmentedBytes(byte[] whole) => (_whole, Count) = (whole, whole.Length);

    /// <summary>Number of bytes.</summary>
    public int Count { get; private set; }

    /// <summary>All bytes in one piece, in which they are kept from then on; valid until the next <see cref="AddRange"/>.</summary>
    public ReadOnlyMemory<byte> Whole => _whole ?? Join();

    /// <summary>All bytes as stored, without joining them; valid until the next <see cref="AddRange"/>.</summary>
    public ReadOnlySequence<byte> Segments
    {
        get
        {
            var segments = _segments;
            if (_whole is not null || segments.Count == 0)
            {
                return new ReadOnlySequence<byte>(_whole ?? []);
            }

            var first = new Segment(segments[0].AsMemory(0, LengthOf(0)), null);
            var last = first;
            for (var at = 1; at < segments.Count; at++)
            {
                last = new Segment(segments[at].AsMemory(0, LengthOf(at)), last);
            }

            return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
        }
    }

    /// <summary>A range of the bytes; copied if it crosses a segment boundary, which is rare.</summary>
    public ReadOnlySpan<byte> Slice(int start, int length)
    {
        // In this order, because Join sets _whole before it clears _segments.
        var segments = _segments;
        if (_whole is { } whole)
        {
            return whole.AsSpan(start, length);
        }

        var from = start & (SegmentLength - 1);
        return length == 0 ? []
            : from + length <= SegmentLength ? segments[start >> SegmentBits].AsSpan(from, length)
            : Segments.Slice(start, length).ToArray();
    }

    /// <summary>Appends bytes. Throws <see cref="OverflowException"/> beyond 2 GB.</summary>
    public void AddRange(ReadOnlySpan<byte> bytes)
    {
        _ = checked(Count + bytes.Length);
        if (_whole is { } whole)
        {
            (_whole, Count) = (null, 0);
            AddRange(whole);
        }

        while (!bytes.IsEmpty)
        {
            var room = RoomFor(bytes.Length);
            var taken = Math.Min(room.Length, bytes.Length);
            bytes[..taken].CopyTo(room);
            bytes = bytes[taken..];
            Count += taken;
        }
    }

    /// <summary>Releases spare capacity.</summary>
    public void Trim()
    {
        if (_segments is [.., var last] segments && LengthOf(segments.Count - 1) is var used && last.Length - used > used / 8)
        {
            segments[^1] = last[..used];
        }
    }

    private int LengthOf(int segment) => Math.Min(SegmentLength, Count - (segment << SegmentBits));

    /// <summary>The free end of the last segment. The first segment doubles up to its full length; the others have it from the beginning.</summary>
    private Span<byte> RoomFor(int length)
    {
        var segments = _segments;
        var used = Count & (SegmentLength - 1);
        if (segments.Count <= Count >> SegmentBits)
        {
            segments.Add(new byte[segments.Count == 0 ? Math.Clamp(length, 16, SegmentLength) : SegmentLength]);
        }
        else if (used == segments[^1].Length)
        {
            var grown = segments[^1];
            Array.Resize(ref grown, Math.Min(SegmentLength, used + Math.Max(used, length)));
            segments[^1] = grown;
        }

        return segments[^1].AsSpan(used);
    }

    private byte[] Join()
    {
        lock (_joining)
        {
            if (_whole is null)
            {
                _whole = _segments is [var only] && only.Length == Count ? only : Segments.ToArray();
                _segments = [];
            }

            return _whole;
        }
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, Segment? before)
        {
            Memory = memory;
            if (before is not null)
            {
                RunningIndex = before.RunningIndex + before.Memory.Length;
                before.Next = this;
            }
        }
    }
}
