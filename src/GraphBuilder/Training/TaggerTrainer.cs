using Stemma.GraphBuilder.Evaluation;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Extraction.Tagging;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Training;

/// <summary>Trains the two models of the tagger, linear chain and net, from labelled papers.</summary>
internal sealed class TaggerTrainer
{
    /// <summary>Feature rows of the chain, as a power of two: 2^19 rows of 16 bytes are 8 MB, which fits in a processor's cache.</summary>
    private const int RowBits = 19;

    /// <summary>Minimum number of occurrences of a feature; rarer ones get no weight.</summary>
    private const int LeastCount = 2;

    /// <summary>Weights of the scores of chain and net: the pair with the lowest loss on held-out folds of the training labels (docs/extraction.md).</summary>
    private const float ChainShare = 0.25f;

    /// <inheritdoc cref="ChainShare"/>
    private const float NetShare = 0.65f;

    /// <summary>Chosen on held-out folds of the training labels, where 8 to 16 epochs and rates of 0.05 and 0.1 differ by less than 0.003 F1.</summary>
    private static readonly ChainTraining ChainSettings = new(Epochs: 8, Rate: 0.1f, Seed: 7);

    /// <summary>Chosen by loss on a held-out fold (docs/extraction.md).</summary>
    private static readonly NetSettings NetSettings = new(Epochs: 6, Rate: 1e-3f, Dropout: 0.3f, WordDropout: 0.05f, RowRate: 20);

    private readonly FeatureCounts _counts = new();
    private readonly WordVectors _words;
    private readonly ChainExample[][] _chain;
    private readonly NetExample[][] _net;

    /// <summary>Prepares the examples of all papers.</summary>
    /// <param name="papers">Documents with all layers that <see cref="MentionTagger"/> requires, and their labels.</param>
    /// <param name="words">Word vectors.</param>
    public TaggerTrainer(IEnumerable<(PaperDocument Document, LabelledPaper Labels)> papers, WordVectors words)
    {
        _words = words;
        var raw = papers.Select(paper => Read(paper.Document, paper.Labels)).ToArray();
        _chain = [.. raw.Select(paper => paper.Chain.Select(Index).ToArray())];
        _net = [.. raw.Select(paper => paper.Net)];
    }

    /// <summary>Trains on the papers whose index <paramref name="wanted"/> accepts.</summary>
    public TaggerModel Train(Func<int, bool> wanted, CancellationToken cancellation)
    {
        var chain = new ChainTrainer(1 << RowBits, ChainSettings).Train(_chain.Where((_, at) => wanted(at)).SelectMany(paper => paper).ToArray(), cancellation);
        var (weights, transitions) = NetTrainer.Train(_words, _net.Where((_, at) => wanted(at)).ToArray(), NetSettings, cancellation);
        weights = weights with { Out = Times(NetShare, weights.Out), OutBias = Times(NetShare, weights.OutBias) };
        return new TaggerModel(chain.Shared(ChainShare, Times(NetShare, transitions)), new TaggerNet(_words, weights));
    }

    private static float[] Times(float share, float[] values) => [.. values.Select(value => (float)(Half)(share * value))];

    private (SentenceFeatures[] Chain, NetExample[] Net) Read(PaperDocument document, LabelledPaper paper)
    {
        document.Tagging.Atoms.Read(document);
        var allowed = GoldTags.Of(document, paper);
        return ([.. document.Sentences.Select(sentence => Features(document, sentence, allowed))], [.. document.Sentences.Select(sentence => NetOf(document, sentence, allowed))]);
    }

    private SentenceFeatures Features(PaperDocument document, TokenRange sentence, ushort[] allowed)
    {
        var atoms = document.Tagging.Atoms.Atoms.AsSpan(0, document.Tokens.Count);
        Span<uint> features = stackalloc uint[FeatureTemplates.MostFeatures];
        var all = new List<uint>();
        var ends = new int[sentence.Count];
        for (var token = 0; token < ends.Length; token++)
        {
            var count = FeatureTemplates.Write(atoms, sentence.First + token, features);
            _counts.Add(features[..count]);
            all.AddRange(features[..count]);
            ends[token] = all.Count;
        }

        return new SentenceFeatures(all.ToArray(), ends, allowed[sentence.First..sentence.End]);
    }

    private NetExample NetOf(PaperDocument document, TokenRange sentence, ushort[] allowed)
    {
        var atoms = document.Tagging.Atoms.Atoms.AsSpan(0, document.Tokens.Count);
        var words = new int[sentence.Count];
        var rows = new int[sentence.Count * NetFeatures.Count];
        for (var token = 0; token < words.Length; token++)
        {
            words[token] = _words.Find(document[sentence.First + token]);
            NetFeatures.Write(atoms, sentence.First + token, rows.AsSpan(token * NetFeatures.Count, NetFeatures.Count));
        }

        return new NetExample(words, rows, allowed[sentence.First..sentence.End]);
    }

    private ChainExample Index(SentenceFeatures sentence)
    {
        var rows = new List<int>();
        var ends = new int[sentence.Ends.Length];
        for (var token = 0; token < ends.Length; token++)
        {
            for (var at = token == 0 ? 0 : sentence.Ends[token - 1]; at < sentence.Ends[token]; at++)
            {
                if (_counts.Reaches(sentence.Features[at], LeastCount))
                {
                    rows.Add((int)(sentence.Features[at] & ((1 << RowBits) - 1)));
                }
            }

            ends[token] = rows.Count;
        }

        return new ChainExample(rows.ToArray(), ends, sentence.Allowed);
    }

    private sealed record SentenceFeatures(uint[] Features, int[] Ends, ushort[] Allowed);
}
