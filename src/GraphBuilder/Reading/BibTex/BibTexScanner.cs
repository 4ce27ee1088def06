using System.Text;
using Stemma.GraphBuilder.Reading.Input;

namespace Stemma.GraphBuilder.Reading.BibTex;

/// <summary>Reads a bibliography character by character and tracks the line number. Faulty lines are kept in <see cref="Faults"/> for the caller to report.</summary>
/// <param name="lines">The input.</param>
internal sealed class BibTexScanner(LineReader lines)
{
    private string _line = "";
    private int _at;
    private bool _ended;

    /// <summary>One-based number of the current line; 0 before the first.</summary>
    public long Line { get; private set; }

    /// <summary>Faulty lines since the caller last cleared this list.</summary>
    public List<InputLine> Faults { get; } = [];

    /// <summary>The current character, line ends as LF, or NUL at the end of the input.</summary>
    public char Current => EnsureLine() ? _line[_at] : '\0';

    /// <summary>The rest of the current line, its end included.</summary>
    public ReadOnlySpan<char> Rest => EnsureLine() ? _line.AsSpan(_at) : default;

    /// <summary>True if only white space precedes the current character on its line.</summary>
    public bool AtLineStart => EnsureLine() && _line.AsSpan(0, _at).IsWhiteSpace();

    /// <summary>True if a letter or digit precedes the current character on its line.</summary>
    public bool IsInsideWord => EnsureLine() && _at > 0 && char.IsLetterOrDigit(_line[_at - 1]);

    /// <summary>Advances by one character.</summary>
    public void Next() => _at++;

    /// <summary>Advances to the next line.</summary>
    public void NextLine() => _at = _line.Length;

    /// <summary>Skips white space and <c>%</c> comments, which BibTeX does not have but people write.</summary>
    public void SkipSpace()
    {
        while (Current is var letter && (char.IsWhiteSpace(letter) || letter == '%'))
        {
            if (letter == '%')
            {
                NextLine();
            }
            else
            {
                Next();
            }
        }
    }

    /// <summary>Reads a name: all characters up to white space or a character that BibTeX reserves.</summary>
    public string ReadName()
    {
        var name = new StringBuilder();
        while (Current is var letter && letter != '\0' && !char.IsWhiteSpace(letter) && !"{}(),=\"#%@".Contains(letter))
        {
            name.Append(letter);
            Next();
        }

        return name.ToString();
    }

    private bool EnsureLine()
    {
        while (_at >= _line.Length && !_ended)
        {
            if (!lines.TryRead(out var line))
            {
                _ended = true;
                break;
            }

            if (line.Fault is not LineFault.None)
            {
                Faults.Add(line);
            }

            Line = line.Number;
            _line = line.Text + "\n";
            _at = 0;
        }

        return !_ended;
    }
}
