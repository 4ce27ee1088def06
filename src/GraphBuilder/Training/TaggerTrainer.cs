using Stemma.GraphBuilder.Evaluation;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Extraction.Tagging;

namespace Stemma.GraphBuilder.Training;

/// <summary>Learns the mention chain from labelled papers.</summary>
internal sealed class TaggerTrainer
{
    /// <summary>Feature rows, as a power of two: 2^19 rows of 16 bytes are 8 MB, which a processor keeps in its cache.</summary>
    private const int RowBits = 19;

    /// <summary>Features seen fewer times than this get no weight.</summary>
    private const int LeastCount = 2;

    /// <summary>Chosen on a held-out fifth of the training labels, where 8 to 16 epochs and rates of 0.05 and 0.1 differ by less than 0.003 F1.</summary>
    private static readonly ChainTraining Settings = new(Epochs: 8, Rate: 0.1f, Seed: 7);

    private readonly FeatureCounts _counts = new();
    private readonly ChainExample[][] _examples;

    /// <summary>Prepares the examples of all papers.</summary>
    /// <param name="papers">Documents with all layers that <see cref="MentionTagger"/> requires, and their labels.</param>
    public TaggerTrainer(IEnumerable<(PaperDocument Document, LabelledPaper Labels)> papers)
    {
        var raw = papers.Select(paper => Features(paper.Document, paper.Labels)).ToArray();
        _examples = raw.Select(Index).ToArray();
    }

    /// <summary>Learns from the papers whose index <paramref name="wanted"/> accepts.</summary>
    public ChainModel Train(Func<int, bool> wanted, CancellationToken cancellation)
        => new ChainTrainer(1 << RowBits, Settings).Train(_examples.Where((_, at) => wanted(at)).SelectMany(paper => paper).ToArray(), cancellation);

    private (uint[] Features, int[] Ends, ushort[] Allowed, Text.TokenRange[] Sentences) Features(PaperDocument document, LabelledPaper paper)
    {
        var reader = document.Tagging.Atoms;
        reader.Read(document);
        var atoms = reader.Atoms.AsSpan(0, document.Tokens.Count);
        Span<uint> features = stackalloc uint[FeatureTemplates.MostFeatures];
        var all = new List<uint>();
        var ends = new int[document.Tokens.Count];
        for (var token = 0; token < ends.Length; token++)
        {
            var count = FeatureTemplates.Write(atoms, token, features);
            _counts.Add(features[..count]);
            all.AddRange(features[..count]);
            ends[token] = all.Count;
        }

        return (all.ToArray(), ends, GoldTags.Of(document, paper), document.Sentences.ToArray());
    }

    private ChainExample[] Index((uint[] Features, int[] Ends, ushort[] Allowed, Text.TokenRange[] Sentences) paper)
        => [.. paper.Sentences.Select(sentence => Index(paper.Features, paper.Ends, paper.Allowed, sentence))];

    private ChainExample Index(uint[] features, int[] allEnds, ushort[] allowed, Text.TokenRange sentence)
    {
        var rows = new List<int>();
        var ends = new int[sentence.Count];
        for (var token = sentence.First; token < sentence.End; token++)
        {
            for (var at = token == 0 ? 0 : allEnds[token - 1]; at < allEnds[token]; at++)
            {
                if (_counts.Reaches(features[at], LeastCount))
                {
                    rows.Add((int)(features[at] & ((1 << RowBits) - 1)));
                }
            }

            ends[token - sentence.First] = rows.Count;
        }

        return new ChainExample(rows.ToArray(), ends, allowed[sentence.First..sentence.End]);
    }
}
