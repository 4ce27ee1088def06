namespace Stemma.GraphBuilder.Extraction.Joining;

/// <summary>How two names are related, the strongest relation first.</summary>
internal enum JoinKind
{
    /// <summary>The same words, or the same letters: "fine tuning", "finetuning".</summary>
    Same,

    /// <summary>One consists of the initials of the other: "BO", "Bayesian optimisation".</summary>
    Initials,

    /// <summary>The same words in another order.</summary>
    Reordered,

    /// <summary>One ends with the other: "pose estimation", "human pose estimation".</summary>
    Suffix,

    /// <summary>One begins with the other: "cross-attention", "cross-attention mechanism".</summary>
    Prefix,

    /// <summary>Other forms of the same words, each with the first four letters in common: "trajectory predictor", "trajectory prediction".</summary>
    Stem,

    /// <summary>One is written with letters of the other, in their order: "SeqFormer", "Sequential Transformer".</summary>
    Letters,

    /// <summary>One contains the other in its middle.</summary>
    Inner,

    /// <summary>Two words or more in common.</summary>
    Shared,

    /// <summary>No evidence that they are the same thing.</summary>
    None,
}
