using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Training;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction.Models;

public sealed class WordVectorsTests
{
    private static readonly WordVectors Words = new(1, [WordVectors.KeyOf("clip"), WordVectors.KeyOf("CLIP"), WordVectors.KeyOf("gpt-0"), WordVectors.PatternOf("XxxXxx")], [1, 2, 3, 4]);

    [Theory]
    [InlineData("clip", 0)]
    [InlineData("Clip", 0)]
    [InlineData("CLIP", 1)]
    [InlineData("ZarvoNet", 3)]
    [InlineData("wombat", -1)]
    public void A_coined_word_is_read_as_it_stands_and_an_unknown_one_by_its_letters(string word, int expected) => Assert.Equal(expected, Words.Find(word));

    [Fact]
    public void A_table_of_two_words_has_no_other() => Assert.Equal(-1, new WordVectors(1, [WordVectors.KeyOf("clip"), WordVectors.KeyOf("CLIP")], [1, 2]).Find("wombat"));

    [Fact]
    public void Words_in_the_same_company_are_near_each_other()
    {
        string[] animals = ["wombat", "quoll", "numbat"];
        string[] tools = ["hammer", "chisel", "wrench"];
        var random = new SplitMix(1);
        var corpus = Enumerable.Range(0, 4000).Select(at =>
        {
            // Each group has 200 words of its own, so that none is frequent enough to be subsampled.
            string Word() => $"{(at % 2 == 0 ? 'a' : 'b')}{(char)('a' + random.Next(20))}{(char)('a' + random.Next(10))}";
            return new PaperRecord("", $"{Word()} {Word()} {(at % 2 == 0 ? animals : tools)[random.Next(3)]} {Word()} {Word()}");
        }).ToArray();
        var words = WordVectorTrainer.Train(Vocabulary.Of(corpus), 2, TestContext.Current.CancellationToken);
        Assert.True(Cosine(words, "wombat", "quoll") > Cosine(words, "wombat", "hammer"));
        Assert.True(Cosine(words, "chisel", "wrench") > Cosine(words, "chisel", "numbat"));
    }

    private static double Cosine(WordVectors words, string left, string right)
    {
        var (first, second) = (words[words.Find(left)].ToArray(), words[words.Find(right)].ToArray());
        double Dot(sbyte[] x, sbyte[] y) => x.Zip(y).Sum(pair => (double)pair.First * pair.Second);
        return Dot(first, second) / Math.Sqrt(Dot(first, first) * Dot(second, second));
    }
}
