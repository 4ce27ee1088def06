using System.Buffers;
using System.Globalization;
using System.Text;

namespace Stemma.GraphBuilder.Linking.Names;

/// <summary>
/// Maps the letters of names to plain ones: accents, ligatures, Greek letters, subscript and superscript digits, TeX mark-up, and the codes that PDF readers write for glyphs
/// without a name: "classiﬁcation", "recog(cid:173) nition". Of 144,000 abstracts some 200 have such letters in names. Has its own tables, because the product runs with
/// invariant globalization, which lacks Unicode normalisation.
/// </summary>
internal static class LetterFolding
{
    private const string Accented = "àáâãäåāăąçćčĉċďđèéêëēĕėęěĝğġģĥħìíîïĩīĭįıĵķĺļľŀłñńņňòóôõöøōŏőŕŗřśŝşšţťŧùúûüũūŭůűųŵýÿŷźżž";
    private const string Plain = "aaaaaaaaacccccddeeeeeeeeegggghhiiiiiiiiijklllllnnnnooooooooorrrsssstttuuuuuuuuuuwyyyzzz";

    private static readonly string[] Greek =
    [
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi", "omicron", "pi", "rho",
        "sigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
    ];

    /// <summary>Prefix of the code of a glyph for which its font gives no name.</summary>
    private const string Numbered = "(cid:";

    /// <summary>Code of a hyphen that ends a line.</summary>
    private const int SoftHyphen = 173;

    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl"];

    /// <summary>ASCII characters that are neither TeX mark-up nor the first character of <see cref="Numbered"/>.</summary>
    private static readonly SearchValues<char> PlainSigns = SearchValues.Create([.. Enumerable.Range(0, 128).Select(code => (char)code).Except("$\\{}^_~(")]);

    /// <summary>Characters that no displayed name contains.</summary>
    private static readonly SearchValues<char> Marks = SearchValues.Create("$\\{}ﬀﬁﬂﬃﬄ");

    /// <summary>TeX commands that only change the look of their argument.</summary>
    private static readonly HashSet<string> Looks = new(StringComparer.Ordinal)
    {
        "mathrm", "mathbf", "mathit", "mathcal", "mathtt", "mathsf", "text", "textbf", "textit", "textsc", "texttt", "textsf", "textrm", "emph", "bf", "it", "rm", "tt", "sc", "operatorname",
    };

    /// <summary>The text without mark-up, with plain letters; case and separators are kept.</summary>
    public static string Fold(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var folded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            at = text[at] == '\\' ? AppendCommand(text, at, folded)
                : text[at] == '(' && text.AsSpan(at).StartsWith(Numbered) ? AppendNumbered(text, at, folded)
                : AppendLetter(text[at], at, folded);
        }

        return folded.ToString();
    }

    /// <summary>True for a text that is folded for display: it has mark-up, ligatures or glyph codes.</summary>
    public static bool HasMarks(string text) => text.AsSpan().ContainsAny(Marks) || text.Contains(Numbered, StringComparison.Ordinal);

    /// <summary>True only for a text that <see cref="Fold"/> leaves unchanged.</summary>
    public static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExcept(PlainSigns);

    private static int AppendCommand(string text, int at, StringBuilder folded)
    {
        var end = at + 1;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        var command = text[(at + 1)..end];
        if (!Looks.Contains(command))
        {
            folded.Append(command == "ell" ? "l" : command);
        }

        return Math.Max(end - 1, at);
    }

    /// <summary>
    /// Appends the letter of a glyph code, which such fonts keep in Latin-1; drops other codes, and after a soft hyphen the
    /// space. Returns the index of the last character consumed.
    /// </summary>
    private static int AppendNumbered(string text, int at, StringBuilder folded)
    {
        var end = text.IndexOf(')', at);
        if (end < 0 || !int.TryParse(text.AsSpan(at + Numbered.Length, end - at - Numbered.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return at;
        }

        if (number is >= 'À' and <= 'ÿ')
        {
            folded.Append(PlainLetter((char)number));
        }

        return number == SoftHyphen && end + 1 < text.Length && text[end + 1] == ' ' ? end + 1 : end;
    }

    private static int AppendLetter(char letter, int at, StringBuilder folded)
    {
        switch (letter)
        {
            case '$' or '{' or '}' or '^' or '_' or '\u00AD' or '\u200B':
                break;
            case >= 'ﬀ' and <= 'ﬄ':
                folded.Append(Ligatures[letter - 'ﬀ']);
                break;
            case '~':
                folded.Append(' ');
                break;
            case >= 'α' and <= 'ω':
                folded.Append(Greek[letter - 'α']);
                break;
            case >= 'Α' and <= 'Ω':
                folded.Append(Greek[letter - 'Α']);
                break;
            default:
                folded.Append(PlainLetter(letter));
                break;
        }

        return at;
    }

    private static char PlainLetter(char letter) => letter switch
    {
        < (char)128 => letter,
        >= '₀' and <= '₉' => (char)('0' + letter - '₀'),
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        'ℓ' => 'l',
        _ => Unaccented(letter),
    };

    private static char Unaccented(char letter)
    {
        var lower = char.ToLowerInvariant(letter);
        var found = Accented.IndexOf(lower);
        return found < 0 ? letter : lower == letter ? Plain[found] : char.ToUpperInvariant(Plain[found]);
    }
}
