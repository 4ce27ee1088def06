using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphModel;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Findings;

/// <summary>
/// Decides for pairs of concepts whether and how the text relates them: what a method builds on or is compared with, what it is a part of, and what it is a variant of
/// (Diffusion-DPO is a variant of DPO). Trees over roles, names, positions and the text between, trained on the relations of the training labels.
/// </summary>
internal sealed class RelationFinder(TreeEnsemble model) : IExtractionStage
{
    /// <summary>Class of a pair without relation; the types of <see cref="Types"/> follow in their order.</summary>
    public const int None = 0;

    /// <summary>Rule id where the model decides.</summary>
    public const string ModelRule = "relation.model";

    /// <summary>Rule id where the head's name ends with the tail's.</summary>
    public const string NameRule = "relation.name";

    /// <summary>
    /// Lowest probability of a relation that is reported. Probabilities are low, because annotators list few of the relations that a text supports, and label the same one a
    /// variant or a basis; F1 in five folds of the training labels is highest at this value (near half of the F1 reached, as expected from Lipton et al. 2014, "Optimal
    /// thresholding of classifiers to maximize F1 measure").
    /// </summary>
    private const double Threshold = 0.2;

    /// <inheritdoc/>
    public Layers Requires => Layers.Roles | Layers.Definitions;

    /// <inheritdoc/>
    public Layers Assigns => Layers.Relations;

    /// <summary>Relationship types that are reported.</summary>
    public static IReadOnlyList<string> Types { get; } =
        [GraphSchema.Types.BuildsOn, GraphSchema.Types.ComparesWith, GraphSchema.Types.PartOf, GraphSchema.Types.VariantOf];

    /// <summary>Number of classes.</summary>
    public static int Classes => Types.Count + 1;

    /// <inheritdoc/>
    public void Annotate(PaperDocument document)
    {
        if (model.IsEmpty)
        {
            return;
        }

        var main = document.MainConcept();
        var covered = document.Covered();
        document.Batch.Begin(RelationValues.Count, Classes);
        var pairs = document.RelationPairs;
        pairs.Clear();
        pairs.AddRange(RelationPair.In(document));
        foreach (var pair in pairs)
        {
            RelationValues.Write(document, pair, main, covered, document.Batch.Add());
        }

        document.Batch.Run(model);
        for (var at = 0; at < pairs.Count; at++)
        {
            Tell(document, pairs[at], document.Batch.Classes(at));
        }
    }

    private static void Tell(PaperDocument document, RelationPair pair, ReadOnlySpan<double> classes)
    {
        for (var type = 0; type < Types.Count; type++)
        {
            if (classes[1 + type] >= Threshold)
            {
                Add(document, pair, Types[type], classes[1 + type]);
            }
        }
    }

    private static void Add(PaperDocument document, RelationPair pair, string type, double confidence)
    {
        var (head, tail) = (document.Concepts[pair.Head], document.Concepts[pair.Tail]);
        var named = type == GraphSchema.Types.VariantOf && RelationPair.EndsWith(head, tail);
        var shown = pair.SharesSentence ? pair.TailMention : named ? head.Mentions[0].Range : tail.Mentions[tail.ShownMention].Range;
        var by = named ? NameRule : tail.Role.ToRelationshipType() == type && tail.By != Roles.RoleClassifier.ModelRule ? tail.By : ModelRule;
        document.Relations.Add(new ExtractedRelation(pair.Head, type, pair.Tail, document.ToEvidence(shown), by, Math.Round(confidence, 3)));
    }
}
