using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Text;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Roles;

/// <summary>
/// Gives each concept one role, and lets fall what a careful reader would not list after all. The first look takes each concept alone, by the words around its mentions; the second
/// takes the first looks of all concepts together with places and with what other papers do with the name. The mention that speaks most for the role becomes its evidence, and the nearest cue
/// of that role beside it the rule that is named; where no cue stands there the model answers for itself.
/// </summary>
/// <remarks>
/// <list type="number">
/// <item>What kind of paper it is: <see cref="PaperKinds"/>.</item>
/// <item>First look, linear: <see cref="RoleFeatures"/> of a concept, <see cref="MentionRoleFeatures"/> of each mention.</item>
/// <item>First look, net: <see cref="RoleView"/>, <see cref="RoleNet"/>.</item>
/// <item>Second look, trees over all concepts: <see cref="RoleValues"/>.</item>
/// <item>The mention that shows the role best: <see cref="EvidencePicker"/>.</item>
/// <item>Concepts that a reader would not list fall.</item>
/// </list>
/// </remarks>
internal sealed class RoleClassifier(RoleModel model) : IExtractionStage
{
    /// <summary>Named where no rule shows the role.</summary>
    public const string ModelRule = "role.model";

    /// <summary>All roles in order.</summary>
    public static readonly ConceptRole[] AllRoles = Enum.GetValues<ConceptRole>();

    /// <summary>Number of roles.</summary>
    public const int Roles = 8;

    /// <summary>Class of the second look for a concept that a reader would not list; the roles stand before it.</summary>
    public const int Unlisted = Roles;

    /// <summary>Number of classes of the second look.</summary>
    public const int Classes = Roles + 1;

    /// <summary>Above this probability of <see cref="Unlisted"/> a concept falls. Typed F1 in five folds of the training labels: 0.836 without it, 0.844 at 0.5, 0.847 at 0.4; the higher one keeps more.</summary>
    private const double UnlistedThreshold = 0.5;

    /// <summary>
    /// How much a basis may be less likely than the next role and still win. Readers accept both roles for every third of the concepts that they call used or built on, so that
    /// leaning towards the basis costs little: role accuracy in five folds is the same at 1 and 1.4, and recall of builds_on rises by 0.06; between the two lies what balances it against precision.
    /// </summary>
    private const double BasisLean = 1.25;

    /// <summary>Less likely introductions give way to the next role. F1 of introduces in five folds: 0.793 without it, 0.824 at 0.4, 0.831 at 0.5, and recall falls below precision from there.</summary>
    private const double LeastIntroduction = 0.4;

    /// <summary>Probability of an introduction by the words around a definition alone from which it counts, whatever other papers do with the name.</summary>
    private const double OwnWord = 0.7;

    /// <inheritdoc/>
    public Layers Requires => Layers.Types | Layers.Joins | Layers.Cues | Layers.Definitions;

    /// <inheritdoc/>
    public Layers Assigns => Layers.Roles;

    /// <inheritdoc/>
    public void Annotate(PaperDocument document)
    {
        var covered = document.Covered();
        Look(document, model.Kinds, model.Words, model.Net, model.Memory, covered);
        document.Batch.Begin(RoleValues.Count, Classes);
        for (var at = 0; at < document.Concepts.Count; at++)
        {
            RoleValues.Write(document, at, model.Memory, covered, document.Batch.Add());
        }

        document.Batch.Run(model.Trees);
        for (var at = 0; at < document.Concepts.Count; at++)
        {
            var classes = document.Batch.Classes(at);
            Decide(document.Concepts[at], classes);
            TakeOwnWord(document, at, classes);
        }

        EvidencePicker.Pick(document, covered);
        DropUnlisted(document);
    }

    /// <summary>The first look at the paper, all concepts and mentions, kept in the document's role buffers; training looks the same way.</summary>
    public static void Look(PaperDocument document, LinearClassifier kinds, LinearClassifier words, RoleNet net, RoleMemory memory, TokenCoverage covered)
    {
        document.Roles.Reset(document);
        PaperKinds.WriteFeatures(document, document.Features);
        kinds.Predict(document.Features.Items, document.Roles.Kinds);
        for (var at = 0; at < document.Concepts.Count; at++)
        {
            Gather(document, at, memory, covered, words);
            words.Predict(document.Roles.All.Items, document.Roles.First(at));
        }

        document.Roles.View.Read(document, net.Words, memory);
        net.Predict(document.Roles.View, document.Roles.Units, document.Roles.Net());
    }

    /// <summary>Puts all features of a concept into the role buffer's bag; where <paramref name="words"/> are given, looks at each mention by the way.</summary>
    public static void Gather(PaperDocument document, int at, RoleMemory memory, TokenCoverage covered, LinearClassifier? words)
    {
        var concept = document.Concepts[at];
        var (all, bag) = (document.Roles.All, document.Features);
        RoleFeatures.WriteConcept(document, concept, memory.Find(concept), all);
        for (var mention = 0; mention < concept.Mentions.Count; mention++)
        {
            bag.Clear();
            MentionRoleFeatures.Write(document, concept, concept.Mentions[mention], covered, bag);
            words?.Predict(bag.Items, document.Roles.First(at, mention));
            all.AddAll(bag);
        }
    }

    private static void Decide(ConceptDraft concept, ReadOnlySpan<double> classes)
    {
        var (best, most) = (ConceptRole.Mentions, 0.0);
        foreach (var role in AllRoles)
        {
            var weight = role == ConceptRole.BuildsOn ? BasisLean * classes[(int)role]
                : role == ConceptRole.Introduces && classes[(int)role] < LeastIntroduction ? 0
                : classes[(int)role];
            (best, most) = weight > most ? (role, weight) : (best, most);
        }

        var listed = Math.Max(1 - classes[Unlisted], 1e-6);
        concept.Role = best;
        concept.RoleConfidence = classes[(int)best] / listed;
        concept.Confidence *= Math.Min(1, listed / concept.Judgement);
        concept.Judgement = listed;
    }

    /// <summary>
    /// What a paper says of a name it defines outweighs what other papers do with it: all but one of the papers that name PPO use it, and one introduced it.
    /// </summary>
    private static void TakeOwnWord(PaperDocument document, int at, ReadOnlySpan<double> classes)
    {
        var concept = document.Concepts[at];
        if (concept.Role == ConceptRole.Introduces)
        {
            return;
        }

        var said = 0.0;
        for (var mention = 0; mention < concept.Mentions.Count; mention++)
        {
            var range = concept.Mentions[mention].Range;
            if (IsDefined(document, range))
            {
                said = Math.Max(said, document.Roles.First(at, mention)[(int)ConceptRole.Introduces]);
            }
        }

        if (said >= OwnWord)
        {
            concept.Role = ConceptRole.Introduces;
            concept.RoleConfidence = (said + (classes[(int)ConceptRole.Introduces] / concept.Judgement)) / 2;
        }
    }

    private static bool IsDefined(PaperDocument document, TokenRange range)
    {
        foreach (var definition in document.Definitions)
        {
            if (definition.Range.Overlaps(range))
            {
                return true;
            }
        }

        return false;
    }

    private static void DropUnlisted(PaperDocument document)
    {
        if (document.Concepts.RemoveAll(concept => concept.Judgement < 1 - UnlistedThreshold) == 0)
        {
            return;
        }

        document.Mentions.Clear();
        foreach (var concept in document.Concepts)
        {
            document.Mentions.AddRange(concept.Mentions);
        }

        document.Mentions.Sort((left, right) => left.Range.First.CompareTo(right.Range.First));
    }
}
