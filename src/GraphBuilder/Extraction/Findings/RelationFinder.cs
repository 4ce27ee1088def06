using Stemma.GraphBuilder.Extraction.Names;
using Stemma.GraphBuilder.Text;
using Stemma.GraphModel;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Findings;

/// <summary>
/// Relates the paper's own methods to the others it names: what the text makes them build on or compare with, by role, and variants by name
/// (<c>Diffusion-DPO</c> is a variant of <c>DPO</c>). The head is the own concept named in the same sentence, else the paper's first.
/// </summary>
internal sealed class RelationFinder : IExtractionStage
{
    private const double OtherSentenceFactor = 0.8;

    /// <inheritdoc/>
    public Layers Requires => Layers.Concepts | Layers.Roles;

    /// <inheritdoc/>
    public Layers Assigns => Layers.Relations;

    /// <inheritdoc/>
    public void Annotate(PaperDocument document)
    {
        for (var tail = 0; tail < document.Concepts.Count; tail++)
        {
            var concept = document.Concepts[tail];
            FindVariants(document, tail);
            if (concept.Type == ConceptType.Method && concept.Role is ConceptRole.BuildsOn or ConceptRole.ComparesWith)
            {
                var mention = concept.Mentions[concept.EvidenceMention].Range;
                var (head, near) = OwnConcept(document, mention, tail);
                if (head >= 0)
                {
                    document.Relations.Add(new ExtractedRelation(
                        head, concept.Role.ToRelationshipType(), tail, document.ToEvidence(mention), concept.By, concept.RoleConfidence * (near ? 1 : OtherSentenceFactor)));
                }
            }
        }
    }

    /// <summary>Own names that hold the tail's name as their last or first hyphenated part.</summary>
    private static void FindVariants(PaperDocument document, int tail)
    {
        var concept = document.Concepts[tail];
        for (var head = 0; head < document.Concepts.Count; head++)
        {
            if (head == tail || concept.Type != ConceptType.Method || document.Concepts[head].Type != ConceptType.Method)
            {
                continue;
            }

            foreach (var mention in document.Concepts[head].Mentions)
            {
                if (mention.Range.Count >= 3 && IsCompoundOf(document, mention.Range, concept))
                {
                    document.Relations.Add(new ExtractedRelation(
                        head, GraphSchema.Types.VariantOf, tail, document.ToEvidence(mention.Range), "relation.compound", 0.8));
                    break;
                }
            }
        }
    }

    private static bool IsCompoundOf(PaperDocument document, TokenRange name, ConceptDraft concept)
    {
        foreach (var surface in concept.Surfaces)
        {
            var whole = document[name];
            if (surface.Length >= 2 && NameShapes.IsCoined(surface) && whole.Length > surface.Length + 1
                && whole.EndsWith(surface, StringComparison.Ordinal) && Tokenizer.IsHyphen(whole[^(surface.Length + 1)]))
            {
                return true;
            }
        }

        return false;
    }

    private static (int Concept, bool Near) OwnConcept(PaperDocument document, TokenRange mention, int except)
    {
        var sentence = document.SentenceOfToken[mention.First];
        var first = -1;
        for (var at = 0; at < document.Concepts.Count; at++)
        {
            if (at == except || document.Concepts[at].Role != ConceptRole.Introduces)
            {
                continue;
            }

            if (document.Concepts[at].Mentions.Exists(own => document.SentenceOfToken[own.Range.First] == sentence))
            {
                return (at, true);
            }

            first = first < 0 ? at : first;
        }

        return (first, false);
    }
}
