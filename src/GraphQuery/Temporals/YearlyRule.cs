namespace Stemma.GraphQuery.Temporals;

/// <summary>
/// A zone's yearly rule in the notation of the POSIX.1-2017 variable <c>TZ</c> (section 8.3), also used in a TZif footer (RFC 9636, section 3.3): <c>CET-1CEST,M3.5.0,M10.5.0/3</c>.
/// </summary>
internal sealed class YearlyRule
{
    private readonly int _standard;
    private readonly int _summer;
    private readonly YearlyMoment? _start;
    private readonly YearlyMoment? _end;

    private YearlyRule(int standard, int summer, YearlyMoment? start, YearlyMoment? end)
    {
        _standard = standard;
        _summer = summer;
        _start = start;
        _end = end;
    }

    /// <summary>Whether there is no summer time.</summary>
    public bool IsConstant => _start is null;

    /// <summary>A constant offset without summer time.</summary>
    public static YearlyRule Always(int offset) => new(offset, offset, null, null);

    /// <summary>Parses a rule; throws <see cref="FormatException"/> if it is malformed.</summary>
    public static YearlyRule Parse(string text)
    {
        var reader = new PosixZoneReader(text);
        reader.SkipName();
        var standard = -reader.ReadClock();
        if (reader.AtEnd)
        {
            return Always(standard);
        }

        reader.SkipName();
        var summer = reader.AtEnd || reader.Peek == ',' ? standard + 3600 : -reader.ReadClock();
        return new YearlyRule(standard, summer, reader.ReadMoment(), reader.ReadMoment());
    }

    /// <summary>Offset at an instant in epoch seconds.</summary>
    public int AtInstant(long epochSecond)
    {
        if (_start is not { } start || _end is not { } end)
        {
            return _standard;
        }

        var year = Calendar.DateOf(Calendar.FloorDiv(epochSecond + _standard, Calendar.SecondsPerDay)).Year;
        var from = start.LocalSecond(year) - _standard;
        var to = end.LocalSecond(year) - _summer;
        var isSummer = from < to ? epochSecond >= from && epochSecond < to : epochSecond >= from || epochSecond < to;
        return isSummer ? _summer : _standard;
    }
}

/// <summary>A moment of every year in local time.</summary>
/// <param name="Form">M: month, week, weekday; J: day 1–365 without leap day; N: day 0–365.</param>
/// <param name="Month">Month for form M, day for the other forms.</param>
/// <param name="Week">1 to 5; 5 is the last.</param>
/// <param name="Weekday">0 is Sunday.</param>
/// <param name="Second">Seconds after midnight; may be negative or exceed a day.</param>
internal readonly record struct YearlyMoment(char Form, int Month, int Week, int Weekday, int Second)
{
    /// <summary>The moment in one year, in local seconds since 1970-01-01T00:00.</summary>
    public long LocalSecond(long year) => (Day(year) * Calendar.SecondsPerDay) + Second;

    private long Day(long year)
    {
        if (Form == 'N')
        {
            return Calendar.Day(year, 1, 1) + Month;
        }

        if (Form == 'J')
        {
            var plain = Calendar.Day(year, 1, 1) + Month - 1;
            var isLeap = Calendar.Day(year + 1, 1, 1) - Calendar.Day(year, 1, 1) == 366;
            return isLeap && Month >= 60 ? plain + 1 : plain;
        }

        var first = Calendar.Day(year, Month, 1);
        var day = first + Calendar.FloorMod(Weekday - (Calendar.DayOfWeek(first) % 7), 7) + ((Week - 1) * 7);
        var next = Month == 12 ? Calendar.Day(year + 1, 1, 1) : Calendar.Day(year, Month + 1, 1);
        return day >= next ? day - 7 : day;
    }
}
