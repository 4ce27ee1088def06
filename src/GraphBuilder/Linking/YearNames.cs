namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// Finds pairs of names of one edition of data whose year is written with two digits in one and with four in the other: "WMT'16" and "WMT 2016", "VOC07" and "VOC 2007". Of the 66 pairs that
/// 144,000 papers have, all of which were read, it joins 49; in most others, capitals differ or one name is that of a longer one (THUMOS'14 detection).
/// </summary>
internal static class YearNames
{
    private const int ShortYear = 2;
    private const int LongYear = 4;

    /// <summary>The pairs, the more used name first; the most used first.</summary>
    /// <param name="census">What texts call what they name.</param>
    /// <param name="clusters">Names that are one already.</param>
    /// <param name="printed">For each key its usual spelling.</param>
    public static IReadOnlyList<(int Name, int Key)> Find(NameCensus census, AliasClusters clusters, string[] printed)
    {
        return
        [
            .. Enumerable.Range(0, printed.Length).Where(key => EndsInYear(census.Names.KeyText(key))).Select(key => (Long: key, Short: ShortKey(census.Names.KeyText(key))))
                .Where(pair => pair.Short >= 0 && pair.Short < printed.Length && AreOne(pair.Long, pair.Short))
                .Select(pair => census.CountOf(pair.Long) >= census.CountOf(pair.Short) ? (Name: pair.Long, Key: pair.Short) : (Name: pair.Short, Key: pair.Long))
                .OrderByDescending(pair => census.CountOf(pair.Name)).ThenBy(pair => census.Names.KeyText(pair.Name), StringComparer.Ordinal),
        ];

        int ShortKey(string text) => census.Names.FindKey(text.Remove(text.Length - LongYear, LongYear - ShortYear));

        bool AreOne(int full, int brief) =>
            clusters.Of(full) != clusters.Of(brief) && census.CountOf(full) > 0 && census.CountOf(brief) > 0 && census.IsMostlyData(full) && census.IsMostlyData(brief) && !IsCount(printed[brief]);
    }

    /// <summary>A key that ends in a year of this or the last century, behind a letter.</summary>
    private static bool EndsInYear(string key) =>
        key.Length > LongYear && char.IsLetter(key[^(LongYear + 1)]) && key[^LongYear..] is ['1', '9', _, _] or ['2', '0', _, _] && char.IsAsciiDigit(key[^2]) && char.IsAsciiDigit(key[^1]);

    /// <summary>A round number behind a hyphen counts classes: ImageNet-10 is ten of them.</summary>
    private static bool IsCount(string name) => name.Length > ShortYear && name[^1] == '0' && name[^(ShortYear + 1)] == '-';
}
