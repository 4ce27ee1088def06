using Stemma.GraphBuilder.Linking.Names;

namespace Stemma.GraphBuilder.Linking.Senses;

/// <summary>
/// What surrounds a mention: the other concepts, title words, keywords, authors and year of its paper, as hashed features weighted by
/// inverse document frequency (Spärck Jones 1972). Two uses of one name are compared by the cosine of these.
/// </summary>
internal sealed class PaperContexts
{
    private const uint FnvBasis = 2166136261;
    private const uint FnvPrime = 16777619;

    private readonly int[][] _features;
    private readonly Dictionary<int, int> _documentCounts = [];

    private PaperContexts(int papers) => _features = new int[papers][];

    /// <summary>Collects the features of all papers. One pass.</summary>
    public static PaperContexts Of(NameCensus census)
    {
        var contexts = new PaperContexts(census.Papers.Count);
        var mention = 0;
        var found = new SortedSet<int>();
        for (var paper = 0; paper < census.Papers.Count; paper++)
        {
            found.Clear();
            for (; mention < census.Mentions.Count && census.Mentions[mention].Paper == paper; mention++)
            {
                found.Add(Hash("c", census.Names.KeyText(census.Mentions[mention].Anchor)));
            }

            contexts.AddRecord(paper, census.Papers[paper], found);
        }

        return contexts;
    }

    /// <summary>The feature that a name itself contributes, to be left out when uses of that name are compared.</summary>
    public static int FeatureOf(string key) => Hash("c", key);

    /// <summary>Adds a paper to the profile of a sense, the named feature left out.</summary>
    public void AddTo(ContextProfile profile, int paper, int ignored)
    {
        foreach (var feature in _features[paper])
        {
            if (feature != ignored)
            {
                profile.Add(feature, Weight(feature));
            }
        }
    }

    /// <summary>Cosine between a paper and a profile, the named feature left out; 0 where either is empty.</summary>
    public double Similarity(int paper, ContextProfile profile, int ignored)
    {
        var (product, own) = (0.0, 0.0);
        foreach (var feature in _features[paper])
        {
            if (feature != ignored)
            {
                var weight = Weight(feature);
                own += weight * weight;
                product += weight * profile[feature];
            }
        }

        return product <= 0 ? 0 : product / Math.Sqrt(own * profile.SquaredNorm);
    }

    private double Weight(int feature) => Math.Log((_features.Length + 1.0) / _documentCounts[feature]);

    private void AddRecord(int paper, ExtractedPaper source, SortedSet<int> found)
    {
        var record = source.Head;
        foreach (var token in NameKey.Tokens(record.Title).Where(t => t.Length > 3))
        {
            found.Add(Hash("t", token.ToLowerInvariant()));
        }

        foreach (var author in record.Authors)
        {
            found.Add(Hash("a", author.Trim().ToLowerInvariant()));
        }

        foreach (var keyword in record.Keywords)
        {
            found.Add(Hash("k", keyword.Trim().ToLowerInvariant()));
        }

        var features = new int[found.Count];
        found.CopyTo(features);
        _features[paper] = features;
        foreach (var feature in features)
        {
            _documentCounts[feature] = _documentCounts.GetValueOrDefault(feature) + 1;
        }
    }

    /// <summary>FNV-1a over the kind and the text: the same on every run, unlike <see cref="string.GetHashCode()"/>.</summary>
    private static int Hash(string kind, string text)
    {
        var hash = (FnvBasis ^ kind[0]) * FnvPrime;
        foreach (var c in text)
        {
            hash = (hash ^ c) * FnvPrime;
        }

        return (int)hash;
    }
}
