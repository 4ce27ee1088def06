using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Functions;

/// <summary>Functions on strings; positions and lengths count code points.</summary>
internal static class StringFunctions
{
    public static IEnumerable<CypherFunction> All =>
    [
        Text("toLower", text => text.ToLowerInvariant()),
        Text("lower", text => text.ToLowerInvariant()),
        Text("toUpper", text => text.ToUpperInvariant()),
        Text("upper", text => text.ToUpperInvariant()),
        Trim("trim", (text, set) => text.Trim(set)),
        Trim("lTrim", (text, set) => text.TrimStart(set)),
        Trim("rTrim", (text, set) => text.TrimEnd(set)),
        Trim("btrim", (text, set) => text.Trim(set)),
        new("replace", [ValueKinds.String, ValueKinds.String, ValueKinds.String], ValueKinds.String, Replace),
        new("substring", [ValueKinds.String, ValueKinds.Integer, ValueKinds.Integer], ValueKinds.String, Substring) { MinArity = 2 },
        new("left", [ValueKinds.String, ValueKinds.Integer], ValueKinds.String, (_, a) => Left(a[0].AsString(), a[1].AsInteger())),
        new("right", [ValueKinds.String, ValueKinds.Integer], ValueKinds.String, (_, a) => Right(a[0].AsString(), a[1].AsInteger())),
        new("split", [ValueKinds.String, ValueKinds.String | ValueKinds.List], ValueKinds.List, Split),
        new("char_length", [ValueKinds.String], ValueKinds.Integer, (_, a) => GraphValue.From(CodePoints.Count(a[0].AsString()))),
        new("character_length", [ValueKinds.String], ValueKinds.Integer, (_, a) => GraphValue.From(CodePoints.Count(a[0].AsString()))),
    ];

    private static CypherFunction Text(string name, Func<string, string> change) =>
        new(name, [ValueKinds.String], ValueKinds.String, (_, a) => GraphValue.From(change(a[0].AsString())));

    /// <summary>Trims white space, or the characters of a second argument.</summary>
    private static CypherFunction Trim(string name, Func<string, char[]?, string> trim) =>
        new(name, [ValueKinds.String, ValueKinds.String], ValueKinds.String,
            (_, a) => GraphValue.From(trim(a[0].AsString(), a.Length > 1 ? a[1].AsString().ToCharArray() : null))) { MinArity = 1 };

    private static GraphValue Replace(FunctionContext context, ReadOnlySpan<GraphValue> arguments)
    {
        var (text, part, by) = (arguments[0].AsString(), arguments[1].AsString(), arguments[2].AsString());
        TextLimit.CheckSearch(text, part);
        long places = part.Length == 0 ? CodePoints.Count(text) + 1 : text.AsSpan().Count(part);
        TextLimit.Check(text.Length + (places * (by.Length - part.Length)));
        return GraphValue.From(part.Length == 0
            ? string.Concat(text.EnumerateRunes().Select(rune => by + rune)) + by
            : text.Replace(part, by, StringComparison.Ordinal));
    }

    private static GraphValue Substring(FunctionContext context, ReadOnlySpan<GraphValue> arguments)
    {
        var length = arguments.Length > 2 ? arguments[2].AsInteger() : long.MaxValue;
        return GraphValue.From(CodePoints.Slice(arguments[0].AsString(), NotNegative(arguments[1].AsInteger()), NotNegative(length)));
    }

    private static GraphValue Left(string text, long length) => GraphValue.From(CodePoints.Slice(text, 0, NotNegative(length)));

    private static GraphValue Right(string text, long length) =>
        GraphValue.From(CodePoints.Slice(text, Math.Max(0, CodePoints.Count(text) - NotNegative(length)), long.MaxValue));

    private static GraphValue Split(FunctionContext context, ReadOnlySpan<GraphValue> arguments)
    {
        var text = arguments[0].AsString();
        var separators = arguments[1].IsString ? [arguments[1].AsString()] : arguments[1].AsList().Select(Separator).ToArray();
        Array.ForEach(separators, separator => TextLimit.CheckSearch(text, separator));
        if (separators.Length == 0)
        {
            // Without separators, string.Split would split at white space.
            return GraphValue.FromStrings([text]);
        }

        var isWhole = separators.All(separator => separator.Length > 0);
        ListLimit.CheckTexts(isWhole ? separators.Sum(separator => (long)text.AsSpan().Count(separator)) : text.Length);
        return isWhole
            ? GraphValue.FromStrings(text.Split(separators, StringSplitOptions.None))
            : GraphValue.FromStrings(text.EnumerateRunes().Select(rune => rune.ToString()));
    }

    private static string Separator(GraphValue value) =>
        value.IsString ? value.AsString() : throw RuntimeFault.InvalidArgumentType($"split() takes STRING separators, not {TypeName.Of(value)}.");

    private static long NotNegative(long number) =>
        number >= 0 ? number : throw RuntimeFault.Argument("NumberOutOfRange", $"A position or length must not be negative: {number}.");
}
