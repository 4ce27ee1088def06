namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// Determines when a name came into use. The first year in which any paper has it is often another meaning (a "transformer" of 2008 is in a substation) or an extraction error, so
/// for a name that many papers have it is the first of two consecutive years in which several do.
/// </summary>
/// <remarks>
/// The thresholds come from the yearly counts of thirty frequent names in 144,000 abstracts: they date the Transformer to 2017, BERT to 2019, generative
/// adversarial networks to 2014, knowledge graphs to 2016.
/// </remarks>
internal static class UsageYears
{
    /// <summary>Number of papers below which the first year is taken as it is.</summary>
    private const int Rare = 50;

    /// <summary>One in this many of the name's papers must be in two consecutive years, but at least <see cref="Fewest"/> and at most <see cref="Most"/> papers.</summary>
    private const int Share = 300;

    private const int Fewest = 2;

    private const int Most = 5;

    /// <summary>The first year of use, or null if there are no years.</summary>
    /// <param name="years">Years of the papers, ascending.</param>
    public static int? First(IReadOnlyList<int> years)
    {
        if (years.Count < Rare)
        {
            return years.Count == 0 ? null : years[0];
        }

        var needed = Math.Clamp(years.Count / Share, Fewest, Most);
        for (var at = 0; at + needed <= years.Count; at++)
        {
            if (years[at + needed - 1] <= years[at] + 1)
            {
                return years[at];
            }
        }

        return years[0];
    }
}
