using Stemma.GraphBuilder.Extraction.Names;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Roles;

/// <summary>
/// Merges the phrase after a title's colon into the name before it ("DTP: Decision Tree Pruning for …") where both would be introduced.
/// In the training labels such a phrase is another form of the name 174 times and an introduced concept of its own 21 times.
/// </summary>
internal sealed class SubtitleMerger : IExtractionStage
{
    /// <inheritdoc/>
    public Layers Requires => Layers.Roles | Layers.Definitions;

    /// <inheritdoc/>
    public Layers Assigns => Layers.Roles;

    /// <inheritdoc/>
    public void Annotate(PaperDocument document)
    {
        if (document.Definitions.Count == 0 || document.Definitions[0].Id != TitleNameFinder.Rule)
        {
            return;
        }

        var name = document.Definitions[0].Range;
        var own = document.Concepts.Find(concept => IsIntroduced(concept) && concept.Mentions[0].Range == name);
        var phrase = document.Concepts.Find(concept => IsIntroduced(concept) && concept.Mentions[0].Range.First == name.End + 1);
        if (own is null || phrase is null)
        {
            return;
        }

        own.LongForm ??= phrase.Surfaces[0];
        own.Surfaces.AddRange(phrase.Surfaces);
        own.Mentions.AddRange(phrase.Mentions);
        var evidence = own.Mentions[own.EvidenceMention];
        own.Mentions.Sort((left, right) => left.Range.First.CompareTo(right.Range.First));
        own.EvidenceMention = own.ShownMention = own.Mentions.IndexOf(evidence);
        document.Concepts.Remove(phrase);
    }

    private static bool IsIntroduced(ConceptDraft concept) => concept.Role == ConceptRole.Introduces && concept.Type == ConceptType.Method;
}
