using System.Runtime.InteropServices;
using Stemma.GraphBuilder.Extraction.Lexicon;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>
/// Finds candidate mentions: every span of a sentence whose posterior in the chain (sum of the scores of <see cref="ChainModel"/> and <see cref="TaggerNet"/>) is not negligible,
/// lexicon names within them, and further occurrences. Candidates overlap on purpose: "Gaussian process inference" and "Gaussian process" both reach the
/// <see cref="Judging.ConceptJudge"/>, which sees all mentions of a name together (span candidates with later decision, as in Luan et al. 2018, "Multi-task identification of
/// entities, relations, and coreference").
/// </summary>
/// <remarks>
/// <list type="number">
/// <item>Properties of each token: <see cref="TokenAtoms"/>.</item>
/// <item>Scores of its tags: <see cref="ChainScorer"/>, plus those of <see cref="TaggerNet"/>.</item>
/// <item>Posteriors of spans: <see cref="ChainLattice"/>.</item>
/// <item>Mentions from spans: <see cref="TagReader"/>.</item>
/// <item>Lexicon names within mentions, and lexicon entries for the same tokens.</item>
/// <item>Further occurrences: <see cref="MentionSpreader"/>.</item>
/// </list>
/// </remarks>
internal sealed class MentionTagger(TaggerModel model) : IExtractionStage
{
    /// <summary>Rule id of its mentions.</summary>
    public const string Rule = "tagger";

    /// <summary>Minimum posterior of a candidate.</summary>
    private const double LeastPosterior = 0.04;

    /// <summary>Maximum number of tokens of a candidate.</summary>
    private const int LongestMention = 14;

    private readonly ChainScorer _chain = new(model.Chain);

    /// <inheritdoc/>
    public Layers Requires => Layers.Tokens | Layers.Sentences | Layers.LexiconMatches | Layers.Acronyms | Layers.Definitions | Layers.Cues;

    /// <inheritdoc/>
    public Layers Assigns => Layers.Mentions;

    /// <inheritdoc/>
    public void Annotate(PaperDocument document)
    {
        var scratch = document.Tagging;
        scratch.Atoms.Read(document);
        var atoms = scratch.Atoms.Atoms.AsSpan(0, document.Tokens.Count);
        var emissions = scratch.Emissions(atoms.Length);
        _chain.Write(document, atoms, scratch.Words, scratch.Joint, emissions);
        foreach (var sentence in document.Sentences)
        {
            if (sentence.Count > 0)
            {
                model.Net.AddScores(document, atoms, sentence, scratch.Net, emissions.Slice(sentence.First * TagSet.Count, sentence.Count * TagSet.Count));
            }
        }

        scratch.Lattice.Infer(emissions, model.Chain.Potentials, default, CollectionsMarshal.AsSpan(document.Sentences));
        foreach (var sentence in document.Sentences)
        {
            scratch.Segments.Clear();
            scratch.Lattice.Segments(model.Chain.Potentials, sentence, LongestMention, LeastPosterior, scratch.Segments);
            TagReader.Read(document, scratch.Segments);
        }

        AddNested(document);
        AttachEntries(document);
        MentionSpreader.Spread(document);
    }

    /// <summary>Lexicon names within a candidate are candidates too: "Atomic Proximal Policy Optimization" names two things.</summary>
    private static void AddNested(PaperDocument document)
    {
        var known = document.Mentions.Count;
        foreach (var match in document.LexiconMatches)
        {
            var (inside, found) = (false, false);
            for (var at = 0; at < known; at++)
            {
                var range = document.Mentions[at].Range;
                found |= range == match.Range;
                inside |= range.Contains(match.Range);
            }

            if (inside && !found)
            {
                document.Mentions.Add(new Mention(match.Range, match.Entry.Types[0], 0.01, "lexicon"));
            }
        }

        TextOrder.Sort(document.Mentions);
    }

    /// <summary>Sets the lexicon entry of mentions that cover exactly the same tokens.</summary>
    private static void AttachEntries(PaperDocument document)
    {
        foreach (var match in document.LexiconMatches)
        {
            for (var at = 0; at < document.Mentions.Count; at++)
            {
                if (document.Mentions[at].Range == match.Range && Fits(match.Entry, document.Mentions[at]))
                {
                    document.Mentions[at] = document.Mentions[at] with { Entry = match.Entry };
                }
            }
        }
    }

    private static bool Fits(LexiconEntry entry, Mention mention)
        => !entry.IsAmbiguous || entry.Types.Any(type => TagSet.KindOf(type) == TagSet.KindOf(mention.Type));
}
