using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Training;

/// <summary>
/// Trains word vectors by skip-gram with negative sampling (Mikolov et al. 2013), in two halves: from the two neighbours on either side, with separate weights for each position,
/// which captures how words are used (structured skip-gram, Ling et al. 2015), and from a window of six, which captures their topics. Each half is trained on one thread, so the
/// result is bit-reproducible.
/// </summary>
internal static class WordVectorTrainer
{
    /// <summary>Dimensions of each half; 48 and 64 differ by less than the noise in the tagger's held-out loss.</summary>
    private const int HalfDimensions = 48;

    private const int NearWindow = 2;

    private const int WideWindow = 6;

    /// <summary>Trains both halves and concatenates them, each scaled to a mean square of 1.</summary>
    public static WordVectors Train(Vocabulary vocabulary, int threads, CancellationToken cancellation)
    {
        var halves = new float[2][];
        Parallel.For(0, 2, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, half =>
            halves[half] = new SkipGram(vocabulary, HalfDimensions, half == 0 ? NearWindow : WideWindow, placed: half == 0, seed: (ulong)half + 1).Train(cancellation));
        var values = new sbyte[vocabulary.Keys.Length * 2 * HalfDimensions];
        for (var half = 0; half < 2; half++)
        {
            var squares = 0.0;
            foreach (var value in halves[half])
            {
                squares += value * value;
            }

            var scale = (float)(Math.Sqrt(halves[half].Length / Math.Max(1e-9, squares)) / WordVectors.Scale);
            for (var at = 0; at < halves[half].Length; at++)
            {
                var (word, dimension) = Math.DivRem(at, HalfDimensions);
                values[(((word * 2) + half) * HalfDimensions) + dimension] = (sbyte)Math.Clamp(MathF.Round(halves[half][at] * scale), -sbyte.MaxValue, sbyte.MaxValue);
            }
        }

        return new WordVectors(2 * HalfDimensions, vocabulary.Keys, values);
    }

    /// <summary>One pass over the corpus with a decaying learning rate.</summary>
    private sealed class SkipGram
    {
        private const int Negatives = 5;

        private const float Rate = 0.05f;

        /// <summary>Words more frequent than this share of the corpus are subsampled (Mikolov et al. 2013, 2.3).</summary>
        private const double FrequentShare = 1e-4;

        /// <summary>Beyond this score the logistic function is taken as 0 or 1.</summary>
        private const int LogisticRange = 8;

        private const int LogisticSteps = 256;

        /// <summary>Size of the table for drawing negative words, as a power of two; a word's share is proportional to its count to the power 3/4.</summary>
        private const int NoiseBits = 21;

        private readonly int[][] _texts;
        private readonly int _words;
        private readonly int _dimensions;
        private readonly int _window;
        private readonly bool _placed;
        private readonly SplitMix _random;
        private readonly float[] _input;
        private readonly float[] _output;
        private readonly float[] _step;
        private readonly int[] _noise;
        private readonly float[] _kept;
        private readonly float[] _logistic = Logistic();

        public SkipGram(Vocabulary vocabulary, int dimensions, int window, bool placed, ulong seed)
        {
            _texts = vocabulary.Texts;
            _words = vocabulary.Keys.Length;
            (_dimensions, _window, _placed) = (dimensions, window, placed);
            _random = new SplitMix(seed);
            _input = new float[_words * dimensions];
            _output = new float[(placed ? 2 * window : 1) * _words * dimensions];
            _step = new float[dimensions];
            for (var at = 0; at < _input.Length; at++)
            {
                _input[at] = (_random.NextShare() - 0.5f) / dimensions;
            }

            _noise = Noise(vocabulary.Counts);
            var total = Math.Max(1, vocabulary.Counts.Sum());
            _kept = [.. vocabulary.Counts.Select(count => Kept(count / (double)total))];
        }

