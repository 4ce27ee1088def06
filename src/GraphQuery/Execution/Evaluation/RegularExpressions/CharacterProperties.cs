namespace Stemma.GraphQuery.Execution.Evaluation.RegularExpressions;

/// <summary>
/// The names in \p{…}: POSIX classes, general categories, binary properties and blocks; java.util.regex.Pattern, sections "POSIX character classes" and
/// "Unicode support". .NET has no data on scripts.
/// </summary>
internal static class CharacterProperties
{
    private static readonly Dictionary<string, CodePointSet> Ascii = new(StringComparer.Ordinal)
    {
        ["ASCII"] = CodePointSet.Parse("0-7F"),
        ["Alnum"] = CodePointSet.Parse("30-39 41-5A 61-7A"),
        ["Alpha"] = CodePointSet.Parse("41-5A 61-7A"),
        ["Blank"] = CodePointSet.Parse("9 20"),
        ["Cntrl"] = CodePointSet.Parse("0-1F 7F"),
        ["Digit"] = CodePointSet.Parse("30-39"),
        ["Graph"] = CodePointSet.Parse("21-7E"),
        ["Lower"] = CodePointSet.Parse("61-7A"),
        ["Print"] = CodePointSet.Parse("20-7E"),
        ["Punct"] = CodePointSet.Parse("21-2F 3A-40 5B-60 7B-7E"),
        ["Space"] = CodePointSet.Parse("9-D 20"),
        ["Upper"] = CodePointSet.Parse("41-5A"),
        ["XDigit"] = CodePointSet.Parse("30-39 41-46 61-66"),
        ["L1"] = CodePointSet.Parse("0-FF"),
        ["all"] = CodePointSet.All,
    };

    private static readonly Lazy<Dictionary<string, CodePointSet>> Blocks = new(() => UnicodeTables.Blocks
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(block => block.Split('='))
        .ToDictionary(block => BlockKey(block[0]), block => CodePointSet.Parse(block[1]), StringComparer.Ordinal));

    /// <summary>The set with this name, or null.</summary>
    public static CodePointSet? Find(string name, PatternFlags flags)
    {
        if (name.IndexOf('=') is var equals and >= 0)
        {
            return FindValue(name[..equals].ToLowerInvariant(), name[(equals + 1)..], flags);
        }

        if (name.StartsWith("In", StringComparison.Ordinal))
        {
            return Blocks.Value.GetValueOrDefault(BlockKey(name[2..]));
        }

        if (name.StartsWith("Is", StringComparison.Ordinal))
        {
            return FindBinary(name[2..].ToUpperInvariant(), flags) ?? FindPlain(name[2..], flags);
        }

        return (flags.HasFlag(PatternFlags.UnicodeClasses) ? FindPosix(name.ToUpperInvariant(), flags) : null) ?? FindPlain(name, flags);
    }

    private static CodePointSet? FindValue(string key, string value, PatternFlags flags) => key switch
    {
        "gc" or "general_category" => FindPlain(value, flags),
        "blk" or "block" => Blocks.Value.GetValueOrDefault(BlockKey(value)),
        _ => null,
    };

    /// <summary>ASCII classes, categories and the methods of java.lang.Character. With (?i), Lu, Ll and Lt are equal, and so are POSIX Lower and Upper.</summary>
    private static CodePointSet? FindPlain(string name, PatternFlags flags) => name switch
    {
        "Lower" or "Upper" when flags.HasFlag(PatternFlags.IgnoreCase) => Ascii["Alpha"],
        "Lu" or "Ll" or "Lt" when flags.HasFlag(PatternFlags.IgnoreCase) => CharacterSets.FindCategory("LC"),
        "javaAlphabetic" => CharacterSets.Alphabetic,
        "javaDigit" => CharacterSets.Category("Nd"),
        "javaLetter" => CharacterSets.Category("L"),
        "javaLetterOrDigit" => CharacterSets.FindCategory("LD"),
        "javaLowerCase" => FindPosix("LOWER", flags),
        "javaUpperCase" => FindPosix("UPPER", flags),
        _ => Ascii.GetValueOrDefault(name) ?? CharacterSets.FindCategory(name),
    };

    /// <summary>Binary properties, by name in capitals.</summary>
    private static CodePointSet? FindBinary(string name, PatternFlags flags) => name switch
    {
        "ALPHABETIC" => CharacterSets.Alphabetic,
        "ASSIGNED" => CharacterSets.Category("Cn").Complement(),
        "CONTROL" => CharacterSets.Category("Cc"),
        "HEX_DIGIT" or "HEXDIGIT" => FindPosix("XDIGIT", flags),
        "IDEOGRAPHIC" => CodePointSet.Parse(UnicodeTables.Ideographic),
        "JOIN_CONTROL" or "JOINCONTROL" => CharacterSets.JoinControl,
        "LETTER" => CharacterSets.Category("L"),
        "LOWERCASE" => FindPosix("LOWER", flags),
        "NONCHARACTER_CODE_POINT" or "NONCHARACTERCODEPOINT" => CodePointSet.Where(point => (point & 0xFFFE) == 0xFFFE || point is >= 0xFDD0 and <= 0xFDEF),
        "PUNCTUATION" => CharacterSets.Category("P"),
        "TITLECASE" => flags.HasFlag(PatternFlags.IgnoreCase) ? FindPosix("LOWER", flags) : CharacterSets.Category("Lt"),
        "UPPERCASE" => FindPosix("UPPER", flags),
        "WHITE_SPACE" or "WHITESPACE" => CharacterSets.WhiteSpace,
        "WORD" => CharacterSets.Word,
        _ => FindPosix(name, flags),
    };

    /// <summary>POSIX classes beyond ASCII: UTS 18, Annex C.</summary>
    private static CodePointSet? FindPosix(string name, PatternFlags flags) => name switch
    {
        "ALNUM" => CharacterSets.Alphabetic.Union(CharacterSets.Category("Nd")),
        "ALPHA" => CharacterSets.Alphabetic,
        "BLANK" => CharacterSets.Category("Zs").Union(CodePointSet.Parse("9")),
        "CNTRL" => CharacterSets.Category("Cc"),
        "DIGIT" => CharacterSets.Category("Nd"),
        "GRAPH" => Graphic(),
        "LOWER" or "UPPER" when flags.HasFlag(PatternFlags.IgnoreCase) => CharacterSets.Lowercase.Union(CharacterSets.Uppercase).Union(CharacterSets.Category("Lt")),
        "LOWER" => CharacterSets.Lowercase,
        "PRINT" => Graphic().Union(CharacterSets.Category("Zs")),
        "PUNCT" => CharacterSets.Category("P"),
        "SPACE" => CharacterSets.WhiteSpace,
        "UPPER" => CharacterSets.Uppercase,
        "XDIGIT" => CharacterSets.Category("Nd").Union(CodePointSet.Parse("41-46 61-66 FF21-FF26 FF41-FF46")),
        _ => null,
    };

    private static CodePointSet Graphic() => CharacterSets.WhiteSpace.Union(CharacterSets.Category("Cc", "Cs", "Cn")).Complement();

    /// <summary>Greek_Extended, GREEK EXTENDED and GreekExtended are the same name.</summary>
    private static string BlockKey(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
