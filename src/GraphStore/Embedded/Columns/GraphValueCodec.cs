using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Stemma.GraphModel.Values;

namespace Stemma.GraphStore.Embedded.Columns;

/// <summary>
/// Writes a property value as bytes and reads it back: a tag, then the content, little-endian. Equal values give equal bytes (map entries are sorted by key),
/// so the bytes can be compared, pooled and hashed instead of the values.
/// </summary>
internal static class GraphValueCodec
{
    private enum Tag : byte
    {
        Null,
        False,
        True,
        Integer,
        Float,
        Text,
        Utf16Text,
        List,
        Map,
        Date,
        LocalTime,
        Time,
        LocalDateTime,
        DateTime,
        Duration,
    }

    /// <summary>Appends a value. Throws <see cref="ArgumentException"/> for nodes, relationships and paths, which cannot be properties.</summary>
    public static void Write(GraphValue value, IBufferWriter<byte> output)
    {
        switch (value.Kind)
        {
            case GraphValueKind.Null:
                WriteTag(Tag.Null, output);
                break;
            case GraphValueKind.Boolean:
                WriteTag(value.AsBoolean() ? Tag.True : Tag.False, output);
                break;
            case GraphValueKind.Integer:
                WriteNumbers(Tag.Integer, output, value.AsInteger());
                break;
            case GraphValueKind.Float:
                WriteNumbers(Tag.Float, output, BitConverter.DoubleToInt64Bits(value.AsFloat()));
                break;
            case GraphValueKind.String:
                WriteText(value.AsString(), output);
                break;
            case GraphValueKind.List:
                WriteList(value.AsList(), output);
                break;
            case GraphValueKind.Map:
                WriteMap(value.AsMap(), output);
                break;
            default:
                WriteTemporal(value, output);
                break;
        }
    }

    /// <summary>Reads a value that takes up all the bytes. Throws <see cref="InvalidDataException"/> for anything else.</summary>
    public static GraphValue Read(ReadOnlySpan<byte> bytes)
    {
        var value = ReadNext(ref bytes);
        return bytes.IsEmpty ? value : throw new InvalidDataException("A stored value is followed by stray bytes.");
    }

    private static void WriteTag(Tag tag, IBufferWriter<byte> output) => output.Write([(byte)tag]);

