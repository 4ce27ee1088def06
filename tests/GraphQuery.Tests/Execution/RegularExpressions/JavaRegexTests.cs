using System.Text.RegularExpressions;
using Stemma.GraphQuery.Errors;
using Stemma.GraphQuery.Execution.Evaluation.RegularExpressions;
using Stemma.GraphQueryTests.Functions;
using Xunit;

namespace Stemma.GraphQueryTests.Execution.RegularExpressions;

public sealed class JavaRegexTests
{
    private const string Folder = "Execution/RegularExpressions";

    public static TheoryData<string, string, bool> Matches => [.. CaseFile.Lines($"{Folder}/matches.txt")
        .Select(line => line.Split('\t'))
        .Select(columns => (columns[0], columns[1], bool.Parse(columns[2])))];

    public static TheoryData<string, string> Refusals => [.. CaseFile.Lines($"{Folder}/refusals.txt")
        .Select(line => line.Split('\t'))
        .Select(columns => (columns[0], columns[1]))];

    [Theory]
    [MemberData(nameof(Matches))]
    public void A_pattern_matches_what_it_matches_in_Java(string pattern, string text, bool expected)
        => Assert.Equal(expected, JavaPattern.Parse(pattern).IsMatch(Decode(text)));

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_cannot_be_had_is_refused_with_its_place(string pattern, string expected)
    {
        var fault = Assert.Throws<CypherException>(() => JavaPattern.Parse(pattern));
        Assert.Equal($"The regular expression '{pattern}' {expected}", fault.Message);
        Assert.Equal((CypherErrorType.ArgumentError, "InvalidArgumentValue"), (fault.Type, fault.Detail));
    }

    [Fact]
    public void A_comment_ends_with_its_line() => Assert.True(JavaPattern.Parse("(?x)a # first \n b").IsMatch("ab"));

    [Theory]
    [InlineData('(', "is wrong at character 250: more than 250 groups and classes within each other.")]
    [InlineData('[', "is wrong at character 250: more than 250 groups and classes within each other.")]
    [InlineData('|', "is wrong at character 0: with its repetitions written out it needs more than the 10000 states of the largest automaton.")]
    [InlineData('a', "is wrong at character 0: with its repetitions written out it needs more than the 10000 states of the largest automaton.")]
    [InlineData('*', "is wrong at character 0: a quantifier after nothing.")]
    public void A_long_pattern_is_a_fault(char symbol, string expected)
        => Assert.EndsWith(expected, Assert.Throws<CypherException>(() => JavaPattern.Parse(new string(symbol, 100_000))).Message);

    [Fact]
    public void Large_classes_are_no_large_automata()
        => Assert.True(JavaPattern.Parse(@"(?U)(\p{IsAlphabetic}{1,2}[\w😀&&[^x]]|\P{Lu}\W?){0,50}").IsMatch("𝐀é😀a"));

    [Fact]
    public void A_pattern_has_a_longest_length()
        => Assert.EndsWith("…' is wrong at character 100000: more than 100000 characters.", Assert.Throws<CypherException>(() => JavaPattern.Parse(new string('a', 100_001))).Message);

    private static string Decode(string text) => Regex.Replace(
        text,
        @"\\(?:u([0-9A-F]{4})|([nrt\\]))",
        escape => escape.Groups[1] is { Success: true } hex
            ? ((char)Convert.ToInt32(hex.Value, 16)).ToString()
            : escape.Value[1] switch { 'n' => "\n", 'r' => "\r", 't' => "\t", _ => "\\" });
}
