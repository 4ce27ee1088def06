using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Mining;

/// <summary>Drafts a lexicon entry for a concept: name, aliases, types, flags, doubts, and a score of its usefulness.</summary>
/// <param name="known">The names in the lexicon.</param>
/// <param name="shared">Short forms with several meanings.</param>
internal sealed class CandidateDrafter(KnownNames known, SharedForms shared)
{
    // Shares of the 1,500 most used candidates of 144,000 papers that became entries or aliases in manual review: 10 of 28 coined names, 336 of 1,136 plain phrases, 42 of 238
    // phrases that end in an empty head or a measure, 5 of 98 single words; 97 of 223 with a short form, 297 of 1,277 without one. The share also rises with confidence, from 15 %
    // at 0.3 to 41 % at 0.9. Extending a known name makes no difference.
    private const double CoinedShare = 0.36;
    private const double PhraseShare = 0.3;
    private const double HeadedShare = 0.18;
    private const double WordShare = 0.05;
    private const double DefinedFactor = 1.9;

    // From this share of acronym-only papers on, the acronym is doubtful: one paper of 2024 spells PRISMA out, and 46 that only write PRISMA are attributed to it.
    private const double NearlyAll = 0.9;

    /// <summary>Head words that make a phrase a description: "probabilistic model", "answer accuracy".</summary>
    private static readonly HashSet<string> Heads = new(StringComparer.OrdinalIgnoreCase)
    {
        "model", "network", "method", "approach", "framework", "system", "algorithm", "problem", "task", "technique", "strategy", "architecture", "setting", "program", "process", "analysis", "function",
        "classifier", "planner", "controller", "accuracy", "error", "rate", "score", "time", "speed", "cost", "usage", "consumption", "quality", "precision", "latency", "length",
    };

    /// <summary>Drafts the entry of a concept.</summary>
    public LexiconCandidate Draft(ConceptEvidence concept)
    {
        var name = LexiconNames.Singular(concept);
        var aliases = LexiconNames.Aliases(concept);
        var doubts = Doubts(name, aliases, concept).ToList();
        var flags = (doubts.Count > 0 ? LexiconFlags.Ambiguous : LexiconFlags.None) | (IsWord(name) && !char.IsUpper(name[0]) ? LexiconFlags.Generic : LexiconFlags.None);
        return new LexiconCandidate(new LexiconEntry(NameKey.Slug(name), name, aliases, Types(concept), flags), Score(concept, name), known.FindNear(name), doubts, concept);
    }

    private double Score(ConceptEvidence concept, string name)
    {
        var isDefined = concept.Introductions.Any(introduction => introduction.IsDefinition) || LexiconNames.Acronyms(concept).Any();
        return Math.Round(concept.Papers * concept.Confidence * ShareOf(name) * (isDefined ? DefinedFactor : 1), 2);
    }

    private double ShareOf(string name)
    {
        var words = name.Split(' ', '-');
        return words.Any(IsCoined) ? CoinedShare
            : words.Length == 1 ? WordShare
            : Heads.Contains(words[^1].TrimEnd('s')) ? HeadedShare
            : PhraseShare;
    }

    private IEnumerable<string> Doubts(string name, IReadOnlyList<string> aliases, ConceptEvidence concept)
    {
        if (concept.IsAmbiguous)
        {
            yield return "some mentions may be of another concept";
        }

        foreach (var form in aliases.Prepend(name))
        {
            if (shared.CountOf(form) is > 1 and var senses)
            {
                yield return $"{form} is short for {senses} concepts";
            }
        }

        if (concept.Introductions.Count <= 1 && LexiconNames.Acronyms(concept).FirstOrDefault(alias => alias.Papers >= NearlyAll * concept.Papers) is { } usual)
        {
            yield return $"nearly all papers write {usual.Name}, and may mean something else";
        }

        if (IsWord(name) && char.IsUpper(name[0]))
        {
            yield return $"{name} may be an ordinary word";
        }
        else if (name.Length <= 3 && !name.Contains(' ', StringComparison.Ordinal))
        {
            yield return $"{name} is short";
        }
    }

    /// <summary>
    /// The types, with Benchmark before Dataset if papers mostly evaluate on the concept instead of using or building on it (as in the labelling guidelines); otherwise in the
    /// order of <see cref="ConceptType"/>.
    /// </summary>
    private static IReadOnlyList<ConceptType> Types(ConceptEvidence concept)
    {
        var isTested = concept.CountOf(ConceptRole.EvaluatesOn) > concept.CountOf(ConceptRole.Uses) + concept.CountOf(ConceptRole.BuildsOn);
        return concept.Types is [ConceptType.Dataset, ConceptType.Benchmark] && isTested ? [ConceptType.Benchmark, ConceptType.Dataset] : concept.Types;
    }

    // A known acronym before a phrase (LLM, 3D) does not make the phrase a coined name.
    private bool IsCoined(string word) => word.Length > 2 && Extraction.Names.NameShapes.IsCoined(word) && known.Find(word) is null;

    /// <summary>True for a single word of letters whose only capital is the first letter, if any.</summary>
    private static bool IsWord(string name) => name.All(char.IsLetter) && !name[1..].Any(char.IsUpper);
}
