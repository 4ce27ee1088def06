using System.Text;

namespace Stemma.GraphQuery.Execution.Evaluation.RegularExpressions;

/// <summary>The meaning of an escape: a code point, or a set of code points.</summary>
/// <param name="Point">The code point; null for a set.</param>
/// <param name="Set">The set; null for a code point.</param>
internal readonly record struct Escaped(int? Point, CodePointSet? Set);

/// <summary>Parses the escapes for characters, inside and outside classes; java.util.regex.Pattern, section "Characters".</summary>
internal sealed class EscapeReader(PatternSource source)
{
    /// <summary>Reads an escape; its backslash is the next symbol.</summary>
    public Escaped Read()
    {
        var at = source.At;
        source.Next();
        var letter = source.Next();
        if (letter == PatternSource.End)
        {
            throw source.Wrong(at, "a backslash at the end");
        }

        if (CharacterSets.Find(letter, source.Flags) is { } set)
        {
            return new(null, set);
        }

        return letter is 'p' or 'P' ? new(null, ReadProperty(at, letter == 'P')) : new(ReadPoint(at, letter), null);
    }

    private int ReadPoint(int at, int letter) => letter switch
    {
        't' => '\t',
        'n' => '\n',
        'r' => '\r',
        'f' => '\f',
        'a' => '\a',
        'e' => '\e',
        'c' => ReadControl(at),
        'x' => ReadHex(at),
        'u' => ReadUtf16(at),
        '0' => ReadOctal(at),
        'N' => throw source.Unsupported(at, "a character by its name (\\N)"),
        >= '1' and <= '9' or 'k' => throw source.NotLinear(at, "a back-reference"),
        < 128 when char.IsAsciiLetter((char)letter) => throw source.Wrong(at, $"unrecognized escape \\{(char)letter}"),
        _ => letter,
    };

    private int ReadControl(int at)
        => source.IsAtEnd ? throw source.Wrong(at, "missing control character") : source.Next() ^ 0x40;

    private int ReadHex(int at)
    {
        if (!source.Is('{'))
        {
            return ReadDigits(at, 2);
        }

        source.Next();
        var point = 0;
        do
        {
            point = (point << 4) | ReadDigits(at, 1);
            if (point > CodePointSet.Highest)
            {
                throw source.Wrong(at, "a code point above 10FFFF");
            }
        }
        while (!source.Is('}'));
        source.Next();
        return Whole(at, point);
    }

    /// <summary>\uhhhh, where the two halves of a surrogate pair form one code point.</summary>
    private int ReadUtf16(int at)
    {
        var unit = ReadDigits(at, 4);
        if (char.IsHighSurrogate((char)unit) && source.Is('\\'))
        {
            source.Next();
            if (source.Next() == 'u' && ReadDigits(at, 4) is var low && char.IsLowSurrogate((char)low))
            {
                return char.ConvertToUtf32((char)unit, (char)low);
            }
        }

        return Whole(at, unit);
    }

    /// <summary>\0 with one to three octal digits, at most 377.</summary>
    private int ReadOctal(int at)
    {
        var value = 0;
        var digits = 0;
        while (digits < 3 && source.Point is >= '0' and <= '7' && value * 8 + source.Point - '0' <= 0xFF)
        {
            value = value * 8 + source.Next() - '0';
            digits++;
        }

        return digits > 0 ? value : throw source.Wrong(at, "insufficient or invalid octal digits");
    }

    private int ReadDigits(int at, int count)
    {
        var value = 0;
        for (var digit = 0; digit < count; digit++)
        {
            var point = source.Next();
            value = point is >= 0 and < 128 && char.IsAsciiHexDigit((char)point)
                ? (value << 4) | Convert.ToInt32(((char)point).ToString(), 16)
                : throw source.Wrong(at, "insufficient or invalid hexadecimal digits");
        }

        return value;
    }

    private int Whole(int at, int point) => Rune.IsValid(point) ? point : throw source.Unsupported(at, "half of a surrogate pair");

    private CodePointSet ReadProperty(int at, bool isComplement)
    {
        var name = new StringBuilder();
        var isLong = source.Is('{');
        if (isLong)
        {
            source.Next();
        }

        while (isLong ? !source.Is('}') : name.Length == 0)
        {
            var point = source.Next();
            name.Append(point == PatternSource.End ? throw source.Wrong(at, "an unfinished property of characters") : new Rune(point).ToString());
        }

        if (isLong)
        {
            source.Next();
        }

        if (name.Length == 0)
        {
            throw source.Wrong(at, "a property of characters without name");
        }

        var set = CharacterProperties.Find(name.ToString(), source.Flags) ?? throw source.Unsupported(at, $"the property '{name}'", "scripts and some properties are not known");
        return isComplement ? set.Complement() : set;
    }
}
