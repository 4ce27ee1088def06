using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilderTests.Linking;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Asking;

/// <summary>Answers that must not mislead: if the graph has nothing, the answer says what is missing and denies nothing.</summary>
public sealed class WhatIsNotToldTests
{
    [Theory]
    [InlineData("papers on DPO at CVPR 2031", "No paper of CVPR is in this graph, so it cannot tell.")]
    [InlineData("papers on DPO at ICML 2024", "No paper of ICML in 2024 is in this graph, so it cannot tell: those that it has of ICML are from 2025.")]
    [InlineData("ICML 2024 papers on DPO", "No paper of ICML in 2024 is in this graph, so it cannot tell: those that it has of ICML are from 2025.")]
    [InlineData("dpo icml 24", "No paper of ICML in 2024 is in this graph, so it cannot tell: those that it has of ICML are from 2025.")]
    [InlineData("best papers at ICLR 2023", "No paper of ICLR is in this graph, so it cannot tell.")]
    [InlineData("accuracy of Step-DPO on GSM8K at ICLR", "No paper of ICLR is in this graph, so it cannot tell.")]
    [InlineData("papers by Ana Pérez at CoRL", "No paper of CoRL is in this graph, so it cannot tell.")]
    [InlineData("what builds on DPO in 2026?", "No paper in 2026 is in this graph, so it cannot tell: those that it has are from 2017 to 2025.")]
    [InlineData("papers about GSM8K at NeurIPS 2023", "No paper in this graph names GSM8K at NeurIPS in 2023.")]
    public async Task Where_there_are_no_papers_of_a_venue_and_year_the_answer_says_so(string question, string sentence) =>
        Assert.Equal(sentence, (await SmallAsker.AskAndRunAsync(question)).Answer);

    [Fact]
    public async Task Whether_one_builds_on_another_is_not_denied_where_the_paper_that_introduced_it_is_missing()
    {
        var paper = new PaperDraft("arxiv:61", "Duel", "KiteNet and DPO are tried.", 2025).Names("KiteNet", ConceptRole.Uses).Names("DPO", ConceptRole.Uses, lexiconId: "direct-preference-optimization").Build();
        var answer = await SmallAsker.AskAndRunAsync("is KiteNet a variant of DPO?", paper);

        Assert.Equal("whether_builds_on(kitenet, direct-preference-optimization)", answer.Understood);
        Assert.StartsWith("The graph does not tell whether KiteNet builds on Direct Preference Optimization (DPO): no paper that introduces the first is in it, and no other abstract says so. ", answer.Answer);
    }

    [Fact]
    public async Task What_is_known_the_other_way_round_is_told() => Assert.Equal(
        "It is the other way round: Step-DPO builds on Direct Preference Optimization (DPO): “Step-DPO extends DPO to steps.” (“Steps” (2024))",
        (await SmallAsker.AskAndRunAsync("is DPO based on Step-DPO?")).Answer);

    [Theory]
    [InlineData(0.9, "Yes, KiteNet builds on CraneNet: “KiteNet takes after CraneNet.”")]
    [InlineData(0.3, "Perhaps KiteNet builds on CraneNet; the reading is not sure: “KiteNet takes after CraneNet.”")]
    public async Task A_doubtful_yes_is_a_perhaps(double confidence, string sentence)
    {
        var paper = new PaperDraft("arxiv:31", "Kite", "KiteNet takes after CraneNet.", 2024).Names("KiteNet", ConceptRole.Introduces).Names("CraneNet", ConceptRole.BuildsOn, confidence: confidence).Build();

        Assert.StartsWith(sentence, (await SmallAsker.AskAndRunAsync("does KiteNet build on CraneNet?", paper)).Answer);
    }

    [Theory]
    [InlineData("does RivalPref beat DPO?", "1 paper says that RivalPref, or what they make of it, does better than Direct Preference Optimization (DPO): “RivalPref outperforms DPO on GSM8K.” (“A rival” (2025)) It holds for what they measured; the sentences tell where.")]
    [InlineData("does RivalPref beat DPO on GSM8K?", "1 paper says that RivalPref, or what they make of it, does better than Direct Preference Optimization (DPO): “RivalPref outperforms DPO on GSM8K.” (“A rival” (2025)) It holds for what they measured; the sentences tell where. Only papers that evaluate on GSM8K are counted.")]
    [InlineData("does RivalPref beat DPO on MATH?", "No abstract here says so, where they evaluate on MATH. 1 paper says that RivalPref, or what they make of it, does better than Direct Preference Optimization (DPO): “RivalPref outperforms DPO on GSM8K.” (“A rival” (2025)) It holds for what they measured; the sentences tell where.")]
    [InlineData("does RivalPref beat DPO on long sequences?", "1 paper says that RivalPref, or what they make of it, does better than Direct Preference Optimization (DPO): “RivalPref outperforms DPO on GSM8K.” (“A rival” (2025)) It holds for what they measured; the sentences tell where. “long sequences” is left aside: nothing in this graph has that name.")]
    [InlineData("is DPO better than RivalPref?", "No abstract here says that Direct Preference Optimization (DPO) does better than RivalPref, and 1 says the reverse, of RivalPref or what they make of it: “RivalPref outperforms DPO on GSM8K.” (“A rival” (2025))")]
    public async Task Which_does_better_is_answered_by_who_says_so_and_where(string question, string sentence) =>
        Assert.Equal(sentence, (await SmallAsker.AskAndRunAsync(question)).Answer);

