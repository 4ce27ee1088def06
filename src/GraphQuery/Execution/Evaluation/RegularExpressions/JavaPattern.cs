using System.Text.RegularExpressions;
using Stemma.GraphQuery.Errors;

namespace Stemma.GraphQuery.Execution.Evaluation.RegularExpressions;

/// <summary>
/// A regular expression in Java's syntax (java.util.regex.Pattern, which openCypher's =~ refers to), matched against whole texts in time linear in their length.
/// Stages: <see cref="PatternSource"/> splits the pattern into code points, <see cref="PatternParser"/> parses them to a <see cref="PatternNode"/>,
/// <see cref="PairAlphabet"/> maps every code point to one unit, <see cref="PatternWriter"/> writes the node as a .NET pattern for the non-backtracking engine.
/// Thread-safe.
/// </summary>
internal sealed class JavaPattern
{
    /// <summary>Maximum length of a pattern, in UTF-16 units.</summary>
    private const int MaxLength = 100_000;

    private readonly PairAlphabet _alphabet;
    private readonly Regex _regex;
    private readonly Lazy<bool> _matchesEmpty;

    private JavaPattern(PatternSource source, PatternNode node)
    {
        if (node.Size > QuantifierReader.MaxSize)
        {
            throw TooLarge(source);
        }

        _alphabet = new(node.Sets().ToHashSet());
        if (_alphabet.IsTooLarge)
        {
            throw source.Wrong(0, $"it tells more than {PairAlphabet.MaxUnits} characters above U+FFFF apart");
        }

        _regex = Compile(source, PatternWriter.Write(source, node, _alphabet, isForEmpty: false));
        _matchesEmpty = new(() => Compile(source, PatternWriter.Write(source, node, _alphabet, isForEmpty: true)).IsMatch(""));
    }

    /// <summary>Parses a pattern; throws a user error with its position in the pattern if it is invalid or not supported.</summary>
    public static JavaPattern Parse(string pattern)
    {
        var source = new PatternSource(pattern);
        return pattern.Length <= MaxLength
            ? new(source, PatternParser.Parse(source))
            : throw source.Wrong(MaxLength, $"more than {MaxLength} characters");
    }

    /// <summary>Whether the whole text matches.</summary>
    public bool IsMatch(string text) => text.Length > 0 ? _regex.IsMatch(_alphabet.Narrow(text)) : _matchesEmpty.Value;

    private static Regex Compile(PatternSource source, string pattern)
    {
        try
        {
            return new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (NotSupportedException)
        {
            // Everything else that the engine does not support has already been rejected.
            throw TooLarge(source);
        }
    }

    private static CypherException TooLarge(PatternSource source)
        => source.Wrong(0, $"with its repetitions written out it needs more than the {QuantifierReader.MaxSize} states of the largest automaton");
}
