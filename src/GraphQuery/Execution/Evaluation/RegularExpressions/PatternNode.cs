namespace Stemma.GraphQuery.Execution.Evaluation.RegularExpressions;

/// <summary>A part of a pattern. Groups leave no trace in it: whether the whole text matches depends on none of them.</summary>
internal abstract record PatternNode
{
    /// <summary>True if it can match more than the empty text.</summary>
    public abstract bool CanTake { get; }

    /// <summary>True if it cannot match the empty text.</summary>
    public abstract bool MustTake { get; }

    /// <summary>Code points of the pattern with all repetitions written out, which bounds the work for a character of the text.</summary>
    public abstract long Size { get; }

    /// <summary>The sets in it, some more than once.</summary>
    public IEnumerable<CodePointSet> Sets() => this switch
    {
        SetNode set => [set.Set],
        SequenceNode sequence => sequence.Parts.SelectMany(part => part.Sets()),
        ChoiceNode choice => choice.Ways.SelectMany(way => way.Sets()),
        RepeatNode repeat => repeat.Body.Sets(),
        _ => [],
    };
}

/// <summary>One code point of a set.</summary>
internal sealed record SetNode(CodePointSet Set) : PatternNode
{
    public override bool CanTake => true;

    public override bool MustTake => true;

    public override long Size => 1;
}

/// <summary>Parts after one another; without parts it is the empty text.</summary>
internal sealed record SequenceNode(IReadOnlyList<PatternNode> Parts) : PatternNode
{
    public override bool CanTake { get; } = Parts.Any(part => part.CanTake);

    public override bool MustTake { get; } = Parts.Any(part => part.MustTake);

    public override long Size { get; } = 1 + Parts.Sum(part => part.Size);
}

/// <summary>One of several ways.</summary>
internal sealed record ChoiceNode(IReadOnlyList<PatternNode> Ways) : PatternNode
{
    public override bool CanTake { get; } = Ways.Any(way => way.CanTake);

    public override bool MustTake { get; } = Ways.All(way => way.MustTake);

    public override long Size { get; } = 1 + Ways.Sum(way => way.Size);
}

/// <summary>A repetition, greedy or not: for the whole text it is the same.</summary>
/// <param name="Body">What is repeated.</param>
/// <param name="Least">Fewest times.</param>
/// <param name="Most">Most times; null without bound.</param>
internal sealed record RepeatNode(PatternNode Body, int Least, int? Most) : PatternNode
{
    public override bool CanTake { get; } = Body.CanTake && Most != 0;

    public override bool MustTake { get; } = Body.MustTake && Least > 0;

    public override long Size { get; } = 1 + Body.Size * Math.Max(Most ?? Least, 1);
}

/// <summary>A place of the text.</summary>
/// <param name="Kind">Which.</param>
/// <param name="IsUnix">True if only \n ends a line.</param>
/// <param name="Text">As it is written: <c>^</c>.</param>
/// <param name="At">Offset in the pattern, in UTF-16.</param>
internal sealed record AnchorNode(AnchorKind Kind, bool IsUnix, string Text, int At) : PatternNode
{
    public override bool CanTake => false;

    public override bool MustTake => false;

    public override long Size => 1;
}

/// <summary>Places that a pattern can ask for.</summary>
internal enum AnchorKind
{
    /// <summary>\A, and ^ without (?m).</summary>
    TextStart,

    /// <summary>\z.</summary>
    TextEnd,

    /// <summary>\Z, and $ without (?m): the end, or before the last end of a line.</summary>
    LastLineEnd,

    /// <summary>^ with (?m).</summary>
    LineStart,

    /// <summary>$ with (?m).</summary>
    LineEnd,

    /// <summary>\b.</summary>
    WordBoundary,

    /// <summary>\B.</summary>
    NoWordBoundary,
}
