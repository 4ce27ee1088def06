namespace Stemma.GraphBuilderTests.Sample;

/// <summary>
/// Runs of words, compared without case and punctuation, to detect text copied from another. A run is stored as a 64-bit hash, so that a corpus can be searched in
/// seconds.
/// </summary>
internal sealed class WordRuns
{
    /// <summary>Words in a run; shorter runs are common phrases or lists of method names.</summary>
    public const int Length = 8;

    // FNV-1a, 64 bits: Fowler, Noll and Vo, http://www.isthe.com/chongo/tech/comp/fnv.
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    private readonly Dictionary<ulong, string> origins = [];

    /// <summary>Adds all runs of a text.</summary>
    public void Add(string text, string origin)
    {
        foreach (var (hash, _, _) in RunsOf(text))
        {
            origins.TryAdd(hash, origin);
        }
    }

    /// <summary>The runs of a text that were added before, each with its origin.</summary>
    public IEnumerable<string> FindIn(string text)
        => RunsOf(text).Where(run => origins.ContainsKey(run.Hash)).Select(run => $"{origins[run.Hash]}: {text[run.Start..run.End]}");

    private static IEnumerable<(ulong Hash, int Start, int End)> RunsOf(string text)
    {
        var words = WordsOf(text);
        for (var first = 0; first + Length <= words.Count; first++)
        {
            var hash = FnvOffset;
            for (var at = first; at < first + Length; at++)
            {
                hash = (hash ^ words[at].Hash) * FnvPrime;
            }

            yield return (hash, words[first].Start, words[first + Length - 1].End);
        }
    }

    private static List<(ulong Hash, int Start, int End)> WordsOf(string text)
    {
        var words = new List<(ulong Hash, int Start, int End)>();
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            var hash = FnvOffset;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
            {
                hash = (hash ^ char.ToLowerInvariant(text[end++])) * FnvPrime;
            }

            if (end > start)
            {
                words.Add((hash, start, end));
            }

            start = end + 1;
        }

        return words;
    }
}
