namespace Stemma.GraphBuilder.Spans;

/// <summary>One of the models whose scores are added up.</summary>
internal interface ISpanScorer
{
    /// <summary>Transition weights, row by earlier tag; the last row begins a text.</summary>
    float[] Transitions { get; }

    /// <summary>Adds its scores of a text, times <paramref name="share"/>, to <paramref name="scores"/>, row by token.</summary>
    void AddScores(SpanSequence text, float share, Span<float> scores);
}
