using CsCheck;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.GraphStore.Embedded;
using Stemma.GraphStore.Embedded.FullText;

namespace Stemma.GraphStoreTests.Embedded.FullText;

public sealed class FullTextQueryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("dpo", "(\"dpo\")")]
    [InlineData("direct preference", "(\"direct\" OR \"preference\")")]
    [InlineData("Diffusion-DPO", "((\"Diffusion\" OR \"DPO\"))")]
    [InlineData("\"direct preference\"", "(\"direct preference\")")]
    [InlineData("pref*", "(\"pref\" *)")]
    [InlineData("3.1*", "(\"3 1\" *)")]
    [InlineData("a AND b", "(\"a\" AND \"b\")")]
    [InlineData("a AND b OR c", "((\"a\" AND \"b\") OR ((\"a\" AND \"b\") AND (\"c\")))")]
    [InlineData("a NOT b", "((\"a\") NOT (\"b\"))")]
    [InlineData("+a -b c", "(((\"a\") OR ((\"a\") AND (\"c\"))) NOT (\"b\"))")]
    [InlineData("title:dpo", "({\"title\"} : \"dpo\")")]
    [InlineData("title:(a AND b) c", "(({\"title\"} : \"a\" AND {\"title\"} : \"b\") OR \"c\")")]
    [InlineData("venue:dpo policy", "(\"policy\")")]
    [InlineData("a\\:b", "((\"a\" OR \"b\"))")]
    [InlineData("say \\\"hi\\\"", "(\"say\" OR \"hi\")")]
    [InlineData("-b", null)]
    [InlineData("\\-", null)]
    public void A_query_becomes_an_expression(string query, string? expression) =>
        Assert.Equal(expression, FullTextQuery.ToExpression(query, ["title", "abstract"]));

    [Theory]
    [InlineData("", "a word was expected")]
    [InlineData("\"open", "a quotation mark is not closed")]
    [InlineData("(a", "an opening parenthesis is not closed")]
    [InlineData("a)", "a closing parenthesis has no opening one")]
    [InlineData("a AND", "a word was expected at its end")]
    [InlineData("title:", "a word was expected at its end")]
    [InlineData("title:abstract:a", "a field is followed by another field")]
    [InlineData("*a", "a wildcard that is not at the end of a word")]
    [InlineData("a?b", "a wildcard that is not at the end of a word")]
    [InlineData("a~2", "fuzzy search")]
    [InlineData("a^2", "boosting")]
    [InlineData("[a TO b]", "a range")]
    [InlineData("/a/", "a regular expression")]
    [InlineData("a\\", "nothing follows its last backslash")]
    public void A_text_that_is_no_query_is_a_fault_of_the_user(string query, string sentence)
    {
        var fault = Assert.Throws<QueryException>(() => FullTextQuery.ToExpression(query, ["title"]));
        Assert.Equal(FullTextQuery.FaultCode, fault.Code);
        Assert.Contains(sentence, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_either_searches_or_is_a_fault_of_the_user()
    {
        using var indexes = new FullTextIndexes(SmallGraph.Build(20));
        var syntax = Gen.OneOf("+", "-", "(", ")", "\"", "*", "AND", "OR", "NOT", " ", "title:", ":", "\\", "a", "topic", "&&", "||", "!", "'", "{", "NEAR", "\0", "\ud800");
        Gen.OneOf(Gen.String, syntax.Array[0, 12].Select(string.Concat)).Sample(
            text =>
            {
                try
                {
                    indexes.Search("papers", text, CancellationToken.None);
                }
                catch (QueryException)
                {
                    // Invalid queries may throw only this.
                }
            },
            iter: 3000);
    }

    [Fact]
    public void Any_escaped_text_with_a_word_searches_for_its_words()
    {
        using var indexes = new FullTextIndexes(SmallGraph.Build(20));
        Gen.String.Sample(
            text => Assert.NotEmpty(indexes.Search("papers", FullTextQuery.Escape($"{text} topic"), CancellationToken.None)), iter: 1000);
    }

    [Fact]
    public void Nesting_and_length_are_limited()
    {
        Assert.Throws<QueryException>(() => FullTextQuery.ToExpression(new string('(', 100_000), ["title"]));
        Assert.Throws<QueryException>(() => FullTextQuery.ToExpression(string.Concat(Enumerable.Repeat("title:", 100_000)) + "a", ["title"]));
        Assert.Throws<QueryException>(() => FullTextQuery.ToExpression(string.Join(' ', Enumerable.Range(0, 2000)), ["title"]));
        using var indexes = new FullTextIndexes(SmallGraph.Build(20));
        Assert.NotEmpty(indexes.Search("papers", string.Join(' ', Enumerable.Range(0, 1000)), Stop));
        Assert.NotEmpty(indexes.Search("papers", new string('(', 60) + "topic" + new string(')', 60), Stop));
    }

    [Fact]
    public void A_query_whose_expression_doubles_with_each_level_is_refused()
    {
        var nested = string.Concat(Enumerable.Repeat("+(", 20)) + "a" + string.Concat(Enumerable.Repeat(") b", 20));
        var fault = Assert.Throws<QueryException>(() => FullTextQuery.ToExpression(nested, ["title"]));
        Assert.Contains("too many combinations", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_index_is_a_fault_that_names_the_known_ones()
    {
        using var indexes = new FullTextIndexes(new ColumnGraph());
        Assert.Contains(
            "papers and concepts", Assert.Throws<QueryException>(() => indexes.Search("people", "a", Stop)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_better_match_comes_first_and_accents_and_case_are_as_in_Neo4j()
    {
        var loader = new ColumnGraphLoader();
        Add("The policy of a long paper that says policy once among many other words of its title");
        Add("Policy");
        Add("Schrödinger");
        Add("unrelated");
        using var indexes = new FullTextIndexes(loader.Finish());
        Assert.Equal([1, 0], indexes.Search("papers", "POLICY", Stop).Select(hit => hit.Node));
        Assert.Equal([2], indexes.Search("papers", "schrödinger", Stop).Select(hit => hit.Node));
        Assert.Empty(indexes.Search("papers", "schrodinger", Stop));

        void Add(string title) => loader.AddNode(["Paper"], [new("title", GraphValue.From(title))]);
    }
}
