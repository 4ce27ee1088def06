using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Lexicon;

namespace Stemma.GraphBuilder.Spans;

/// <summary>
/// Trains a <see cref="SpanTagger"/> from texts with entities. Steps in order: <see cref="SpanExample"/> of each text → a <see cref="SpanModel"/> for each of five parts without
/// its texts, and one on all → spans of each part by the model not trained on it → the threshold with the best F1 on these. Parts are contiguous in the file, because neighbouring
/// texts often come from one paper. The same texts give the same bytes, whatever the number of threads.
/// </summary>
public sealed class SpanTrainer
{
    /// <summary>Minimum number of texts; with fewer, a part has next to nothing to train on.</summary>
    public const int FewestTexts = 20;

    private const int Parts = 5;

    private const int Nets = 3;

    private const ulong FirstSeed = 100;

    /// <summary>Lowest threshold tried, in hundredths.</summary>
    private const int LeastThreshold = 10;

    private const int MostThreshold = 70;

    /// <summary>Chosen by cross-validation on the training texts of two data sets (docs/extraction.md), as are the settings of the nets.</summary>
    private static readonly SpanChainSettings ChainSettings = new(Epochs: 8, Rate: 0.1f, Dropout: 0.3f);

    /// <inheritdoc cref="ChainSettings"/>
    private static readonly SpanNetSettings NetSettings = new(Epochs: 10, Rate: 1e-3f, Dropout: 0.5f, InputDropout: 0.1f, RowRate: 20, Batch: 4);

    private readonly SpanReader _reader;
    private readonly int _threads;

    /// <summary>Creates a trainer that uses the shipped extraction.</summary>
    /// <param name="threads">Number of chains and nets trained at the same time.</param>
    public SpanTrainer(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        (_reader, _threads) = (new SpanReader(ConceptLexicon.LoadShipped(), ExtractionModel.LoadShipped()), threads);
    }

    /// <summary>Trains a tagger.</summary>
    /// <param name="texts">At least <see cref="FewestTexts"/> texts, with at least one entity among them.</param>
    /// <param name="progress">Receives one message per completed step.</param>
    /// <param name="cancellation">Checked between epochs.</param>
    public TrainedSpans Train(IReadOnlyList<SpanText> texts, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(progress);
        ArgumentOutOfRangeException.ThrowIfLessThan(texts.Count, FewestTexts);
        var labels = SpanText.LabelsOf(texts);
        ArgumentOutOfRangeException.ThrowIfZero(labels.Length);
        var examples = texts.Select(text => SpanExample.Of(_reader.Read(text.Text), text.Entities, labels)).ToArray();
        progress.Report($"{texts.Count:N0} texts read, {labels.Length} {(labels.Length == 1 ? "label" : "labels")}");
        var models = TrainModels(examples, new SpanTags(labels.Length), progress, cancellation);
        var stretches = examples.Select((example, at) => models[Part(at, examples.Length)].Stretches(example.Text)).ToArray();
        var cards = Enumerable.Range(LeastThreshold, MostThreshold - LeastThreshold + 1)
            .Select(hundredths => (Threshold: hundredths / 100.0, Card: Score(texts, examples, stretches, labels, hundredths / 100.0)));
        var (threshold, card) = cards.MaxBy(found => found.Card.All.F1);
        progress.Report($"entities with a posterior above {threshold:F2} are reported");
        return new TrainedSpans(new SpanTagger(_reader, labels, models[Parts], threshold), card, examples.Sum(example => example.Unlearnt));
    }

    /// <summary>A model for each part, trained without it; the last one is trained on all texts.</summary>
    private SpanModel[] TrainModels(SpanExample[] examples, SpanTags tags, IProgress<string> progress, CancellationToken cancellation)
    {
        var chains = new SpanChain[Parts + 1];
        var nets = Enumerable.Range(0, Parts + 1).Select(_ => new SpanNet[Nets]).ToArray();
        var options = new ParallelOptions { MaxDegreeOfParallelism = _threads, CancellationToken = cancellation };
        const int Jobs = (Parts + 1) * (Nets + 1);
        var done = 0;
        Parallel.For(0, Jobs, options, job =>
        {
            var (part, member) = (job / (Nets + 1), job % (Nets + 1));
            SpanExample[] seen = [.. examples.Where((example, at) => Part(at, examples.Length) != part && example.Gold.Length > 0)];
            if (member == Nets)
            {
                chains[part] = SpanChainTrainer.Train(tags, seen, ChainSettings, cancellation);
            }
            else
            {
                nets[part][member] = SpanNetTrainer.Train(tags, _reader.Width, seen, NetSettings, FirstSeed + (ulong)member, cancellation);
            }

            progress.Report($"{Interlocked.Increment(ref done)} of {Jobs} chains and nets learnt");
        });
        return [.. chains.Zip(nets, (chain, members) => new SpanModel(chain, members))];
    }

    private static SpanScorecard Score(IReadOnlyList<SpanText> texts, SpanExample[] examples, List<SpanStretch>[] stretches, string[] labels, double threshold)
    {
        var card = new SpanScorecard(labels);
        for (var at = 0; at < texts.Count; at++)
        {
            var chosen = SpanDecoder.Choose(stretches[at], examples[at].Text.Tokens.Length, threshold);
            card.Add(texts[at].Entities, SpanTagger.Entities(examples[at].Text, labels, chosen));
        }

        return card;
    }

    private static int Part(int text, int texts) => (int)((long)text * Parts / texts);
}

/// <summary>The result of training.</summary>
/// <param name="Tagger">The tagger, trained on all texts.</param>
/// <param name="HeldOut">Scores of the models on the texts that they were not trained on, at the chosen threshold (chosen on the same texts).</param>
/// <param name="Unlearnt">Number of entities that could not be used, because they begin or end within a token or overlap an entity at least as long.</param>
public sealed record TrainedSpans(SpanTagger Tagger, SpanScorecard HeldOut, int Unlearnt);
