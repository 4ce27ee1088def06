namespace Stemma.GraphBuilder.Linking.Assembly;

/// <summary>The years in which papers name each concept.</summary>
internal sealed class ConceptYears
{
    private readonly int[][] _years;
    private readonly int?[] _first;

    private ConceptYears(int[][] years)
    {
        _years = years;
        _first = Array.ConvertAll(years, list => UsageYears.First(list));
    }

    /// <summary>Collects the years in one pass. Where a concept's origin is known, its year is the first, whatever papers of other years mean by its names.</summary>
    public static ConceptYears Of(LinkedCorpus corpus, KnownOrigins origins)
    {
        var years = corpus.Concepts.Select(concept => new List<int>(Math.Min(concept.Papers, 64))).ToArray();
        var named = new HashSet<int>();
        for (var paper = 0; paper < corpus.Papers.Count; paper++)
        {
            if (corpus.Papers[paper].Head.Year is not { } year)
            {
                continue;
            }

            named.Clear();
            foreach (var concept in corpus.ConceptOf[paper])
            {
                if (concept >= 0 && named.Add(concept))
                {
                    years[concept].Add(year);
                }
            }
        }

        var found = new ConceptYears(Array.ConvertAll(years, list =>
        {
            list.Sort();
            return list.ToArray();
        }));
        foreach (var (concept, origin) in origins.All)
        {
            found._first[concept] = origin.Year ?? (origin.Paper >= 0 ? corpus.Papers[origin.Paper].Head.Year : null) ?? found._first[concept];
        }

        return found;
    }

    /// <summary>The first year in which the concept is in use, see <see cref="UsageYears"/>; null where no paper has a year.</summary>
    public int? FirstOf(int concept) => _first[concept];

    /// <summary>Moves the first year of a concept back to the year of the paper that introduced it, however few papers follow at first.</summary>
    public void Believe(int concept, int? introduced)
    {
        if (introduced < _first[concept])
        {
            _first[concept] = introduced;
        }
    }

    /// <summary>Number of papers that name the concept up to a year, minus the paper in question; all papers with a year if <paramref name="year"/> is null.</summary>
    public int OthersUpTo(int concept, int? year)
    {
        var years = _years[concept].AsSpan();
        return year is { } limit ? CountUpTo(years, limit) - 1 : years.Length;
    }

    /// <summary>Number of papers that name the concept before a year; all papers with a year if <paramref name="year"/> is null.</summary>
    public int PapersBefore(int concept, int? year)
    {
        var years = _years[concept].AsSpan();
        return year is { } limit ? CountUpTo(years, limit - 1) : years.Length;
    }

    private static int CountUpTo(ReadOnlySpan<int> years, int limit)
    {
        var (from, to) = (0, years.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = years[middle] <= limit ? (middle + 1, to) : (from, middle);
        }

        return from;
    }
}
