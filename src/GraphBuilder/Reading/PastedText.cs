using System.Text;

namespace Stemma.GraphBuilder.Reading;

/// <summary>A title and abstract as pasted by a user. Line breaks within a paragraph become spaces; offsets of an extraction refer to these two strings.</summary>
/// <param name="Title">Empty if the text has none.</param>
/// <param name="Abstract">Empty if the text is only a title.</param>
public sealed record PastedText(string Title, string Abstract)
{
    /// <summary>Longest text that is read, in UTF-16 units: thirty times a long abstract.</summary>
    public const int MaxLength = 100_000;

    /// <summary>A first paragraph up to this length that does not end with a full stop is a title (the longest of 143,937 titles has 246 characters).</summary>
    private const int LongestTitle = 300;

    private const string TitleMark = "Title:";

    private const string AbstractMark = "Abstract:";

    /// <summary>
    /// Splits a text. The first paragraph is the title if it begins with "Title:", or if it is short, ends without a full stop and a blank line follows it; otherwise all
    /// is abstract. The prefixes "Title:" and "Abstract:" are removed.
    /// </summary>
    public static PastedText Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var paragraphs = Paragraphs(text);
        if (paragraphs.Count == 0)
        {
            return new PastedText("", "");
        }

        var (first, marked) = Strip(paragraphs[0], TitleMark);
        var isTitle = marked || (paragraphs.Count > 1 && first.Length <= LongestTitle && !first.EndsWith('.'));
        var rest = string.Join(' ', isTitle ? paragraphs.Skip(1) : paragraphs);
        return new PastedText(isTitle ? first : "", Strip(rest, AbstractMark).Text);
    }

    /// <summary>Reads title and abstract from two texts; without a title, like <see cref="Parse(string)"/>.</summary>
    public static PastedText Parse(string? title, string @abstract) =>
        string.IsNullOrWhiteSpace(title)
            ? Parse(@abstract)
            : new PastedText(Strip(string.Join(' ', Paragraphs(title)), TitleMark).Text, Strip(string.Join(' ', Paragraphs(@abstract)), AbstractMark).Text);

    private static List<string> Paragraphs(string text)
    {
        var paragraphs = new List<string>();
        var paragraph = new StringBuilder();
        foreach (var line in text.EnumerateLines())
        {
            var words = line.Trim();
            if (words.IsEmpty)
            {
                Close();
            }
            else
            {
                paragraph.Append(paragraph.Length > 0 ? " " : "").Append(words);
            }
        }

        Close();
        return paragraphs;

        void Close()
        {
            if (paragraph.Length > 0)
            {
                paragraphs.Add(paragraph.ToString());
                paragraph.Clear();
            }
        }
    }

    private static (string Text, bool Marked) Strip(string text, string mark) =>
        text.StartsWith(mark, StringComparison.OrdinalIgnoreCase) ? (text[mark.Length..].TrimStart(), true) : (text, false);
}
