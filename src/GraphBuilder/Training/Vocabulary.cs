using System.Runtime.InteropServices;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Text;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Training;

/// <summary>The words of a corpus that are frequent enough for a vector, the letter patterns of all others, and the corpus as indices of these.</summary>
internal sealed class Vocabulary
{
    /// <summary>Minimum number of occurrences; rarer words are replaced by their letter pattern, because they have too few neighbours to train on.</summary>
    private const int LeastCount = 6;

    private Vocabulary(uint[] keys, long[] counts, int[][] texts)
    {
        Keys = keys;
        Counts = counts;
        Texts = texts;
    }

    /// <summary>Fingerprints as in <see cref="WordVectors"/>: words by descending frequency, then patterns.</summary>
    public uint[] Keys { get; }

    /// <summary>Number of occurrences of each key.</summary>
    public long[] Counts { get; }

    /// <summary>Each title and each abstract as indices into <see cref="Keys"/>.</summary>
    public int[][] Texts { get; }

    /// <summary>Counts the words of a corpus.</summary>
    public static Vocabulary Of(IReadOnlyList<PaperRecord> corpus)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var (text, tokens) in Tokens(corpus))
        {
            foreach (var token in tokens)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, WordVectors.KeyOf(text.AsSpan(token.Start, token.Length)), out _)++;
            }
        }

        var keys = counts.Where(count => count.Value >= LeastCount).OrderByDescending(count => count.Value).ThenBy(count => count.Key).Select(count => count.Key).ToList();
        var index = keys.Select((key, at) => (key, at)).ToDictionary(pair => pair.key, pair => pair.at);
        var texts = Number(corpus, keys, index);
        var totals = new long[keys.Count];
        foreach (var word in texts.SelectMany(text => text))
        {
            totals[word]++;
        }

        return new Vocabulary([.. keys], totals, texts);
    }

    /// <summary>The tokens of each title and each abstract; the list is reused.</summary>
    private static IEnumerable<(string Text, List<Token> Tokens)> Tokens(IReadOnlyList<PaperRecord> corpus)
    {
        var tokens = new List<Token>();
        foreach (var text in corpus.SelectMany(paper => new[] { paper.Title, paper.Abstract }))
        {
            tokens.Clear();
            Tokenizer.Tokenize(text, 0, tokens);
            yield return (text, tokens);
        }
    }

    /// <summary>Converts all texts to indices; patterns are numbered at their first occurrence.</summary>
    private static int[][] Number(IReadOnlyList<PaperRecord> corpus, List<uint> keys, Dictionary<uint, int> index)
    {
        var words = keys.Count;
        var patterns = new Dictionary<uint, int>();
        var texts = new List<int[]>();
        foreach (var (text, tokens) in Tokens(corpus))
        {
            var row = new int[tokens.Count];
            for (var at = 0; at < row.Length; at++)
            {
                var word = text.AsSpan(tokens[at].Start, tokens[at].Length);
                if (index.TryGetValue(WordVectors.KeyOf(word), out row[at]))
                {
                    continue;
                }

                ref var pattern = ref CollectionsMarshal.GetValueRefOrAddDefault(patterns, WordVectors.PatternOf(word), out var known);
                if (!known)
                {
                    pattern = words + patterns.Count - 1;
                    keys.Add(WordVectors.PatternOf(word));
                }

                row[at] = pattern;
            }

            texts.Add(row);
        }

        return [.. texts];
    }
}
