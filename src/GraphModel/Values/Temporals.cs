namespace Stemma.GraphModel.Values;

/// <summary>A calendar date, proleptic Gregorian, years −999,999,999 to 999,999,999.</summary>
/// <param name="EpochDay">Days since 1970-01-01.</param>
public sealed record DateValue(long EpochDay);

/// <summary>A time of day.</summary>
/// <param name="NanosecondOfDay">0 to 86,399,999,999,999.</param>
public sealed record LocalTimeValue(long NanosecondOfDay);

/// <summary>A time of day with an offset.</summary>
/// <param name="NanosecondOfDay">Local, 0 to 86,399,999,999,999.</param>
/// <param name="OffsetSeconds">Seconds east of UTC, −64,800 to 64,800.</param>
public sealed record TimeValue(long NanosecondOfDay, int OffsetSeconds);

/// <summary>A date and time of day without zone.</summary>
/// <param name="EpochDay">Days since 1970-01-01.</param>
/// <param name="NanosecondOfDay">0 to 86,399,999,999,999.</param>
public sealed record LocalDateTimeValue(long EpochDay, long NanosecondOfDay);

/// <summary>A date and time with an offset, and the named zone from which the offset was derived.</summary>
/// <param name="EpochDay">Local days since 1970-01-01.</param>
/// <param name="NanosecondOfDay">Local, 0 to 86,399,999,999,999.</param>
/// <param name="OffsetSeconds">Seconds east of UTC.</param>
/// <param name="Zone">IANA name, or null if only an offset was given.</param>
public sealed record DateTimeValue(long EpochDay, long NanosecondOfDay, int OffsetSeconds, string? Zone);

/// <summary>A duration whose parts are not convertible into one another.</summary>
/// <param name="Months">Whole months.</param>
/// <param name="Days">Whole days.</param>
/// <param name="Seconds">Whole seconds.</param>
/// <param name="Nanoseconds">0 to 999,999,999, added to <paramref name="Seconds"/>.</param>
public sealed record DurationValue(long Months, long Days, long Seconds, int Nanoseconds);
