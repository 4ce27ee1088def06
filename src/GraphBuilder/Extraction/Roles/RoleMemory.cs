using System.Runtime.CompilerServices;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Text;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Roles;

/// <summary>What other papers do with a name.</summary>
internal readonly ref struct RoleRecord
{
    private readonly ReadOnlySpan<byte> _bytes;

    /// <summary>Reads a record; an empty span is the record of an unknown name.</summary>
    public RoleRecord(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>False for a name found in fewer than <see cref="RoleMemory.FewestPapers"/> papers.</summary>
    public bool IsKnown => !_bytes.IsEmpty;

    /// <summary>Binary logarithm of the number of papers; 0 where unknown.</summary>
    public float Papers => IsKnown ? _bytes[0] / RoleMemory.PaperSteps : 0;

    /// <summary>Mean probability (0..1) that the judge gave the concept; -1 where unknown, as are all shares.</summary>
    public float Judgement => Share(1);

    /// <summary>Share of the papers that name it in their title.</summary>
    public float Title => Share(2);

    /// <summary>Share of one role.</summary>
    public float Role(ConceptRole role) => Share(3 + (int)role);

    /// <summary>Share of one type.</summary>
    public float Type(ConceptType type) => Share(3 + RoleClassifier.Roles + (int)type);

    private float Share(int at) => IsKnown ? _bytes[at] / 255f : -1;
}

/// <summary>
/// How often a name has each role in a large unlabelled corpus, according to a classifier that sees the words around the name but never the name itself: Adam is used, DPO is built on,
/// ImageNet is evaluated on (corpus-wide evidence after Krishnan and Manning 2006; two views of one example after Blum and Mitchell 1998). Immutable and thread-safe.
/// </summary>
[SkipLocalsInit]
internal sealed class RoleMemory
{
    /// <summary>Names in fewer papers are not kept: the paper being read may be one of these.</summary>
    public const int FewestPapers = 3;

    /// <summary>Stored steps per unit of the logarithm of the number of papers.</summary>
    public const float PaperSteps = 16;

    /// <summary>Leading bits of a key that select its bucket; some nine names share one.</summary>
    private const int Bits = 12;

    /// <summary>Bytes of one record: papers, judgement, title, roles, types.</summary>
    public static readonly int RecordBytes = 3 + RoleClassifier.Roles + Enum.GetValues<ConceptType>().Length;

    private readonly uint[] _keys;
    private readonly byte[] _records;
    private readonly int[] _firstOfBits = new int[(1 << Bits) + 1];

    /// <summary>Creates the memory from a table.</summary>
    /// <param name="keys">Hashes of folded names, ascending.</param>
    /// <param name="records"><see cref="RecordBytes"/> per name.</param>
    public RoleMemory(uint[] keys, byte[] records)
    {
        if (records.Length != keys.Length * RecordBytes)
        {
            throw new InvalidDataException($"a memory of {keys.Length} names cannot have {records.Length} bytes");
        }

        _keys = keys;
        _records = records;
        foreach (var key in keys)
        {
            _firstOfBits[(key >> (32 - Bits)) + 1]++;
        }

        for (var at = 1; at < _firstOfBits.Length; at++)
        {
            _firstOfBits[at] += _firstOfBits[at - 1];
        }
    }

    /// <summary>A memory without names.</summary>
    public static RoleMemory Empty { get; } = new([], []);

    /// <summary>Number of names.</summary>
    public int Count => _keys.Length;

    /// <summary>Key of a name.</summary>
    public static uint KeyOf(ReadOnlySpan<char> name)
    {
        Span<char> folded = name.Length <= NameFolding.UsualLength ? stackalloc char[NameFolding.UsualLength] : new char[name.Length];
        return FeatureHash.Of(NameFolding.Fold(name, folded));
    }

    /// <summary>The record of a concept: that of its surface form found in most papers. Cached in the concept until its number of forms changes.</summary>
    public RoleRecord Find(ConceptDraft concept)
    {
        if (!ReferenceEquals(concept.Remembered.By, this) || concept.Remembered.Forms != concept.Surfaces.Count)
        {
            var (best, papers) = (-1, 0);
            foreach (var surface in concept.Surfaces)
            {
                var at = IndexOf(surface);
                (best, papers) = at >= 0 && _records[at * RecordBytes] > papers ? (at, _records[at * RecordBytes]) : (best, papers);
            }

            concept.Remembered = (this, concept.Surfaces.Count, best);
        }

        return RecordAt(concept.Remembered.At);
    }

    /// <summary>The record of one name.</summary>
    public RoleRecord Find(ReadOnlySpan<char> name) => RecordAt(IndexOf(name));

    private RoleRecord RecordAt(int index) => index < 0 ? default : new RoleRecord(_records.AsSpan(index * RecordBytes, RecordBytes));

    /// <summary>Scans the bucket of the key; keys are evenly distributed, so that buckets are small.</summary>
    private int IndexOf(ReadOnlySpan<char> name)
    {
        var key = KeyOf(name);
        var (first, end) = (_firstOfBits[key >> (32 - Bits)], _firstOfBits[(key >> (32 - Bits)) + 1]);
        var at = _keys.AsSpan(first, end - first).IndexOf(key);
        return at < 0 ? -1 : first + at;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static RoleMemory Read(BinaryReader reader)
    {
        var keys = new uint[reader.ReadInt32()];
        foreach (ref var key in keys.AsSpan())
        {
            key = reader.ReadUInt32();
        }

        var records = new byte[keys.Length * RecordBytes];
        reader.BaseStream.ReadExactly(records);
        return new RoleMemory(keys, records);
    }

    /// <summary>Writes the table; the same table gives the same bytes.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(_keys.Length);
        foreach (var key in _keys)
        {
            writer.Write(key);
        }

        writer.Write(_records);
    }
}
