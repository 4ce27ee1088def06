using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Values;

/// <summary>
/// Estimates the memory that values take, for limits. The figures follow the object layouts of 64-bit .NET: 16 bytes for a value, 24 for an object with one field,
/// 22 plus 2 per character for a string, about 56 for a dictionary entry with its key.
/// </summary>
public static class ValueSize
{
    /// <summary>Bytes of a value itself in an array or list.</summary>
    public const int OfReference = 16;

    /// <summary>Bytes of a value in a list that doubles when it is full: its entry, a spare one, and the entry it is copied from.</summary>
    public static long InGrowingList(GraphValue value) => Of(value) + (2 * OfReference);

    /// <summary>Bytes of a value including objects that only it refers to; entities held by number, and computed lists, count only the value itself.</summary>
    public static long Of(GraphValue value)
    {
        switch (value.Kind)
        {
            case GraphValueKind.String:
                return OfReference + 22 + (2L * value.AsString().Length);
            case GraphValueKind.List when value.AsList() is not GraphValue[] and not List<GraphValue>:
                return OfReference + 40;
            case GraphValueKind.List:
                var bytes = OfReference + 24L;
                var elements = value.AsList();
                for (var i = 0; i < elements.Count; i++)
                {
                    bytes += Of(elements[i]);
                }

                return bytes;
            case GraphValueKind.Map:
                return OfReference + 80 + value.AsMap().Sum(pair => 56 + (2L * pair.Key.Length) + Of(pair.Value));
            case GraphValueKind.Path:
                return OfReference + 80 + (12L * PathSteps.Length(value));
            case >= GraphValueKind.Date:
                return OfReference + 40;
            default:
                return OfReference;
        }
    }
}
