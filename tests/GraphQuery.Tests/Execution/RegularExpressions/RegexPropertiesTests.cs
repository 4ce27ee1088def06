using System.Text.RegularExpressions;
using CsCheck;
using Stemma.GraphQuery.Execution.Evaluation.RegularExpressions;
using Xunit;

namespace Stemma.GraphQueryTests.Execution.RegularExpressions;

/// <summary>
/// Compares with .NET on patterns that mean the same in both syntaxes. Empty alternatives are left out, because .NET 10 treats <c>(?:a+|){1,2}</c> as
/// <c>(?:a+){1,2}</c>; the table of matches covers them.
/// </summary>
public sealed class RegexPropertiesTests
{
    private static readonly Gen<string> Text = Choice.Of('a', 'b', 'c', 'A', '1', ' ', '-').Array[0, 6].Select(letters => new string(letters));

    private static readonly Gen<string> Atom = Choice.Of("a", "b", "c", "1", " ", "-", ".", "[ab]", "[^ab]", "[a-c1]", "[-a]", @"\d", @"\w", @"\s", @"\D", @"\x61");

    private static readonly Gen<string> Quantifier = Choice.Of("", "", "", "*", "+", "?", "*?", "{2}", "{1,2}", "{0,}");

    [Fact]
    public void Simple_patterns_of_ASCII_match_what_they_match_in_NET()
        => Gen.Select(Pattern(2), Text.Array[8]).Sample(
            (pattern, texts) =>
            {
                var plain = new Regex($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
                var ours = JavaPattern.Parse(pattern);
                Assert.All(texts, text => Assert.Equal(plain.IsMatch(text), ours.IsMatch(text)));
            },
            iter: 300);

    private static Gen<string> Pattern(int depth)
    {
        var piece = depth == 0 ? Atom : Gen.Frequency((4, Atom), (1, Pattern(depth - 1).Select(inner => $"({inner})")), (1, Pattern(depth - 1).Select(inner => $"(?:{inner})")));
        var sequence = Gen.Select(piece, Quantifier, (atom, quantifier) => atom + quantifier).Array[1, 3].Select(string.Concat);
        return sequence.Array[1, 3].Select(ways => string.Join('|', ways));
    }
}
