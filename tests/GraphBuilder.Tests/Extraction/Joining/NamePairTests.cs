using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Joining;
using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction.Joining;

public sealed class NamePairTests
{
    [Theory]
    [InlineData("fine-tuning", "Finetuning", nameof(JoinKind.Same))]
    [InlineData("Transformers", "transformer", nameof(JoinKind.Same))]
    [InlineData("Bayesian optimisation", "BO", nameof(JoinKind.Initials))]
    [InlineData("graph sorting", "sorting graph", nameof(JoinKind.Reordered))]
    [InlineData("human pose estimation", "pose estimation", nameof(JoinKind.Suffix))]
    [InlineData("cross-attention mechanism", "cross-attention", nameof(JoinKind.Prefix))]
    [InlineData("detecting objects", "detection objects", nameof(JoinKind.Stem))]
    [InlineData("Sequential Transformer", "SeqFormer", nameof(JoinKind.Letters))]
    [InlineData("deep graph sorting nets", "graph sorting", nameof(JoinKind.Inner))]
    [InlineData("inverse kinematics of arms", "arms and their kinematics", nameof(JoinKind.Shared))]
    public void Two_names_stand_to_each_other_in_one_way(string longer, string shorter, string kind)
    {
        foreach (var names in (string[][])[[longer, shorter], [shorter, longer]])
        {
            var pair = Assert.Single(NamePair.In(Document(names)));

            Assert.Equal(kind, pair.Kind.ToString());
        }
    }

    [Theory]
    [InlineData("beam search", "line search")]
    [InlineData("BERT", "ImageNet")]
    [InlineData("A-Net", "B-Net")]
    public void Names_with_nothing_or_only_a_head_in_common_are_no_pair(string first, string second)
        => Assert.Empty(NamePair.In(Document(first, second)));

    [Fact]
    public void The_nearest_forms_of_two_concepts_count()
    {
        var document = Document("policy optimisation", "relative ranking");
        document.Concepts[1].Surfaces.Add("optimisation of policies");
        document.Concepts[1].Surfaces.Add("policy optimisation method");

        var pair = Assert.Single(NamePair.In(document));

        Assert.Equal((JoinKind.Prefix, 1, 0), (pair.Kind, pair.Long, pair.Short));
    }

    [Theory]
    [InlineData("DPO", "Dynamic Preference Optimization")]
    [InlineData("CausalWorld", "causal world model")]
    public void A_known_name_is_not_what_has_its_letters_by_chance(string known, string other)
    {
        var document = Document(known, other);
        document.Concepts[0].Entry = new LexiconEntry("dpo", "Direct Preference Optimization", ["DPO"], [ConceptType.Method], LexiconFlags.None);

        Assert.Empty(NamePair.In(document));
    }

    internal static PaperDocument Document(params string[] names)
    {
        var document = new PaperDocument();
        document.Reset("", "");
        foreach (var name in names)
        {
            document.AddConcept().Surfaces.Add(name);
        }

        return document;
    }
}
