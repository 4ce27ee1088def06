using Stemma.GraphBuilder.Text;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction;

/// <summary>
/// Groups mentions into concepts. Two are one where their folded names agree, where they are short and long form of one definition of this text, or where
/// both are the same unambiguous lexicon entry. The order is that of first mention.
/// </summary>
internal sealed class MentionMerger : IExtractionStage
{
    /// <inheritdoc/>
    public Layers Requires => Layers.Tokens | Layers.Mentions | Layers.Acronyms;

    /// <inheritdoc/>
    public Layers Assigns => Layers.Concepts;

    /// <inheritdoc/>
    public void Annotate(PaperDocument document)
    {
        var byName = new Dictionary<string, ConceptDraft>(StringComparer.Ordinal);
        var expansions = Expansions(document);
        foreach (var mention in document.Mentions)
        {
            var surface = document[mention.Range].ToString();
            var key = KeyOf(mention, surface, expansions);
            if (!byName.TryGetValue(key, out var concept))
            {
                byName.Add(key, concept = new ConceptDraft());
                document.Concepts.Add(concept);
            }

            concept.Mentions.Add(mention);
            concept.Canonical ??= mention.Canonical;
            concept.Entry ??= mention.Entry;
            if (!concept.Surfaces.Contains(surface))
            {
                concept.Surfaces.Add(surface);
            }
        }

        foreach (var concept in document.Concepts)
        {
            NameForms(document, concept);
            Vote(concept);
        }
    }

    private static string KeyOf(Mention mention, string surface, Dictionary<string, string> expansions)
    {
        var folded = NameFolding.Fold(mention.Canonical ?? surface);
        if (expansions.TryGetValue(folded, out var expanded))
        {
            return expanded;
        }

        return mention.Entry is { IsAmbiguous: false } entry ? EntryKey(entry.Name, expansions) : folded;
    }

    private static string EntryKey(string name, Dictionary<string, string> expansions)
    {
        var folded = NameFolding.Fold(name);
        return expansions.GetValueOrDefault(folded, folded);
    }

    /// <summary>Folded short form → folded long form of this text, with what the lexicon says about the long form left aside.</summary>
    private static Dictionary<string, string> Expansions(PaperDocument document)
    {
        var expansions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in document.Acronyms)
        {
            expansions.TryAdd(NameFolding.Fold(document[pair.Short].ToString()), NameFolding.Fold(document[pair.Long].ToString()));
        }

        return expansions;
    }

    private static void NameForms(PaperDocument document, ConceptDraft concept)
    {
        foreach (var pair in document.Acronyms)
        {
            foreach (var mention in concept.Mentions)
            {
                if (mention.Range.Overlaps(pair.Short) || mention.Range.Contains(pair.Long))
                {
                    concept.ShortForm ??= document[pair.Short].ToString();
                    concept.LongForm ??= document[pair.Long].ToString();
                }
            }
        }
    }

    private static void Vote(ConceptDraft concept)
    {
        Span<double> votes = stackalloc double[Enum.GetValues<ConceptType>().Length];
        var confidence = 0.0;
        foreach (var mention in concept.Mentions)
        {
            votes[(int)mention.Type] += mention.Confidence;
            confidence = Math.Max(confidence, mention.Confidence);
        }

        concept.Confidence = confidence;
        foreach (var type in Enum.GetValues<ConceptType>())
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
}
