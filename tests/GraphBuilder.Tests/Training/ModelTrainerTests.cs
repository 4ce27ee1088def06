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
        var one = Train(papers, 1);
        var two = Train(papers, 2);
        Assert.Equal(Bytes(one), Bytes(two));
        Assert.True(one.Roles.Memory.Find("PPO").Role(ConceptRole.BuildsOn) > 0.5);

        var found = new PaperExtractor(ConceptLexicon.LoadShipped(), one).Extract("Yakka for agents", "We propose Yakka, which builds upon DPO. We evaluate Yakka on GSM8K.");
        Assert.Equal(ConceptRole.Introduces, Assert.Single(found.Concepts, concept => concept.Name == "Yakka").Role);
    }

    [Fact]
    public void A_file_that_is_no_model_is_refused_with_a_sentence()
    {
        using var stream = new MemoryStream([1, 2, 3]);
        Assert.Equal("not a Stemma tagger model of this version; train it anew with `stemma train`", Assert.Throws<InvalidDataException>(() => ExtractionModel.Read(stream)).Message);
    }

    private static ExtractionModel Train(IReadOnlyList<LabelledPaper> papers, int threads)
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
