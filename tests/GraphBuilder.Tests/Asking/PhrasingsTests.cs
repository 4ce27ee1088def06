using Stemma.GraphBuilder.Asking;
using Stemma.GraphBuilder.Asking.Questions;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilderTests.Linking;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Asking;

/// <summary>Phrasings of questions that were not understood.</summary>
public sealed class PhrasingsTests
{
    [Theory]
    [InlineData("should I use DPO or PPO?", "connection(direct-preference-optimization, proximal-policy-optimization)")]
    [InlineData("PPO or DPO, which is better?", "connection(proximal-policy-optimization, direct-preference-optimization)")]
    [InlineData("which is better: PPO or DPO", "connection(proximal-policy-optimization, direct-preference-optimization)")]
    [InlineData("PPO or DPO for math reasoning?", "connection(proximal-policy-optimization, direct-preference-optimization)")]
    [InlineData("difference PPO DPO", "connection(proximal-policy-optimization, direct-preference-optimization)")]
    [InlineData("relation btw PPO and DPO", "connection(proximal-policy-optimization, direct-preference-optimization)")]
    [InlineData("does anyone use DPO for math reasoning?", "uses(direct-preference-optimization), also about(mathematical-reasoning)")]
    [InlineData("is DPO used for math reasoning?", "uses(direct-preference-optimization), also about(mathematical-reasoning)")]
    [InlineData("are there any papers on DPO?", "about(direct-preference-optimization)")]
    [InlineData("first paper to use DPO", "uses(direct-preference-optimization), oldest first")]
    [InlineData("when was the first paper on DPO", "about(direct-preference-optimization), oldest first")]
    [InlineData("when did DPO appear?", "introduced_by(direct-preference-optimization)")]
    [InlineData("Step-DPO builds on?", "ancestors(step-dpo)")]
    [InlineData("is GSM8K a benchmark?", "what_is(gsm8k)")]
    [InlineData("newest DPO", "about(direct-preference-optimization), newest first")]
    [InlineData("DPO 2025", "about(direct-preference-optimization), year ≥ 2025, year ≤ 2025")]
    [InlineData("DPO math reasoning", "about(direct-preference-optimization), also about(mathematical-reasoning)")]
    [InlineData("math reasoning with DPO", "about(mathematical-reasoning), also about(direct-preference-optimization)")]
    [InlineData("highest accuracy on GSM8K", "results_on(gsm8k), highest accuracy")]
    [InlineData("what year was DPO introduced", "introduced_by(direct-preference-optimization)")]
    [InlineData("what is hot in math reasoning?", "about(mathematical-reasoning), newest first")]
    [InlineData("what do people use instead of DPO?", "compared_to(direct-preference-optimization)")]
    [InlineData("what is the best math reasoning algorithm", "methods_for(mathematical-reasoning)")]
    [InlineData("did anyone combine DPO with PPO?", "uses(direct-preference-optimization), also about(proximal-policy-optimization), else words(“DPO PPO”)")]
    [InlineData("how many NeurIPS papers on DPO", "about(direct-preference-optimization), venue neurips")]
    [InlineData("benchmarks introduced in 2025 for math reasoning", "new_data_for(mathematical-reasoning), year ≥ 2025, year ≤ 2025, newest first")]
    public async Task A_question_is_understood(string question, string understood) => Assert.Equal(understood, (await SmallAsker.AskAsync(question)).Understood);

    [Theory]
    [InlineData("best results on AIME 2024", "AIME 2024")]
    [InlineData("what is NeurIPS?", "NeurIPS")]
    [InlineData("who uses the World Values Survey", "the World Values Survey")]
    public void A_name_keeps_its_year_and_its_venue(string text, string name) => Assert.Equal(name, QuestionReader.Read(text)!.Name);

    [Theory]
    [InlineData("is there a survey on DPO?")]
    [InlineData("surveys about DPO")]
    [InlineData("DPO survey")]
    [InlineData("find review papers on DPO")]
    [InlineData("reviews of DPO")]
    [InlineData("overview papers on DPO")]
    public async Task Surveys_are_known_by_their_titles(string question)
    {
        var survey = new PaperDraft("arxiv:61", "Preferences: a Survey", "We review DPO.", 2025).Names("DPO", ConceptRole.Mentions, lexiconId: "direct-preference-optimization").Build();
        var answer = await SmallAsker.AskAndRunAsync(question, survey);

        Assert.Equal("about(direct-preference-optimization), surveys", answer.Understood);
        Assert.Equal("One paper names Direct Preference Optimization (DPO) with the title of a survey: “Preferences: a Survey” (2025).", answer.Answer);
    }

    [Theory]
    [InlineData("A Survey of Preferences", true)]
    [InlineData("Preferences: A Review", true)]
    [InlineData("Preferences - A Guided Review", true)]
    [InlineData("A Brief Review for Preferences", true)]
    [InlineData("Review of Preferences", true)]
    [InlineData("A Systematic Literature Review on Preferences", true)]
    [InlineData("Preferences: Overview and Directions", true)]
    [InlineData("Graph Recommenders: Integrating User Reviews", false)]
    [InlineData("An Agent for Review Quality Assessment", false)]
    [InlineData("Detecting Fake Reviews", false)]
    [InlineData("A Benchmark for Automated Code Review", false)]
    [InlineData("Screening for Systematic Reviews", false)]
    [InlineData("An Agent for Scientific Literature Review", false)]
    [InlineData("Simulating Survey Responses", false)]
    [InlineData("Path Planning for Bathymetric Surveys", false)]
    [InlineData("Surveying Writers", false)]
    public async Task A_survey_has_the_word_as_the_kind_of_text_that_it_is(string title, bool isSurvey)
    {
        var paper = new PaperDraft("arxiv:61", title, "We look at DPO.", 2025).Names("DPO", ConceptRole.Mentions, lexiconId: "direct-preference-optimization").Build();

        Assert.Equal(isSurvey ? ["arxiv:61"] : [], (await SmallAsker.AskAndRunAsync("surveys about DPO", paper)).Rows.Select(row => row.Id));
    }

    [Fact]
    public async Task What_is_asked_by_citations_that_are_not_there_is_not_called_the_most_cited() =>
        Assert.Contains("; first are ", (await SmallAsker.AskAsync("most cited papers about DPO")).Answer);
}
