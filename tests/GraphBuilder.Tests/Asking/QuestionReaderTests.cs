using Stemma.GraphBuilder.Asking;
using Stemma.GraphBuilder.Asking.Questions;
using Xunit;

namespace Stemma.GraphBuilderTests.Asking;

public sealed class QuestionReaderTests
{
    public static TheoryData<string, QuestionKind> Examples =>
        new(QuestionPatterns.All.Select(pattern => (pattern.Example, pattern.Kind)));

    [Theory]
    [MemberData(nameof(Examples))]
    public void Each_example_of_the_grammar_is_read_as_its_kind(string example, QuestionKind kind) =>
        Assert.Equal(kind, QuestionReader.Read(example)?.Kind);

    [Theory]
    [InlineData("what builds on DPO?", "BuildsOn", "DPO")]
    [InlineData("Which papers extend Direct Preference Optimization", "BuildsOn", "Direct Preference Optimization")]
    [InlineData("  please show me papers that build upon \"DPO\" ?? ", "BuildsOn", "DPO")]
    [InlineData("who builds on dpo", "BuildsOn", "dpo")]
    [InlineData("what methods are derived from Q-learning?", "BuildsOn", "Q-learning")]
    [InlineData("waht bulids on DPO", "BuildsOn", "DPO")]
    [InlineData("what biulds on DPO", "BuildsOn", "DPO")]
    [InlineData("which papers evalute on GSM8K", "EvaluatesOn", "GSM8K")]
    [InlineData("Who introduced GSM8K?", "IntroducedBy", "GSM8K")]
    [InlineData("which paper first proposed LoRA?", "IntroducedBy", "LoRA")]
    [InlineData("What's DPO based on?", "Ancestors", "DPO")]
    [InlineData("what does GRPO build on", "Ancestors", "GRPO")]
    [InlineData("which benchmarks is SPR evaluated on", "EvaluatedWith", "SPR")]
    [InlineData("which methods outperform SAC?", "Outperforms", "SAC")]
    [InlineData("what beats BERT", "Outperforms", "BERT")]
    [InlineData("how many papers use CLIP?", "Uses", "CLIP")]
    [InlineData("papers that evaluate on GSM8K", "EvaluatesOn", "GSM8K")]
    [InlineData("which benchmark is most popular for math reasoning?", "BenchmarksFor", "math reasoning")]
    [InlineData("lineage dpo", "Lineage", "dpo")]
    [InlineData("is DPO better than PPO?", "Connection", "DPO")]
    [InlineData("does SimPO build on DPO?", "Connection", "SimPO")]
    [InlineData("what papers should I read about offline RL?", "About", "offline RL")]
    [InlineData("what dataset did DPO use", "EvaluatedWith", "DPO")]
    [InlineData("papers using CLIP", "Uses", "CLIP")]
    [InlineData("what are the papers that use LoRA", "Uses", "LoRA")]
    [InlineData("what is the state of the art on D4RL", "ResultsOn", "D4RL")]
    [InlineData("what is D4RL?", "WhatIs", "D4RL")]
    [InlineData("what does RLHF stand for", "WhatIs", "RLHF")]
    [InlineData("RLHF", "WhatIs", "RLHF")]
    [InlineData("waht builds on direct preference optimization", "BuildsOn", "direct preference optimization")]
    [InlineData("whats DPO built on top of?", "Ancestors", "DPO")]
    [InlineData("history of PPO", "Lineage", "PPO")]
    public void Questions_are_read_however_they_are_put(string text, string kind, string name)
    {
        var question = QuestionReader.Read(text)!;

        Assert.Equal((Enum.Parse<QuestionKind>(kind), name), (question.Kind, question.Name));
    }

    [Fact]
    public void Two_names_are_read_from_a_question_about_a_connection()
    {
        var question = QuestionReader.Read("How are PPO and DPO connected?")!;

        Assert.Equal((QuestionKind.Connection, "PPO", "DPO"), (question.Kind, question.Name, question.Other));
    }

    [Theory]
    [InlineData("what builds on DPO since 2024", 2024, null)]
    [InlineData("what builds on DPO after 2023?", 2024, null)]
    [InlineData("what builds on DPO before 2025", null, 2024)]
    [InlineData("which papers in 2024 build on DPO", 2024, 2024)]
    [InlineData("what builds on DPO as of 2024", null, 2024)]
    [InlineData("what builds on DPO between 2023 and 2025", 2023, 2025)]
    public void Years_are_filters_not_names(string text, int? since, int? until)
    {
        var question = QuestionReader.Read(text)!;

        Assert.Equal((QuestionKind.BuildsOn, "DPO", since, until), (question.Kind, question.Name, question.Filters.Since, question.Filters.Until));
    }

    [Fact]
    public void Venue_count_and_order_are_filters()
    {
        var question = QuestionReader.Read("top 5 newest papers that build on DPO at NeurIPS 2024")!;

        Assert.Equal((QuestionKind.BuildsOn, "DPO"), (question.Kind, question.Name));
        Assert.Equal(("neurips", 2024, 2024, 5, RowOrder.Newest), (question.Filters.Venue, question.Filters.Since, question.Filters.Until, question.Filters.Top, question.Filters.Order));
    }

    [Fact]
    public void A_further_condition_is_split_off()
    {
        var question = QuestionReader.Read("which papers build on DPO and also evaluate on GSM8K?")!;

        Assert.Equal((QuestionKind.BuildsOn, "DPO"), (question.Kind, question.Name));
        Assert.Equal(new FurtherCondition(QuestionKind.EvaluatesOn, "GSM8K"), question.Also);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ?! ")]
    public void Nothing_asked_is_nothing_read(string text) => Assert.Null(QuestionReader.Read(text));

    [Fact]
    public void An_overlong_question_is_not_read() => Assert.Null(QuestionReader.Read(new string('a', 301)));

    [Theory]
    [InlineData("paprs without modal for robots", "robots", "modal")]
    [InlineData("paprs without model modal for robots", "robots", "model modal")]
    [InlineData("paprs without modal model for robots", "robots", "modal model")]
    public void A_correction_leaves_the_name_of_an_exclusion_as_typed(string text, string name, string without)
    {
        var question = QuestionReader.Read(text)!;

        Assert.Equal((QuestionKind.About, name, without), (question.Kind, question.Name, question.Without?.Name));
    }

    [Theory]
    [InlineData("waht biulds on model modal", "model modal", null)]
    [InlineData("waht biulds on modal model and evalutes on modal model", "modal model", "modal model")]
    public void A_correction_leaves_each_word_of_a_name_as_typed(string text, string name, string? also)
    {
        var question = QuestionReader.Read(text)!;

        Assert.Equal((QuestionKind.BuildsOn, name, also), (question.Kind, question.Name, question.Also?.Name));
    }

    [Theory]
    [InlineData("best accurracy on GSM8K", "accuracy")]
    [InlineData("highset modal on GSM8K", "modal")]
    public void A_metric_keeps_a_correction_only_if_that_is_a_metric(string text, string metric) => Assert.Equal(metric, QuestionReader.Read(text)!.Metric);
}
