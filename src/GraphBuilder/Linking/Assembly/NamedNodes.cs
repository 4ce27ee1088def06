using System.Runtime.InteropServices;
using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphModel;
using Stemma.GraphModel.Graph;

namespace Stemma.GraphBuilder.Linking.Assembly;

/// <summary>Adds nodes that have only a name, authors and venues: one per distinct slug, named by its most frequent spelling, ordered by id.</summary>
internal static class NamedNodes
{
    /// <summary>Adds the nodes and returns them by every spelling; a name whose slug is empty has none.</summary>
    /// <param name="loader">Receives the nodes.</param>
    /// <param name="label">Their label.</param>
    /// <param name="scheme">Prefix of their ids.</param>
    /// <param name="names">The names, repeated as often as they occur.</param>
    public static Dictionary<string, int> Add(IGraphLoader loader, string label, string scheme, IEnumerable<string> names)
    {
        var spellings = Spellings(names);
        var nodes = new Dictionary<string, int>(spellings.Length, StringComparer.Ordinal);
        var properties = new PropertyList();
        for (var (first, end) = (0, 0); first < spellings.Length; first = end)
        {
            while (end < spellings.Length && spellings[end].Slug == spellings[first].Slug)
            {
                end++;
            }

            var same = spellings.AsSpan(first..end);
            properties.Clear().Add(GraphSchema.Keys.Id, scheme + same[0].Slug).Add(GraphSchema.Keys.Name, Commonest(same));
            var node = loader.AddNode([label], properties.Entries);
            foreach (var spelling in same)
            {
                nodes.Add(spelling.Name, node);
            }
        }

        return nodes;
    }

    /// <summary>The distinct names that have a slug, sorted by it.</summary>
    private static Spelling[] Spellings(IEnumerable<string> names)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, name, out _)++;
        }

        var spellings = counts.AsParallel().Select(pair => new Spelling(NameKey.Slug(pair.Key), pair.Key, pair.Value)).Where(spelling => spelling.Slug.Length > 0).ToArray();
        Array.Sort(spellings, (first, second) => string.CompareOrdinal(first.Slug, second.Slug));
        return spellings;
    }

    /// <summary>The most frequent name, trimmed; ties go to the first in ordinal order.</summary>
    private static string Commonest(ReadOnlySpan<Spelling> same) => same.Length == 1
        ? same[0].Name.Trim()
        : same.ToArray().GroupBy(spelling => spelling.Name.Trim(), StringComparer.Ordinal)
            .OrderByDescending(group => group.Sum(spelling => spelling.Count)).ThenBy(group => group.Key, StringComparer.Ordinal).First().Key;

    private readonly record struct Spelling(string Slug, string Name, int Count);
}
