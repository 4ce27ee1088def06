using System.Text;
using Stemma.GraphQuery.Errors;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Execution.Evaluation.RegularExpressions;

/// <summary>Cursor over the code points of a pattern; \Q…\E is resolved first, as in Java.</summary>
internal sealed class PatternSource
{
    /// <summary>Value of <see cref="Point"/> after the last code point.</summary>
    public const int End = -1;

    /// <summary>Characters of a pattern in an error message.</summary>
    private const int MaxQuoted = 200;

    private readonly string _pattern;
    private readonly List<Symbol> _symbols = [];

    /// <summary>Splits the pattern into code points; throws for a lone surrogate.</summary>
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

            // An escaped character is read with its backslash, so that \\Q starts no quotation.
            var isEscape = !isQuoted && pattern[at] == '\\';
            at += Add(at, isQuoted);
            if (isEscape && at < pattern.Length)
            {
                at += Add(at, isQuoted);
            }
        }
    }

    /// <summary>Index of the next symbol, for backtracking.</summary>
    public int Position { get; set; }

    /// <summary>Flags that apply at the current position.</summary>
    public PatternFlags Flags { get; set; }

    /// <summary>The next code point, quoted or not, or <see cref="End"/>.</summary>
    public int Point => Position < _symbols.Count ? _symbols[Position].Point : End;

    /// <summary>Whether all code points have been read.</summary>
    public bool IsAtEnd => Position >= _symbols.Count;

    /// <summary>Offset of the next code point in the pattern, in UTF-16.</summary>
    public int At => IsAtEnd ? _pattern.Length : _symbols[Position].At;

    /// <summary>Whether the next symbol is the given operator, unquoted.</summary>
    public bool Is(char symbol) => !IsAtEnd && _symbols[Position] is { IsQuoted: false } next && next.Point == symbol;

    /// <summary>Whether the next symbol is one of the given operators, unquoted.</summary>
    public bool IsAny(string symbols) => !IsAtEnd && _symbols[Position] is { IsQuoted: false, Point: < 128 } next && symbols.Contains((char)next.Point);

    /// <summary>Reads the operator if it is next.</summary>
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

    /// <summary>With (?x), skips white space and comments.</summary>
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

    /// <summary>An error in the pattern at an offset.</summary>
    public CypherException Wrong(int at, string words) => Fault($"is wrong at character {at}: {words}.");

    /// <summary>The error for a construct of Java's that needs more than linear time.</summary>
    public CypherException NotLinear(int at, string construct)
        => Fault($"has {construct} at character {at}, which is not supported: every expression is matched in time linear in the text.");

    /// <summary>The error for a construct of Java's that is not supported.</summary>
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
