using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Hashing;
using System.Runtime.ExceptionServices;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Stemma.GraphStore.Embedded.Storage;

/// <summary>
/// The sections of a graph file: named byte arrays, in parts of 8 MB that are packed and unpacked on all processors.
/// The digest over names, lengths and checksums identifies the graph and reveals a missing section.
/// </summary>
internal static class SectionTable
{
    private const int PartLength = 8 << 20;

    /// <summary>Arrays in the pool, one per part that is being unpacked. With more processors, further arrays are allocated.</summary>
    private const int PartsAtOnce = 8;

    /// <summary>Writes all sections; returns their digest.</summary>
    public static string Write(SqliteConnection connection, IEnumerable<(string Name, ReadOnlySequence<byte> Content)> sections, CancellationToken cancellationToken)
    {
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO section (name, part, length, checksum, compressed, content) VALUES ($name, $part, $length, $checksum, $compressed, $content)";
        var digest = new SectionDigest();
        var parts = sections
            .SelectMany(section => PartsOf(section.Content).Select((part, number) => (section.Name, Number: number, Content: part)))
            .AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(part => (part.Name, part.Number, part.Content.Length, Packed: PackedBytes.Pack(part.Content.Span)));
        foreach (var (name, number, length, packed) in parts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            insert.Parameters.Clear();
            insert.Parameters.AddWithValue("$name", name);
            insert.Parameters.AddWithValue("$part", number);
            insert.Parameters.AddWithValue("$length", length);
            insert.Parameters.AddWithValue("$checksum", packed.Checksum);
            insert.Parameters.AddWithValue("$compressed", packed.IsCompressed);
            insert.Parameters.AddWithValue("$content", packed.Content);
            insert.ExecuteNonQuery();
            digest.Add(name, number, length, packed.Checksum);
        }

        return digest.ToString();
    }

    /// <summary>Reads all sections, and throws <see cref="GraphFileException"/> if one is damaged or missing.</summary>
    public static Dictionary<string, byte[]> Read(SqliteConnection connection, string path, string expectedDigest, CancellationToken cancellationToken)
    {
        var sections = Allocate(connection, path, expectedDigest);

        // A pool of its own, freed when the graph is loaded: the shared pool would keep a hundred megabytes for a minute.
        var pool = ArrayPool<byte>.Create(PartLength, PartsAtOnce);
        try
        {
            Parallel.ForEach(
                Partitioner.Create(ReadParts(connection, pool), EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { CancellationToken = cancellationToken },
                part => Unpack(part, sections[part.Name], path, pool));
        }
        catch (AggregateException e)
        {
            // Several parts may be damaged; reporting one is enough.
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }

        return sections;
    }

    /// <summary>The exception for a part of a file that differs from what was written.</summary>
    public static GraphFileException Damaged(string path, string what, Exception? cause = null) =>
        new(GraphFileFault.Damaged, path, $"{path} is damaged: {what}. Build it again, or restore a copy.", cause);

    private static IEnumerable<ReadOnlyMemory<byte>> PartsOf(ReadOnlySequence<byte> content)
    {
        // An empty section has one empty part, so that it is not taken for a missing one.
        for (var start = 0L; start == 0 || start < content.Length; start += PartLength)
        {
            var part = content.Slice(start, Math.Min(PartLength, content.Length - start));
            yield return part.First.Length == part.Length ? part.First : part.ToArray();
        }
    }

    private static void Unpack(StoredPart part, byte[] section, string path, ArrayPool<byte> pool)
    {
        var isGood = PackedBytes.TryUnpack(part.Checksum, part.IsCompressed, part.Content.AsSpan(0, part.ContentLength), section.AsSpan(part.Number * PartLength, part.Length));
        pool.Return(part.Content);
        if (!isGood)
        {
            throw Damaged(path, $"the section {part.Name} does not match its checksum in part {part.Number}");
        }
    }

    private static Dictionary<string, byte[]> Allocate(SqliteConnection connection, string path, string expectedDigest)
    {
        using var select = connection.CreateCommand();
        select.CommandText = "SELECT name, part, length, checksum FROM section ORDER BY rowid";
        var lengths = new Dictionary<string, int>(StringComparer.Ordinal);
        var digest = new SectionDigest();
        using (var reader = select.ExecuteReader())
        {
            while (reader.Read())
            {
                var name = reader.GetString(0);
                digest.Add(name, reader.GetInt32(1), reader.GetInt32(2), reader.GetInt64(3));
                lengths[name] = lengths.GetValueOrDefault(name) + reader.GetInt32(2);
            }
        }

        return digest.ToString() == expectedDigest
            ? lengths.ToDictionary(pair => pair.Key, pair => GC.AllocateUninitializedArray<byte>(pair.Value), StringComparer.Ordinal)
            : throw Damaged(path, "its list of sections does not match its checksum");
    }

    /// <summary>Reads the parts into pooled arrays; new arrays would be garbage of the size of the file.</summary>
    private static IEnumerable<StoredPart> ReadParts(SqliteConnection connection, ArrayPool<byte> pool)
    {
        using var select = connection.CreateCommand();
        select.CommandText = "SELECT name, part, length, checksum, compressed, content FROM section ORDER BY rowid";
        using var reader = select.ExecuteReader();
        while (reader.Read())
        {
            var length = (int)reader.GetBytes(5, 0, null, 0, 0);
            var content = pool.Rent(length);
            reader.GetBytes(5, 0, content, 0, length);
            yield return new StoredPart(reader.GetString(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt64(3), reader.GetBoolean(4), content, length);
        }
    }

    /// <summary>A part of a section as stored in the file.</summary>
    /// <param name="Name">Name of the section.</param>
    /// <param name="Number">Number of the part in the section.</param>
    /// <param name="Length">Length of the original.</param>
    /// <param name="Checksum">Checksum of the original.</param>
    /// <param name="IsCompressed">Whether the content is a Zstandard frame.</param>
    /// <param name="Content">A pooled array that begins with the stored bytes.</param>
    /// <param name="ContentLength">Number of stored bytes.</param>
    private sealed record StoredPart(string Name, int Number, int Length, long Checksum, bool IsCompressed, byte[] Content, int ContentLength);

    private sealed class SectionDigest
    {
        private readonly XxHash128 _hash = new();

        public void Add(string name, int part, int length, long checksum) =>
            _hash.Append(Encoding.UTF8.GetBytes($"{name}\n{part}\n{length}\n{checksum}\n"));

        public override string ToString() => Convert.ToHexStringLower(_hash.GetCurrentHash());
    }
}
