namespace Stemma.GraphBuilder.Spans;

/// <summary>A model that contributes to the summed scores.</summary>
internal interface ISpanScorer
{
    /// <summary>Transition weights, row by earlier tag; the last row is the start of a text.</summary>
    float[] Transitions { get; }

    /// <summary>Adds the model's scores of a text, times <paramref name="share"/>, to <paramref name="scores"/>, row by token.</summary>
    void AddScores(SpanSequence text, float share, Span<float> scores);
}
