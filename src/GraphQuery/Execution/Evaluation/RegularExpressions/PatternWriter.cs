using System.Text;

namespace Stemma.GraphQuery.Execution.Evaluation.RegularExpressions;

/// <summary>
/// Writes nodes as a .NET pattern for a match of the whole text, either of empty texts or of others. Anchors whose meaning differs between .NET and Java are rejected,
/// except where their position makes them equal.
/// </summary>
internal sealed class PatternWriter
{
    /// <summary>Maximum length of the written pattern, which large classes can reach.</summary>
    private const int MaxLength = 2_000_000;

    private const string OnlyUnix = "only (?d), for which \\n alone ends a line, looks there";

    private readonly PatternSource _source;
    private readonly PairAlphabet _alphabet;
    private readonly bool _isForEmpty;
    private readonly Dictionary<CodePointSet, string> _sets = [];
    private readonly StringBuilder _written = new();

    private PatternWriter(PatternSource source, PairAlphabet alphabet, bool isForEmpty) => (_source, _alphabet, _isForEmpty) = (source, alphabet, isForEmpty);

    /// <summary>The written pattern; throws a user error for an anchor that .NET cannot match.</summary>
    public static string Write(PatternSource source, PatternNode node, PairAlphabet alphabet, bool isForEmpty)
    {
        var writer = new PatternWriter(source, alphabet, isForEmpty);
        writer._written.Append(@"\A(?:");
        writer.Write(node, new(false, false, false));
        return writer._written.Append(@")\z").ToString();
    }

    private void Write(PatternNode node, Surroundings around)
    {
        switch (node)
        {
            case SetNode set:
                WriteSet(set.Set);
                break;
            case SequenceNode sequence:
                WriteSequence(sequence, around);
                break;
            case ChoiceNode choice:
                WriteChoice(choice, around);
                break;
            case RepeatNode repeat:
                WriteRepeat(repeat, around);
                break;
            case AnchorNode anchor:
                _written.Append(Translate(anchor, around));
                break;
        }

        if (_written.Length > MaxLength)
        {
            throw _source.Wrong(0, $"with its classes written out it has more than {MaxLength} characters");
        }
    }

    private void WriteSet(CodePointSet set)
    {
        if (!_sets.TryGetValue(set, out var written))
        {
            _sets.Add(set, written = SetWriter.Write(_alphabet.Narrow(set)));
        }

        _written.Append(written);
    }

    private void WriteSequence(SequenceNode sequence, Surroundings around)
    {
        var parts = sequence.Parts;
        var behind = new Surroundings[parts.Count];
        for (var at = parts.Count - 1; at >= 0; at--)
        {
            behind[at] = around;
            around = around with { IsAfterPossible = around.IsAfterPossible || parts[at].CanTake, IsAfterCertain = around.IsAfterCertain || parts[at].MustTake };
        }

        var isBefore = around.IsBeforePossible;
        for (var at = 0; at < parts.Count; at++)
        {
            Write(parts[at], behind[at] with { IsBeforePossible = isBefore });
            isBefore |= parts[at].CanTake;
        }
    }

    private static bool IsNothing(PatternNode node) => node switch
    {
        SequenceNode sequence => sequence.Parts.All(IsNothing),
        ChoiceNode choice => choice.Ways.All(IsNothing),
        RepeatNode repeat => repeat.Most == 0 || IsNothing(repeat.Body),
        _ => false,
    };

    /// <summary>A node without the groups around it.</summary>
    private static PatternNode Bare(PatternNode node) => node switch
    {
        SequenceNode { Parts: [var only] } => Bare(only),
        ChoiceNode { Ways: [var only] } => Bare(only),
        _ => node,
    };

    /// <summary>
    /// An empty alternative is written as a question mark after the others, because .NET 10 treats <c>(?:a+|){1,2}</c> as <c>(?:a+){1,2}</c>; alternatives that are
    /// classes are merged into one, because .NET merges overlapping classes into one that lacks members. The order of alternatives does not matter for a match of the whole text.
    /// </summary>
    private void WriteChoice(ChoiceNode choice, Surroundings around)
    {
        PatternNode[] ways = [.. choice.Ways.Where(way => !IsNothing(way)).Select(Bare)];
        var isOptional = ways.Length < choice.Ways.Count;
        if (ways.Count(way => way is SetNode) > 1)
        {
            var union = ways.OfType<SetNode>().Select(way => way.Set).Aggregate((all, set) => all.Union(set));
            ways = [new SetNode(union), .. ways.Where(way => way is not SetNode)];
        }

        var separator = "(?:(?:";
        foreach (var way in ways)
        {
            _written.Append(separator);
            Write(way, around);
            separator = "|";
        }

        _written.Append(ways.Length == 0 ? "" : isOptional ? ")?)" : "))");
    }

    private void WriteRepeat(RepeatNode repeat, Surroundings around)
    {
        if (IsNothing(repeat))
        {
            return;
        }

        if (repeat.Most is null or > 1 && repeat.Body.CanTake)
        {
            around = around with { IsBeforePossible = true, IsAfterPossible = true };
        }

        _written.Append("(?:");
        Write(repeat.Body, around);
        _written.Append(')').Append((repeat.Least, repeat.Most) switch
        {
            (0, null) => "*",
            (1, null) => "+",
            (0, 1) => "?",
            var (least, most) => $"{{{least},{most}}}",
        });
    }

    /// <summary>Java's ^ and $ recognise more line ends than .NET's, and its ^ with (?m) never matches at the end of the text, so never in an empty text.</summary>
    private string Translate(AnchorNode anchor, Surroundings around) => anchor.Kind switch
    {
        AnchorKind.TextStart => @"\A",
        AnchorKind.TextEnd => @"\z",
        AnchorKind.WordBoundary => @"\b",
        AnchorKind.NoWordBoundary => @"\B",
        AnchorKind.LineStart when _isForEmpty => SetWriter.Nothing,
        AnchorKind.LineStart when !around.IsBeforePossible => @"\A",
        AnchorKind.LineStart when anchor.IsUnix && around.IsAfterCertain => "(?m:^)",
        AnchorKind.LineStart when anchor.IsUnix => throw _source.Unsupported(anchor.At, "a '^' of (?m) that need not be followed by anything"),
        AnchorKind.LineStart => throw _source.Unsupported(anchor.At, "a '^' of (?m) behind the text's start", OnlyUnix),
        _ when !around.IsAfterPossible => @"\z",
        AnchorKind.LastLineEnd when anchor.IsUnix => @"\Z",
        AnchorKind.LineEnd when anchor.IsUnix => "(?m:$)",
        _ => throw _source.Unsupported(anchor.At, $"a '{anchor.Text}' before the text's end", OnlyUnix),
    };

    /// <summary>What may be matched around a node.</summary>
    /// <param name="IsBeforePossible">Whether text can be matched before it.</param>
    /// <param name="IsAfterPossible">Whether text can be matched after it.</param>
    /// <param name="IsAfterCertain">Whether text must be matched after it.</param>
    private readonly record struct Surroundings(bool IsBeforePossible, bool IsAfterPossible, bool IsAfterCertain);
}
