using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Models;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction;

public sealed class WordBookTests
{
    [Theory]
    [InlineData("we")]
    [InlineData("GPT-4")]
    [InlineData("outperforms")]
    [InlineData("Straße")]
    public void A_spelling_has_one_number_and_its_own_facts(string word)
    {
        var book = new WordBook();
        var number = book.NumberOf(word);
        Assert.Equal(number, book.NumberOf(new string(word)));
        Assert.NotEqual(number, book.NumberOf(word + "x"));
        Assert.Equal(WordFacts.Of(word), book[number]);
    }

    [Fact]
    public void A_paper_of_more_words_than_the_book_holds_keeps_all_of_them()
    {
        var book = new WordBook();
        book.Begin();
        var words = Enumerable.Range(0, 40_000).Select(at => $"w{at}").ToArray();
        var numbers = words.Select(word => book.NumberOf(word)).ToArray();
        Assert.Equal(numbers, words.Select(word => book.NumberOf(word)));
        Assert.Equal(words.Length, numbers.Distinct().Count());
    }

    [Fact]
    public void A_full_book_begins_anew_with_the_next_paper()
    {
        var book = new WordBook();
        var most = 0;
        for (var at = 0; book.Count >= most; at++)
        {
            most = book.Count;
            book.Begin();
            book.NumberOf($"w{at}");
        }

        Assert.Equal((1, true), (book.Count, most > 1000));
        Assert.Equal(WordFacts.Of("we"), book[book.NumberOf("we")]);
    }

    [Fact]
    public void A_vector_is_that_of_the_spelling_whichever_vectors_were_asked_before()
    {
        var book = new WordBook();
        var known = new WordVectors(1, [WordVectors.KeyOf("other"), WordVectors.KeyOf("zarvo")], [1, 2]);
        var unknown = new WordVectors(1, [WordVectors.KeyOf("quokka")], [3]);
        var number = book.NumberOf("zarvo");
        Assert.Equal([1, 1, -1, 1], new[] { book.VectorOf(number, known), book.VectorOf(number, known), book.VectorOf(number, unknown), book.VectorOf(number, known) });
    }
}
