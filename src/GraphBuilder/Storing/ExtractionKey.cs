using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Storing;

/// <summary>Cache key of an extraction: a hash of everything it depends on.</summary>
internal static class ExtractionKey
{
    // The lexicon and the models are resources of the assembly, so its version id identifies rules, lexicon and models together.
    private static readonly string Extractor = typeof(PaperExtractor).Module.ModuleVersionId.ToString();

    /// <summary>The key of a record's extraction, 32 bytes.</summary>
    public static byte[] Of(PaperRecord record)
    {
        ReadOnlySpan<string> parts = [Extractor, "\n", record.Title, "\n", record.Abstract];
        var longest = 0;
        foreach (var part in parts)
        {
            longest += Encoding.UTF8.GetMaxByteCount(part.Length);
        }

        var lent = ArrayPool<byte>.Shared.Rent(longest);
        var length = 0;
        foreach (var part in parts)
        {
            length += Encoding.UTF8.GetBytes(part, lent.AsSpan(length));
        }

        var key = SHA256.HashData(lent.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(lent);
        return key;
    }
}
