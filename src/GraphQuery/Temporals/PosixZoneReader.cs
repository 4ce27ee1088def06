using System.Globalization;

namespace Stemma.GraphQuery.Temporals;

/// <summary>Reads the parts of a POSIX <c>TZ</c> string from left to right; throws <see cref="FormatException"/> if it is malformed.</summary>
internal sealed class PosixZoneReader(string text)
{
    private int _at;

    /// <summary>Whether the whole text has been read.</summary>
    public bool AtEnd => _at >= text.Length;

    /// <summary>The next character, or NUL.</summary>
    public char Peek => AtEnd ? '\0' : text[_at];

    /// <summary>Skips an abbreviation, quoted in angle brackets or plain letters.</summary>
    public void SkipName()
    {
        if (Peek == '<')
        {
            _at = text.IndexOf('>', _at) + 1;
            return;
        }

        while (char.IsAsciiLetter(Peek))
        {
            _at++;
        }
    }

    /// <summary>Seconds of <c>[+-]h[h[h]][:mm[:ss]]</c>.</summary>
    public int ReadClock()
    {
        var sign = Peek == '-' ? -1 : 1;
        _at += Peek is '-' or '+' ? 1 : 0;
        var seconds = ReadNumber() * 3600;
        foreach (var unit in (ReadOnlySpan<int>)[60, 1])
        {
            if (Peek == ':')
            {
                _at++;
                seconds += ReadNumber() * unit;
            }
        }

        return sign * seconds;
    }

    /// <summary>A moment with its leading comma: <c>,M3.5.0/2</c>, <c>,J60</c>, <c>,59</c>; 02:00 if no time is given.</summary>
    public YearlyMoment ReadMoment()
    {
        _at++;
        var form = Peek is 'M' or 'J' ? Peek : 'N';
        _at += form == 'N' ? 0 : 1;
        var month = ReadNumber();
        var (week, weekday) = form == 'M' ? (ReadAfterPoint(), ReadAfterPoint()) : (0, 0);
        var second = 7200;
        if (Peek == '/')
        {
            _at++;
            second = ReadClock();
        }

        return new YearlyMoment(form, month, week, weekday, second);
    }

    private int ReadAfterPoint()
    {
        _at++;
        return ReadNumber();
    }

    private int ReadNumber()
    {
        var start = _at;
        while (char.IsAsciiDigit(Peek))
        {
            _at++;
        }

        return int.Parse(text.AsSpan(start, _at - start), NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
