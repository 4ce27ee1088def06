namespace Stemma.GraphQuery.Temporals;

/// <summary>A day by year, month and day of month.</summary>
/// <param name="Year">Astronomical: 0 is 1 BC.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31.</param>
public readonly record struct CalendarDate(long Year, int Month, int Day)
{
    /// <summary>1 to 4.</summary>
    public int Quarter => ((Month - 1) / 3) + 1;
}
