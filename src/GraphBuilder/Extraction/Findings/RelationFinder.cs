using Stemma.GraphBuilder.Extraction.Names;
using Stemma.GraphBuilder.Text;
using Stemma.GraphModel;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Findings;

/// <summary>
/// Relates the paper's own methods to the others it names: by role (what it builds on and compares with), by name (Diffusion-DPO is a variant of DPO, for its name
/// ends with it: Hearst 1992, head nouns as hypernyms), and its further introduced methods to the main one as parts. The head is the own method nearest
/// in the sentence, else the main one: that of the title, else the most mentioned.
/// </summary>
internal sealed class RelationFinder : IExtractionStage
{
    /// <summary>What a relation loses where head and tail stand in different sentences.</summary>
    private const double OtherSentenceFactor = 0.8;

    /// <summary>Training labels: of the further methods that a paper introduces 55 % are part of the main one.</summary>
    private const double PartConfidence = 0.55;

    private const double NameConfidence = 0.85;

    /// <inheritdoc/>
    public Layers Requires => Layers.Roles | Layers.Definitions;

    /// <inheritdoc/>
    public Layers Assigns => Layers.Relations;

    /// <inheritdoc/>
    public void Annotate(PaperDocument document)
    {
        var main = MainConcept(document);
        for (var at = 0; at < document.Concepts.Count; at++)
        {
            var concept = document.Concepts[at];
            if (concept.Type != ConceptType.Method)
            {
                continue;
            }

            var variant = FindVariants(document, at);
            if (concept.Role is ConceptRole.BuildsOn or ConceptRole.ComparesWith)
            {
                AddByRole(document, at, main, variant);
            }
            else if (concept.Role == ConceptRole.Introduces && main >= 0 && at != main)
            {
                Add(document, at, GraphSchema.Types.PartOf, main, concept, "relation.part", PartConfidence);
            }
        }
    }

    private static void AddByRole(PaperDocument document, int tail, int main, bool variant)
    {
        var concept = document.Concepts[tail];
        var near = NearestOwn(document, concept.Mentions[concept.EvidenceMention].Range);
        var head = near >= 0 ? near : main;
        if (head >= 0 && !(variant && concept.Role == ConceptRole.BuildsOn))
        {
            Add(document, head, concept.Role.ToRelationshipType(), tail, concept, concept.By, concept.RoleConfidence * (near >= 0 ? 1 : OtherSentenceFactor));
        }
    }

    private static void Add(PaperDocument document, int head, string type, int tail, ConceptDraft shown, string by, double confidence)
        => document.Relations.Add(new ExtractedRelation(head, type, tail, document.ToEvidence(shown.Mentions[shown.EvidenceMention].Range), by, Math.Round(confidence, 3)));

    /// <summary>Adds a relation from each introduced method whose name ends with that of the tail; true where there is one.</summary>
    private static bool FindVariants(PaperDocument document, int tail)
    {
        var found = false;
        var concept = document.Concepts[tail];
        for (var head = 0; head < document.Concepts.Count; head++)
        {
            var own = document.Concepts[head];
            if (head == tail || own.Type != ConceptType.Method || own.Role != ConceptRole.Introduces || concept.Role == ConceptRole.Introduces)
            {
                continue;
            }

            var mention = own.Mentions.FindIndex(mention => EndsWith(document, mention.Range, concept));
            if (mention >= 0)
            {
                document.Relations.Add(new ExtractedRelation(
                    head, GraphSchema.Types.VariantOf, tail, document.ToEvidence(own.Mentions[mention].Range), "relation.name", NameConfidence));
                found = true;
            }
        }

        return found;
    }

    private static bool EndsWith(PaperDocument document, TokenRange name, ConceptDraft concept)
    {
        var whole = document[name];
        foreach (var surface in concept.Surfaces)
        {
            if (whole.Length > surface.Length + 1 && whole.EndsWith(surface, StringComparison.OrdinalIgnoreCase)
                && whole[^(surface.Length + 1)] is var before && (before == ' ' || Tokenizer.IsHyphen(before)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The introduced concept of the title's name, else the most mentioned introduced one, else -1.</summary>
    private static int MainConcept(PaperDocument document)
    {
        var main = -1;
        for (var at = 0; at < document.Concepts.Count; at++)
        {
            var concept = document.Concepts[at];
            if (concept.Role != ConceptRole.Introduces)
            {
                continue;
            }

            if (document.Definitions.Count > 0 && document.Definitions[0].Id == TitleNameFinder.Rule && concept.Mentions[0].Range == document.Definitions[0].Range)
            {
                return at;
            }

            main = main < 0 || concept.Mentions.Count > document.Concepts[main].Mentions.Count ? at : main;
        }

        return main;
    }

    /// <summary>The introduced concept whose mention in the same sentence stands nearest, one before the tail preferred; else -1.</summary>
    private static int NearestOwn(PaperDocument document, TokenRange tail)
    {
        var sentence = document.SentenceOfToken[tail.First];
        var (nearest, best) = (-1, int.MaxValue);
        for (var at = 0; at < document.Concepts.Count; at++)
        {
            if (document.Concepts[at].Role != ConceptRole.Introduces)
            {
                continue;
            }

            foreach (var mention in document.Concepts[at].Mentions)
            {
                if (document.SentenceOfToken[mention.Range.First] == sentence && !mention.Range.Overlaps(tail))
                {
                    var distance = mention.Range.First < tail.First ? tail.First - mention.Range.End : 2 * (mention.Range.First - tail.End);
                    (nearest, best) = distance < best ? (at, distance) : (nearest, best);
                }
            }
        }

        return nearest;
    }
}
