using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Text;
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

    [Fact]
    public void The_words_of_a_text_have_the_numbers_that_each_has_alone()
    {
        var text = string.Join(' ', Enumerable.Range(0, 700).Select(at => $"w{at % 500} a")) + " outperforms Straße";
        var tokens = new List<Token>();
        Tokenizer.Tokenize(text, 0, tokens);
        var (book, numbers) = (new WordBook(), new int[tokens.Count]);
        book.Read(text, tokens.ToArray(), numbers);

        Assert.Equal(503, book.Count);
        Assert.Equal(tokens.Select(token => book.NumberOf(text.AsSpan(token.Start, token.Length))), numbers);
    }

    [Fact]
    public void Names_begin_where_the_lexicon_says_after_the_book_began_anew_too()
    {
        var first = new ConceptLexicon(LexiconReader.Read(new StringReader("ppo\tPPO\t\tMethod"), "test.tsv"));
        var second = new ConceptLexicon(LexiconReader.Read(new StringReader("models\tdiffusion models\t\tMethod"), "test.tsv"));
        var (book, starts) = (new WordBook(), new LexiconStarts());
        book.NumberOf("ppo");
        book.NumberOf("diffusion");
        Assert.Equal([false, true], Empty(first));
        Assert.Equal([true, false], Empty(second));

        for (var at = 0; book.Turn == 0; at++)
        {
            book.NumberOf($"w{at}");
            book.Begin();
        }

        book.NumberOf("diffusion");
        book.NumberOf("ppo");
        Assert.Equal([true, false], Empty(first));

        bool[] Empty(ConceptLexicon lexicon)
        {
            var found = starts.Of(book, lexicon);
            return [found[0].IsNone, found[1].IsNone];
        }
    }
}
