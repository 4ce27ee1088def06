using System.Runtime.InteropServices;
using Stemma.GraphBuilder.Linking.Names;

namespace Stemma.GraphBuilder.Linking.Senses;

/// <summary>
/// The context of a mention: the other concepts, title words, keywords and authors of its paper, as hashed features weighted by
/// inverse document frequency (Spärck Jones 1972). Two uses of a name are compared by the cosine of their contexts.
/// </summary>
internal sealed class PaperContexts
{
    private const uint FnvBasis = 2166136261;
    private const uint FnvPrime = 16777619;

    private readonly int[][] _features;
    private readonly Dictionary<int, int> _numbers;
    private double[] _weights = [];

    /// <summary>There are about as many features as names, because most authors have one or two papers.</summary>
    private PaperContexts(int papers, int names) => (_features, _numbers) = (new int[papers][], new Dictionary<int, int>(names));

    /// <summary>Collects the features of all papers, on all processors. One pass.</summary>
    public static PaperContexts Of(NameCensus census)
    {
        var contexts = new PaperContexts(census.Papers.Count, census.Names.KeyCount);
        var firstMentions = FirstMentions(census);
        Parallel.For(0, contexts._features.Length, () => new HashSet<int>(), (paper, _, found) =>
        {
            contexts._features[paper] = FeaturesOf(census, paper, firstMentions, found);
            return found;
        }, _ => { });
        contexts.NumberFeatures();
        return contexts;
    }

    /// <summary>
    /// Replaces hashes by numbers from 0, and computes the weight of each feature once, because senses compare the same features millions of
    /// times. Keeps the order of the features of a paper.
    /// </summary>
    private void NumberFeatures()
    {
        var documents = new List<int>();
        foreach (var features in _features)
        {
            foreach (ref var feature in features.AsSpan())
            {
                ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, feature, out var isKnown);
                if (!isKnown)
                {
                    number = documents.Count;
                    documents.Add(0);
                }

                documents[number]++;
                feature = number;
            }
        }

        _weights = [.. documents.Select(count => Math.Log((_features.Length + 1.0) / count))];
    }

    /// <summary>The index of the first mention of each paper, and at the end the number of mentions.</summary>
    private static int[] FirstMentions(NameCensus census)
    {
        var first = new int[census.Papers.Count + 1];
        foreach (var mention in census.Mentions)
        {
            first[mention.Paper + 1]++;
        }

        for (var paper = 1; paper < first.Length; paper++)
        {
            first[paper] += first[paper - 1];
        }

        return first;
    }

    /// <summary>The feature of a name itself, to be ignored when uses of that name are compared; −1 if no paper has it.</summary>
    public int FeatureOf(string key) => _numbers.GetValueOrDefault(Hash("c", key), -1);

    /// <summary>Adds a paper to the profile of a sense, without the feature <paramref name="ignored"/>.</summary>
    public void AddTo(ContextProfile profile, int paper, int ignored)
    {
        foreach (var feature in _features[paper])
        {
            if (feature != ignored)
            {
                profile.Add(feature, _weights[feature]);
            }
        }
    }

    /// <summary>Cosine between a paper and a profile, without the feature <paramref name="ignored"/>; 0 if either is empty.</summary>
    public double Similarity(int paper, ContextProfile profile, int ignored)
    {
        var (product, own) = (0.0, 0.0);
        foreach (var feature in _features[paper])
        {
            if (feature != ignored)
            {
                var weight = _weights[feature];
                own += weight * weight;
                product += weight * profile[feature];
            }
        }

        return product <= 0 ? 0 : product / Math.Sqrt(own * profile.SquaredNorm);
    }

    /// <summary>The hashed features of a paper, ascending; <paramref name="found"/> is a scratch set. Thread-safe with one set per thread.</summary>
    private static int[] FeaturesOf(NameCensus census, int paper, int[] firstMentions, HashSet<int> found)
    {
        found.Clear();
        for (var mention = firstMentions[paper]; mention < firstMentions[paper + 1]; mention++)
        {
            found.Add(Hash("c", census.Names.KeyText(census.Mentions[mention].Anchor)));
        }

        var record = census.Papers[paper].Head;
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

        int[] features = [.. found];
        Array.Sort(features);
        return features;
    }

    /// <summary>FNV-1a over the kind and the text: the same in every run, unlike <see cref="string.GetHashCode()"/>.</summary>
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
