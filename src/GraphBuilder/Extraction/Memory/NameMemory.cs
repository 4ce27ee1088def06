using System.Numerics;

namespace Stemma.GraphBuilder.Extraction.Memory;

/// <summary>Corpus statistics of one name.</summary>
/// <param name="Papers">Binary logarithm of the number of papers that contain the words.</param>
/// <param name="Share">0..1, confidence of the tagger in the name, averaged over the papers that contain the words.</param>
/// <param name="Kinds">Distribution over the kinds of <see cref="Tagging.TagSet"/>; sums to 1.</param>
internal readonly record struct NameRecord(float Papers, float Share, Vector4 Kinds);

/// <summary>
/// Names that occur in several papers of a large unlabelled corpus, with how often the tagger marked them as a mention, which separates established names from
/// passing phrases (corpus-wide label consistency, Krishnan and Manning 2006). A hash table of 32-bit fingerprints with open addressing; immutable and thread-safe.
/// </summary>
internal sealed class NameMemory
{
    /// <summary>Bytes per record, without its key: papers, share, four kinds.</summary>
    public const int RecordBytes = 6;

    private const float PaperSteps = 16;

    private readonly uint[] _keys;
    private readonly byte[] _records;

    /// <summary>Creates the memory from a table.</summary>
    /// <param name="keys">Fingerprints, 0 where a slot is free, as at least one must be; the length is a power of two.</param>
    /// <param name="records"><see cref="RecordBytes"/> per slot.</param>
    public NameMemory(uint[] keys, byte[] records)
    {
        if (!BitOperations.IsPow2(keys.Length) || records.Length != keys.Length * RecordBytes)
        {
            throw new InvalidDataException($"a memory of {keys.Length} names cannot have {records.Length} bytes");
        }

        _keys = keys;
        _records = records;
    }

    /// <summary>A memory without names.</summary>
    public static NameMemory Empty { get; } = new([0], new byte[RecordBytes]);

    /// <summary>The fingerprints.</summary>
    public ReadOnlySpan<uint> Keys => _keys;

    /// <summary>The records.</summary>
    public ReadOnlySpan<byte> Records => _records;

    /// <summary>Creates a memory of names; later ones with the fingerprint of an earlier one are dropped.</summary>
    /// <param name="names">Hashes of <see cref="PhraseHash"/>, with their statistics.</param>
    public static NameMemory Of(IReadOnlyCollection<(ulong Name, NameRecord Record)> names)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(names.Count + 1, names.Count * 3 / 2));
        var keys = new uint[size];
        var records = new byte[size * RecordBytes];
        foreach (var (name, record) in names)
        {
            var slot = Slot(keys, name);
            if (keys[slot] == 0)
            {
                keys[slot] = Fingerprint(name);
                Pack(record, records.AsSpan(slot * RecordBytes, RecordBytes));
            }
        }

        return new NameMemory(keys, records);
    }

    /// <summary>Finds the statistics of a name; false if it is unknown.</summary>
    public bool TryFind(ulong name, out NameRecord record)
    {
        var slot = Slot(_keys, name);
        if (_keys[slot] == 0)
        {
            record = default;
            return false;
        }

        var bytes = _records.AsSpan(slot * RecordBytes, RecordBytes);
        record = new NameRecord(bytes[0] / PaperSteps, bytes[1] / 255f, new Vector4(bytes[2], bytes[3], bytes[4], bytes[5]) / 255f);
        return true;
    }

    private static void Pack(NameRecord record, Span<byte> bytes)
    {
        bytes[0] = Byte(record.Papers * PaperSteps);
        bytes[1] = Byte(record.Share * 255);
        for (var kind = 0; kind < 4; kind++)
        {
            bytes[2 + kind] = Byte(record.Kinds[kind] * 255);
        }
    }

    private static byte Byte(float value) => (byte)Math.Clamp(MathF.Round(value), 0, 255);

    private static uint Fingerprint(ulong name) => (uint)(name >> 32) | 1;

    private static int Slot(uint[] keys, ulong name)
    {
        var mask = keys.Length - 1;
        var slot = (int)(uint)name & mask;
        while (keys[slot] != 0 && keys[slot] != Fingerprint(name))
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }
}
