using Stemma.GraphBuilder.Asking.Questions;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilderTests.Linking;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Asking;

/// <summary>Questions as people put them who do not know the grammar, and what they are told where the graph has no answer.</summary>
public sealed class OrdinaryQuestionsTests
{
    private static readonly ExtractedPaper Third = new PaperDraft("arxiv:61", "Third", "We study DPO.", 2024) { Authors = ["Ana Pérez", "Cy Fu", "Bo Li"], Venue = "ICML" }.Names("DPO", ConceptRole.Uses, lexiconId: "direct-preference-optimization").Build();

    [Theory]
    [InlineData("newest 3 papers about DPO", "about(direct-preference-optimization), top 3, newest first")]
    [InlineData("oldest two papers on DPO", "about(direct-preference-optimization), top 2, oldest first")]
    [InlineData("what year did DPO come out?", "introduced_by(direct-preference-optimization)")]
    [InlineData("which years have the most DPO papers?", "about(direct-preference-optimization), by year")]
    [InlineData("what do you know about DPO?", "what_is(direct-preference-optimization)")]
    [InlineData("what are the main approaches to math reasoning?", "methods_for(mathematical-reasoning)")]
    [InlineData("approaches to math reasoning", "methods_for(mathematical-reasoning)")]
    [InlineData("authors at ICML 2024 about DPO", "authors_on(direct-preference-optimization), year ≥ 2024, year ≤ 2024, venue icml")]
    [InlineData("what percentage of 2025 papers mention DPO?", "about(direct-preference-optimization), year ≥ 2025, year ≤ 2025, by year")]
    [InlineData("what share of papers use DPO", "uses(direct-preference-optimization), by year")]
    [InlineData("Has Ana Pérez published with Bo Li?", "by_author(author:ana-perez, author:bo-li)")]
    [InlineData("did Ana Pérez ever write a paper with Bo Li", "by_author(author:ana-perez, author:bo-li)")]
    [InlineData("how many papers does Ana Pérez have?", "by_author(author:ana-perez)")]
    [InlineData("who collaborates most with Ana Pérez?", "coauthors(author:ana-perez)")]
    [InlineData("AP of Step-DPO on GSM8K", "results_of(step-dpo, gsm8k)")]
    [InlineData("does anyone extend DPO to finances?", "builds_on(direct-preference-optimization)")]
    [InlineData("arxiv:61", "paper(arxiv:61)")]
    [InlineData("who wrote arxiv:61?", "paper(arxiv:61)")]
    [InlineData("how many concepts are in the graph?", "most_named(concept)")]
    [InlineData("how many papers were published at ICML 2024?", "most_named(paper), year ≥ 2024, year ≤ 2024, venue icml, most cited first")]
    public async Task An_ordinary_phrase_is_understood(string question, string understood) => Assert.Equal(understood, (await SmallAsker.AskAndRunAsync(question, Third)).Understood);

    [Theory]
    [InlineData("how many papers were published at ICML 2024?", "1 paper is in this graph at ICML in 2024. ")]
    [InlineData("how many benchmarks are in this graph?", "2 benchmarks are in this graph. The benchmarks that most papers name are GSM8K (3 papers) and MATH.")]
    [InlineData("how many authors does the graph have?", "3 authors are in this graph. ")]
    [InlineData("does anyone extend DPO to finances?", "3 papers build on ", " “finances” is left aside: nothing in this graph has that name.")]
    public async Task The_answer_says_what_was_asked(string question, string begin, string end = "")
    {
        var answer = (await SmallAsker.AskAndRunAsync(question, Third)).Answer;

        Assert.StartsWith(begin, answer);
        Assert.EndsWith(end, answer);
    }

    [Theory]
    [InlineData("papers at arxiv.org/abs/2501.12948v2", false)]
    [InlineData("https://arxiv.org/abs/2501.12948v2", true)]
    [InlineData("arXiv:2501.12948", true)]
    [InlineData("2501.12948", true)]
    [InlineData("arxiv 2501", false)]
    public async Task A_paper_is_found_by_its_identifier(string text, bool isFound)
    {
        var paper = new PaperDraft("arxiv:2501.12948", "Deep", "We introduce KiteNet.", 2025).Names("KiteNet", ConceptRole.Introduces).Build();

        Assert.Equal(isFound, (await SmallAsker.AskAndRunAsync(text, paper)).Understood == "paper(arxiv:2501.12948)");
    }

    [Theory]
    [InlineData("how many kilometres does a kestrel fly?", "This is no question of a known form.")]
    [InlineData("what is the meaning of life?", "Nothing in this graph is named “the meaning of life”.")]
    [InlineData("how does DPO work so well in practice?", "The graph cannot answer this about Direct Preference Optimization (DPO): it knows who introduces, builds on, compares, uses and evaluates what, not what is good or bad about it or how it works.")]
    [InlineData("does DPO need a reward model?", "This is no question of a known form, but Direct Preference Optimization (DPO) is known.")]
    public async Task A_refusal_quotes_the_question_as_it_was_typed(string question, string sentence) => Assert.Equal(sentence, (await SmallAsker.AskAsync(question)).Answer);

    [Fact]
    public void A_number_before_other_words_is_no_count() => Assert.Null(QuestionReader.Read("newest 3 body problem papers")!.Filters.Top);
}
