using Stemma.GraphBuilder.Text;
using Stemma.GraphBuilder.Extraction.Names;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Roles;

/// <summary>Decides roles by the nearest cue of each mention; the strongest role that any mention supports is the concept's.</summary>
internal sealed class RuleRoles : IExtractionStage
{
    /// <inheritdoc/>
    public Layers Requires => Layers.Concepts | Layers.Cues | Layers.Definitions;

    /// <inheritdoc/>
    public Layers Assigns => Layers.Roles;

    /// <inheritdoc/>
    public void Annotate(PaperDocument document)
    {
        var inMention = new bool[document.Tokens.Count];
        foreach (var mention in document.Mentions)
        {
            inMention.AsSpan(mention.Range.First, mention.Range.Count).Fill(true);
        }

        foreach (var concept in document.Concepts)
        {
            Decide(document, concept, inMention);
        }
    }

    private static void Decide(PaperDocument document, ConceptDraft concept, bool[] inMention)
    {
        concept.Role = ConceptRole.Mentions;
        concept.By = "role.default";
        concept.RoleConfidence = 0.4;
        var best = int.MaxValue;
        for (var at = 0; at < concept.Mentions.Count; at++)
        {
            var mention = concept.Mentions[at];
            if (concept.Type is ConceptType.Method or ConceptType.Dataset or ConceptType.Benchmark && DefinedAt(document, mention.Range) is { } definition)
            {
                (concept.Role, concept.By, concept.RoleConfidence, concept.EvidenceMention) = (ConceptRole.Introduces, definition.Id, definition.Weight, at);
                return;
            }

            foreach (var cue in document.Cues)
            {
                var role = ForType(cue.Cue.Role, concept.Type);
                if (role is null || document.SentenceOfToken[cue.Range.First] != document.SentenceOfToken[mention.Range.First])
                {
                    continue;
                }

                var distance = CueReach.Between(document, cue, mention.Range, inMention);
                var rank = ((int)role.Value * 100) + distance;
                if (distance <= cue.Cue.Reach && rank < best && role != ConceptRole.Introduces)
                {
                    best = rank;
                    (concept.Role, concept.By, concept.RoleConfidence, concept.EvidenceMention) = (role.Value, cue.Cue.Id, 0.7, at);
                }
            }
        }

        if (best == int.MaxValue)
        {
            concept.Role = Usual(concept.Type);
        }
    }

    private static NameDefinition? DefinedAt(PaperDocument document, TokenRange mention)
    {
        foreach (var definition in document.Definitions)
        {
            if (definition.Range == mention)
            {
                return definition;
            }
        }

        return null;
    }

    private static ConceptRole Usual(ConceptType type) => type switch
    {
        ConceptType.Method => ConceptRole.Uses,
        ConceptType.Task => ConceptRole.Addresses,
        ConceptType.Metric => ConceptRole.Measures,
        _ => ConceptRole.EvaluatesOn,
    };

    private static ConceptRole? ForType(ConceptRole role, ConceptType type) => (type, role) switch
    {
        (ConceptType.Task, _) => role is ConceptRole.Addresses or ConceptRole.Mentions ? role : null,
        (ConceptType.Metric, _) => role is ConceptRole.Measures or ConceptRole.Mentions ? role : null,
        (_, ConceptRole.Addresses or ConceptRole.Measures) => null,
        (ConceptType.Method, ConceptRole.EvaluatesOn) => null,
        (ConceptType.Dataset or ConceptType.Benchmark, ConceptRole.ComparesWith or ConceptRole.BuildsOn) => null,
        _ => role,
    };
}
