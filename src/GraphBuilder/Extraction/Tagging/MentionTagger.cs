using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Extraction.Names;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>
/// Marks candidate mentions with the learnt chain. It is lenient on purpose: the path is decoded with a handicap on the outside tag, and the posterior of each
/// mention goes on to the <see cref="Judging.ConceptJudge"/>, which sees all mentions of a name together.
/// </summary>
internal sealed class MentionTagger(ChainModel model) : IExtractionStage
{
    /// <summary>Rule id of what it finds.</summary>
    public const string Rule = "tagger";

    /// <summary>Handicap of the outside tag in log odds; at this value 92 % of the required names of a held-out fifth of the training labels are candidates, at a precision of 0.81.</summary>
    private const float OutsideHandicap = -1.6f;

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
        foreach (var sentence in document.Sentences)
        {
            Tag(document, scratch, atoms, sentence);
        }

        TrimToDefinitions(document);
        AttachEntries(document);
        MentionSpreader.Spread(document);
    }

    private void Tag(PaperDocument document, TaggerScratch scratch, ReadOnlySpan<TokenAtoms> atoms, TokenRange sentence)
    {
        Span<uint> features = stackalloc uint[FeatureTemplates.MostFeatures];
        var emissions = scratch.Emissions(sentence.Count);
        for (var token = 0; token < sentence.Count; token++)
        {
            var count = FeatureTemplates.Write(atoms, sentence.First + token, features);
            model.Emit(features[..count], emissions.Slice(token * TagSet.Count, TagSet.Count));
        }

        scratch.Lattice.Run(emissions, model.Potentials, default);
        for (var token = 0; token < sentence.Count; token++)
        {
            emissions[token * TagSet.Count] += OutsideHandicap;
        }

        var tags = scratch.Tags(sentence.Count);
        scratch.Lattice.Decode(emissions, model.Paths, tags);
        TagReader.Read(document, sentence.First, tags, scratch.Lattice.Marginals);
    }

    /// <summary>"the reward model in Reinforcement Learning with Human Feedback (RLHF)": where a preposition stands before the defined long form, the mention begins behind it.</summary>
    private static void TrimToDefinitions(PaperDocument document)
    {
        foreach (var pair in document.Acronyms)
        {
            for (var at = 0; at < document.Mentions.Count; at++)
            {
                var range = document.Mentions[at].Range;
                if (range.End == pair.Long.End && range.First < pair.Long.First && LongFormMatcher.IsFillerWord(document[pair.Long.First - 1]))
                {
                    document.Mentions[at] = document.Mentions[at] with { Range = pair.Long };
                }
            }
        }
    }

    /// <summary>Gives mentions the lexicon entry that covers exactly their tokens.</summary>
    private static void AttachEntries(PaperDocument document)
    {
        var match = 0;
        for (var at = 0; at < document.Mentions.Count; at++)
        {
            var mention = document.Mentions[at];
            while (match < document.LexiconMatches.Count && document.LexiconMatches[match].Range.First < mention.Range.First)
            {
                match++;
            }

            if (match < document.LexiconMatches.Count && document.LexiconMatches[match].Range == mention.Range && Fits(document.LexiconMatches[match].Entry, mention))
            {
                document.Mentions[at] = mention with { Entry = document.LexiconMatches[match].Entry };
            }
        }
    }

    private static bool Fits(LexiconEntry entry, Mention mention)
        => !entry.IsAmbiguous || entry.Types.Any(type => TagSet.KindOf(type) == TagSet.KindOf(mention.Type));
}
