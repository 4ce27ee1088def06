using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using Stemma.GraphBuilder.Reading.Identity;

namespace Stemma.GraphBuilder.Reading.BibTex;

/// <summary>
/// Converts the LaTeX of bibliographies to plain text: accents and special letters become Unicode, braces and font commands are removed, ties and dashes become the
/// characters that they print. Math between dollar signs stays as written, because any conversion would be a guess.
/// </summary>
public static class LatexText
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\\{}~$-`'");

    // Accent commands of LaTeX (Lamport, "LaTeX: A Document Preparation System", table 3.1) and their combining marks.
    private static readonly FrozenDictionary<char, char> Accents = new Dictionary<char, char>
    {
        ['`'] = '\u0300', ['\''] = '\u0301', ['^'] = '\u0302', ['~'] = '\u0303', ['='] = '\u0304', ['u'] = '\u0306', ['.'] = '\u0307', ['"'] = '\u0308',
        ['r'] = '\u030A', ['H'] = '\u030B', ['v'] = '\u030C', ['d'] = '\u0323', ['c'] = '\u0327', ['k'] = '\u0328', ['b'] = '\u0331',
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Symbols = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ss"] = "ß", ["o"] = "ø", ["O"] = "Ø", ["l"] = "ł", ["L"] = "Ł", ["ae"] = "æ", ["AE"] = "Æ", ["oe"] = "œ", ["OE"] = "Œ", ["aa"] = "å", ["AA"] = "Å",
        ["i"] = "ı", ["j"] = "ȷ", ["dh"] = "ð", ["DH"] = "Ð", ["dj"] = "đ", ["DJ"] = "Đ", ["th"] = "þ", ["TH"] = "Þ",
        ["textendash"] = "–", ["textemdash"] = "—", ["textquotesingle"] = "'", ["textquoteright"] = "’", ["textasciitilde"] = "~", ["textbackslash"] = "\\",
        ["ldots"] = "…", ["dots"] = "…", ["copyright"] = "©", ["pounds"] = "£", ["S"] = "§", ["LaTeX"] = "LaTeX", ["TeX"] = "TeX", ["BibTeX"] = "BibTeX",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Commands that print nothing themselves: declarations and commands of font and size (LaTeX2e font selection guide, 2 and 3; Lamport, 6.7) and of spacing.
    private static readonly FrozenSet<string> Silent = FrozenSet.Create(
        StringComparer.Ordinal,
        "em", "it", "bf", "tt", "sc", "rm", "sf", "sl", "emph", "textit", "textbf", "texttt", "textsc", "textrm", "textsf", "textsl", "textup", "textmd", "textnormal",
        "itshape", "bfseries", "ttfamily", "scshape", "rmfamily", "sffamily", "slshape", "upshape", "mdseries", "normalfont",
        "tiny", "scriptsize", "footnotesize", "small", "normalsize", "large", "Large", "LARGE", "huge", "Huge",
        "protect", "relax", "noindent", "par", "newline", "xspace", "url", "mbox");

    /// <summary>The text as printed, with white space folded.</summary>
    public static string ToPlain(string latex)
    {
        if (!latex.AsSpan().ContainsAny(Marks))
        {
            return FoldedText.WhiteSpace(latex);
        }

        var plain = new StringBuilder(latex.Length);
        for (var at = 0; at < latex.Length;)
        {
            at = AppendOne(plain, latex, at);
        }

        return FoldedText.WhiteSpace(plain.ToString());
    }

    private static int AppendOne(StringBuilder plain, string latex, int at)
    {
        switch (latex[at])
        {
            case '\\' when at + 1 < latex.Length:
                return AppendCommand(plain, latex, at + 1);
            case '{' or '}':
                return at + 1;
            case '~':
                plain.Append(' ');
                return at + 1;
            case '$':
                return AppendMath(plain, latex, at);
            case '-' when latex.AsSpan(at).StartsWith("---"):
                plain.Append('—');
                return at + 3;
            case '-' when latex.AsSpan(at).StartsWith("--"):
                plain.Append('–');
                return at + 2;
            case '`' when latex.AsSpan(at).StartsWith("``"):
                plain.Append('“');
                return at + 2;
            case '\'' when latex.AsSpan(at).StartsWith("''"):
                plain.Append('”');
                return at + 2;
            default:
                plain.Append(latex[at]);
                return at + 1;
        }
    }

    // A dollar sign without a partner is a currency sign.
    private static int AppendMath(StringBuilder plain, string latex, int at)
    {
        var end = latex.IndexOf('$', at + 1);
        var length = end < 0 ? 1 : end - at + 1;
        plain.Append(latex, at, length);
        return at + length;
    }

    private static int AppendCommand(StringBuilder plain, string latex, int at)
    {
        var end = at;
        while (end < latex.Length && char.IsAsciiLetter(latex[end]))
        {
            end++;
        }

        var name = latex[at..end];
        if (name.Length == 0)
        {
            return Accents.TryGetValue(latex[at], out var mark) ? AppendAccented(plain, latex, at + 1, mark) : AppendEscaped(plain, latex, at);
        }

        if (name.Length == 1 && Accents.TryGetValue(name[0], out var letterMark) && end < latex.Length && (latex[end] is '{' or ' '))
        {
            return AppendAccented(plain, latex, end, letterMark);
        }

        if (Symbols.TryGetValue(name, out var symbol))
        {
            plain.Append(symbol);
        }
        else if (!Silent.Contains(name) && (end >= latex.Length || latex[end] != '{'))
        {
            // Not a command with its argument but a symbol such as \alpha: kept, because dropping it would lose information.
            plain.Append('\\').Append(name);
            return end;
        }

        return end < latex.Length && latex[end] == ' ' ? end + 1 : end;
    }

    private static int AppendEscaped(StringBuilder plain, string latex, int at)
    {
        switch (latex[at])
        {
            case '\\' or '/' or '-' or ',' or ';' or '!' or ' ':
                plain.Append(latex[at] is '\\' or ',' or ';' or ' ' ? " " : "");
                break;
            default:
                plain.Append(latex[at]);
                break;
        }

        return at + 1;
    }

    // The letter may be bare, in braces, or a dotless \i or \j: \'e, \'{e}, \'{\i}.
    private static int AppendAccented(StringBuilder plain, string latex, int at, char mark)
    {
        while (at < latex.Length && latex[at] is '{' or ' ')
        {
            at++;
        }

        if (at >= latex.Length)
        {
            return at;
        }

        if (latex[at] == '\\' && at + 1 < latex.Length && latex[at + 1] is 'i' or 'j')
        {
            at++;
        }

        if (!char.IsLetter(latex[at]))
        {
            return at;
        }

        plain.Append(LatinLetters.Compose(latex[at], mark));
        return at + 1;
    }
}