    [Fact]
    public async Task A_longer_name_that_wins_is_not_the_shorter_in_it()
    {
        var paper = new PaperDraft("arxiv:61", "Merged", "MPPO outperforms DPO and goes on from PPO.", 2024).Names("MPPO", ConceptRole.Introduces)
            .Names("DPO", ConceptRole.ComparesWith, lexiconId: "direct-preference-optimization", by: "role.outperforms").Names("PPO", ConceptRole.BuildsOn, lexiconId: "proximal-policy-optimization").Build();

        Assert.StartsWith("The graph does not tell whether Proximal Policy Optimization (PPO) does better than ", (await SmallAsker.AskAndRunAsync("does PPO beat DPO?", paper)).Answer);
        Assert.StartsWith("1 paper says that MPPO, ", (await SmallAsker.AskAndRunAsync("does MPPO beat DPO?", paper)).Answer);
    }

    [Theory]
    [InlineData("PPO-Max outperforms DPO and goes on from PPO.", false)]
    [InlineData("PPO2 outperforms DPO and goes on from PPO.", false)]
    [InlineData("PPO++ outperforms DPO and goes on from PPO.", false)]
    [InlineData("PPO outperforms DPO.", true)]
    [InlineData("PPOs outperform DPO.", true)]
    [InlineData("Our PPO-based agent outperforms DPO.", true)]
    [InlineData("PPO-Max, like PPO, outperforms DPO.", true)]
    [InlineData("While adaptive ones, such as PPO and RMS, have shown better results than DPO, they often lead to worse ones.", false)]
    [InlineData("Although PPO beats DPO in some cases, it is slow.", false)]
    [InlineData("While others are liked, PPO outperforms DPO, by 5 points.", true)]
    [InlineData("While PPO outperforms DPO.", true)]
    [InlineData("PPO is outperformed by DPO.", false)]
    [InlineData("PPO fails to outperform DPO.", false)]
    [InlineData("PPO does not outperform DPO.", false)]
    [InlineData("PPO not only outperforms DPO.", true)]
    [InlineData("Ours outperforms both PPO and DPO.", false)]
    [InlineData("PPO is comparable to DPO.", false)]
    [InlineData("PPO variants outperform DPO.", false)]
    [InlineData("A variant of PPO outperforms DPO.", false)]
    [InlineData("PPO yields better results than DPO.", true)]
    [InlineData("We see improvements of PPO over DPO.", true)]
    public async Task A_name_wins_only_if_the_sentence_says_it_of_that_name(string text, bool wins)
    {
        var paper = new PaperDraft("arxiv:61", "Merged", text, 2024).Names("DPO", ConceptRole.ComparesWith, lexiconId: "direct-preference-optimization", by: "role.outperforms")
            .Names("PPO", ConceptRole.BuildsOn, lexiconId: "proximal-policy-optimization").Build();

        Assert.Equal(wins, (await SmallAsker.AskAndRunAsync("does PPO beat DPO?", paper)).Answer.StartsWith("1 paper says that Proximal Policy Optimization (PPO), ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("and in 2024?", "Each question is asked by itself: this one has no name in it. Write it out whole.")]
    [InlineData("what code is available for DPO", "The graph cannot answer this: it is read from titles and abstracts, and holds no code.")]
    public async Task What_the_graph_does_not_hold_is_said_with_what_to_ask_instead(string question, string sentence)
    {
        var answer = await SmallAsker.AskAsync(question);

        Assert.Null(answer.Understood);
        Assert.Equal(sentence, answer.Answer);
        Assert.NotEmpty(answer.Suggestions);
    }

    [Fact]
    public async Task What_no_concept_is_named_is_found_by_its_words()
    {
        var answer = await SmallAsker.AskAndRunAsync("papers about finances");

        Assert.Equal("words(“finances”)", answer.Understood);
        Assert.Equal("Nothing in this graph is named “finances”. 1 paper has the word in the title or abstract: “Money” (2025). What they do with them is not read.", answer.Answer);
    }

    [Fact]
    public async Task Two_names_that_no_paper_is_known_to_have_together_are_looked_for_as_words()
    {
        var finance = new PaperDraft("arxiv:61", "Money of old", "KiteNet is for finance, as PPO is not.", 2020).Names("KiteNet", ConceptRole.Introduces).Names("finance", ConceptRole.Mentions, ConceptType.Task).Build();
        var together = await SmallAsker.AskAndRunAsync("who uses PPO for finance", finance);

        Assert.Equal("No paper in this graph uses Proximal Policy Optimization (PPO) and names finance. Only what titles and abstracts name is known. 1 paper has the words in the title or abstract: “Money of old” (2020). What they do with them is not read.", together.Answer);
    }
}
