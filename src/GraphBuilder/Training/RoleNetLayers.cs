using Stemma.GraphBuilder.Extraction.Roles;

namespace Stemma.GraphBuilder.Training;

/// <summary>
/// The weights of a <see cref="RoleNet"/> during training: dense layers by Adam (Kingma and Ba 2015), rows by AdaGrad (Duchi, Hazan and Singer 2011), with dropout.
/// </summary>
internal sealed class RoleNetLayers
{
    /// <summary>Share of units dropped in a step.</summary>
    public const float Dropout = 0.3f;

    /// <summary>Factor on the learning rate of rows. Loss on two held-out folds: 0.488 at 20, 0.481 at 50.</summary>
    private const float RowRate = 50;

    private readonly SplitMix _random;

    /// <summary>Initialises the weights.</summary>
    /// <param name="dimensions">Dimensions of the word vectors.</param>
    /// <param name="random">Source of initial weights and dropout.</param>
    public RoleNetLayers(int dimensions, SplitMix random)
    {
        _random = random;
        First = new AdamWeights(RoleNet.Hidden * dimensions, MathF.Sqrt(3f / dimensions), random);
        Second = new AdamWeights(RoleNet.Pooled * RoleNet.Top, MathF.Sqrt(3f / RoleNet.Pooled), random);
        Out = new AdamWeights(RoleClassifier.Roles * RoleNet.Top, MathF.Sqrt(3f / RoleNet.Top), random);
    }

    /// <summary>First layer, row by hidden unit.</summary>
    public AdamWeights First { get; }

    /// <summary>One value per hidden unit.</summary>
    public AdamWeights FirstBias { get; } = new(RoleNet.Hidden, 0, new SplitMix(0));

    /// <summary>Second layer, row by place and hidden unit.</summary>
    public AdamWeights Second { get; }

    /// <summary>One value per top unit.</summary>
    public AdamWeights TopBias { get; } = new(RoleNet.Top, 0, new SplitMix(0));

    /// <summary>Output layer, row by role.</summary>
    public AdamWeights Out { get; }

    /// <summary>One value per role.</summary>
    public AdamWeights OutBias { get; } = new(RoleClassifier.Roles, 0, new SplitMix(0));

    /// <summary>Rows of tokens.</summary>
    public RowWeights TokenRows { get; } = new(RoleView.TableRows, RoleNet.Hidden);

    /// <summary>Rows of mentions.</summary>
    public RowWeights MentionRows { get; } = new(RoleView.TableRows, RoleNet.Top);

    /// <summary>One step against the gradients.</summary>
    public void Step(float rate)
    {
        foreach (var layer in (ReadOnlySpan<AdamWeights>)[First, FirstBias, Second, TopBias, Out, OutBias])
        {
            layer.Step(rate);
        }

        TokenRows.Step(rate * RowRate);
        MentionRows.Step(rate * RowRate);
    }

    /// <summary>Rectifies units and applies inverted dropout: drops some and scales up the others (Srivastava et al. 2014).</summary>
    public void Rectify(Span<float> units)
    {
        const int UnitsADraw = 8;
        const ulong Limit = (ulong)((1 - Dropout) * 256);
        for (var first = 0; first < units.Length; first += UnitsADraw)
        {
            var bits = _random.Next();
            for (var at = first; at < first + UnitsADraw; at++, bits >>= 8)
            {
                units[at] = (bits & 255) < Limit ? Math.Max(0, units[at]) / (1 - Dropout) : 0;
            }
        }
    }

    /// <summary>The weights as stored in a model file: dense layers in half precision, rows in eight bits.</summary>
    public RoleNetWeights Quantise()
    {
        var (tokens, tokenScale) = TokenRows.Quantise();
        var (mentions, mentionScale) = MentionRows.Quantise();
        return new RoleNetWeights(Halves(First), Halves(FirstBias), tokens, tokenScale, Halves(Second), Halves(TopBias), mentions, mentionScale, Halves(Out), Halves(OutBias));
    }

    private static float[] Halves(AdamWeights layer) => [.. layer.Values.Select(value => (float)(Half)value)];
}
