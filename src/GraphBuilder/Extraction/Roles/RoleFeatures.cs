using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Extraction.Names;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Roles;

/// <summary>
/// Features of the linear role model: for the concept as a whole its position in title and abstract, compounds, what other papers do with it, and the name itself; for each mention those of
/// <see cref="MentionRoleFeatures"/>. Feature groups after Jurgens et al. 2018, "Measuring the evolution of a scientific field through citation frames".
/// </summary>
internal static class RoleFeatures
{
    /// <summary>Empties a bag and adds the features of the concept as a whole; those of its mentions are added later.</summary>
    public static void WriteConcept(PaperDocument document, ConceptDraft concept, RoleRecord record, FeatureBag bag)
    {
        bag.Clear();
        WriteConcept(document, concept, bag);
        WriteMemory(concept, record, bag);
    }

    /// <summary>Fills a bag with the context of a concept's mentions and nothing that reveals its name; the memory of names is built from this view.</summary>
    public static void WriteContext(PaperDocument document, ConceptDraft concept, TokenCoverage covered, FeatureBag bag)
    {
        var type = (uint)concept.Type;
        bag.Clear();
        bag.Add(1, type);
        bag.Add(3, concept.Mentions[0].Range.First < document.TitleTokens ? 1u : 0u, type);
        foreach (var definition in document.Definitions)
        {
            if (concept.Overlaps(definition.Range))
            {
                bag.Add(10, FeatureHash.Of(definition.Id), type);
            }
        }

        foreach (var mention in concept.Mentions)
        {
            MentionRoleFeatures.Write(document, concept, mention, covered, bag);
        }
    }

    /// <summary>Adds what other papers do with the name.</summary>
    private static void WriteMemory(ConceptDraft concept, RoleRecord record, FeatureBag bag)
    {
        var type = (uint)concept.Type;
        bag.Add(80, (uint)record.Papers, type);
        if (!record.IsKnown)
        {
            return;
        }

        var best = ConceptRole.Introduces;
        foreach (var role in RoleClassifier.AllRoles)
        {
            bag.Add(81, (uint)role, Level(record.Role(role)), type);
            best = record.Role(role) > record.Role(best) ? role : best;
        }

        bag.Add(82, (uint)best, Level(record.Role(best)), type);
        bag.Add(83, Level(record.Judgement), (uint)record.Papers, type);
    }

    /// <summary>Bucket of a share, 0 to 6.</summary>
    private static uint Level(float share) => share switch
    {
        < 0.02f => 0,
        < 0.1f => 1,
        < 0.25f => 2,
        < 0.4f => 3,
        < 0.6f => 4,
        < 0.8f => 5,
        _ => 6,
    };

    /// <summary>Adds the features of the concept as a whole.</summary>
    private static void WriteConcept(PaperDocument document, ConceptDraft concept, FeatureBag bag)
    {
        var type = (uint)concept.Type;
        bag.Add(1, type);
        bag.Add(2, (uint)Math.Min(5, concept.Mentions.Count), type);
        bag.Add(3, concept.Mentions[0].Range.First < document.TitleTokens ? 1u : 0u, type);
        bag.Add(4, NameShapes.IsCoined(document, concept.Mentions[0].Range.First) ? 1u : 0u, type);
        bag.Add(6, concept.ShortForm is null ? 0u : 1u, type);
        bag.Add(13, document.FactsOf(concept.Mentions[0].Range.End - 1).Lower, type);
        bag.Add(8, PlaceOf(document, concept.Mentions[0].Range.First), type);
        bag.Add(9, PlaceOf(document, concept.Mentions[^1].Range.First), type);
        var defined = 0u;
        foreach (var definition in document.Definitions)
        {
            if (concept.Overlaps(definition.Range))
            {
                bag.Add(10, FeatureHash.Of(definition.Id), type);
                defined++;
            }
        }

        bag.Add(11, Math.Min(defined, 3), type);
        if (defined == 0 || concept.Type is not (ConceptType.Method or ConceptType.Dataset or ConceptType.Benchmark))
        {
            // What other papers do with a name implies nothing about the paper that coined it, which defines it in its text.
            bag.Add(5, concept.Entry is null ? 0u : concept.Entry.IsGeneric ? 2u : 1u, type);
            bag.Add(7, FeatureHash.OfLower(concept.Surfaces[0]), type);
            bag.Add(12, concept.Entry is null ? 0u : FeatureHash.Of(concept.Entry.Id), type);
        }

        WriteCompounds(document, concept, type, bag);
    }

    /// <summary>Whether a longer name of another concept contains this one: Diffusion-DPO contains DPO.</summary>
    private static void WriteCompounds(PaperDocument document, ConceptDraft concept, uint type, FeatureBag bag)
    {
        foreach (var other in document.Concepts)
        {
            if (other == concept)
            {
                continue;
            }

            for (var surface = 0; surface < other.Surfaces.Count; surface++)
            {
                if (other.Holds(surface, concept))
                {
                    bag.Add(70, other.Surfaces[surface].EndsWith(concept.Surfaces[0], StringComparison.OrdinalIgnoreCase) ? 1u : 2u, type);
                    bag.Add(71, other.Mentions[0].Range.First < document.TitleTokens ? 1u : 0u, type);
                }
            }
        }
    }

    /// <summary>Position of a token: 9 in the title, 0 in the first sentence of the abstract, 8 in the last, 1 to 6 in between.</summary>
    public static uint PlaceOf(PaperDocument document, int token)
    {
        var sentence = document.SentenceOfToken[token];
        return token < document.TitleTokens ? 9u : sentence <= 1 ? 0u : sentence == document.Sentences.Count - 1 ? 8u : 1u + (uint)(6 * (sentence - 1) / document.Sentences.Count);
    }
}
