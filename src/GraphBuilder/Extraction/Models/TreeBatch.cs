namespace Stemma.GraphBuilder.Extraction.Models;

/// <summary>Rows of values for trees that score several examples at once, and the probabilities they give. Buffers grow and are reused: one object per thread.</summary>
internal sealed class TreeBatch
{
    private float[] _values = [];
    private double[] _classes = [];
    private int _width;
    private int _classCount;

    /// <summary>Number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>Begins a batch.</summary>
    /// <param name="width">Values per row.</param>
    /// <param name="classes">Number of classes of the trees.</param>
    public void Begin(int width, int classes) => (Count, _width, _classCount) = (0, width, classes);

    /// <summary>Adds a row, to be filled before the next one is added; its values are undefined.</summary>
    public Span<float> Add()
    {
        if (_values.Length < (Count + 1) * _width)
        {
            Array.Resize(ref _values, Math.Max(4096, (Count + 1) * _width * 2));
        }

        return _values.AsSpan(Count++ * _width, _width);
    }

    /// <summary>Scores all rows.</summary>
    public void Run(TreeEnsemble trees)
    {
        if (_classes.Length < Count * _classCount)
        {
            _classes = new double[Count * _classCount * 2];
        }

        trees.PredictAll(_values.AsSpan(0, Count * _width), Count, _classes.AsSpan(0, Count * _classCount));
    }

    /// <summary>Probabilities of a row's classes, after <see cref="Run"/>.</summary>
    public Span<double> Classes(int row) => _classes.AsSpan(row * _classCount, _classCount);
}
