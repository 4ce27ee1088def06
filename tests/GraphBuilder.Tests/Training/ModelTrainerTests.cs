using Stemma.GraphBuilder.Evaluation;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Training;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Training;

public sealed class ModelTrainerTests
{
    private static readonly string[] Own = ["Zarvo", "QuollNet", "Wombat-9", "KiwiFormer", "EmuRL", "DingoMix", "TapirFlow", "LynxLM"];

    private static readonly string[] Others = ["DPO", "CLIP", "PPO", "BERT", "SimCLR", "ResNet"];

    private static readonly string[] Benchmarks = ["GSM8K", "ImageNet", "D4RL", "GLUE", "MATH"];

    [Fact]
    public void The_number_of_threads_does_not_change_a_bit_of_the_model()
    {
        var papers = Papers();
        var trained = Train(papers, 1);
        var one = trained.Model;
        Assert.Equal(Bytes(one), Bytes(Train(papers, 2).Model));
        Assert.True(one.Roles.Memory.Find("PPO").Role(ConceptRole.BuildsOn) > 0.5);

        var found = new PaperExtractor(ConceptLexicon.LoadShipped(), one).Extract("Yakka for agents", "We propose Yakka, which builds upon DPO. We evaluate Yakka on GSM8K.");
        Assert.Equal(ConceptRole.Introduces, Assert.Single(found.Concepts, concept => concept.Name == "Yakka").Role);
    }

    [Fact]
    public void Each_paper_is_scored_by_models_that_learnt_from_the_others()
    {
        var papers = Papers();
        var text = "We propose Zarvo, which builds upon DPO. We evaluate Zarvo on GSM8K.";
        papers[^1] = new LabelledPaper("odd", "Zarvo for agents", text, [Concept("Zarvo", ConceptType.Dataset, ConceptRole.Uses, text)], [], []);

        var trained = Train(papers, 2);

        Assert.Equal(papers.Select(paper => paper.Id), trained.HeldOut.Select(paper => paper.Labels.Id));
        var odd = Assert.Single(trained.HeldOut[^1].Found.Concepts, concept => concept.Name == "Zarvo");
        Assert.Equal(ConceptType.Method, odd.Types[0]);
        Assert.NotEqual(ConceptRole.Uses, odd.Role);
        var card = trained.CrossValidate();
        Assert.Equal((papers.Length, (39 * 3) + 1), (card.Papers, card.Names.Wanted));
        Assert.Equal((1, 0), (card.ByRole[ConceptRole.Uses].Wanted, card.ByRole[ConceptRole.Uses].Recalled));
    }

    [Fact]
    public void A_file_that_is_no_model_is_refused_with_a_sentence()
    {
        using var stream = new MemoryStream([1, 2, 3]);
        Assert.Equal("not a Stemma tagger model of this version; retrain it with `stemma train`", Assert.Throws<InvalidDataException>(() => ExtractionModel.Read(stream)).Message);
    }

    private static TrainedModel Train(IReadOnlyList<LabelledPaper> papers, int threads)
        => new ModelTrainer(ConceptLexicon.LoadShipped(), threads).Train(papers, Corpus(), new Progress<string>(), TestContext.Current.CancellationToken);

    private static byte[] Bytes(ExtractionModel model)
    {
        using var stream = new MemoryStream();
        model.Write(stream);
        return stream.ToArray();
    }

    private static PaperRecord[] Corpus() => [.. Enumerable.Range(0, 4).Select(at => new PaperRecord($"Marmot {at} for agents", $"We propose Marmot{at}, which builds upon PPO. We evaluate Marmot{at} on D4RL."))];

    private static LabelledPaper[] Papers() => [.. Enumerable.Range(0, 40).Select(at =>
    {
        var (own, other, benchmark) = (Own[at % Own.Length], Others[at % Others.Length], Benchmarks[at % Benchmarks.Length]);
        var text = $"We propose {own}, which builds upon {other}. We evaluate {own} on {benchmark}.";
        return new LabelledPaper($"p{at}", $"{own} for agents", text,
            [Concept(own, ConceptType.Method, ConceptRole.Introduces, text), Concept(other, ConceptType.Method, ConceptRole.BuildsOn, text), Concept(benchmark, ConceptType.Benchmark, ConceptRole.EvaluatesOn, text)], [], []);
    })];

    private static LabelledConcept Concept(string name, ConceptType type, ConceptRole role, string text)
    {
        var concept = new LabelledConcept(name, [], null, [type], [role], true);
        return concept with { Mentions = [.. Occurrences(text, name)] };
    }

    private static IEnumerable<TextSpan> Occurrences(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            yield return new TextSpan(TextField.Abstract, at, at + name.Length);
        }
    }
}
