using Stemma.GraphBuilder.Extraction.Names;
using Stemma.GraphBuilder.Text;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction;

/// <summary>
/// Groups mentions into concepts, in order of first mention. Two mentions belong to one concept where their folded names agree, where they are the short and long form of one definition of
/// this text, or where both match the same unambiguous lexicon entry; a definition in the text outweighs the lexicon (SPO may be a new long form).
/// </summary>
internal sealed class MentionMerger : IExtractionStage
{
    private static readonly ConceptType[] AllTypes = Enum.GetValues<ConceptType>();

    /// <inheritdoc/>
    public Layers Requires => Layers.Tokens | Layers.Mentions | Layers.Acronyms;

    /// <inheritdoc/>
    public Layers Assigns => Layers.Concepts;

    /// <inheritdoc/>
    public void Annotate(PaperDocument document)
    {
        var names = document.Names;
        names.Clear();
        var definitions = document.Acronyms.Count == 0 ? [] : document.Acronyms.Select(pair => new Definition(document, pair)).ToArray();
        foreach (var definition in definitions)
        {
            names.Join(definition.Short, definition.Long);
        }

        var folded = new string[document.Mentions.Count];
        for (var at = 0; at < folded.Length; at++)
        {
            folded[at] = Fold(document, at, definitions, names);
        }

        Group(document, folded, names);
        foreach (var concept in document.Concepts)
        {
            NameForms(document, concept);
            Vote(concept);
        }
    }

    /// <summary>Folds the name of a mention and joins it with the names that it is known to equal.</summary>
    private static string Fold(PaperDocument document, int at, Definition[] definitions, NameClusters names)
    {
        var mention = document.Mentions[at];
        var folded = NameFolding.Fold(mention.Canonical is null ? document[mention.Range] : mention.Canonical);
        foreach (var definition in definitions)
        {
            if (mention.Canonical is null && mention.Range == definition.Holder)
            {
                names.Join(folded, definition.Long);
            }

            if (mention.Entry is not null && folded == definition.Short && !mention.Entry.Names(definition.Long))
            {
                document.Mentions[at] = mention = mention with { Entry = null };
            }
        }

        if (mention.Entry is { IsAmbiguous: false } entry)
        {
            names.Join(folded, entry.Cluster);
        }

        return folded;
    }

    private static void Group(PaperDocument document, string[] folded, NameClusters names)
    {
        for (var at = 0; at < folded.Length; at++)
        {
            var key = names.Find(folded[at]);
            var concept = names.ConceptOf(key) ?? names.Add(key, document.AddConcept());

            var mention = document.Mentions[at];
            concept.Mentions.Add(mention);
            concept.Canonical ??= mention.Canonical;
            concept.Entry ??= mention.Entry;
            var surface = mention.Canonical is null ? document[mention.Range] : mention.Canonical;
            if (!Contains(concept.Surfaces, surface))
            {
                concept.Surfaces.Add(surface.ToString());
            }
        }
    }

    private static bool Contains(List<string> surfaces, ReadOnlySpan<char> surface)
    {
        foreach (var known in surfaces)
        {
            if (surface.SequenceEqual(known))
            {
                return true;
            }
        }

        return false;
    }

    private static void NameForms(PaperDocument document, ConceptDraft concept)
    {
        foreach (var pair in document.Acronyms)
        {
            if (concept.ShortForm is null && (concept.StandsAt(pair.Short) || concept.StandsAt(pair.Long)))
            {
                concept.ShortForm = document[pair.Short].ToString();
                concept.LongForm = document[pair.Long].ToString();
            }
        }
    }

    private static void Vote(ConceptDraft concept)
    {
        Span<double> votes = stackalloc double[AllTypes.Length];
        votes.Clear();
        foreach (var mention in concept.Mentions)
        {
            votes[(int)mention.Type] += mention.Confidence;
            concept.Confidence = Math.Max(concept.Confidence, mention.Confidence);
        }

        foreach (var type in AllTypes)
        {
            if (votes[(int)type] > 0)
            {
                var at = 0;
                while (at < concept.Types.Count && votes[(int)concept.Types[at]] >= votes[(int)type])
                {
                    at++;
                }

                concept.Types.Insert(at, type);
            }
        }
    }

    /// <summary>A definition with both forms folded.</summary>
    private readonly struct Definition(PaperDocument document, AcronymPair pair)
    {
        public AcronymPair Pair { get; } = pair;

        public string Short { get; } = NameFolding.Fold(document[pair.Short]);

        public string Long { get; } = NameFolding.Fold(document[pair.Long]);

        /// <summary>The likeliest mention that ends where the long form does; it may be longer or shorter: "the standard streaming variational Bayes (SVB)".</summary>
        public TokenRange Holder { get; } = HolderOf(document, pair);

        private static TokenRange HolderOf(PaperDocument document, AcronymPair pair)
        {
            var (holder, confidence) = (pair.Long, 0.0);
            foreach (var mention in document.Mentions)
            {
                if (mention.Range.End == pair.Long.End && mention.Range.Overlaps(pair.Long) && mention.Confidence > confidence)
                {
                    (holder, confidence) = (mention.Range, mention.Confidence);
                }
            }

            return holder;
        }
    }
}
