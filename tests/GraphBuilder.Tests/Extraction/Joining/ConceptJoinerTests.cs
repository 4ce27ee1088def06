using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Joining;
using Stemma.GraphBuilder.Extraction.Memory;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Text;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction.Joining;

public sealed class ConceptJoinerTests
{
    /// <summary>A model with a single row, which every feature hashes to: it joins every pair, or none.</summary>
    private static LinearClassifier Always(bool one) => new(ConceptJoiner.Classes, 1, one ? [-1, 1] : [1, -1]);

    [Fact]
    public void A_joined_concept_has_the_forms_and_mentions_of_both()
    {
        var document = Document("We study pose estimation . Human pose estimation is hard .", "pose estimation", "Human pose estimation");

        new ConceptJoiner(Always(true), NameMemory.Empty).Annotate(document);

        var concept = Assert.Single(document.Concepts);
        Assert.Equal(["pose estimation", "Human pose estimation"], concept.Surfaces);
        Assert.Equal(2, concept.Mentions.Count);
    }

    [Fact]
    public void Two_things_stay_two()
    {
        var document = Document("We study pose estimation . Human pose estimation is hard .", "pose estimation", "Human pose estimation");

        new ConceptJoiner(Always(false), NameMemory.Empty).Annotate(document);

        Assert.Equal(2, document.Concepts.Count);
    }

    [Fact]
    public void What_a_name_has_in_common_with_two_others_does_not_make_those_one()
    {
        var document = Document("A-Net beats Net , and B-Net beats A-Net .", "A-Net", "Net", "B-Net");

        new ConceptJoiner(Always(true), NameMemory.Empty).Annotate(document);

        Assert.Equal(2, document.Concepts.Count);
        Assert.DoesNotContain(document.Concepts, concept => concept.Surfaces.Contains("A-Net") && concept.Surfaces.Contains("B-Net"));
    }

    /// <summary>A document in which each name is a concept with one mention, its first occurrence.</summary>
    private static PaperDocument Document(string text, params string[] names)
    {
        var document = new PaperDocument();
        document.Reset("", text);
        new TokenFinder().Annotate(document);
        new SentenceFinder().Annotate(document);
        foreach (var name in names)
        {
            var concept = document.AddConcept();
            concept.Surfaces.Add(name);
            concept.Types.Add(ConceptType.Method);
            var first = Enumerable.Range(0, document.Tokens.Count).First(token => document.Text.AsSpan(document.Tokens[token].Start).StartsWith(name, StringComparison.Ordinal));
            var end = first;
            while (end < document.Tokens.Count && document.Tokens[end].Start < document.Tokens[first].Start + name.Length)
            {
                end++;
            }

            concept.Mentions.Add(new Mention(new TokenRange(first, end), ConceptType.Method, 1, "test"));
        }

        return document;
    }
}
