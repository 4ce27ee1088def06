namespace Stemma.GraphBuilder.Extraction.Models;

/// <summary>Writes the dense values of one example in order.</summary>
internal ref struct ValueWriter(Span<float> values)
{
    private readonly Span<float> _values = values;

    /// <summary>How many were written.</summary>
    public int Count { get; private set; }

    /// <summary>Writes a number.</summary>
    public void Add(double value) => _values[Count++] = (float)value;

    /// <summary>Writes 1 for true, 0 for false.</summary>
    public void Add(bool value) => _values[Count++] = value ? 1 : 0;
}
