namespace Stemma.GraphQuery.Execution.Evaluation.RegularExpressions;

/// <summary>A part of a pattern. Groups are not represented, because they do not affect whether the whole text matches.</summary>
internal abstract record PatternNode
{
    /// <summary>Whether it can match a non-empty text.</summary>
    public abstract bool CanTake { get; }

    /// <summary>Whether it cannot match the empty text.</summary>
    public abstract bool MustTake { get; }

    /// <summary>Number of code points of the pattern with all repetitions expanded, which bounds the work per character of the text.</summary>
    public abstract long Size { get; }

    /// <summary>The sets in it, possibly repeated.</summary>
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

/// <summary>A sequence of parts; without parts it is the empty text.</summary>
internal sealed record SequenceNode(IReadOnlyList<PatternNode> Parts) : PatternNode
{
    public override bool CanTake { get; } = Parts.Any(part => part.CanTake);

    public override bool MustTake { get; } = Parts.Any(part => part.MustTake);

    public override long Size { get; } = 1 + Parts.Sum(part => part.Size);
}

/// <summary>An alternation.</summary>
internal sealed record ChoiceNode(IReadOnlyList<PatternNode> Ways) : PatternNode
{
    public override bool CanTake { get; } = Ways.Any(way => way.CanTake);

    public override bool MustTake { get; } = Ways.All(way => way.MustTake);

    public override long Size { get; } = 1 + Ways.Sum(way => way.Size);
}

/// <summary>A repetition, greedy or not: both match the same whole texts.</summary>
/// <param name="Body">The repeated node.</param>
/// <param name="Least">Fewest repetitions.</param>
/// <param name="Most">Most repetitions; null for no bound.</param>
internal sealed record RepeatNode(PatternNode Body, int Least, int? Most) : PatternNode
{
    public override bool CanTake { get; } = Body.CanTake && Most != 0;

    public override bool MustTake { get; } = Body.MustTake && Least > 0;

    public override long Size { get; } = 1 + Body.Size * Math.Max(Most ?? Least, 1);
}

/// <summary>A position in the text.</summary>
/// <param name="Kind">Kind of position.</param>
/// <param name="IsUnix">True if only \n ends a line.</param>
/// <param name="Text">As written: <c>^</c>.</param>
/// <param name="At">Offset in the pattern, in UTF-16.</param>
internal sealed record AnchorNode(AnchorKind Kind, bool IsUnix, string Text, int At) : PatternNode
{
    public override bool CanTake => false;

    public override bool MustTake => false;

    public override long Size => 1;
}

/// <summary>Positions that a pattern can match.</summary>
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
