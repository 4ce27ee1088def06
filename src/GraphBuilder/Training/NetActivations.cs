using Stemma.GraphBuilder.Extraction.Tagging;

namespace Stemma.GraphBuilder.Training;

/// <summary>Forward and backward buffers for one sentence, zero-padded at both ends.</summary>
internal sealed class NetActivations(int dimensions)
{
    private const int InputMargin = TaggerNet.Window / 2;

    private const int HiddenMargin = TaggerNet.TopWindow / 2;

    private float[] _inputs = [];
    private float[] _hidden = [];
    private float[] _hiddenGradient = [];
    private float[] _top = [];
    private float[] _scores = [];

    /// <summary>Gradient of the log-likelihood by score, row by token.</summary>
    public float[] Differences { get; private set; } = [];

    /// <summary>Word vectors; the window of token t begins at row t.</summary>
    public Span<float> Inputs => _inputs;

    /// <summary>Hidden units; the window of token t begins at row t.</summary>
    public Span<float> HiddenWindows => _hidden;

    /// <summary>Grows the buffers to the sentence and clears the inputs, the hidden units and their gradients, including the padding.</summary>
    public void Begin(int tokens)
    {
        if (Differences.Length < tokens * TagSet.Count)
        {
            _inputs = new float[(tokens + (2 * InputMargin)) * dimensions * 2];
            _hidden = new float[(tokens + (2 * HiddenMargin)) * TaggerNet.Hidden * 2];
            _hiddenGradient = new float[_hidden.Length];
            _top = new float[tokens * TaggerNet.Top * 2];
            _scores = new float[tokens * TagSet.Count * 2];
            Differences = new float[_scores.Length];
        }

        _inputs.AsSpan(0, (tokens + (2 * InputMargin)) * dimensions).Clear();
        _hidden.AsSpan(0, (tokens + (2 * HiddenMargin)) * TaggerNet.Hidden).Clear();
        _hiddenGradient.AsSpan(0, (tokens + (2 * HiddenMargin)) * TaggerNet.Hidden).Clear();
    }

    /// <summary>The word vector of a token.</summary>
    public Span<float> Input(int token) => _inputs.AsSpan((token + InputMargin) * dimensions, dimensions);

    /// <summary>Hidden units of consecutive tokens.</summary>
    public Span<float> Hidden(int token, int count) => _hidden.AsSpan((token + HiddenMargin) * TaggerNet.Hidden, count * TaggerNet.Hidden);

    /// <summary>Gradient of a token's hidden units.</summary>
    public Span<float> HiddenGradient(int token) => _hiddenGradient.AsSpan((token + HiddenMargin) * TaggerNet.Hidden, TaggerNet.Hidden);

    /// <summary>Gradient of the hidden units in the second layer's window of a token.</summary>
    public Span<float> HiddenWindowGradient(int token) => _hiddenGradient.AsSpan(token * TaggerNet.Hidden, TaggerNet.TopWindow * TaggerNet.Hidden);

    /// <summary>Second-layer units of consecutive tokens.</summary>
    public Span<float> Top(int token, int count) => _top.AsSpan(token * TaggerNet.Top, count * TaggerNet.Top);

    /// <summary>Scores of the sentence, row by token.</summary>
    public Span<float> Scores(int tokens) => _scores.AsSpan(0, tokens * TagSet.Count);
}
