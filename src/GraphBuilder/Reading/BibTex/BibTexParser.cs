using System.Text;
using System.Text.RegularExpressions;

namespace Stemma.GraphBuilder.Reading.BibTex;

/// <summary>
/// Parses entries by the grammar of BibTeX (Patashnik, "BibTeXing", 1988): text between entries is a comment; values are braced, quoted, numbers or names of
/// <c>@string</c> abbreviations, concatenated with <c>#</c>. A missing comma is tolerated. An unclosed entry ends where the next one begins on a line of its own, so that
/// no other entry is lost.
/// </summary>
/// <param name="scanner">The input.</param>
internal sealed partial class BibTexParser(BibTexScanner scanner)
{
    // Longer than any real field, abstracts included; bounds the text that an unclosed brace can swallow.
    private const int MaxValueLength = 1 << 20;

    // The abbreviations that every style defines (BibTeXing, 3.1).
    private readonly Dictionary<string, string> _strings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["jan"] = "January", ["feb"] = "February", ["mar"] = "March", ["apr"] = "April", ["may"] = "May", ["jun"] = "June",
        ["jul"] = "July", ["aug"] = "August", ["sep"] = "September", ["oct"] = "October", ["nov"] = "November", ["dec"] = "December",
    };

    private string _key = "";

    /// <summary>Reads the next entry; null at the end. Throws <see cref="BibTexException"/> for an entry that cannot be parsed; the next call continues after it.</summary>
    public BibTexEntry? ReadEntry()
    {
        while (FindEntry())
        {
            var line = scanner.Line;
            scanner.Next();
            scanner.SkipSpace();
            var type = scanner.ReadName().ToLowerInvariant();
            scanner.SkipSpace();
            if (type == "comment" || scanner.Current is not ('{' or '('))
            {
                continue;
            }

            var close = scanner.Current == '{' ? '}' : ')';
            scanner.Next();
            _key = "";
            switch (type)
            {
                case "preamble":
                    ReadValue(line);
                    break;
                case "string":
                    ReadAbbreviation(line);
                    break;
                default:
                    return ReadEntry(type, close, line);
            }
        }

        return null;
    }

    [GeneratedRegex(@"^@\w+\s*[{(]\s*[^\s,{}()=""]*\s*,?\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex EntryLine { get; }

    [GeneratedRegex(@"^@\s*[\w-]+\s*(?:[{(]|$)", RegexOptions.NonBacktracking)]
    private static partial Regex EntryStart { get; }

    // Within a line, a parenthesis may belong to running text: "mail me @site (office)".
    [GeneratedRegex(@"^@\s*[A-Za-z]+\s*(?:\{|\(\s*[^\s,{}()=""]+\s*,)", RegexOptions.NonBacktracking)]
    private static partial Regex EntryStartWithinLine { get; }

    // Advances to the next @ that begins an entry, not a mail address or a name in running text.
    private bool FindEntry()
    {
        while (scanner.Current != '\0')
        {
            if (scanner.Current == '@'
                && (scanner.AtLineStart ? EntryStart.IsMatch(scanner.Rest) : !scanner.IsInsideWord && EntryStartWithinLine.IsMatch(scanner.Rest)))
            {
                return true;
            }

            scanner.Next();
        }

        return false;
    }

    private void ReadAbbreviation(long line)
    {
        scanner.SkipSpace();
        var name = scanner.ReadName();
        scanner.SkipSpace();
        if (scanner.Current == '=')
        {
            scanner.Next();
            _strings[name] = ReadValue(line);
        }
    }

    private BibTexEntry ReadEntry(string type, char close, long line)
    {
        scanner.SkipSpace();
        _key = scanner.ReadName();
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        while (true)
        {
            scanner.SkipSpace();
            switch (scanner.Current)
            {
                case ',':
                    scanner.Next();
                    continue;
                case '\0':
                    throw NotClosed(line);
                case '@' when scanner.AtLineStart && EntryLine.IsMatch(scanner.Rest.TrimEnd()):
                    throw NotClosed(line);
                case var end when end == close:
                    scanner.Next();
                    return new BibTexEntry(type, _key, fields, line);
            }

            ReadField(fields, line);
        }
    }

    private void ReadField(Dictionary<string, string> fields, long line)
    {
        var name = scanner.ReadName().ToLowerInvariant();
        scanner.SkipSpace();
        if (name.Length == 0 || scanner.Current != '=')
        {
            var met = scanner.Current == '\n' ? "the end of the line" : $"'{scanner.Current}'";
            var fault = new BibTexException($"entry '{_key}': expected a field and '=', found {met} on line {scanner.Line}", line);
            scanner.Next();
            throw fault;
        }

        scanner.Next();
        fields.TryAdd(name, ReadValue(line));
    }

    private string ReadValue(long line)
    {
        var value = new StringBuilder();
        while (true)
        {
            scanner.SkipSpace();
            switch (scanner.Current)
            {
                case '{':
                    ReadDelimited(value, '}', line);
                    break;
                case '"':
                    ReadDelimited(value, '"', line);
                    break;
                default:
                    var name = scanner.ReadName();
                    value.Append(_strings.GetValueOrDefault(name, name));
                    break;
            }

            scanner.SkipSpace();
            if (scanner.Current != '#')
            {
                return value.ToString();
            }

            scanner.Next();
        }
    }

    // Braces nest and hide quotes; a backslash escapes nothing, as in BibTeX itself.
    private void ReadDelimited(StringBuilder value, char close, long line)
    {
        scanner.Next();
        for (var depth = 0; ; scanner.Next())
        {
            var letter = scanner.Current;
            if (letter == close && depth == 0)
            {
                scanner.Next();
                return;
            }

            var nextEntry = letter == '@' && scanner.AtLineStart && EntryLine.IsMatch(scanner.Rest.TrimEnd());
            if (letter == '\0' || nextEntry || value.Length > MaxValueLength)
            {
                throw NotClosed(line);
            }

            depth += letter == '{' ? 1 : letter == '}' ? -1 : 0;
            value.Append(letter);
        }
    }

    private BibTexException NotClosed(long line) =>
        new($"the entry{(_key.Length == 0 ? "" : $" '{_key}'")} that begins here is not closed", line);
}
