namespace Stemma.GraphBuilder.Extraction.Joining;

/// <summary>How two names stand to each other, the strongest first.</summary>
internal enum JoinKind
{
    /// <summary>The same words, or the same letters: "fine tuning", "finetuning".</summary>
    Same,

    /// <summary>One is made of the first letters of the other: "BO", "Bayesian optimisation".</summary>
    Initials,

    /// <summary>The same words in another order.</summary>
    Reordered,

    /// <summary>One ends with the other: "pose estimation", "human pose estimation".</summary>
    Suffix,

    /// <summary>One begins with the other: "cross-attention", "cross-attention mechanism".</summary>
    Prefix,

    /// <summary>Other forms of the same words, four letters in common each: "trajectory predictor", "trajectory prediction".</summary>
    Stem,

    /// <summary>One is written with letters of the other, in their order: "SeqFormer", "Sequential Transformer".</summary>
    Letters,

    /// <summary>One holds the other within.</summary>
    Inner,

    /// <summary>Two words or more in common.</summary>
    Shared,

    /// <summary>Nothing that would make them one thing.</summary>
    None,
}
