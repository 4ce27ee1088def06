using Stemma.GraphBuilder.Text;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Roles;

/// <summary>
/// Picks, for each concept with a role, the mention with the strongest evidence for it, the mention that is shown to people, and the rule named with it. The two mentions differ
/// where a paper builds on something: "DPO trains policies on pairs" explains DPO, but shows nothing about the paper.
/// </summary>
internal static class EvidencePicker
{
    /// <summary>Weight of a mention in a sentence about the paper itself, as evidence for what the paper builds on; elsewhere it is 1.</summary>
    private const double OwnActLean = 2;

    /// <summary>The same weight for the mention that is shown.</summary>
    private const double ShownLean = 6;

    /// <summary>Weight of a title mention for the mention that is shown: a title is the paper's own statement, but less informative than a sentence.</summary>
    private const double TitleLean = 2;

    /// <summary>The same for a sentence about the work of others ("Recently, DPO has been widely adopted"), which is shown as a last resort.</summary>
    private const double OthersLean = 0.25;

    /// <summary>Sets <see cref="ConceptDraft.EvidenceMention"/>, <see cref="ConceptDraft.ShownMention"/> and <see cref="ConceptDraft.By"/> of all concepts.</summary>
    /// <param name="document">The paper with roles, and first-pass probabilities in its role buffers.</param>
    /// <param name="covered">For each token whether a mention covers it.</param>
    public static void Pick(PaperDocument document, TokenCoverage covered)
    {
        MarkOwnActs(document);
        for (var at = 0; at < document.Concepts.Count; at++)
        {
            var concept = document.Concepts[at];
            concept.EvidenceMention = Likeliest(document, at, concept.Role == ConceptRole.BuildsOn ? LeanOf : null);
            concept.ShownMention = concept.Role == ConceptRole.BuildsOn ? Likeliest(document, at, ShownLeanOf) : concept.EvidenceMention;
            concept.By = RuleOf(document, concept, covered);
        }
    }

    /// <summary>Marks the sentences about the paper itself or about what it introduces.</summary>
    private static void MarkOwnActs(PaperDocument document)
    {
        var own = document.Roles.OwnActs;
        own.Clear();
        for (var token = 0; token < document.Signs.Count; token++)
        {
            if (document.Signs[token] is SentenceSigns.Self or SentenceSigns.Proposal)
            {
                own.Add(document.SentenceOfToken[token]);
            }
        }

        foreach (var concept in document.Concepts)
        {
            for (var at = 0; at < concept.Mentions.Count && concept.Role == ConceptRole.Introduces; at++)
            {
                own.Add(document.SentenceOfToken[concept.Mentions[at].Range.First]);
            }
        }
    }

    /// <summary>The mention whose weighted first-pass probability of the concept's role is highest.</summary>
    private static int Likeliest(PaperDocument document, int at, Func<PaperDocument, int, double>? leanOf)
    {
        var concept = document.Concepts[at];
        var (best, most) = (0, double.NegativeInfinity);
        for (var mention = 0; mention < concept.Mentions.Count; mention++)
        {
            var weight = document.Roles.First(at, mention)[(int)concept.Role] * (leanOf?.Invoke(document, concept.Mentions[mention].Range.First) ?? 1);
            (best, most) = weight > most ? (mention, weight) : (best, most);
        }

        return best;
    }

    private static double LeanOf(PaperDocument document, int token) => IsOwnAct(document, token) ? OwnActLean : 1;

    private static double ShownLeanOf(PaperDocument document, int token) =>
        token < document.TitleTokens ? TitleLean : IsOwnAct(document, token) ? ShownLean : IsOnOthers(document, document.SentenceAt(token)) ? OthersLean : 1;

    private static bool IsOwnAct(PaperDocument document, int token) => document.Roles.OwnActs.Contains(document.SentenceOfToken[token]);

    private static bool IsOnOthers(PaperDocument document, TokenRange sentence)
    {
        for (var token = sentence.First; token < sentence.End; token++)
        {
            if (document.Signs[token] == SentenceSigns.Others)
            {
                return true;
            }
        }

        return false;
    }

    private static string RuleOf(PaperDocument document, ConceptDraft concept, TokenCoverage covered)
    {
        var mention = concept.Mentions[concept.ShownMention];
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

        var (rule, nearest) = (RoleClassifier.ModelRule, CueReach.Unreachable);
        foreach (var cue in document.CuesIn(document.SentenceAt(mention.Range.First)))
        {
            if (cue.Cue.Role == concept.Role
                && CueReach.Between(cue, mention.Range, covered) is var distance && distance <= cue.Cue.Reach && distance < nearest)
            {
                (rule, nearest) = (cue.Cue.Id, distance);
            }
        }

        return rule;
    }
}
