using Xunit;

namespace Stemma.GraphBuilderTests.Sample;

public sealed class WordRunsTests
{
    [Theory]
    [InlineData("He said: one two, three four five six-seven EIGHT; and left.", "one two, three four five six-seven EIGHT")]
    [InlineData("one two three four five six seven nine", null)]
    [InlineData("one two three", null)]
    public void Eight_words_in_a_row_are_found_whatever_their_case_and_punctuation(string text, string? found)
    {
        var runs = new WordRuns();
        runs.Add("Zero one two three four five six seven eight nine", "a");
        Assert.Equal(found is null ? [] : [$"a: {found}"], runs.FindIn(text));
    }
}
