using System.Buffers;
using System.IO.Hashing;
using ZstdSharp;

namespace Stemma.GraphStore.Embedded.Storage;

/// <summary>Bytes as stored in a file: compressed by Zstandard if that saves an eighth, with the XXH3 checksum of the original.</summary>
/// <param name="Checksum">Checksum of the original bytes.</param>
/// <param name="IsCompressed">Whether <paramref name="Content"/> is a Zstandard frame.</param>
/// <param name="Content">The stored bytes.</param>
public readonly record struct PackedBytes(long Checksum, bool IsCompressed, byte[] Content)
{
    /// <summary>Level 1 compresses columns and sentences about as well as 3, at twice the speed.</summary>
    private const int Level = 1;

    /// <summary>Anything shorter is stored uncompressed: a frame has an overhead of 13 bytes.</summary>
    private const int ShortestToCompress = 128;

    [ThreadStatic]
    private static Compressor? compressor;

    [ThreadStatic]
    private static Decompressor? decompressor;

    /// <summary>Packs bytes. Thread-safe.</summary>
    public static PackedBytes Pack(ReadOnlySpan<byte> original)
    {
        var frame = original.Length >= ShortestToCompress ? TryCompress(original) : null;
        return new PackedBytes(ChecksumOf(original), frame is not null, frame ?? original.ToArray());
    }

    /// <summary>A frame, or null if it would not save an eighth.</summary>
    private static byte[]? TryCompress(ReadOnlySpan<byte> original)
    {
        var room = ArrayPool<byte>.Shared.Rent(Compressor.GetCompressBound(original.Length));
        var length = (compressor ??= new Compressor(Level)).Wrap(original, room);
        var frame = length <= original.Length - (original.Length / 8) ? room[..length] : null;
        ArrayPool<byte>.Shared.Return(room);
        return frame;
    }

    /// <summary>Length of the original in bytes, as stated by the frame; reliable only if the frame is undamaged.</summary>
    public int OriginalLength => IsCompressed ? (int)Decompressor.GetDecompressedSize(Content) : Content.Length;

    /// <summary>Restores the original into a span of exactly its length; false if the content is damaged.</summary>
    public bool TryUnpack(Span<byte> original) => TryUnpack(Checksum, IsCompressed, Content, original);

    /// <summary>Restores an original from content in borrowed memory.</summary>
    internal static bool TryUnpack(long checksum, bool isCompressed, ReadOnlySpan<byte> content, Span<byte> original)
    {
        if (!isCompressed)
        {
            if (content.Length != original.Length)
            {
                return false;
            }

            content.CopyTo(original);
        }
        else if (!TryDecompress(content, original))
        {
            return false;
        }

        return ChecksumOf(original) == checksum;
    }

    /// <summary>Restores an original of unknown length up to a limit; null if the content is damaged.</summary>
    public byte[]? Unpack(int longest)
    {
        if (!IsCompressed)
        {
            return ChecksumOf(Content) == Checksum ? Content : null;
        }

        var length = Decompressor.GetDecompressedSize(Content);
        var original = length <= (ulong)longest ? new byte[length] : null;
        return original is not null && TryUnpack(original) ? original : null;
    }

    private static long ChecksumOf(ReadOnlySpan<byte> bytes) => (long)XxHash3.HashToUInt64(bytes);

    private static bool TryDecompress(ReadOnlySpan<byte> content, Span<byte> original)
    {
        try
        {
            return (decompressor ??= new Decompressor()).TryUnwrap(content, original, out var written) && written == original.Length;
        }
        catch (ZstdException)
        {
            return false;
        }
    }
}
