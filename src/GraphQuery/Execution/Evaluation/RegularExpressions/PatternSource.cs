using System.Text;
using Stemma.GraphQuery.Errors;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Execution.Evaluation.RegularExpressions;

/// <summary>The code points of a pattern with a place to read at; \Q…\E is taken apart before all else, as Java does.</summary>
internal sealed class PatternSource
{
    /// <summary>What <see cref="Point"/> is behind the last code point.</summary>
    public const int End = -1;

    /// <summary>Characters of a pattern that a fault quotes.</summary>
    private const int MaxQuoted = 200;

    private readonly string _pattern;
    private readonly List<Symbol> _symbols = [];

    /// <summary>Takes the pattern apart; throws for half a surrogate pair.</summary>
    public PatternSource(string pattern)
    {
        _pattern = pattern;
        var isQuoted = false;
        for (var at = 0; at < pattern.Length;)
        {
            if (pattern.AsSpan(at).StartsWith(isQuoted ? @"\E" : @"\Q"))
            {
                isQuoted = !isQuoted;
                at += 2;
                continue;
            }

            // An escaped character is read with its backslash, so that \\Q begins no quotation.
            var isEscape = !isQuoted && pattern[at] == '\\';
            at += Add(at, isQuoted);
            if (isEscape && at < pattern.Length)
            {
                at += Add(at, isQuoted);
            }
        }
    }

    /// <summary>Index of the next symbol, to come back to.</summary>
    public int Position { get; set; }

    /// <summary>Flags in force where the source is read.</summary>
    public PatternFlags Flags { get; set; }

    /// <summary>The next code point, quoted or not, or <see cref="End"/>.</summary>
    public int Point => Position < _symbols.Count ? _symbols[Position].Point : End;

    /// <summary>True behind the last code point.</summary>
    public bool IsAtEnd => Position >= _symbols.Count;

    /// <summary>Offset of the next code point in the pattern, in UTF-16.</summary>
    public int At => IsAtEnd ? _pattern.Length : _symbols[Position].At;

    /// <summary>True if the given operator stands here unquoted.</summary>
    public bool Is(char symbol) => !IsAtEnd && _symbols[Position] is { IsQuoted: false } next && next.Point == symbol;

    /// <summary>True if one of the given operators stands here unquoted.</summary>
    public bool IsAny(string symbols) => !IsAtEnd && _symbols[Position] is { IsQuoted: false, Point: < 128 } next && symbols.Contains((char)next.Point);

    /// <summary>Reads an operator if it stands here.</summary>
    public bool Take(char symbol)
    {
        if (!Is(symbol))
        {
            return false;
        }

        Next();
        SkipIgnored();
        return true;
    }

    /// <summary>Reads the next code point, or <see cref="End"/>.</summary>
    public int Next()
    {
        var point = Point;
        Position++;
        return point;
    }

    /// <summary>With (?x), goes on to what is no space and no comment.</summary>
    public void SkipIgnored()
    {
        while (Flags.HasFlag(PatternFlags.Comments) && !IsAtEnd && !_symbols[Position].IsQuoted)
        {
            if (Is('#'))
            {
                while (!IsAtEnd && !CharacterSets.LineEnds(Flags).Ranges.Any(range => range.First <= Point && Point <= range.Last))
                {
                    Position++;
                }
            }
            else if (Point is ' ' or (>= '\t' and <= '\r'))
            {
                Position++;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>A fault in the pattern at an offset.</summary>
    public CypherException Wrong(int at, string words) => Fault($"is wrong at character {at}: {words}.");

    /// <summary>A construct of Java's that needs more than linear time.</summary>
    public CypherException NotLinear(int at, string construct)
        => Fault($"has {construct} at character {at}, which is not supported: every expression is matched in time linear in the text.");

    /// <summary>A construct of Java's that is not to be had.</summary>
    public CypherException Unsupported(int at, string construct, string? hint = null)
        => Fault($"has {construct} at character {at}, which is not supported{(hint is null ? "" : $": {hint}")}.");

    private CypherException Fault(string words)
    {
        var quoted = _pattern.Length <= MaxQuoted ? _pattern : $"{_pattern[..MaxQuoted]}…";
        return RuntimeFault.Argument("InvalidArgumentValue", $"The regular expression '{quoted}' {words}");
    }

    private int Add(int at, bool isQuoted)
    {
        if (!Rune.TryGetRuneAt(_pattern, at, out var rune))
        {
            throw Unsupported(at, "half of a surrogate pair");
        }

        _symbols.Add(new(rune.Value, at, isQuoted));
        return rune.Utf16SequenceLength;
    }

    private readonly record struct Symbol(int Point, int At, bool IsQuoted);
}