    private static void WriteNumbers(Tag tag, IBufferWriter<byte> output, params ReadOnlySpan<long> numbers)
    {
        WriteTag(tag, output);
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteInt64LittleEndian(output.GetSpan(8), number);
            output.Advance(8);
        }
    }

    private static void WriteLength(int length, IBufferWriter<byte> output)
    {
        BinaryPrimitives.WriteInt32LittleEndian(output.GetSpan(4), length);
        output.Advance(4);
    }

    private static void WriteText(string text, IBufferWriter<byte> output)
    {
        var asUtf8 = TextValues.CanHold(text);
        WriteTag(asUtf8 ? Tag.Text : Tag.Utf16Text, output);
        if (asUtf8)
        {
            WriteLength(Encoding.UTF8.GetByteCount(text), output);
            Encoding.UTF8.GetBytes(text, output);
        }
        else
        {
            WriteLength(text.Length * 2, output);
            foreach (var unit in text)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(output.GetSpan(2), unit);
                output.Advance(2);
            }
        }
    }

    private static void WriteList(IReadOnlyList<GraphValue> list, IBufferWriter<byte> output)
    {
        WriteTag(Tag.List, output);
        WriteLength(list.Count, output);
        foreach (var item in list)
        {
            Write(item, output);
        }
    }

    private static void WriteMap(IReadOnlyDictionary<string, GraphValue> map, IBufferWriter<byte> output)
    {
        WriteTag(Tag.Map, output);
        WriteLength(map.Count, output);
        foreach (var (key, value) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            WriteText(key, output);
            Write(value, output);
        }
    }

    private static void WriteTemporal(GraphValue value, IBufferWriter<byte> output)
    {
        switch (value.As<object>())
        {
            case DateValue date:
                WriteNumbers(Tag.Date, output, date.EpochDay);
                break;
            case LocalTimeValue time:
                WriteNumbers(Tag.LocalTime, output, time.NanosecondOfDay);
                break;
            case TimeValue time:
                WriteNumbers(Tag.Time, output, time.NanosecondOfDay, time.OffsetSeconds);
                break;
            case LocalDateTimeValue at:
                WriteNumbers(Tag.LocalDateTime, output, at.EpochDay, at.NanosecondOfDay);
                break;
            case DateTimeValue at:
                WriteNumbers(Tag.DateTime, output, at.EpochDay, at.NanosecondOfDay, at.OffsetSeconds);
                Write(GraphValue.From(at.Zone), output);
                break;
            case DurationValue duration:
                WriteNumbers(Tag.Duration, output, duration.Months, duration.Days, duration.Seconds, duration.Nanoseconds);
                break;
            default:
                throw new ArgumentException($"A {value.Kind} cannot be a property value.", nameof(value));
        }
    }

    private static GraphValue ReadNext(ref ReadOnlySpan<byte> bytes)
    {
        var tag = (Tag)Take(ref bytes, 1)[0];
        return tag switch
        {
            Tag.Null => GraphValue.Null,
            Tag.False => GraphValue.False,
            Tag.True => GraphValue.True,
            Tag.Integer => GraphValue.From(ReadNumber(ref bytes)),
            Tag.Float => GraphValue.From(BitConverter.Int64BitsToDouble(ReadNumber(ref bytes))),
            Tag.Text => GraphValue.From(Encoding.UTF8.GetString(Take(ref bytes, ReadLength(ref bytes)))),
            Tag.Utf16Text => GraphValue.From(ReadUtf16(Take(ref bytes, ReadLength(ref bytes)))),
            Tag.List => ReadList(ref bytes),
            Tag.Map => ReadMap(ref bytes),
            Tag.Date => GraphValue.From(new DateValue(ReadNumber(ref bytes))),
            Tag.LocalTime => GraphValue.From(new LocalTimeValue(ReadNumber(ref bytes))),
            Tag.Time => GraphValue.From(new TimeValue(ReadNumber(ref bytes), (int)ReadNumber(ref bytes))),
            Tag.LocalDateTime => GraphValue.From(new LocalDateTimeValue(ReadNumber(ref bytes), ReadNumber(ref bytes))),
            Tag.DateTime => GraphValue.From(new DateTimeValue(
                ReadNumber(ref bytes), ReadNumber(ref bytes), (int)ReadNumber(ref bytes), ReadZone(ref bytes))),
            Tag.Duration => GraphValue.From(new DurationValue(
                ReadNumber(ref bytes), ReadNumber(ref bytes), ReadNumber(ref bytes), (int)ReadNumber(ref bytes))),
            _ => throw new InvalidDataException($"A stored value begins with the unknown tag {(byte)tag}."),
        };
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> bytes, int length)
    {
        if ((uint)length > (uint)bytes.Length)
        {
            throw new InvalidDataException("A stored value ends too early.");
        }

        var taken = bytes[..length];
        bytes = bytes[length..];
        return taken;
    }

    private static long ReadNumber(ref ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt64LittleEndian(Take(ref bytes, 8));

    private static int ReadLength(ref ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt32LittleEndian(Take(ref bytes, 4));

    private static string? ReadZone(ref ReadOnlySpan<byte> bytes)
    {
        var zone = ReadNext(ref bytes);
        return zone.IsNull ? null : zone.AsString();
    }

    private static string ReadUtf16(ReadOnlySpan<byte> bytes) => new(MemoryMarshal.Cast<byte, char>(bytes));

    private static GraphValue ReadList(ref ReadOnlySpan<byte> bytes)
    {
        var items = new GraphValue[CheckedCount(ReadLength(ref bytes), bytes)];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = ReadNext(ref bytes);
        }

        return GraphValue.From(items);
    }

    private static GraphValue ReadMap(ref ReadOnlySpan<byte> bytes)
    {
        var count = CheckedCount(ReadLength(ref bytes), bytes);
        var map = new Dictionary<string, GraphValue>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var key = ReadNext(ref bytes).AsString();
            map[key] = ReadNext(ref bytes);
        }

        return GraphValue.From(map);
    }

    // Each item has at least a tag byte, so a larger count means damage and must not be allocated.
    private static int CheckedCount(int count, ReadOnlySpan<byte> rest) =>
        (uint)count <= (uint)rest.Length ? count : throw new InvalidDataException("A stored list or map is longer than its bytes.");
}
