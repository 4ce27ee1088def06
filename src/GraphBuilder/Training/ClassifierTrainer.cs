using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Training;

/// <summary>A training example of a classifier.</summary>
/// <param name="Features">Hashed features.</param>
/// <param name="Allowed">Mask of the right classes: bit c for class c. Several if annotators accept several.</param>
/// <param name="Weight">Weight of the example.</param>
internal readonly record struct ClassifierExample(uint[] Features, int Allowed, float Weight);

/// <summary>
/// Trains a multinomial logistic model by AdaGrad towards the total probability of the allowed classes (Cour, Sapp and Taskar 2011, "Learning from partial labels"), with
/// weights averaged over the second half of the epochs (Polyak and Juditsky 1992). Single-threaded and bit-reproducible.
/// </summary>
internal static class ClassifierTrainer
{
    private const int LeastCount = 2;

    private const int Epochs = 6;

    private const float Rate = 0.05f;

    /// <summary>Trains a classifier with 2^<paramref name="rowBits"/> feature rows.</summary>
    public static LinearClassifier Train(IReadOnlyList<ClassifierExample> examples, int classes, int rowBits, CancellationToken cancellation)
    {
        var counts = new FeatureCounts();
        foreach (var example in examples)
        {
            counts.Add(example.Features);
        }

        var rows = examples.Select(example => Index(example, counts, rowBits)).ToArray();
        var weights = new float[classes << rowBits];
        var sums = new float[weights.Length];
        var squares = new float[weights.Length];
        Array.Fill(squares, 1f);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new SplitMix(11);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            random.Shuffle<int>(order);
            foreach (var at in order)
            {
                Step(rows[at], examples[at], classes, weights, squares);
            }

            if (epoch >= Epochs / 2)
            {
                for (var at = 0; at < sums.Length; at++)
                {
                    sums[at] += weights[at];
                }
            }
        }

        return new LinearClassifier(classes, Quantiser.Scale, sums.Select(sum => Quantiser.Round(sum / (Epochs - (Epochs / 2)))).ToArray());
    }

    private static int[] Index(ClassifierExample example, FeatureCounts counts, int rowBits)
        => [.. example.Features.Where(feature => counts.Reaches(feature, LeastCount)).Select(feature => (int)(feature & ((1u << rowBits) - 1)))];

    private static void Step(int[] rows, ClassifierExample example, int classes, float[] weights, float[] squares)
    {
        Span<double> free = stackalloc double[classes];
        free.Clear();
        foreach (var row in rows)
        {
            for (var at = 0; at < classes; at++)
            {
                free[at] += weights[(row * classes) + at];
            }
        }

        LinearClassifier.Normalise(free);
        var allowed = 0.0;
        for (var at = 0; at < classes; at++)
        {
            allowed += (example.Allowed & (1 << at)) != 0 ? free[at] : 0;
        }

        for (var at = 0; at < classes; at++)
        {
            var held = (example.Allowed & (1 << at)) != 0 ? free[at] / Math.Max(allowed, 1e-9) : 0;
            var gradient = example.Weight * (float)(held - free[at]);
            if (Math.Abs(gradient) < 1e-4f)
            {
                continue;
            }

            foreach (var row in rows)
            {
                var cell = (row * classes) + at;
                squares[cell] += gradient * gradient;
                weights[cell] += Rate * gradient / MathF.Sqrt(squares[cell]);
            }
        }
    }
}
