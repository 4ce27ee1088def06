using System.Buffers.Binary;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Temporals;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Functions;

/// <summary>Functions on values of any kind.</summary>
internal static class ScalarFunctions
{
    public static IEnumerable<CypherFunction> All =>
    [
        new("coalesce", [ValueKinds.Any], ValueKinds.Any, Coalesce) { MaxArity = int.MaxValue, TakesNull = true },
        new("valueType", [ValueKinds.Any], ValueKinds.String, (_, a) => GraphValue.From(TypeName.Full(a[0]))) { TakesNull = true },
        new("nullIf", [ValueKinds.Any, ValueKinds.Any], ValueKinds.Any, NullIf) { TakesNull = true },
        new("size", [ValueKinds.List | ValueKinds.String], ValueKinds.Integer, Size) { ReadsInPlace = true },
        new("isEmpty", [ValueKinds.List | ValueKinds.String | ValueKinds.Map], ValueKinds.Boolean, IsEmpty) { ReadsInPlace = true },
        new("timestamp", [], ValueKinds.Integer, (context, _) => GraphValue.From(Milliseconds(context.StatementTime))),
        new("randomUUID", [], ValueKinds.String, RandomUuid) { IsDeterministic = false },
    ];

    private static GraphValue Coalesce(FunctionContext context, ReadOnlySpan<GraphValue> arguments)
    {
        foreach (var argument in arguments)
        {
            if (!argument.IsNull)
            {
                return argument;
            }
        }

        return GraphValue.Null;
    }

    private static GraphValue NullIf(FunctionContext context, ReadOnlySpan<GraphValue> arguments) =>
        ValueEquivalence.Instance.Equals(arguments[0], arguments[1]) ? GraphValue.Null : arguments[0];

    private static GraphValue Size(FunctionContext context, ReadOnlySpan<GraphValue> arguments) =>
        GraphValue.From(arguments[0].IsString ? CodePoints.Count(arguments[0].AsString()) : arguments[0].AsList().Count);

    private static GraphValue IsEmpty(FunctionContext context, ReadOnlySpan<GraphValue> arguments) => GraphValue.From(arguments[0].Kind switch
    {
        GraphValueKind.String => arguments[0].AsString().Length == 0,
        GraphValueKind.List => arguments[0].AsList().Count == 0,
        _ => arguments[0].AsMap().Count == 0,
    });

    private static long Milliseconds(DateTimeValue instant) => (instant.EpochSecond() * 1000) + (instant.NanosecondOfSecond() / 1_000_000);

    /// <summary>A version 4 UUID (RFC 9562, section 5.4) from the statement's random numbers.</summary>
    private static GraphValue RandomUuid(FunctionContext context, ReadOnlySpan<GraphValue> arguments)
    {
        Span<byte> bytes = stackalloc byte[16];
        context.Random.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        var uuid = new Guid(
            BinaryPrimitives.ReadInt32BigEndian(bytes), BinaryPrimitives.ReadInt16BigEndian(bytes[4..]), BinaryPrimitives.ReadInt16BigEndian(bytes[6..]),
            bytes[8], bytes[9], bytes[10], bytes[11], bytes[12], bytes[13], bytes[14], bytes[15]);
        return GraphValue.From(uuid.ToString("D"));
    }
}
