using System.Text;

namespace Stemma.GraphBuilder.Reading.Identity;

/// <summary>Texts made comparable: white space, case, accents and punctuation folded.</summary>
public static class FoldedText
{
    /// <summary>Trims, and makes each run of white space one space. Returns the same string where nothing changes.</summary>
    public static string WhiteSpace(string text)
    {
        if (IsFolded(text))
        {
            return text;
        }

        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!char.IsWhiteSpace(letter))
            {
                folded.Append(letter);
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd(' ');
    }

    /// <summary>Lower-case letters and digits without accents, in words parted by one space: what two spellings of one title share.</summary>
    public static string Words(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                folded.Append(char.IsAsciiLetterUpper(letter) ? (char)(letter | 0x20) : letter);
            }
            else if (char.IsLetterOrDigit(letter) || letter is >= '\u0300' and <= '\u036F')
            {
                LatinLetters.AppendFolded(folded, letter);
            }
            else if (letter is not ('\'' or '’') && folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd(' ');
    }

    /// <summary>True where <see cref="Words"/> gives any.</summary>
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

    /// <summary>The words of a title without the spaces between them, since sources differ in hyphens: <c>pre-training</c>, <c>pretraining</c>.</summary>
    public static string TitleKey(string title) => Words(title).Replace(" ", "");

    /// <summary>Family name of an author, folded: the last word of <c>First Last</c>, the first part of <c>Last, First</c>; suffixes such as Jr. left out.</summary>
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

    private static bool IsFolded(string text)
    {
        var space = true;
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter))
            {
                if (space || letter != ' ')
                {
                    return false;
                }

                space = true;
            }
            else
            {
                space = false;
            }
        }

        return !space || text.Length == 0;
    }
}
