using System.Buffers;

namespace Stemma.GraphBuilder.Reading.Identity;

/// <summary>Makes texts comparable by folding white space, case, accents and punctuation.</summary>
public static class FoldedText
{
    /// <summary>White space that never occurs in folded text: all but the plain space.</summary>
    private static readonly SearchValues<char> ForeignSpaces =
        SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(sign => char.IsWhiteSpace(sign) && sign != ' ')]);

    /// <summary>Trims, and replaces each run of white space by one space. Returns the same string if nothing changes.</summary>
    public static string WhiteSpace(string text)
    {
        if (IsFolded(text))
        {
            return text;
        }

        var folded = ArrayPool<char>.Shared.Rent(text.Length);
        var length = 0;
        foreach (var letter in text)
        {
            if (!char.IsWhiteSpace(letter))
            {
                folded[length++] = letter;
            }
            else if (length > 0 && folded[length - 1] != ' ')
            {
                folded[length++] = ' ';
            }
        }

        return Trimmed(folded, length);
    }

    /// <summary>Lower-case words without accents or punctuation, separated by single spaces: the form in which two spellings of a title agree.</summary>
    public static string Words(string text) => Fold(text, areParted: true);

    /// <summary>True if <see cref="Words"/> is not empty.</summary>
    public static bool HasWords(string text)
    {
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words of a title without the spaces between them, because sources differ in hyphens: <c>pre-training</c>, <c>pretraining</c>.</summary>
    public static string TitleKey(string title) => Fold(title, areParted: false);

    /// <summary>
    /// Folded family name of an author: the last word of <c>First Last</c>, or of the part before the comma in <c>Last, First</c>; suffixes such as Jr. are dropped.
    /// </summary>
    public static string FamilyName(string author)
    {
        var comma = author.IndexOf(',');
        var words = Words(comma > 0 ? author[..comma] : author).Split(' ');
        var last = words.Length - 1;
        while (last > 0 && words[last] is "jr" or "sr" or "ii" or "iii" or "iv")
        {
            last--;
        }

        return words[last];
    }

    private static string Fold(string text, bool areParted)
    {
        var folded = ArrayPool<char>.Shared.Rent(text.Length * LatinLetters.MostFolded);
        var length = 0;
        foreach (var letter in text)
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                folded[length++] = char.IsAsciiLetterUpper(letter) ? (char)(letter | 0x20) : letter;
            }
            else if (char.IsLetterOrDigit(letter) || letter is >= '\u0300' and <= '\u036F')
            {
                length += LatinLetters.Fold(letter, folded.AsSpan(length));
            }
            else if (areParted && letter is not ('\'' or '’') && length > 0 && folded[length - 1] != ' ')
            {
                folded[length++] = ' ';
            }
        }

        return Trimmed(folded, length);
    }

    /// <summary>The text in a rented array without its trailing space, if any; returns the array to the pool.</summary>
    private static string Trimmed(char[] lent, int length)
    {
        var text = new string(lent, 0, length > 0 && lent[length - 1] == ' ' ? length - 1 : length);
        ArrayPool<char>.Shared.Return(lent);
        return text;
    }

    /// <summary>Vectorised: every text of a corpus is checked, and nearly all are folded already.</summary>
    private static bool IsFolded(string text) =>
        text.Length == 0 || (text[0] != ' ' && text[^1] != ' ' && !text.AsSpan().ContainsAny(ForeignSpaces) && !text.Contains("  ", StringComparison.Ordinal));
}
