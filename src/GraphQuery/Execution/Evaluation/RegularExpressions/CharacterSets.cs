using System.Collections.Concurrent;
using System.Globalization;

namespace Stemma.GraphQuery.Execution.Evaluation.RegularExpressions;

/// <summary>
/// The sets of the dot and of class escapes; java.util.regex.Pattern, sections "Predefined character classes" and "Unicode support". Categories are those of .NET's
/// Unicode version.
/// </summary>
internal static class CharacterSets
{
    /// <summary>Short names of the general categories, in the order of <see cref="UnicodeCategory"/>.</summary>
    private static readonly string[] CategoryNames = "Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Zs Zl Zp Cc Cf Cs Co Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Cn".Split(' ');

    private static readonly CodePointSet AllLineEnds = CodePointSet.Parse("A D 85 2028-2029");

    private static readonly CodePointSet UnixLineEnds = CodePointSet.Parse("A");

    private static readonly ConcurrentDictionary<string, CodePointSet> Categories = new(StringComparer.Ordinal);

    /// <summary>The property Join_Control.</summary>
    public static CodePointSet JoinControl { get; } = CodePointSet.Parse("200C-200D");

    private static readonly Lazy<CodePointSet> LazyAlphabetic = new(() => Category("L", "Nl").Union(CodePointSet.Parse(UnicodeTables.OtherAlphabetic)));

    private static readonly Lazy<CodePointSet> LazyLowercase = new(() => Category("Ll").Union(CodePointSet.Parse(UnicodeTables.OtherLowercase)));

    private static readonly Lazy<CodePointSet> LazyUppercase = new(() => Category("Lu").Union(CodePointSet.Parse(UnicodeTables.OtherUppercase)));

    private static readonly Lazy<CodePointSet> LazyWord = new(() => Alphabetic.Union(Category("M", "Nd", "Pc")).Union(JoinControl));

    /// <summary>\h.</summary>
    public static CodePointSet HorizontalSpace { get; } = CodePointSet.Parse("9 20 A0 1680 180E 2000-200A 202F 205F 3000");

    /// <summary>\v, and the line ends that \R matches besides \r\n.</summary>
    public static CodePointSet VerticalSpace { get; } = CodePointSet.Parse("A-D 85 2028-2029");

    /// <summary>The property White_Space.</summary>
    public static CodePointSet WhiteSpace { get; } = CodePointSet.Parse("9-D 20 85 A0 1680 2000-200A 2028-2029 202F 205F 3000");

    /// <summary>The property Alphabetic.</summary>
    public static CodePointSet Alphabetic => LazyAlphabetic.Value;

    /// <summary>The property Lowercase.</summary>
    public static CodePointSet Lowercase => LazyLowercase.Value;

    /// <summary>The property Uppercase.</summary>
    public static CodePointSet Uppercase => LazyUppercase.Value;

    /// <summary>Letters, marks, digits, connectors and joiners.</summary>
    public static CodePointSet Word => LazyWord.Value;

    private static CodePointSet AsciiDigit { get; } = CodePointSet.Parse("30-39");

    private static CodePointSet AsciiSpace { get; } = CodePointSet.Parse("9-D 20");

    private static CodePointSet AsciiWord { get; } = CodePointSet.Parse("30-39 41-5A 5F 61-7A");

    /// <summary>Line ends of one code point.</summary>
    public static CodePointSet LineEnds(PatternFlags flags) => flags.HasFlag(PatternFlags.UnixLines) ? UnixLineEnds : AllLineEnds;

    /// <summary>What the dot matches.</summary>
    public static CodePointSet Dot(PatternFlags flags) => flags.HasFlag(PatternFlags.DotAll) ? CodePointSet.All : LineEnds(flags).Complement();

    /// <summary>The set of \d, \h, \s, \v or \w, or for a capital letter its complement; null for other letters.</summary>
    public static CodePointSet? Find(int letter, PatternFlags flags)
    {
        var isUnicode = flags.HasFlag(PatternFlags.UnicodeClasses);
        return letter switch
        {
            'd' => isUnicode ? Category("Nd") : AsciiDigit,
            'h' => HorizontalSpace,
            's' => isUnicode ? WhiteSpace : AsciiSpace,
            'v' => VerticalSpace,
            'w' => isUnicode ? Word : AsciiWord,
            'D' or 'H' or 'S' or 'V' or 'W' => Find(letter | 0x20, flags)!.Complement(),
            _ => null,
        };
    }

    /// <summary>General categories by their names, as in Lu or L.</summary>
    public static CodePointSet Category(params ReadOnlySpan<string> names)
    {
        var members = CodePointSet.Of([]);
        foreach (var name in names)
        {
            members = members.Union(FindCategory(name)!);
        }

        return members;
    }

    /// <summary>A general category by its name of one or two letters, or null; case-sensitive.</summary>
    public static CodePointSet? FindCategory(string name) => name switch
    {
        "LC" => Category("Lu", "Ll", "Lt"),
        "LD" => Category("L", "Nd"),
        _ when name.Length is 1 or 2 && CategoryNames.Any(category => category.StartsWith(name, StringComparison.Ordinal)) => Categories.GetOrAdd(name, Collect),
        _ => null,
    };

    private static CodePointSet Collect(string name)
    {
        var isMember = CategoryNames.Select(category => category.StartsWith(name, StringComparison.Ordinal)).ToArray();
        return CodePointSet.Where(point => isMember[(int)CharUnicodeInfo.GetUnicodeCategory(point)]);
    }
}
