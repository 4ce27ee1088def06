using System.Buffers;
using System.Text;

namespace Stemma.GraphBuilder.Linking.Names;

/// <summary>
/// Maps the letters that names are written with to plain ones: accents, Greek letters, sub- and superscript digits, TeX mark-up.
/// Own tables, because the product runs with invariant globalization, where Unicode normalisation is not at hand.
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

    /// <summary>ASCII without what TeX marks up with.</summary>
    private static readonly SearchValues<char> PlainSigns = SearchValues.Create([.. Enumerable.Range(0, 128).Select(code => (char)code).Except("$\\{}^_~")]);

    /// <summary>TeX commands that only change the look of their argument.</summary>
    private static readonly HashSet<string> Looks = new(StringComparer.Ordinal)
    {
        "mathrm", "mathbf", "mathit", "mathcal", "mathtt", "mathsf", "text", "textbf", "textit", "textsc", "texttt", "textsf", "textrm", "emph", "bf", "it", "rm", "tt", "sc", "operatorname",
    };

    /// <summary>The text without mark-up, with plain letters; case is kept, separators stay as they are.</summary>
    public static string Fold(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var folded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            at = text[at] == '\\' ? AppendCommand(text, at, folded) : AppendLetter(text[at], at, folded);
        }

        return folded.ToString();
    }

    /// <summary>True for a text that <see cref="Fold"/> leaves as it is.</summary>
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
            folded.Append(command);
        }

        return Math.Max(end - 1, at);
    }

    private static int AppendLetter(char letter, int at, StringBuilder folded)
    {
        switch (letter)
        {
            case '$' or '{' or '}' or '^' or '_' or '\u00AD' or '\u200B':
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
            case >= '₀' and <= '₉':
                folded.Append((char)('0' + letter - '₀'));
                break;
            case '²' or '³' or '¹':
                folded.Append(letter == '²' ? '2' : letter == '³' ? '3' : '1');
                break;
            default:
                folded.Append(PlainLetter(letter));
                break;
        }

        return at;
    }

    private static char PlainLetter(char letter)
    {
        if (letter < 128)
        {
            return letter;
        }

        var lower = char.ToLowerInvariant(letter);
        var found = Accented.IndexOf(lower);
        return found < 0 ? letter : lower == letter ? Plain[found] : char.ToUpperInvariant(Plain[found]);
    }
}
