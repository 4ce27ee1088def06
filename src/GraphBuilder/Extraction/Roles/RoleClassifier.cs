using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Roles;

/// <summary>
/// Gives each concept one role from the features of all its mentions. The mention that speaks most for the role becomes its evidence, and the nearest cue
/// of that role beside it the rule that is named; where no cue stands there the model answers for itself.
/// </summary>
internal sealed class RoleClassifier(LinearClassifier model) : IExtractionStage
{
    /// <summary>Named where no rule shows the role.</summary>
    public const string ModelRule = "role.model";

    /// <summary>Number of roles.</summary>
    public static readonly int Classes = Enum.GetValues<ConceptRole>().Length;

    /// <inheritdoc/>
    public Layers Requires => Layers.Types | Layers.Cues | Layers.Definitions;

    /// <inheritdoc/>
    public Layers Assigns => Layers.Roles;

    /// <inheritdoc/>
    public void Annotate(PaperDocument document)
    {
        var covered = document.Covered();
        var bag = document.Features;
        Span<double> roles = stackalloc double[Classes];
        foreach (var concept in document.Concepts)
        {
            WriteAll(document, concept, covered, bag);
            model.Predict(bag.Items, roles);
            Decide(concept, roles);
            PickEvidence(document, concept, covered, bag);
            concept.By = RuleOf(document, concept, covered);
        }
    }

    /// <summary>All features of a concept; what training sees too.</summary>
    public static void WriteAll(PaperDocument document, ConceptDraft concept, ReadOnlySpan<bool> covered, FeatureBag bag)
    {
        bag.Clear();
        RoleFeatures.WriteConcept(document, concept, bag);
        foreach (var mention in concept.Mentions)
        {
            RoleFeatures.WriteMention(document, concept, mention, covered, bag);
        }
    }

    private static void Decide(ConceptDraft concept, ReadOnlySpan<double> roles)
    {
        var best = 0;
        for (var role = 1; role < roles.Length; role++)
        {
            best = roles[role] > roles[best] ? role : best;
        }

        concept.Role = (ConceptRole)best;
        concept.RoleConfidence = roles[best];
    }

    private void PickEvidence(PaperDocument document, ConceptDraft concept, ReadOnlySpan<bool> covered, FeatureBag bag)
    {
        concept.EvidenceMention = 0;
        if (concept.Mentions.Count == 1)
        {
            return;
        }

        Span<double> roles = stackalloc double[Classes];
        var best = -1.0;
        for (var at = 0; at < concept.Mentions.Count; at++)
        {
            bag.Clear();
            RoleFeatures.WriteMention(document, concept, concept.Mentions[at], covered, bag);
            model.Predict(bag.Items, roles);
            if (roles[(int)concept.Role] > best)
            {
                best = roles[(int)concept.Role];
                concept.EvidenceMention = at;
            }
        }
    }

    private static string RuleOf(PaperDocument document, ConceptDraft concept, ReadOnlySpan<bool> covered)
    {
        var mention = concept.Mentions[concept.EvidenceMention];
        if (concept.Role == ConceptRole.Introduces)
        {
            foreach (var definition in document.Definitions)
            {
                if (definition.Range.Overlaps(mention.Range))
                {
                    return definition.Id;
                }
            }
        }

        var (rule, nearest) = (ModelRule, CueReach.Unreachable);
        foreach (var cue in document.Cues)
        {
            if (cue.Cue.Role == concept.Role && document.SentenceOfToken[cue.Range.First] == document.SentenceOfToken[mention.Range.First]
                && CueReach.Between(document, cue, mention.Range, covered) is var distance && distance <= cue.Cue.Reach && distance < nearest)
            {
                (rule, nearest) = (cue.Cue.Id, distance);
            }
        }

        return rule;
    }
}