        public float[] Train(CancellationToken cancellation)
        {
            var total = Math.Max(1, _texts.Sum(text => (long)text.Length));
            var done = 0L;
            var kept = new List<int>();
            foreach (var text in _texts)
            {
                cancellation.ThrowIfCancellationRequested();
                var rate = Rate * Math.Max(0.002f, 1 - (done / (float)total));
                done += text.Length;
                if (_placed)
                {
                    Learn(text, rate);
                    continue;
                }

                kept.Clear();
                foreach (var word in text)
                {
                    if (_random.NextShare() < _kept[word])
                    {
                        kept.Add(word);
                    }
                }

                Learn(CollectionsMarshal.AsSpan(kept), rate);
            }

            return _input;
        }

        /// <summary>With positions, neighbours keep their distance and frequent words are subsampled pair by pair; without, the text has been subsampled before.</summary>
        private void Learn(ReadOnlySpan<int> text, float rate)
        {
            for (var at = 0; at < text.Length; at++)
            {
                if (_placed && _random.NextShare() >= _kept[text[at]])
                {
                    continue;
                }

                var span = _placed ? _window : 1 + _random.Next(_window);
                for (var other = Math.Max(0, at - span); other <= Math.Min(text.Length - 1, at + span); other++)
                {
                    if (other != at && (!_placed || _random.NextShare() < _kept[text[other]] * 3))
                    {
                        var place = !_placed ? 0 : other < at ? other - at + _window : other - at + _window - 1;
                        Learn(text[at], text[other], place, rate);
                    }
                }
            }
        }

        private void Learn(int word, int neighbour, int place, float rate)
        {
            Array.Clear(_step);
            ref var input = ref _input[word * _dimensions];
            ref var step = ref _step[0];
            for (var at = 0; at <= Negatives; at++)
            {
                var target = at == 0 ? neighbour : _noise[_random.Next() >> (64 - NoiseBits)];
                if (at > 0 && target == neighbour)
                {
                    continue;
                }

                ref var output = ref _output[((place * _words) + target) * _dimensions];
                var gradient = Vector256.Create(rate * ((at == 0 ? 1 : 0) - Probability(ref input, ref output)));
                for (nuint lane = 0; lane < (nuint)_dimensions; lane += 8)
                {
                    var weights = Vector256.LoadUnsafe(ref output, lane);
                    (Vector256.LoadUnsafe(ref step, lane) + (gradient * weights)).StoreUnsafe(ref step, lane);
                    (weights + (gradient * Vector256.LoadUnsafe(ref input, lane))).StoreUnsafe(ref output, lane);
                }
            }

            for (nuint lane = 0; lane < (nuint)_dimensions; lane += 8)
            {
                (Vector256.LoadUnsafe(ref input, lane) + Vector256.LoadUnsafe(ref step, lane)).StoreUnsafe(ref input, lane);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private float Probability(ref float input, ref float output)
        {
            var sum = Vector256<float>.Zero;
            for (nuint lane = 0; lane < (nuint)_dimensions; lane += 8)
            {
                sum += Vector256.LoadUnsafe(ref input, lane) * Vector256.LoadUnsafe(ref output, lane);
            }

            var score = Lanes.Sum(sum);
            return score >= LogisticRange ? 1 : score <= -LogisticRange ? 0 : _logistic[(int)((score + LogisticRange) * LogisticSteps)];
        }

        private static float Kept(double share) => share <= 0 ? 1 : (float)Math.Min(1, Math.Sqrt(FrequentShare / share) + (FrequentShare / share));

        private static float[] Logistic()
        {
            var values = new float[2 * LogisticRange * LogisticSteps];
            for (var at = 0; at < values.Length; at++)
            {
                values[at] = (float)(1 / (1 + Exponential.Of(LogisticRange - ((at + 0.5) / LogisticSteps))));
            }

            return values;
        }

        private static int[] Noise(long[] counts)
        {
            var weights = counts.Select(count => Math.Sqrt(count) * Math.Sqrt(Math.Sqrt(count))).ToArray();
            var total = weights.Sum();
            var table = new int[1 << NoiseBits];
            var (word, passed) = (0, weights.Length == 0 ? 0 : weights[0]);
            for (var at = 0; at < table.Length; at++)
            {
                while (word < weights.Length - 1 && passed / total < (at + 0.5) / table.Length)
                {
                    passed += weights[++word];
                }

                table[at] = word;
            }

            return table;
        }
    }
}
