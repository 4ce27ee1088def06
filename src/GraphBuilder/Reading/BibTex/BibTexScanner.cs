using System.Text;
using Stemma.GraphBuilder.Reading.Input;

namespace Stemma.GraphBuilder.Reading.BibTex;

/// <summary>
/// Hands out a bibliography letter by letter and knows the line. Lines with faults are kept in <see cref="Faults"/> for the caller to report.
/// </summary>
/// <param name="lines">The input.</param>
internal sealed class BibTexScanner(LineReader lines)
{
    private string _line = "";
    private int _at;
    private bool _ended;

    /// <summary>One-based number of the current line; 0 before the first.</summary>
    public long Line { get; private set; }

    /// <summary>Lines with faults since the caller last emptied this.</summary>
    public List<InputLine> Faults { get; } = [];

    /// <summary>The letter at hand, line ends as LF, or NUL at the end of the input.</summary>
    public char Current => EnsureLine() ? _line[_at] : '\0';

    /// <summary>The rest of the current line, its end included.</summary>
    public ReadOnlySpan<char> Rest => EnsureLine() ? _line.AsSpan(_at) : default;

    /// <summary>True where nothing but white space stands before the letter at hand on its line.</summary>
    public bool AtLineStart => EnsureLine() && _line.AsSpan(0, _at).IsWhiteSpace();

    /// <summary>Goes on by one letter.</summary>
    public void Next() => _at++;

    /// <summary>Goes to the next line.</summary>
    public void NextLine() => _at = _line.Length;

    /// <summary>Passes over white space, and over <c>%</c> comments, which BibTeX has not but people write.</summary>
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

    /// <summary>Reads letters as long as they belong to a name: all but white space and the signs that BibTeX reserves.</summary>
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
